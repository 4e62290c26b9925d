import { type Handlers, handle } from "./handlers.ts";
import { addressesOf, footnotesOf, inlinesText, textWithBlanks } from "./inlines-text.ts";
import type { BlankInline, Block, CheckBoxInline, DocumentModel, Inlines, Section, TableRow } from "./model.ts";

/** So many digits of the digest of a picture tell it from every other. */
const DIGITS = 16;

/** How a blank to fill in by hand stands among the words: «____ (подпись)»; a check box as it is written in a template: «[ ]», «[x]». */
function blankWords(blank: BlankInline | CheckBoxInline): string {
  if (blank.type === "check-box") return blank.checked ? "[x]" : "[ ]";
  const { label } = blank;
  return label === undefined ? "____" : `____ ${label}`;
}

/**
 * The words of a document, one paragraph or table row a line, in reading order: what a person reads and approves. Numbers of clauses
 * are words; measures, ids and emphasis are not.
 *
 * `["ПРИКАЗ", "12.09.2025 | № 91-ОД", "1. Утвердить план …"]`
 */
export function documentLines(document: DocumentModel): string[] {
  return [document.body, ...document.annexes].flatMap(sectionLines).filter((line) => line !== "");
}

function sectionLines({ blocks }: Section): string[] {
  return blocks.flatMap((block) => [...handle(LINES, block), ...footnoteLines(block)]);
}

/** Footnotes follow the paragraph that refers to them. */
function footnoteLines(block: Block): string[] {
  return "inlines" in block ? footnotesOf(block.inlines).map(({ text, note }) => `${text} ${line(note)}`) : [];
}

const LINES: Handlers<Block, string[]> = {
  heading: ({ label, inlines }) => [words(label, inlines)],
  clause: ({ label, inlines }) => [words(label, inlines)],
  item: ({ label, inlines }) => [words(label, inlines)],
  paragraph: ({ inlines }) => [line(inlines)],
  table: ({ caption, header, rows }) => [caption ?? "", ...[...header, ...rows].map(rowLine)],
  chart: ({ title, alt, unit, categories, series }) => [
    joined([title, alt, unit]),
    ...series.map(({ name, values }) =>
      joined([name, ...categories.map((category, index) => `${category}: ${values[index] ?? ""}`)]),
    ),
  ],
  // Who approves the words approves what is shown with them.
  picture: ({ title, alt, sha256 }) => [joined([title ?? "", alt, `sha256 ${sha256.slice(0, DIGITS)}`])],
  letterhead: ({ emblem, lines }) => [emblem?.alt ?? "", ...lines.map(({ inlines }) => line(inlines))],
  "kind-title": ({ inlines }) => [line(inlines)],
  dateline: ({ date, number, place }) => [joined([date, number, place].map((part) => line(part ?? [])))],
  title: ({ inlines }) => [line(inlines)],
  approvals: ({ left, right }) =>
    [left, right].flatMap((approval) =>
      approval === null
        ? []
        : [
            approval.word,
            ...approval.lines.map(line),
            ...(approval.sign === null ? [] : [joined([line(approval.sign.name), line(approval.sign.date ?? [])])]),
          ],
    ),
  "annex-mark": ({ lines }) => lines.map(line),
  restriction: ({ lines }) => lines.map(line),
  signature: ({ post, name, seal, mark }) => [
    joined([...post.map(line), line(name), sealMark(seal)]),
    ...(mark ?? []).map(line),
  ],
  contents: ({ title }) => [line(title)],
  parties: ({ parties }) =>
    parties.flatMap(({ title, lines, post, name, seal }) => [
      line(title),
      ...lines.map(line),
      joined([...post.map(line), line(name), sealMark(seal)]),
    ]),
  acquaintance: ({ heading, people }) => [
    line(heading),
    ...people.map(({ name, post }) => joined([line(name), line(post ?? [])])),
  ],
  executor: ({ lines }) => lines.map(line),
  "page-break": () => [],
};

function rowLine({ cells }: TableRow): string {
  return cells.map(({ paragraphs }) => paragraphs.map(line).join(" ")).join(" | ");
}

function words(label: string | null, inlines: Inlines): string {
  return label === null || label === "" ? line(inlines) : `${label} ${line(inlines)}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" | ");
}

function sealMark(seal: boolean): string {
  return seal ? "М.П." : "";
}

/** A blank is a word here: where one is put in or left out, the document says another thing. So is an address that stands behind other words. */
function line(inlines: Inlines): string {
  return textWithBlanks(withAddresses(inlines), blankWords).replace(/\s*\n\s*/g, " ");
}

function withAddresses(inlines: Inlines): Inlines {
  return inlines.flatMap((inline): Inlines => {
    if (!("children" in inline)) return [inline];
    const children = withAddresses(inline.children);
    const words = inlinesText(children);
    const hidden = inline.type === "link" ? addressesOf([{ ...inline, children: [] }]) : [];
    const unsaid = hidden.filter((address) => words !== address && `${words}/` !== address);
    return [...children, ...unsaid.map((address) => ({ type: "text" as const, text: ` <${address}>` }))];
  });
}
