import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { type Text, text } from "../../base/diagnostics/index.ts";
import {
  CASES,
  type DeclinedText,
  type DeclineKind,
  declineBatch,
  declineText,
  type GrammaticalCase,
  type Sex,
} from "../../language/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** Options of `trc decline`, as they are typed. */
export type DeclineCommandOptions = {
  readonly kind?: DeclineKind;
  readonly gender?: Sex;
  readonly case?: GrammaticalCase;
  readonly json?: boolean;
  /** A file, `-` or true for the input. */
  readonly batch?: string | true;
};

const CASE_NAMES: { readonly [name in GrammaticalCase]: Text } = {
  nominative: text("именительный", "nominative"),
  genitive: text("родительный", "genitive"),
  dative: text("дательный", "dative"),
  accusative: text("винительный", "accusative"),
  instrumental: text("творительный", "instrumental"),
  prepositional: text("предложный", "prepositional"),
};
const KIND_NAMES: { readonly [kind in DeclineKind]: Text } = {
  person: text("лицо", "person"),
  position: text("должность", "position"),
  organisation: text("наименование", "organisation"),
  phrase: text("слова", "phrase"),
};

/** `trc decline`: prints the cases of one text, or of a list. Resolves to the exit code. */
export async function declineCommand(
  [words = ""]: readonly string[],
  options: DeclineCommandOptions,
  output: Output,
): Promise<number> {
  if (options.batch !== undefined) return batch(options.batch === true ? "-" : options.batch, output);
  if (words.trim() === "") {
    output.tell(
      text(
        'Нужен текст: trc decline "Иванова Мария Петровна" – или список: trc decline --batch список.tsv',
        "A text is needed: trc decline TEXT, or a list: trc decline --batch list.tsv",
      ),
    );
    return EXIT.usage;
  }
  const { kind, gender } = options;
  const declined = declineText(words, { ...(kind ? { kind } : {}), ...(gender ? { gender } : {}) });
  if (options.case !== undefined) one(declined.forms[options.case], options.json === true, output);
  else if (options.json) output.json({ ...declined, forms: mapForms(declined) });
  else output.data(table(declined, output));
  return EXIT.done;
}

type Form = DeclinedText["forms"][GrammaticalCase];

function mapForms({ forms }: DeclinedText): unknown {
  return Object.fromEntries(CASES.map((name) => [name, plain(forms[name])]));
}

/** A form as programs read it: the reason is one text, empty when there is none. */
function plain(form: Form): unknown {
  return { ...form, reason: form.reason ?? "" };
}

function one(form: Form, json: boolean, output: Output): void {
  if (json) output.json(plain(form));
  else output.data(`${form.text}\n`);
  if (!json && form.reason !== null)
    output.tell(text(`Форма под сомнением: ${form.reason.ru}`, `The form is unconfirmed: ${form.reason.en}`));
}

function table({ kind, forms }: DeclinedText, { say }: Output): string {
  const width = Math.max(...CASES.map((name) => say(CASE_NAMES[name]).length));
  const lines = CASES.map((name) => {
    const { text: form, confidence } = forms[name];
    return `  ${say(CASE_NAMES[name]).padEnd(width)}  ${form}${confidence === "low" ? "  (?)" : ""}`;
  });
  const reasons = [...new Set(CASES.flatMap((name) => forms[name].reason ?? []).map(say))];
  const unconfirmed = say(text("форма под сомнением", "the form is unconfirmed"));
  const doubts = reasons.map((reason) => `  (?) – ${unconfirmed}: ${reason}`);
  const advice = say(
    text(
      "  Подтвердите верные формы в content/lexicon.yaml: без этого документы не соберутся.",
      "  Confirm the right forms in content/lexicon.yaml: documents do not build without that.",
    ),
  );
  const title = say(text(`Склонение (${KIND_NAMES[kind].ru}):`, `Declension (${KIND_NAMES[kind].en}):`));
  return [title, ...lines, ...(doubts.length > 0 ? ["", ...doubts, advice] : []), ""].join("\n");
}

async function batch(file: string, output: Output): Promise<number> {
  let list: string;
  try {
    list = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    output.tell(
      text(
        `Не удалось прочесть «${file}»: проверьте имя файла`,
        `"${file}" could not be read: check the name of the file`,
      ),
    );
    return EXIT.findings;
  }
  const { tsv, faults } = declineBatch(list);
  output.data(tsv);
  for (const { line, message } of faults)
    output.tell(text(`Строка ${line}: ${message.ru}`, `Line ${line}: ${message.en}`));
  return faults.length > 0 ? EXIT.findings : EXIT.done;
}
