import type {
  Block,
  DocumentModel,
  Inline,
  TableBlock,
  TableCell,
  TableRow,
} from "../../src/paperwork/document/index.ts";
import { ClauseWriter } from "./clauses.ts";
import { checkedItems, formTable, labelled, markedClauses, markedWords } from "./forms.ts";
import { corpusMeta, VARIANTS } from "./meta.ts";
import { PICTURES, pictureNamed } from "./pictures.ts";
import { createRandom, type Random } from "./random.ts";
import { acquaintance, annexMark, approvals, executor, heading, letterhead, parties, signature } from "./requisites.ts";
import { chart } from "./tables.ts";
import { phrase, plain, type Target } from "./text.ts";

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/** What the parts of a document number through, and how one of them is made. */
type Scene = {
  readonly random: Random;
  readonly section: string;
  readonly writer: ClauseWriter;
  /** Tables, figures and footnotes so far. */
  readonly counts: { tables: number; figures: number; notes: number; lists: number };
  /** Numbered tables and figures of the whole document, to be referred to. */
  readonly named: Target[];
};

/** What official papers need, block by block; one more joins by a line here. */
const PARTS: { readonly [name: string]: (scene: Scene) => Block[] } = {
  clauses: ({ writer, random }) => random.times(1, 3, () => writer.clause()).flat(),
  lists: ({ writer }) => writer.items(),
  subheading: ({ writer }) => [writer.subheading(), writer.paragraph("text")],
  "merged cells": (scene) => [referring(scene), mergedTable(scene)],
  "headings of rows": (scene) => [plainTable(scene), { type: "paragraph", role: "note", inlines: noted(scene, 1) }],
  footnotes: (scene) => [{ type: "paragraph", role: "text", inlines: noted(scene, scene.random.int(1, 3)) }],
  chart: (scene) => numberedChart(scene),
  picture: (scene) => [picture(scene)],
  "turned sheets": (scene) => [
    { type: "page-break", orientation: "landscape" },
    mergedTable(scene),
    { type: "page-break", orientation: "portrait" },
    scene.writer.paragraph("text"),
  ],
  blanks: ({ random }) => [
    {
      type: "paragraph",
      role: "flush",
      inlines: [
        ...plain(`${phrase(random, 1, 3)}: `),
        { type: "blank", widthMm: random.int(20, 60) },
        ...plain(" "),
        { type: "blank", label: "(подпись)" },
      ],
    },
  ],
  "check boxes": (scene) => checkedItems(scene.random, `${scene.section}.boxes.${++scene.counts.lists}`),
  "marks in tables": ({ random }) => [formTable(random)],
  "marks in clauses": ({ random, writer }) => markedClauses(random, writer),
  "marks in text": ({ random }) => [
    { type: "paragraph", role: random.pick(["text", "flush", "center", "right"]), inlines: markedWords(random, 6) },
    labelled(random),
  ],
};
const NAMES = Object.keys(PARTS);

/** A document of the blocks of official papers in any company: each block comes in turn, the others by chance. */
export function blockDocument(seed: number, number: number): DocumentModel {
  const random = createRandom(seed * 3_000_017 + number);
  const [counts, named]: [Scene["counts"], Target[]] = [{ tables: 0, figures: 0, notes: 0, lists: 0 }, []];
  const variant = VARIANTS[number % VARIANTS.length] ?? "order";
  const profile = number % 2 === 0 ? "gost-2016" : "gost-2025";
  const sceneOf = (section: string): Scene => ({
    random,
    section,
    writer: new ClauseWriter(random, section, []),
    counts,
    named,
  });
  const title = `Документ ${number}: ${phrase(random, 2, 6)}`;
  const turn = NAMES[number % NAMES.length] ?? "clauses";
  return {
    meta: corpusMeta(`blocks.${number}`, { title, number: `${number}-ОД`, profile, variant }),
    ...(random.chance(0.2) ? { running: "Публичная редакция" } : {}),
    body: {
      id: "body",
      role: "body",
      number: null,
      title,
      orientation: variant === "plan" ? "landscape" : "portrait",
      blocks: [...opening(random), ...middle(sceneOf("body"), turn), ...ending(random)],
    },
    annexes: random.chance(0.5)
      ? [
          {
            id: "annex-1",
            role: "annex",
            number: null,
            title: "Приложение",
            orientation: random.chance(0.4) ? "landscape" : "portrait",
            blocks: [annexMark(random, null), ...heading(random, "ПЕРЕЧЕНЬ"), ...middle(sceneOf("annex-1"), turn)],
          },
        ]
      : [],
  };
}

function opening(random: Random): Block[] {
  const mark: Block = { type: "restriction", lines: [plain("Для служебного пользования"), plain("Экз. №\u00a01")] };
  const head = letterhead(random) as Extract<Block, { type: "letterhead" }>;
  const emblem = pictureNamed("emblem.svg", "Эмблема школы");
  return [
    ...(random.chance(0.3) ? [mark] : []),
    ...(random.chance(0.6) ? [{ ...head, ...(random.chance(0.4) ? { emblem } : {}) }] : []),
    ...(random.chance(0.3) ? [approvals(random)] : []),
    ...heading(random, random.pick(["ПРИКАЗ", "ПОЛОЖЕНИЕ", "ОТЧЁТ"])),
    ...(random.chance(0.3) ? [{ type: "contents", title: plain("Содержание") } satisfies Block] : []),
  ];
}

function middle(scene: Scene, turn: string): Block[] {
  const { random, writer } = scene;
  const names = [turn, ...random.times(2, 6, () => random.pick(NAMES))];
  const headed = random.chance(0.5);
  return names.flatMap((name) => [...(headed ? [writer.heading()] : []), ...(PARTS[name]?.(scene) ?? [])]);
}

