import type { Approval, Block, DocumentModel, Inlines } from "./model.ts";

/** Text of a paragraph: a break is a line feed, a blank to fill in is nothing. */
export function inlinesText(inlines: Inlines): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case "text":
        case "reference":
          return inline.text;
        case "strong":
        case "emphasis":
          return inlinesText(inline.children);
        case "break":
          return "\n";
        case "blank":
          return "";
      }
    })
    .join("");
}

type Lines = { readonly [type in Block["type"]]: (block: Extract<Block, { readonly type: type }>) => readonly string[] };

const LINES: Lines = {
  heading: (block) => [labelled(block.label, block.inlines)],
  clause: (block) => [labelled(block.label, block.inlines)],
  item: (block) => [labelled(block.label, block.inlines)],
  paragraph: (block) => [inlinesText(block.inlines)],
  table: (block) => [
    ...(block.caption === null ? [] : [block.caption]),
    ...[...block.header, ...block.rows].map((row) => row.cells.map((cell) => cell.paragraphs.map(inlinesText).join("\n")).join("\t")),
  ],
  chart: (block) => [block.title, ...block.categories.map((name, index) => [name, ...block.series.map((one) => String(one.values[index] ?? ""))].join("\t"))],
  letterhead: (block) => block.lines.map((line) => inlinesText(line.inlines)),
  "kind-title": (block) => [inlinesText(block.inlines)],
  dateline: (block) => [block.date, block.number, block.place].filter((part) => part !== null).map(inlinesText),
  title: (block) => [inlinesText(block.inlines)],
  approvals: (block) => [block.left, block.right].filter((part) => part !== null).flatMap(approvalLines),
  "annex-mark": (block) => block.lines.map(inlinesText),
  signature: (block) => [[...block.post, block.name].map(inlinesText).join(" ")],
  parties: (block) => block.parties.flatMap((party) => [party.title, ...party.lines, ...party.post, party.name].map(inlinesText)),
  acquaintance: (block) => [inlinesText(block.heading), ...block.people.map(({ name, post }) => [name, ...(post === null ? [] : [post])].map(inlinesText).join(" "))],
  executor: (block) => block.lines.map(inlinesText),
  "page-break": () => [],
};

/** Lines of one block, labels included. */
export function blockLines(block: Block): readonly string[] {
  return (LINES[block.type] as (block: Block) => readonly string[])(block);
}

/** All lines of a document, sections parted by an empty line. */
export function plainText(document: DocumentModel): string {
  return [document.body, ...document.annexes].map((section) => section.blocks.flatMap(blockLines).join("\n")).join("\n\n");
}

function approvalLines(approval: Approval): string[] {
  const { word, lines, sign } = approval;
  return [word, ...lines.map(inlinesText), ...(sign === null ? [] : [sign.name, ...(sign.date === null ? [] : [sign.date])].map(inlinesText))];
}

function labelled(label: string | null, inlines: Inlines): string {
  return label === null ? inlinesText(inlines) : `${label} ${inlinesText(inlines)}`;
}
