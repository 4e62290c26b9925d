import type {
  Block,
  DocumentModel,
  Inlines,
  ParagraphRole,
  TableCell,
  TableRow,
} from "../../src/paperwork/document/index.ts";
import { corpusMeta } from "./meta.ts";
import { PICTURES, pictureNamed } from "./pictures.ts";
import { createRandom, type Random } from "./random.ts";
import { WORDS } from "./vocabulary.ts";

/** Of so many documents, one has its strains on sheets that lie by turns, under a mark of restricted access. */
const TURNED = 5;

/** Of so many documents, one has pictures of every kind besides. */
const PICTURED = 6;

/** Of so many documents, one has merged cells that go over pages, and one a table of many columns. */
const TABLED = 4;

const STRAINED = ["order", "regulation", "agreement", "report"] as const;

/**
 * A document that strains pages: rows and heads taller than a page, chains that no page holds, page breaks where nothing follows,
 * line breaks in justified text, sheets that lie on their side among others, pictures of every kind and size, merged cells that go over
 * pages, tables of many columns. Every word of it is another one, so that a lost or moved word can be named.
 */
export function strainDocument(seed: number, number: number): DocumentModel {
  const random = createRandom(seed * 7_000_003 + number);
  const writer = new StrainWriter(random);
  const profile = number % 2 === 0 ? "gost-2016" : "gost-2025";
  const pictured = number % PICTURED === 1;
  const strains = [
    ...random.times(1, 3, () => writer.strain()),
    ...(pictured ? [writer.pictures()] : []),
    ...(number % TABLED === 2 ? [writer.columns()] : []),
    ...(number % TABLED === 3 ? [writer.spans()] : []),
  ];
  return {
    meta: {
      ...corpusMeta(`strain.${number}`, {
        title: `Документ ${number}`,
        number: null,
        profile,
        variant: random.pick(STRAINED),
      }),
      author: "Школа",
    },
    body: writer.section("body", number % TURNED === 0 ? writer.turned(strains) : [...strains.flat(), ...writer.end()]),
    annexes: random.chance(0.3) ? [writer.section("annex-1", [...writer.strain(), ...writer.end()])] : [],
  };
}

const LONG = ["здоровьесберегающее", "организация", "высококвалифицированный", "директор", "общеобразовательный"];

