import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { type Text, text } from "../../base/diagnostics/index.ts";
import type { DeclinedText, DeclineKind, GrammaticalCase } from "../../language/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { JSON_REPORT } from "../options.ts";
import { type Answer, joined, type Line } from "../output.ts";

/** `trc decline`: prints the cases of a name or a phrase, or of a list. */
export const DECLINE = command({
  name: "decline",
  ...text(
    "просклонять имя, должность, наименование или слова",
    "decline a name, a position, the name of an organisation, or words",
  ),
  operands: [
    {
      name: text("[текст]", "[text]"),
      ...text("в именительном падеже: «Иванова Мария Петровна»", "Russian words in the nominative case"),
    },
  ],
  options: {
    kind: {
      ...text("person – лицо, position – должность, organisation – организация, phrase – слова", "what the text is"),
      value: text("<вид>", "<kind>"),
      choices: ["person", "position", "organisation", "phrase"],
    },
    gender: {
      ...text("пол лица", "gender of the person"),
      value: text("<пол>", "<gender>"),
      choices: ["feminine", "masculine"],
    },
    case: {
      ...text("напечатать одну форму", "print one form"),
      value: text("<падеж>", "<case>"),
      choices: ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"],
    },
    json: JSON_REPORT,
    batch: {
      ...text(
        "список TSV с колонками group, lemma, gender, case из файла или со входа (-)",
        "list, TSV with the columns group, lemma, gender, case, from a file or the input (-)",
      ),
      value: text("[файл]", "[file]"),
    },
  },
  after: text(
    'Примеры:\n  trc decline "Иванова Мария Петровна"\n  trc decline "заведующая библиотекой" --case dative\n  trc decline --batch список.tsv > формы.tsv',
    "Example:\n  trc decline --batch list.tsv > forms.tsv",
  ),
  run: async ([words = ""], { batch, case: wanted, json, ...options }, { language }) => {
    if (batch !== undefined) {
      if (words === "" && [wanted, json, options.kind, options.gender].every((one) => one === undefined))
        return declineList(batch, language);
      throw new WrongUsage(
        text(
          "С ключом --batch слова, их вид, пол и падеж берутся из списка, ответ – TSV: уберите текст и другие ключи.",
          "With --batch words, gender and case come from the list, the answer is TSV: leave out the text and other options.",
        ),
      );
    }
    if (words.trim() === "")
      throw new WrongUsage(
        text(
          'Нужен текст: trc decline "Иванова Мария Петровна" – или список: trc decline --batch список.tsv',
          "A text is needed: trc decline TEXT, or a list: trc decline --batch list.tsv",
        ),
      );
    const { declineText } = await import("../../language/index.ts");
    const declined = declineText(words, options);
    if (wanted === undefined) return allForms(declined);
    const form = declined.forms[wanted];
    return {
      json: plain(form),
      lines: [form.text],
      beside: [
        form.reason !== null && joined([text("Форма под сомнением: ", "The form is unconfirmed: "), form.reason]),
      ],
    };
  },
});

const CASE_NAMES: { readonly [name in GrammaticalCase]: Text } = {
  nominative: text("  именительный  ", "  nominative     "),
  genitive: text("  родительный   ", "  genitive       "),
  dative: text("  дательный     ", "  dative         "),
  accusative: text("  винительный   ", "  accusative     "),
  instrumental: text("  творительный  ", "  instrumental   "),
  prepositional: text("  предложный    ", "  prepositional  "),
};
const KIND_NAMES: { readonly [kind in DeclineKind]: Text } = {
  person: text("лицо", "person"),
  position: text("должность", "position"),
  organisation: text("наименование", "organisation"),
  phrase: text("слова", "phrase"),
};

type Form = DeclinedText["forms"][GrammaticalCase];

/** A form as programs read it: the reason is one text, empty when there is none. */
function plain(form: Form): unknown {
  return { ...form, reason: form.reason ?? "" };
}

function allForms({ kind, forms, ...declined }: DeclinedText): Answer {
  const named = Object.entries(forms) as [GrammaticalCase, Form][];
  const reasons = new Map(named.flatMap(([, { reason }]) => (reason === null ? [] : [[reason.ru, reason]])));
  return {
    json: { kind, ...declined, forms: Object.fromEntries(named.map(([name, form]) => [name, plain(form)])) },
    lines: [
      text(`Склонение (${KIND_NAMES[kind].ru}):`, `Declension (${KIND_NAMES[kind].en}):`),
      ...named.map(([name, { text: form, confidence }]) =>
        joined([CASE_NAMES[name], form, confidence === "low" && "  (?)"]),
      ),
      ...[...reasons.values()].map(
        (reason, index): Line =>
          joined([
            index === 0 && "\n",
            text("  (?) – форма под сомнением: ", "  (?) – the form is unconfirmed: "),
            reason,
          ]),
      ),
      reasons.size > 0 &&
        text(
          "  Подтвердите верные формы в content/lexicon.yaml: без этого документы не соберутся.",
          "  Confirm the right forms in content/lexicon.yaml: documents do not build without that.",
        ),
    ],
  };
}

/** @param file a path, or `-` or true for the input */
async function declineList(file: string | true, language: keyof Text): Promise<Answer> {
  let list: string;
  try {
    list = file === true || file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return {
      beside: [
        text(
          `Не удалось прочесть «${file}»: проверьте имя файла`,
          `"${file}" could not be read: check the name of the file`,
        ),
      ],
      code: EXIT.findings,
    };
  }
  const { declineBatch } = await import("../../language/index.ts");
  const { tsv, faults } = declineBatch(list, language);
  return {
    lines: [tsv],
    beside: faults.map(({ line, message: { ru, en } }) => text(`Строка ${line}: ${ru}`, `Line ${line}: ${en}`)),
    code: faults.length > 0 ? EXIT.findings : EXIT.done,
  };
}
