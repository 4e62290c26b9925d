import type { Block, DocumentModel, Inlines, Section, TableBlock, TableRow } from "../document/index.ts";
import { inlinesText } from "../document/index.ts";
import type { Change, Conflict, ConflictKind, Step } from "./change.ts";
import { type Extent, endOf, extentOf, placeOfNew } from "./extents.ts";
import { compareNumbers, numberOf } from "./numbers.ts";
import { CLOSING, countWords, type Substitution, substitute } from "./words.ts";
import { clause, inlines, linesOf, writtenBlocks } from "./written-blocks.ts";

/** What a consolidated text says of the changes in it. */
export type Marks<S extends Step> = {
  /** Stands in place of what has lost its force: «Утратил силу (приказ от … № …)». */
  readonly repealed: (step: S) => Inlines;
  /** Stands under what was changed, by its latest wording and the changes after it: «(пункт 1 в редакции приказа …)»; null: nothing. */
  readonly changed: (steps: readonly S[]) => Inlines | null;
  /** Opens a new annex. */
  readonly annex: (number: string) => readonly Inlines[];
};

/** A document as amended, and what stood against it. */
export type Replayed<S extends Step> = { readonly model: DocumentModel; readonly conflicts: readonly Conflict<S>[] };

/**
 * Makes the changes of amending acts in a document, in the order given. Numbers stay: what loses its force keeps its number, what is new brings its
 * own. A change that cannot be made is left out and told. Without changes the document is what it was. Pure.
 */
export function replay<S extends Step>(model: DocumentModel, steps: readonly S[], marks: Marks<S>): Replayed<S> {
  if (steps.length === 0) return { model, conflicts: [] };
  const made = new Replay(model, marks);
  for (const step of steps) made.make(step);
  return { model: made.marked(), conflicts: made.conflicts };
}

/** No marks: only the words change, and what has lost its force stands empty under its number. */
export function unmarked<S extends Step>(): Marks<S> {
  return { repealed: () => [], changed: () => null, annex: () => [] };
}

/** Why a change was not made; null where it was. */
type Refusal = Pick<Conflict<Step>, "kind" | "known"> | null;

function refusal(kind: ConflictKind, known: readonly string[] = []): Refusal {
  return { kind, known };
}

/** A section that is being changed, and the changes of its blocks since they were last restated. */
type Working = { section: Section; blocks: Block[] };

class Replay<S extends Step> {
  readonly conflicts: Conflict<S>[] = [];
  readonly #model: DocumentModel;
  readonly #marks: Marks<S>;
  readonly #body: Working;
  readonly #annexes: Working[];
  readonly #touched = new Map<Block, readonly S[]>();
  readonly #repealed = new Map<Block, S>();
  /** Whole annexes that were restated or lost their force. */
  readonly #whole = new Map<Working, S>();

  constructor(model: DocumentModel, marks: Marks<S>) {
    this.#model = model;
    this.#marks = marks;
    this.#body = working(model.body);
    this.#annexes = model.annexes.map(working);
  }

  make(step: S): void {
    const refusal = this.#made(step);
    if (refusal !== null) this.conflicts.push({ step, ...refusal });
  }

