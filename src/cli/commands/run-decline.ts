import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import {
  CASES,
  type DeclinedText,
  type DeclineKind,
  declineBatch,
  declineText,
  type GrammaticalCase,
  type Sex,
} from "../../language/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";

export type DeclineCommandOptions = {
  readonly kind?: DeclineKind;
  readonly gender?: Sex;
  readonly case?: GrammaticalCase;
  readonly json?: boolean;
  /** A file, `-` or true for the input. */
  readonly batch?: string | true;
};

const CASE_NAMES: { readonly [name in GrammaticalCase]: string } = {
  nominative: "именительный",
  genitive: "родительный",
  dative: "дательный",
  accusative: "винительный",
  instrumental: "творительный",
  prepositional: "предложный",
};
const KIND_NAMES: { readonly [kind in DeclineKind]: string } = {
  person: "лицо",
  position: "должность",
  organisation: "наименование",
  phrase: "слова",
};

/** `trc decline`: prints the cases of one text, or of a list. Resolves to the exit code. */
export async function declineCommand(
  text: string | undefined,
  options: DeclineCommandOptions,
  streams: Streams,
): Promise<number> {
  if (options.batch !== undefined) return batch(options.batch === true ? "-" : options.batch, streams);
  if (text === undefined || text.trim() === "") {
    streams.stderr.write(
      'Нужен текст: trc decline "Иванова Мария Петровна" – или список: trc decline --batch список.tsv\n',
    );
    return EXIT.usage;
  }
  const { kind, gender } = options;
  const declined = declineText(text, { ...(kind ? { kind } : {}), ...(gender ? { gender } : {}) });
  if (options.case !== undefined) return one(declined, options.case, options.json === true, streams);
  streams.stdout.write(options.json ? jsonOf(declined) : table(declined));
  return EXIT.done;
}

function jsonOf({ forms, ...rest }: DeclinedText): string {
  const told = Object.fromEntries(CASES.map((name) => [name, plain(forms[name])]));
  return `${JSON.stringify({ ...rest, forms: told }, null, 2)}\n`;
}

/** A form as programs read it: the reason is one text, empty when there is none. */
function plain(form: DeclinedText["forms"][GrammaticalCase]): { readonly [name: string]: string } {
  return { ...form, reason: form.reason?.ru ?? "" };
}

function one(declined: DeclinedText, name: GrammaticalCase, json: boolean, { stdout, stderr }: Streams): number {
  const form = declined.forms[name];
  stdout.write(json ? `${JSON.stringify(plain(form), null, 2)}\n` : `${form.text}\n`);
  if (!json && form.reason !== null) stderr.write(`Форма под сомнением: ${form.reason.ru}\n`);
  return EXIT.done;
}

function table({ kind, forms }: DeclinedText): string {
  const width = Math.max(...CASES.map((name) => CASE_NAMES[name].length));
  const lines = CASES.map((name) => {
    const { text, confidence } = forms[name];
    return `  ${CASE_NAMES[name].padEnd(width)}  ${text}${confidence === "low" ? "  (?)" : ""}`;
  });
  const reasons = [...new Set(CASES.flatMap((name) => forms[name].reason?.ru ?? []))];
  const doubts = reasons.map((reason) => `  (?) – форма под сомнением: ${reason}`);
  const advice = "  Подтвердите верные формы в content/lexicon.yaml: без этого документы не соберутся.";
  return [`Склонение (${KIND_NAMES[kind]}):`, ...lines, ...(doubts.length > 0 ? ["", ...doubts, advice] : []), ""].join(
    "\n",
  );
}

async function batch(file: string, { stdout, stderr }: Streams): Promise<number> {
  let list: string;
  try {
    list = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    stderr.write(`Не удалось прочесть «${file}»: проверьте имя файла\n`);
    return EXIT.findings;
  }
  const { tsv, faults } = declineBatch(list);
  stdout.write(tsv);
  for (const { line, message } of faults) stderr.write(`Строка ${line}: ${message.ru}\n`);
  return faults.length > 0 ? EXIT.findings : EXIT.done;
}