class StrainWriter {
  readonly #random: Random;
  #words = 0;
  #lists = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  section(id: string, blocks: readonly Block[]): DocumentModel["body"] {
    return {
      id,
      role: id === "body" ? "body" : "annex",
      number: null,
      title: id,
      orientation: this.#random.chance(0.15) ? "landscape" : "portrait",
      blocks,
    };
  }

  /** Some text and then one thing that a page does not easily hold. */
  strain(): Block[] {
    const lead = this.#random.times(0, 7, () => this.#paragraph("text", 4, 60));
    const kinds = [
      () => [this.#table({ rows: 1 })],
      () => [this.#table({ rows: 1 })],
      () => [this.#table({ rows: this.#random.int(2, 6) })],
      () => [this.#table({ rows: 3, head: this.#random.int(100, 420) })],
      () => this.#chain(),
      () => this.#headings(),
      () => this.#breaks(),
      () => this.#lineBreaks(),
    ];
    return [...lead, ...this.#random.pick(kinds)()];
  }

  /** Pictures among paragraphs: with a caption or none, narrow, wider than the column, of their own size. */
  pictures(): Block[] {
    return PICTURES.flatMap((name): Block[] => [
      {
        type: "picture",
        ...pictureNamed(name, `Картинка ${name}`),
        title: this.#random.chance(0.7) ? this.#word() : null,
        ...(this.#random.chance(0.8) ? { widthMm: this.#random.int(10, 260) } : {}),
      },
      ...this.#random.times(0, 3, () => this.#paragraph("text", 4, 60)),
    ]);
  }

  /** Cells that go down over more rows than a page holds, the words of some go on over pages with them. */
  spans(): Block[] {
    const cell = (words: number, rows?: number): TableCell => ({
      paragraphs: words === 0 ? [] : [this.#inlines(words)],
      span: 1,
      align: "left",
      ...(rows === undefined ? {} : { rows }),
    });
    const group = (): TableRow[] => {
      const count = this.#random.int(2, 60);
      const words = this.#random.chance(0.5) ? this.#random.int(1, 12) : this.#random.int(60, 160);
      return Array.from({ length: count }, (_, index) => ({
        kind: "data",
        cells: [index === 0 ? cell(words, count) : cell(0, 0), cell(this.#random.int(1, 14)), cell(1)],
      }));
    };
    const header: TableRow = { kind: "data", cells: [cell(1), cell(2), cell(1)] };
    return [
      this.#paragraph("text", 4, 60),
      {
        type: "table",
        caption: null,
        widths: [3, 5, 2],
        header: [header],
        rows: this.#random.times(1, 3, group).flat(),
      },
    ];
  }

  /** More columns than have room for their longest words: words are divided, dates are not. */
  columns(): Block[] {
    const count = this.#random.int(6, 10);
    const dates = this.#random.int(0, count - 1);
    const word = (column: number): string =>
      column === dates || this.#random.chance(0.1)
        ? `${this.#random.int(10, 28)}.0${this.#random.int(1, 9)}.${1000 + ++this.#words}`
        : `${this.#random.pick(LONG)}${++this.#words}`;
    const row = (): TableRow => ({
      kind: "data",
      cells: Array.from({ length: count }, (_, column) => ({
        paragraphs: [[{ type: "text", text: this.#random.times(1, 2, () => word(column)).join(" ") }]],
        span: 1,
        align: "left",
      })),
    });
    return [
      this.#paragraph("text", 4, 60),
      { type: "table", caption: null, widths: null, header: [row()], rows: this.#random.times(1, 8, row) },
    ];
  }

  /** How a section ends: with text, a signature, an empty page that nobody asked for, or as it is. */
  end(): Block[] {
    const text = (): Block => this.#paragraph("text", 3, 30);
    const signature: Block = {
      type: "signature",
      post: [this.#inlines(2)],
      name: this.#inlines(1),
      seal: this.#random.chance(0.3),
    };
    return this.#random.pick<() => Block[]>([
      () => [],
      () => [text()],
      () => [text(), signature],
      () => [signature],
      () => [{ type: "page-break" }],
      () => [text(), { type: "page-break" }, { type: "page-break" }],
    ])();
  }

  turned(strains: readonly (readonly Block[])[]): Block[] {
    const mark: Block = { type: "restriction", lines: [this.#inlines(3), this.#inlines(2)] };
    const turns = strains.map((strain, index): Block[] => [
      { type: "page-break", orientation: index % 2 === 0 ? "landscape" : "portrait" },
      ...strain,
    ]);
    return [mark, this.#paragraph("text", 3, 30), ...turns.flat(), ...this.end()];
  }

  #word(): string {
    return `${this.#random.pick(WORDS).slice(0, 9)}${++this.#words}`;
  }

  #inlines(count: number): Inlines {
    return [{ type: "text", text: Array.from({ length: count }, () => this.#word()).join(" ") }];
  }

  #paragraph(role: ParagraphRole, least: number, most: number): Block {
    return { type: "paragraph", role, inlines: this.#inlines(this.#random.int(least, most)) };
  }

  #table({ rows, head = this.#random.int(1, 24) }: { readonly rows: number; readonly head?: number }): Block {
    const columns = this.#random.int(2, 3);
    const cell = (count: number): TableCell => ({ paragraphs: [this.#inlines(count)], span: 1, align: "left" });
    const tall = this.#random.int(0, columns - 1);
    const long = (column: number): number =>
      column === tall || this.#random.chance(0.2) ? this.#random.int(30, 520) : this.#random.int(1, 40);
    const data = (): TableRow => ({
      kind: "data",
      cells: Array.from({ length: columns }, (_, column) => cell(long(column))),
    });
    const row = (): TableRow =>
      this.#random.chance(0.15) ? { kind: "group", cells: [{ ...cell(3), span: columns }] } : data();
    const headed = this.#random.chance(0.8);
    return {
      type: "table",
      caption: this.#random.chance(0.4) ? this.#word() : null,
      widths: Array.from({ length: columns }, () => this.#random.int(3, 6)),
      header: headed
        ? [{ kind: "data", cells: Array.from({ length: columns }, (_, index) => cell(index === 0 ? head : 2)) }]
        : [],
      // A subheading heads a row.
      rows: [...Array.from({ length: rows - 1 }, row), data()],
    };
  }

  /** Paragraphs each of which keeps the next one. */
  #chain(): Block[] {
    return [
      ...Array.from({ length: this.#random.int(2, 30) }, () => this.#paragraph("keep", 3, 45)),
      this.#paragraph("text", 3, 60),
    ];
  }

  #headings(): Block[] {
    const list = `headings.${++this.#lists}`;
    const heading = (index: number): Block => ({
      type: "heading",
      id: `${list}.${index}`,
      level: 1,
      label: null,
      list,
      inlines: this.#inlines(this.#random.int(1, 12)),
    });
    return [
      ...Array.from({ length: this.#random.int(2, 70) }, (_, index) => heading(index)),
      this.#random.chance(0.5) ? this.#paragraph("text", 3, 60) : this.#table({ rows: 2 }),
    ];
  }

  #breaks(): Block[] {
    const pageBreak: Block = { type: "page-break" };
    return this.#random.pick<() => Block[]>([
      () => [pageBreak, pageBreak, this.#paragraph("text", 3, 40)],
      () => [pageBreak, this.#table({ rows: 2 }), pageBreak, this.#paragraph("text", 3, 40)],
      () => [this.#paragraph("keep", 3, 40), pageBreak, this.#paragraph("text", 3, 40)],
      () => [this.#table({ rows: 2 }), pageBreak, ...this.#headings()],
    ])();
  }

  /** Forced line breaks in justified text: in the middle, at the beginning and the end, one after another. */
  #lineBreaks(): Block[] {
    const lineBreak = { type: "break" } as const;
    const some = (): Inlines => this.#inlines(this.#random.int(3, 40));
    const forms: readonly (() => Inlines)[] = [
      () => [...some(), lineBreak, ...some()],
      () => [...some(), lineBreak],
      () => [...some(), lineBreak, lineBreak, ...some()],
      () => [lineBreak, ...some()],
      () => [...some(), lineBreak, ...some(), lineBreak, ...some()],
    ];
    return this.#random.times(2, 8, () => ({
      type: "paragraph",
      role: this.#random.pick(["text", "flush"] as const),
      inlines: this.#random.pick(forms)(),
    }));
  }
}
