import type { Block, Inline, Inlines, TableCell } from "../../src/paperwork/document/index.ts";
import type { ClauseWriter } from "./clauses.ts";
import type { Random } from "./random.ts";
import { phrase, plain } from "./text.ts";

/** What is filled in, marked or followed among words: a line, a box, a link. */
const MARKED: readonly ((random: Random) => Inline)[] = [
  (random) => ({ type: "blank", widthMm: random.int(8, 45) }),
  () => ({ type: "blank" }),
  (random) => ({ type: "check-box", checked: random.chance(0.4) }),
  (random) => ({ type: "check-box", checked: random.chance(0.4) }),
  (random) => ({
    type: "link",
    href: random.pick(["https://example.org/forms", "mailto:school@example.org"]),
    children: plain(phrase(random, 1, 4)),
  }),
];

/** Words with lines to fill in, check boxes and links among them, some of them bold; `most` of these. */
export function markedWords(random: Random, most: number): Inlines {
  const parts = random.times(1, most, (): Inline[] => {
    const inside = random.pick(MARKED)(random);
    const bold = inside.type !== "link" && random.chance(0.2);
    return [bold ? { type: "strong", children: [inside] } : inside, ...plain(` ${phrase(random, 1, 5)} `)];
  });
  const inlines = [...plain(random.chance(0.5) ? `${phrase(random, 1, 6)} ` : ""), ...parts.flat()];
  const last = inlines.at(-1);
  const ended: Inlines =
    last?.type === "text" ? [...inlines.slice(0, -1), { type: "text", text: last.text.trimEnd() }] : inlines;
  return ended.filter((one) => one.type !== "text" || one.text !== "");
}

/** A line of a form with words under its lines to fill in. */
export function labelled(random: Random): Block {
  const inlines: Inline[] = [
    ...(random.chance(0.5) ? ([{ type: "check-box", checked: random.chance(0.4) }] as const) : []),
    ...plain(` ${phrase(random, 1, 3)}: `),
    { type: "blank", widthMm: random.int(20, 60), label: "(подпись)" },
    ...plain(" "),
    { type: "blank", label: "(фамилия, инициалы)" },
  ];
  return { type: "paragraph", role: random.pick(["flush", "text"] as const), inlines };
}

/** Items that check boxes open, dashes among them. */
export function checkedItems(random: Random, list: string): Block[] {
  return random.times(2, 7, (): Block => {
    const box: Inline = { type: "check-box", checked: random.chance(0.4) };
    const words = plain(` ${phrase(random, 1, 16)}`);
    return random.chance(0.8)
      ? { type: "item", marker: "check-box", label: "", level: 0, list, inlines: [box, ...words] }
      : { type: "item", marker: "dash", label: "–", level: 0, list, inlines: markedWords(random, 3) };
  });
}

/** A table whose cells, headings and heads of rows have them. */
export function formTable(random: Random): Block {
  const columns = random.int(2, 5);
  const cell = (inlines: Inlines): TableCell => ({
    paragraphs: [inlines],
    span: 1,
    align: random.pick(["left", "center", "right"] as const),
  });
  const cells = (most: number): TableCell[] =>
    Array.from({ length: columns }, () =>
      cell(random.chance(0.7) ? markedWords(random, most) : plain(phrase(random, 1, 4))),
    );
  return {
    type: "table",
    caption: random.chance(0.4) ? phrase(random, 2, 6) : null,
    rowHead: 1,
    widths: random.chance(0.5) ? null : Array.from({ length: columns }, () => random.int(1, 4)),
    header: [{ kind: "data", cells: cells(1) }],
    rows: random.times(1, 6, () => ({ kind: "data" as const, cells: cells(3) })),
  };
}

/** A heading and clauses that have them. */
export function markedClauses(random: Random, writer: ClauseWriter): Block[] {
  const heading = writer.subheading();
  const clauses = writer
    .clause()
    .map((block) =>
      block.type === "clause"
        ? { ...block, inlines: [...block.inlines, ...plain(" "), ...markedWords(random, 4)] }
        : block,
    );
  return [
    heading.type === "heading"
      ? { ...heading, inlines: [...heading.inlines, ...plain(" "), ...markedWords(random, 1)] }
      : heading,
    ...clauses,
  ];
}