function ending(random: Random): Block[] {
  return [
    random.chance(0.25) ? parties(random) : signature(random),
    ...(random.chance(0.3) ? [executor(random)] : []),
    ...(random.chance(0.3) ? [acquaintance(random, 1, 6)] : []),
  ];
}

/** A sentence with footnotes. */
function noted({ random, counts }: Scene, notes: number): Inline[] {
  const parts = Array.from({ length: notes }, (): Inline[] => {
    const number = ++counts.notes;
    const text = [...String(number)].map((digit) => RAISED[Number(digit)]).join("");
    return [
      ...plain(phrase(random, 3, 12)),
      {
        type: "footnote",
        number,
        text,
        note: [
          ...plain(phrase(random, 4, 20)),
          ...(random.chance(0.3) ? [...plain(" "), ...markedWords(random, 2)] : plain(".")),
        ],
      },
    ];
  });
  return [...parts.flatMap((part) => [...part, ...plain(" ")]), ...plain(`${phrase(random, 2, 8)}.`)];
}

/** A sentence that refers to a table or a figure, before or behind it. */
function referring({ random, named }: Scene): Block {
  const target = named.length > 0 ? random.pick(named) : null;
  const inlines: Inline[] =
    target === null
      ? [...plain(`${phrase(random, 4, 14)}.`)]
      : [
          ...plain(`${phrase(random, 4, 14)} (№\u00a0`),
          { type: "reference", target: target.id, text: target.text },
          ...plain(")."),
        ];
  return { type: "paragraph", role: "text", inlines };
}

type Caption = Pick<TableBlock, "number" | "id">;

/** A number in the sequence of tables or figures, and its place among what can be referred to. */
function numbered({ counts, named }: Scene, of: "tables" | "figures"): Caption & { readonly number: string } {
  const number = String(++counts[of]);
  named.push({ id: `${of}-${number}`, text: number });
  return { number, id: `${of}-${number}` };
}

function caption(scene: Scene): Caption & Pick<TableBlock, "caption"> {
  const { random } = scene;
  if (!random.chance(0.7)) return { caption: random.chance(0.5) ? phrase(random, 2, 8) : null };
  const own = numbered(scene, "tables");
  return { ...own, caption: `Таблица ${own.number} – ${phrase(random, 2, 8)}` };
}

const row = (cells: TableCell[], kind: TableRow["kind"] = "data"): TableRow => ({ kind, cells });
const cell = (text: string, merged: { readonly span?: number; readonly rows?: number } = {}): TableCell => ({
  paragraphs: merged.rows === 0 ? [] : [plain(text)],
  span: 1,
  align: "left",
  ...merged,
});
const gap = (span = 1): TableCell => cell("", { span, rows: 0 });

/** A head of two rows, cells merged across, down and both ways, groups, a sum, headings of rows. */
function mergedTable(scene: Scene): Block {
  const { random } = scene;
  const inner = random.int(2, 4);
  const words = (): string => phrase(random, 1, 3, 0);
  const inners = (): TableCell[] => Array.from({ length: inner }, () => cell(String(random.int(0, 999))));
  const rows = [
    () => [row([cell(String(random.int(1, 99))), cell(words()), ...inners()])],
    () => [row([cell("1"), cell(words(), { rows: 2 }), ...inners()]), row([cell("2"), gap(), ...inners()])],
    () => [row([cell(words(), { span: 2, rows: 2 }), ...inners()]), row([gap(2), ...inners()])],
    () => [row([cell("3"), cell(words()), cell("нет данных", { span: inner })])],
    () => [row([cell(words(), { span: inner + 2 })], "group")],
  ];
  return {
    type: "table",
    ...caption(scene),
    ...(random.chance(0.8) ? { rowHead: 2 } : {}),
    widths: null,
    header: [
      row([cell("№", { rows: 2 }), cell(words(), { rows: 2 }), cell(words(), { span: inner })]),
      row([gap(), gap(), ...Array.from({ length: inner }, () => cell(words()))]),
    ],
    rows: [
      ...random.times(2, random.chance(0.2) ? 40 : 8, () => random.pick(rows)()).flat(),
      ...(random.chance(0.4) ? [row([cell("Итого", { span: 2 }), ...inners()], "total")] : []),
    ],
  };
}

/** A table whose headings stand in a column alone. */
function plainTable(scene: Scene): Block {
  const { random } = scene;
  const columns = random.int(2, 5);
  const rows = random.times(1, 8, () =>
    row(
      Array.from({ length: columns }, (_, at) => cell(random.chance(at === 0 ? 0 : 0.2) ? "" : phrase(random, 1, 4))),
    ),
  );
  return { type: "table", ...caption(scene), rowHead: 1, widths: null, header: [], rows };
}

function numberedChart(scene: Scene): Block[] {
  const made = chart(scene.random);
  if (!scene.random.chance(0.7)) return [made];
  const own = numbered(scene, "figures");
  const data = scene.random.chance(0.5) ? { data: true as const, label: "Показатель" } : {};
  return [referring(scene), { ...made, ...own, ...data, title: `Рисунок ${own.number} – ${made.title}` }];
}

function picture(scene: Scene): Block {
  const { random } = scene;
  const own = random.chance(0.6) ? numbered(scene, "figures") : {};
  return {
    type: "picture",
    ...own,
    ...pictureNamed(random.pick(PICTURES), phrase(random, 3, 9)),
    title: "number" in own ? `Рисунок ${own.number} – ${phrase(random, 2, 6)}` : null,
    ...(random.chance(0.5) ? { widthMm: random.int(20, 120) } : {}),
  };
}
