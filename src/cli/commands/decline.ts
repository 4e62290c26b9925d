import { text as readAll } from "node:stream/consumers";
import { type Diagnostic, type Text, text } from "../../base/diagnostics/index.ts";
import { readGiven, readingReason } from "../../base/storage/index.ts";
import type {
  ConfirmedKind,
  DeclinedText,
  DeclineKind,
  GrammaticalCase,
  Piece,
  Sex,
  Written,
  WrittenPerson,
} from "../../language/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CONTENT, FOLDER, JSON_REPORT } from "../options.ts";
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
    explain: text(
      "показать разбор: что склоняется, что стоит на месте и почему",
      "show how the text was understood: what declines, what stays, and why",
    ),
    content: {
      ...text(
        "папка записей, чьи словарь и формы важнее (content, если она есть)",
        "folder of records whose lexicon and forms win (content, where it is there)",
      ),
      value: FOLDER,
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
  run: async ([words = ""], { batch, case: wanted, json, explain, content, ...options }, { language }) => {
    if (batch !== undefined) {
      if (words === "" && [wanted, json, explain, options.kind, options.gender].every((one) => one === undefined))
        return declineList(batch, language, content);
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
    const { declineText, piecesOf } = await import("../../language/index.ts");
    const { written, diagnostics } = await writtenIn(content, words);
    const declined = declineText(words, { ...options, written });
    if (explain) return { diagnostics, ...explained(declined, piecesOf(declined)) };
    if (wanted === undefined) return { diagnostics, ...allForms(declined) };
    const form = declined.forms[wanted];
    return {
      diagnostics,
      json: plain(form),
      lines: [form.text],
      beside: [
        form.reason !== null && joined([text("Форма под сомнением: ", "The form is unconfirmed: "), form.reason]),
      ],
      ...(form.reason !== null && { code: EXIT.findings }),
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

const ROLES: { readonly [role in Piece["role"]]: Text } = {
  head: text("  склоняется, главное слово       ", "  declines, the head              "),
  agrees: text("  склоняется, согласуется         ", "  declines, agrees                "),
  person: text("  склоняется, лицо                ", "  declines, a person              "),
  numeral: text("  склоняется, числительное        ", "  declines, a numeral             "),
  surname: text("  склоняется, фамилия             ", "  declines, the surname           "),
  given: text("  склоняется, имя                 ", "  declines, the given name        "),
  patronymic: text("  склоняется, отчество            ", "  declines, the patronymic        "),
  dependent: text("  стоит на месте, зависимые слова ", "  stays, ruled by what is before  "),
  name: text("  стоит на месте, название        ", "  stays, a name                   "),
  number: text("  стоит на месте, число           ", "  stays, a number                 "),
  sign: text("  стоит на месте, знак или предлог", "  stays, a sign or a preposition  "),
  initials: text("  стоит на месте, инициалы        ", "  stays, initials                 "),
  unknown: text("  не разобрано                    ", "  not understood                  "),
};

/** The parse of a text, with what it leaves uncertain. */
function explained(declined: DeclinedText, pieces: readonly Piece[]): Answer {
  const { kind, forms } = declined;
  const reasons = new Map(Object.values(forms).flatMap(({ reason }) => (reason === null ? [] : [[reason.ru, reason]])));
  return {
    json: { kind, text: declined.text, pieces, certain: reasons.size === 0, reasons: [...reasons.values()] },
    lines: [
      text(`Разбор (${KIND_NAMES[kind].ru}):`, `Parse (${KIND_NAMES[kind].en}):`),
      ...pieces.map((piece) => joined([ROLES[piece.role], `  ${piece.text}`])),
      ...(reasons.size === 0
        ? [text("Уверенно: разобрано каждое слово.", "Certain: every word was understood.")]
        : [...reasons.values()].map((reason) => joined([text("Под сомнением: ", "Unconfirmed: "), reason]))),
    ],
  };
}

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

/** What the lexicon and the records say of forms; without a folder that was named, of `content` where there is one. @param words null: of all words */
async function writtenIn(
  content: string | undefined,
  words: string | null,
): Promise<{ readonly written: Written; readonly diagnostics: readonly Diagnostic[] }> {
  const { readWrittenForms } = await import("../../project/reading/index.ts");
  const { plainSpaces, writtenForms } = await import("../../language/index.ts");
  const own = words === null ? [""] : plainSpaces(words).split(" ");
  const {
    words: forms,
    people,
    diagnostics,
  } = await readWrittenForms(content ?? CONTENT.default, (file) =>
    own.every((word) => /\./.test(word) || file.includes(word)),
  );
  const known = new Map(people.map((person) => [plainSpaces(person.text), person as WrittenPerson]));
  return {
    diagnostics: content === undefined ? diagnostics.filter(({ code }) => code !== "TRC0001") : diagnostics,
    written: {
      of: writtenForms(
        forms.map(({ kind, text: word, gender, cases }) => ({
          kind: kind as ConfirmedKind,
          text: word,
          gender: (gender ?? undefined) as Sex | undefined,
          value: cases,
        })),
      ),
      person: (name) => known.get(plainSpaces(name)) ?? null,
    },
  };
}

/** A list of tens of thousands of names; a longer one is another file, or is given in parts. */
const MOST_OF_LIST = 4 * 1024 * 1024;

/** @param file a path, or `-` or true for the input */
async function declineList(file: string | true, language: keyof Text, content: string | undefined): Promise<Answer> {
  let list: string;
  try {
    list =
      file === true || file === "-"
        ? await readAll(process.stdin)
        : (await readGiven(file, MOST_OF_LIST)).toString("utf8");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return {
      beside: [
        text(
          `Не удалось прочесть «${file}»: ${readingReason(error).ru}`,
          `"${file}" could not be read: ${readingReason(error).en}`,
        ),
      ],
      code: EXIT.findings,
    };
  }
  const { declineBatch } = await import("../../language/index.ts");
  const { written, diagnostics } = await writtenIn(content, null);
  const { tsv, faults } = declineBatch(list, language, written);
  return {
    diagnostics,
    lines: [tsv],
    beside: faults.map(({ line, message: { ru, en } }) => text(`Строка ${line}: ${ru}`, `Line ${line}: ${en}`)),
    ...(faults.length > 0 && { code: EXIT.findings }),
  };
}
