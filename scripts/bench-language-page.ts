// docs/language.md: how right the Russian of documents is, group by group, what a clerk sees of a form in doubt, and how phrases are parsed.
// Made of the lists and of the program itself; a test holds it fresh.
import type { Diagnostic } from "../src/base/diagnostics/index.ts";
import {
  type ConfirmedKind,
  type DeclineKind,
  declineText,
  inflect,
  piecesOf,
  proposedForms,
  requestOf,
  type Sex,
} from "../src/language/index.ts";
import { asking } from "../src/typesetting/markup/questions.ts";
import { allLists, compareForms, table, totals } from "./bench-language.ts";

export { allLists, compareForms, speeds, table, totals } from "./bench-language.ts";

/** Words that a clerk is asked about, one or two of a kind. */
const ASKED: readonly (readonly [ConfirmedKind, string, Sex?])[] = [
  ["surname", "Кравец", "masculine"],
  ["surname", "Палий", "masculine"],
  ["surname", "Бородой", "masculine"],
  ["surname", "Гармаш", "masculine"],
  ["surname", "Литвин", "masculine"],
  ["surname", "Рябина", "feminine"],
  ["surname", "Цхакая", "feminine"],
  ["surname", "Эрих", "masculine"],
  ["surname", "Мышь", "masculine"],
  ["given", "Касым-Жомарт", "masculine"],
  ["position", "эксперт Ким"],
  ["position", "учитель математик"],
  ["position", "преп. физики"],
  ["organisation", "МБДОУ детский сад"],
  ["organisation", "учреждение средняя школа № 2"],
  ["organisation", "деревня Берёзовка"],
  ["organisation", "школьные хакатоны"],
  ["phrase", "критерии оценки, нормы"],
  ["phrase", "накопитель"],
  ["phrase", "трое суток"],
];
const PARSED: readonly (readonly [DeclineKind, string])[] = [
  ["position", "учитель физики, математики и информатики МБОУ «СШ № 2»"],
  ["position", "заместитель директора по воспитательной работе, руководитель отряда ЮИД"],
  ["position", "временно исполняющая обязанности заведующей детским садом"],
  ["position", "дежурный 1-й смены"],
  ["position", "гражданин Российской Федерации Орлов Пётр Ильич"],
  ["organisation", "специальная (коррекционная) школа-интернат «Искра» города Вязьмы"],
  ["organisation", "правительство Республики Северная Осетия – Алания"],
  ["phrase", "родители (законные представители) обучающихся"],
  ["phrase", "дети-сироты и дети, оставшиеся без попечения родителей"],
  ["phrase", "три тысячи четыреста двенадцать рублей"],
];
const FOLDER = "tests/fixtures/language";
const KINDS_OF_REASONS = 30;

/** The whole page. */
export function languagePage(): string {
  const lists = allLists(FOLDER);
  return `${[
    "# Russian: how right it is, and what it asks",
    "Written by `npm run bench:language`; a test compares it with the program. Why things are so: [0018](decisions/0018-right-or-it-asks.md), [0041](decisions/0041-phrases-are-parsed.md), [0043](decisions/0043-a-table-of-paradigms.md); what was wrong before stands in 0041.",
    "## Lists",
    markdown(totals(lists)),
    "## Groups",
    ...[...lists].map(([name, tsv]) => `### ${name}\n\n${markdown(table(compareForms(tsv)))}`),
    "## What a clerk sees of a form in doubt",
    ...ASKED.map(([kind, text, sex = "masculine"]) => block(question(kind, text, sex))),
    "## How phrases are parsed",
    "As `trc decline --explain` does: `head`, `agrees`, `person` and `numeral` change, the rest stands still.",
    ...PARSED.map(([kind, text]) => block(parse(kind, text))),
    "## What must be asked, and why",
    "Reasons with the words left out, by how many texts of the lists have them.",
    markdown(reasons(lists)),
  ].join("\n\n")}\n`;
}

function markdown(rows: readonly { readonly [column: string]: string | number }[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "/")).join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ""))),
  ].join("\n");
}

function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

/** The finding that stops a build. */
function question(kind: ConfirmedKind, text: string, sex: Sex): string {
  const found: Diagnostic[] = [];
  const style = {
    draft: false,
    lexicon: { file: "content/lexicon.yaml", exists: true, heading: "" },
    placeOf: () => null,
  };
  const place = { file: "content/people/one.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const name =
    (["genitive", "instrumental", "accusative"] as const).find(
      (one) => inflect({ kind, text, gender: sex, case: one }).confidence === "low",
    ) ?? "genitive";
  const form = inflect({ kind, text, gender: sex, case: name });
  if (form.confidence === "high") throw new Error(`${text} is not asked about any more`);
  const named = kind === "surname" || kind === "given";
  asking(
    style,
    place,
    found,
  )({
    kind,
    text,
    sex: named ? sex : null,
    case: name,
    form,
    cases: proposedForms({ kind, text, sex }),
    place: null,
  });
  return found.map(({ code, message, why, hints }) => `${code} ${message.ru}\n${why?.ru}\n${hints[0].ru}`).join("\n");
}

function parse(kind: DeclineKind, text: string): string {
  const declined = declineText(text, { kind });
  const doubt = Object.values(declined.forms).find(({ reason }) => reason !== null)?.reason;
  const pieces = piecesOf(declined).map((piece) => `  ${piece.role.padEnd(10)} ${piece.text}`);
  const { dative } = declined.forms;
  return [
    text,
    ...pieces,
    `  dative     ${dative.text}${doubt ? `  (?) ${doubt.ru}` : "  – certain: every word was understood"}`,
  ].join("\n");
}

/** Kinds of reasons with the number of texts that have them and three of these. */
function reasons(lists: ReadonlyMap<string, string>): { readonly [column: string]: string | number }[] {
  const texts = new Map<string, Set<string>>();
  for (const tsv of lists.values())
    for (const one of compareForms(tsv).filter(({ verdict }) => verdict === "flagged")) {
      const request = requestOf(one);
      const reason = "fault" in request ? null : inflect(request).reason;
      const kind = (reason?.ru ?? "")
        .replace(/«[^»]*(»[^»«]*»)?»?/g, "«…»")
        .replace(/за «…» – .*/, "за «…» – фамилия или имя");
      texts.set(kind, (texts.get(kind) ?? new Set()).add(one.lemma));
    }
  return [...texts]
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .slice(0, KINDS_OF_REASONS)
    .map(([why, own]) => ({ why, texts: own.size, "for example": [...own].slice(0, 3).join("; ") }));
}