  #made(step: S): Refusal {
    const { annex, clause: number, heading, row, action } = step.change;
    const place = number ?? heading;
    const here = this.#sectionOf(annex);
    if (here === null) {
      if (action === "add" && place === undefined && row === undefined) return this.#addAnnex(step);
      return refusal(
        "missing",
        this.#annexes.map(({ section }) => String(section.number ?? "единственное")),
      );
    }
    if (row !== undefined) return this.#row(step, here, row);
    if (place === undefined) return this.#annex(step, here);
    return action === "add" ? this.#add(step, here, place) : this.#change(step, here, place);
  }

  /** The document as it has become, with the marks of its changes. */
  marked(): DocumentModel {
    const section = ({ section: one, blocks }: Working): Section => ({
      ...one,
      blocks: blocks.flatMap((block, index) => [block, ...this.#marksAfter(blocks, index)]),
    });
    return { ...this.#model, body: section(this.#body), annexes: this.#annexes.map(section) };
  }

  /** Marks stand where what they are of ends; that of a clause after those of its subclauses. */
  #marksAfter(blocks: readonly Block[], index: number): Block[] {
    return blocks
      .slice(0, index + 1)
      .flatMap((block, from): Block[] => {
        const steps = this.#touched.get(block);
        if (steps === undefined || this.#endOfMarked(blocks, from) !== index + 1) return [];
        const mark = this.#marks.changed(steps);
        return mark === null ? [] : [{ type: "paragraph", role: "note", inlines: mark }];
      })
      .toReversed();
  }

  /** A new name of a section is marked at once, a section that is new at its end. */
  #endOfMarked(blocks: readonly Block[], from: number): number {
    const [first] = this.#touched.get(blocks[from] as Block) ?? [];
    const name = blocks[from]?.type === "heading" && first?.change.action !== "add";
    return name ? from + 1 : endOf(blocks, from);
  }

  #sectionOf(annex: string | undefined): Working | null {
    if (annex === undefined) return this.#body;
    const named = this.#annexes.find(({ section }) => section.number === Number(annex));
    return named ?? (this.#annexes.length === 1 && annex === "единственное" ? (this.#annexes[0] as Working) : null);
  }

  /** Another act that changed the place from the same day. */
  #sameDay(step: S, before: S | undefined): void {
    if (before !== undefined && before.from === step.from && before.act !== step.act)
      this.conflicts.push({ step, kind: "same-day", known: [], other: before });
  }

  #add(step: S, here: Working, number: string): Refusal {
    if (extentOf(here.blocks, number) !== null) return refusal("taken", numbersIn(here));
    const place = placeOfNew(here.blocks, number);
    if (place === null) return refusal("missing", numbersIn(here));
    const [first = "", ...more] = linesOf(step.change.text ?? "");
    const list = listOf(place.near);
    const id = `${here.section.id}.amended`;
    const head: Block =
      step.change.heading === undefined
        ? clause({ id: `${id}.${number}`, number, list }, withoutNumber(first, number))
        : {
            ...headingLike(here.blocks, list),
            id: `${id}.${number}`,
            label: `${number}.`,
            inlines: inlines(withoutNumber(first, number)),
          };
    here.blocks.splice(place.at, 0, head, ...writtenBlocks(more, { id, list }, number));
    this.#touched.set(head, [step]);
    return null;
  }

  #change(step: S, here: Working, number: string): Refusal {
    const type = step.change.clause === undefined ? "heading" : "clause";
    const extent = extentOf(here.blocks, number, type);
    if (extent === null) return refusal("missing", numbersIn(here, type));
    const [block] = here.blocks.slice(extent.from) as [Block];
    if (this.#repealed.has(block)) return refusal("repealed");
    const before = this.#touched.get(block) ?? [];
    this.#sameDay(step, before.at(-1));
    const { action, heading } = step.change;
    if (action === "delete") return this.#repeal(step, here, extent);
    if (action === "words")
      return this.#words(step, here, heading === undefined ? extent : { ...extent, to: extent.from + 1 });
    return this.#restate(step, here, extent);
  }

  /** New words: of a section only its heading, of a clause all that belongs to it. */
  #restate(step: S, here: Working, { from, to }: Extent): Refusal {
    const block = here.blocks[from] as Block;
    const number = numberOf(block) ?? "";
    const [first = "", ...more] = linesOf(step.change.text ?? "");
    const words = withoutNumber(first, number);
    if (block.type === "heading") {
      const next = { ...block, inlines: inlines(words) };
      here.blocks.splice(from, 1, next);
      this.#touched.set(next, [step]);
    } else if (block.type === "clause") {
      const { id, list, level } = block;
      const next: Block = { ...clause({ id, number, list }, words), level };
      here.blocks.splice(from, to - from, next, ...writtenBlocks(more, { id: `${id}.amended`, list }, number));
      // That it was new stays said; its earlier wordings do not.
      const came = (this.#touched.get(block) ?? []).filter(({ change }) => change.action === "add");
      this.#touched.set(next, [...came, step]);
    }
    return null;
  }

  #repeal(step: S, here: Working, { from, to }: Extent): Refusal {
    const block = here.blocks[from] as Block & { readonly inlines: Inlines };
    const next = { ...block, inlines: this.#marks.repealed(step) } as Block;
    here.blocks.splice(from, to - from, next);
    this.#repealed.set(next, step);
    return null;
  }

  /** Words of one place must stand there once; those of a whole annex or of the text change wherever they stand. */
  #words(step: S, here: Working, { from, to }: Extent, everywhere = false): Refusal {
    const { before, after } = substitutionOf(step.change);
    const blocks = here.blocks.slice(from, to);
    const count = countWords(blocks, before);
    if (count === 0 || (count > 1 && !everywhere)) return refusal(count === 0 ? "no-words" : "many-words");
    const changed = substitute(blocks, { before, after });
    for (const [index, block] of changed.entries()) {
      const old = blocks[index] as Block;
      const steps = this.#touched.get(old);
      if (steps !== undefined) this.#touched.set(block, steps);
      const repealed = this.#repealed.get(old);
      if (repealed !== undefined) this.#repealed.set(block, repealed);
    }
    const [head, ...more] = changed;
    if (head !== undefined && !everywhere) this.#touched.set(head, [...(this.#touched.get(head) ?? []), step]);
    // An item or a paragraph all of whose words went is gone.
    const left = more.filter((block, index) => !isEmptied(blocks[index + 1] as Block, block));
    here.blocks.splice(from, to - from, ...(head === undefined ? [] : [head]), ...left);
    return null;
  }

  #row(step: S, here: Working, number: string): Refusal {
    const { clause: within, cells = [], action } = step.change;
    const extent = within === undefined ? { from: 0, to: here.blocks.length } : extentOf(here.blocks, within, "clause");
    if (extent === null) return refusal("missing", numbersIn(here, "clause"));
    const tables = here.blocks.flatMap((block, index) =>
      block.type === "table" && index >= extent.from && index < extent.to ? [{ block, index }] : [],
    );
    const rowIn = ({ rows }: TableBlock): number => rows.findIndex((row) => nameOfRow(row) === number);
    const found = tables.find(({ block }) => rowIn(block) !== -1);
    const known = tables.flatMap(({ block }) => block.rows.map(nameOfRow));
    if (action === "add" && found !== undefined) return refusal("taken", known);
    const table =
      action === "add"
        ? tables.find(({ block }) => block.rows.some(({ cells: own }) => own.length === cells.length))
        : found;
    if (table === undefined) return refusal("missing", known);
    const { block, index } = table;
    const before = this.#touched.get(block) ?? [];
    this.#sameDay(
      step,
      before.find(({ change }) => change.row === number),
    );
    const at = action === "add" ? placeOfRow(block, number) : rowIn(block);
    const like = block.rows.find(({ cells: own }) => own.length === cells.length) ?? block.rows[at];
    const row: TableRow = {
      kind: "data",
      cells: cells.map((text, column) => ({
        ...(like?.cells[column] ?? { span: 1, align: "left" }),
        paragraphs: linesOf(text).map(inlines),
      })),
    };
    const rows = [...block.rows];
    if (action === "words") {
      const put = substitutionOf(step.change);
      const one: Block = { ...block, header: [], rows: [rows[at] as TableRow] };
      const count = countWords([one], put.before);
      if (count !== 1) return refusal(count === 0 ? "no-words" : "many-words");
      const [changed] = substitute([one], put);
      rows.splice(at, 1, ...(changed as TableBlock).rows);
    } else rows.splice(at, action === "add" ? 0 : 1, ...(action === "delete" ? [] : [row]));
    const next: Block = { ...block, rows };
    here.blocks.splice(index, 1, next);
    this.#touched.set(next, [...before, step]);
    return null;
  }

  /** A whole annex, or words wherever they stand. */
  #annex(step: S, here: Working): Refusal {
    const { action, text = "" } = step.change;
    if (this.#whole.get(here)?.change.action === "delete") return refusal("repealed");
    if (action === "words") return this.#words(step, here, { from: 0, to: here.blocks.length }, true);
    if (action === "add") return refusal("taken");
    this.#sameDay(step, this.#whole.get(here));
    const [from, to] = textOf(here.blocks);
    const { id } = here.section;
    const blocks: Block[] =
      action === "delete"
        ? [{ type: "paragraph", role: "text", inlines: this.#marks.repealed(step) }]
        : writtenBlocks(linesOf(text), { id: `${id}.amended`, list: `${id}.clauses` }, null);
    here.blocks.splice(from, to - from, ...blocks);
    this.#whole.set(here, step);
    const last = blocks.at(-1);
    if (last !== undefined && action !== "delete") this.#touched.set(last, [step]);
    return null;
  }

  #addAnnex(step: S): Refusal {
    const { annex = "", text = "" } = step.change;
    const [title = "", ...lines] = linesOf(text);
    const number = /^\d+$/.test(annex) ? Number(annex) : null;
    const id = `annex-amended-${annex}`;
    const blocks: Block[] = [
      { type: "annex-mark", lines: this.#marks.annex(annex) },
      { type: "title", align: "center", inlines: inlines(title) },
      ...writtenBlocks(lines, { id, list: `${id}.clauses` }, null),
    ];
    const added = working({ id, role: "annex", number, title, orientation: "portrait", blocks });
    this.#annexes.push(added);
    this.#whole.set(added, step);
    this.#touched.set(blocks.at(-1) as Block, [step]);
    return null;
  }
}

function isEmptied(before: Block, after: Block): boolean {
  const words = (one: Block): string | null =>
    one.type === "item" || one.type === "paragraph" ? inlinesText(one.inlines).trim() : null;
  return words(after) === "" && words(before) !== "";
}

/** What a change of words puts in place of what; a sign needs no space before it. */
function substitutionOf({ words = "", after = "", text = "" }: Change): Substitution {
  if (after === "") return { before: words, after: text };
  return { before: after, after: CLOSING.test(text) ? `${after}${text}` : `${after} ${text}` };
}

function working(section: Section): Working {
  return { section, blocks: [...section.blocks] };
}

function numbersIn({ blocks }: Working, type?: "clause" | "heading"): string[] {
  return blocks.flatMap((block) => (type === undefined || block.type === type ? (numberOf(block) ?? []) : []));
}

function listOf(block: Block): string {
  return block.type === "clause" || block.type === "heading" ? block.list : "";
}

/** The number that a text begins with by habit is not printed twice. */
function withoutNumber(text: string, number: string): string {
  return text.startsWith(`${number}. `) ? text.slice(number.length + 2) : text;
}

type Heading = Extract<Block, { readonly type: "heading" }>;

function headingLike(blocks: readonly Block[], list: string): Heading {
  const like = blocks.find((block): block is Heading => block.type === "heading");
  return like ?? { type: "heading", id: "", level: 1, label: null, list, inlines: [] };
}

/** The first cell of a row as it is named: «3», «1.1». */
function nameOfRow({ cells }: TableRow): string {
  return inlinesText(cells[0]?.paragraphs.flat() ?? [])
    .replace(/\.$/, "")
    .trim();
}

/** A new row comes before the first one of a later number. */
function placeOfRow({ rows }: TableBlock, number: string): number {
  const NUMBER = /^\d+(\.\d+)*$/;
  const later = rows.findIndex((row) => {
    const name = nameOfRow(row);
    return NUMBER.test(name) && NUMBER.test(number) && compareNumbers(name, number) > 0;
  });
  const total = rows.findIndex(({ kind }) => kind === "total");
  return later !== -1 ? later : total !== -1 ? total : rows.length;
}

/** What of the blocks of an annex is its text: neither the marks over it nor signatures under it. */
function textOf(blocks: readonly Block[]): [from: number, to: number] {
  const HEAD: readonly Block["type"][] = [
    "annex-mark",
    "approvals",
    "kind-title",
    "title",
    "restriction",
    "letterhead",
    "dateline",
  ];
  const FOOT: readonly Block["type"][] = ["signature", "parties", "acquaintance", "executor"];
  const from = blocks.findIndex(({ type }) => !HEAD.includes(type));
  const foot = blocks.findLastIndex(({ type }) => !FOOT.includes(type)) + 1;
  return from === -1 ? [blocks.length, blocks.length] : [from, Math.max(from, foot)];
}
