import { mmToPt, mmToWholePt } from "../../base/units/index.ts";
import type { PageSetup } from "../../paperwork/schemas/index.ts";
import { BEHIND_TABLE_PT, type FlowChart, type FlowSection, type Profile } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { chainHeight, firstPart, leastOf, leastOfNotes, rowChain, type Sheet, sumHeights } from "./ask-room.ts";
import { asPlaced, GoingOver, type Own } from "./going-over.ts";
import { isLong, keepsNext } from "./keep.ts";
import type { PlacedItem, PlacedLine, Unnumbered } from "./layout.ts";
import { letGo } from "./let-go.ts";
import {
  linePitch,
  type Measured,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredTable,
  spaceBetween,
  stackHeight,
} from "./measure.ts";
import { type NotePart, notesHeight, partNotes, placeNotes, wholeNotes } from "./note-parts.ts";
import { mirrorPt, runningLines } from "./page-number.ts";
import { cellRules, placeCell, placeLines, shifted } from "./place-items.ts";

const EPSILON = 0.05;
/** What the lower edge of a table and rounding add up to, pt. */
const NEAR = 1;

/** How the pages of a section are numbered. */
export type Numbering = { readonly section: number; readonly first: number };

/** Fills the pages of one section from top to bottom. */
export class Paginator {
  readonly textWidthPt: number;
  readonly #profile: Profile;
  readonly #setup: PageSetup;
  readonly #numbering: Numbering;
  readonly #fonts: Fonts;
  readonly #code: FlowChart | null;
  readonly #foot: readonly PlacedLine[];
  readonly #pages: PlacedItem[][] = [[]];
  readonly #top: number;
  /** Lower edge of the text: over the footnotes of the page, and on the first page over a code. */
  #bottom: number;
  /** Footnotes of the page, or parts of them. */
  #notes: NotePart[] = [];
  /** What had no room on the page: it goes on at the foot of the next one. */
  #carried: readonly NotePart[] = [];
  readonly #left: number;
  #y: number;
  /** True until something stands on the page. */
  #fresh = true;
  /** True at the top of a page that nothing but the flow of text began: space before is dropped there. */
  #flowedOver = false;
  /** Space after the paragraph above, which the next one's space before goes into. */
  #afterAbove = 0;

  constructor(profile: Profile, { page: setup, code, running }: FlowSection, fonts: Fonts, numbering: Numbering) {
    this.#profile = profile;
    this.#setup = setup;
    this.#numbering = numbering;
    this.#fonts = fonts;
    this.#code = code;
    this.#foot = running === null ? [] : runningLines(running, { setup, profile, fonts });
    this.#top = mmToWholePt(setup.topMm);
    this.#bottom =
      mmToWholePt(setup.heightMm) - Math.max(mmToWholePt(setup.bottomMm), code === null ? 0 : this.#codePt(code));
    this.#left = mmToWholePt(setup.leftMm);
    const { widthMm, leftMm, rightMm } = setup;
    this.textWidthPt = [widthMm, -leftMm, -rightMm].reduce((sum, length) => sum + mmToWholePt(length), 0);
    this.#y = this.#top;
    const { orphanLines, widowLines } = profile;
    const overNotes = linePitch(profile.styles.text.sizePt, 1, fonts);
    this.#sheet = { height: this.#bottom - this.#top, orphanLines, widowLines, overNotes };
  }

  /** Places the blocks and gives them as they were placed: without what no page could hold together. */
  add(measured: readonly Measured[]): readonly Measured[] {
    const blocks = letGo(measured, this.#sheet);
    const placed: Measured[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.type === "page-break") {
        this.#newPage();
        this.#flowedOver = false;
        placed.push(block);
        continue;
      }
      // A chain of keep-with-next moves whole: it needs room for all of it and the first lines of what follows.
      const opensChain = !keepsNext(blocks[index - 1]) || this.#fresh;
      if (opensChain && keepsNext(block) && !isLong(block) && !this.#fresh) {
        const height = chainHeight(blocks, index, this.#afterAbove, this.#sheet);
        if (!this.#fits(height)) {
          // A word processor that begins a table where only its lower edge has no room loses rows of it: it is told to go on.
          const near = this.#fits(height - NEAR) && block.type === "paragraph";
          this.#newPage();
          if (near) placed.push({ type: "page-break" });
          this.#flowedOver = !near;
        }
      }
      if (block.type === "table") {
        const bound = keepsNext(block) ? block.edge + chainHeight(blocks, index + 1, 0, this.#sheet) : 0;
        placed.push(this.#table(block, bound, index === blocks.length - 1));
        continue;
      }
      placed.push(block);
      if (block.type === "paragraph") this.#paragraph(block);
      else this.#chart(block);
    }
    return placed;
  }

  /** The pages, each with the running line of the section. */
  finish(): Unnumbered[] {
    const { widthMm, heightMm } = this.#setup;
    const foot = this.#foot;
    const { section, first } = this.#numbering;
    while (this.#carried.length > 0) this.#newPage();
    this.#placeNotes();
    this.#placeCode();
    return this.#pages.map((items, index) => {
      const printed = first + index;
      const by = mirrorPt(printed, this.#setup, this.#profile);
      return {
        section,
        ordinal: printed,
        widthPt: mmToPt(widthMm),
        heightPt: mmToPt(heightMm),
        running: by === 0 ? foot : foot.map((line) => shifted(line, by)),
        items: by === 0 ? items : items.map((item) => shifted(item, by)),
      };
    });
  }

  /** From the lower edge of the sheet to the upper edge of the code, which stands over the running line. */
  #codePt(code: FlowChart): number {
    const { sizePt, line } = this.#profile.styles.running;
    return mmToPt(this.#setup.footerMm + code.heightMm) + this.#foot.length * linePitch(sizePt, line, this.#fonts);
  }

  #placeCode(): void {
    const code = this.#code;
    if (code === null) return;
    const x = mmToPt(this.#setup.widthMm - this.#setup.rightMm - code.widthMm);
    this.#pages[0]?.push({ type: "chart", chart: code, x, y: mmToPt(this.#setup.heightMm) - this.#codePt(code) });
  }

  #newPage(): void {
    this.#placeNotes();
    this.#pages.push([]);
    this.#y = this.#top;
    this.#bottom = mmToWholePt(this.#setup.heightMm) - mmToWholePt(this.#setup.bottomMm);
    this.#fresh = true;
    this.#flowedOver = true;
    this.#afterAbove = 0;
    // A line of text with the first line of another footnote has room over those that go on.
    const carried = this.#carried;
    this.#carried = [];
    this.#addNotes(carried, this.#top + 2 * this.#sheet.overNotes);
  }

  #fits(height: number): boolean {
    return this.#y + height <= this.#bottom + EPSILON;
  }

  #put(...items: readonly PlacedItem[]): void {
    if (items.length === 0) return;
    this.#pages.at(-1)?.push(...items);
    this.#fresh = false;
  }

  /** The page, the least of all, as whoever asks for room on it sees it. */
  readonly #sheet: Sheet;

  #paragraph(block: MeasuredParagraph): void {
    if (!(this.#fresh && this.#flowedOver)) this.#y += spaceBetween(this.#afterAbove, block.before);
    let rest = block.lines;
    let start = 0;
    while (rest.length > 0) {
      const room = this.#room(block, start);
      const take = this.#linesHere(rest.length, room, block, start === 0);
      if (take === 0) {
        this.#newPage();
        continue;
      }
      this.#put(...placeLines(block, { x: this.#left, y: this.#y }, [start, start + take]));
      this.#takeNotes(block, start, start + take);
      this.#y += take * block.pitch;
      start += take;
      rest = block.lines.slice(start);
      if (rest.length > 0) this.#newPage();
    }
    this.#y += block.after;
    this.#afterAbove = block.after;
  }

  /** How many lines from `start` there is room for, each with the footnotes that it refers to, the last of which may go on over the page. */
  #room(block: MeasuredParagraph, start: number): number {
    const lines = (height: number): number =>
      Math.max(0, Math.floor((height - this.#y - block.lineHeight + EPSILON) / block.pitch) + 1);
    const most = Math.min(block.lines.length - start, lines(this.#bottom));
    if (block.notes === undefined) return most;
    let bottom = this.#bottom;
    for (let count = 0; count < most; count++) {
      const notes = block.notes[start + count] ?? [];
      const over = notes.length > 0 && this.#notes.length === 0 && bottom === this.#bottom ? this.#sheet.overNotes : 0;
      if (lines(bottom - over - leastOfNotes(notes)) <= count) return count;
      bottom -= over + stackHeight(notes);
      if (lines(bottom) <= count) return count + 1;
    }
    return most;
  }

  /** Footnotes of lines go to the foot of the page. */
  #takeNotes({ notes, pitch, lineHeight }: MeasuredParagraph, from: number, to: number): void {
    const taken = (notes ?? []).slice(from, to).flat();
    this.#addNotes(wholeNotes(taken), this.#y + (to - from - 1) * pitch + lineHeight);
  }

  /** Puts footnotes on the page as far as there is room below `foot`. */
  #addNotes(parts: readonly NotePart[], foot: number): void {
    if (parts.length === 0) return;
    if (this.#notes.length === 0) this.#bottom -= this.#sheet.overNotes;
    const { here, rest } = partNotes(parts, this.#bottom - foot);
    this.#notes.push(...here);
    this.#bottom -= notesHeight(here);
    this.#carried = [...this.#carried, ...rest];
  }

  #placeNotes(): void {
    const at = { x: this.#left, top: this.#bottom, over: this.#sheet.overNotes };
    this.#put(...placeNotes(this.#notes, at, this.#profile));
    this.#notes = [];
  }

  /** How many of `count` lines stand on this page by widow and orphan control. */
  #linesHere(count: number, room: number, block: MeasuredParagraph, first: boolean): number {
    if (count <= room) return count;
    if (this.#fresh)
      return Math.max(1, Math.min(room, first ? count - Math.min(this.#profile.widowLines, count - 1) : room));
    if (block.keepLines) return 0;
    const take = Math.min(room, count - this.#profile.widowLines);
    return take >= (first ? this.#profile.orphanLines : 1) ? take : 0;
  }

  #chart(block: Extract<Measured, { readonly type: "chart" }>): void {
    if (!this.#fits(spaceBetween(this.#afterAbove, block.before) + block.height) && !this.#fresh) this.#newPage();
    if (!(this.#fresh && this.#flowedOver)) this.#y += spaceBetween(this.#afterAbove, block.before);
    const x = this.#left + mmToPt(block.source.leftMm ?? 0);
    this.#put({ type: "chart", chart: block.source, x, y: this.#y });
    this.#y += block.height + block.after;
    this.#afterAbove = block.after;
  }

  /** Gives the table as it was placed. `bound` is the height of what is bound to the last row; `ends` when nothing of the section is behind the table. */
  #table(table: MeasuredTable, bound: number, ends: boolean): MeasuredTable {
    const follow = ends ? BEHIND_TABLE_PT : bound;
    const head = table.rows.slice(0, table.source.headerRows);
    const own: Own = { table, head, over: new GoingOver(table), split: new Set() };
    // What is left of a merged cell stands under rules and padding of its own on the next page.
    const most = this.#sheet.height - sumHeights(head) - 2 * (table.edge + table.verticalPadding);
    if (!this.#fits(firstPart(table, this.#sheet, ends)) && !this.#fresh) this.#newPage();
    // What parts a table from the text above it goes over to the next page with it.
    this.#y += table.before;
    for (const [index, row] of table.rows.entries()) {
      const isHead = index < head.length && table.source.repeatsHead !== false;
      const need = own.over.need(index, this.#y);
      const tall = row.splits || need > most;
      const chain = tall ? leastOf(table, row) : isHead ? row.height : rowChain(table.rows, index, follow);
      if (!this.#fits((tall ? chain : Math.max(chain, need)) + table.edge) && !this.#fresh && !(isHead && index > 0))
        this.#breakTable(own, index, { repeats: !isHead });
      const height = Math.max(row.height, own.over.need(index, this.#y));
      own.over.begin(row, index, { page: this.#page, top: this.#y });
      if (this.#fits(height + table.edge)) this.#row(table, { ...row, height }, false);
      else this.#splitRow(own, row, index);
      own.over.end(index, this.#place);
    }
    this.#y += table.edge;
    this.#afterAbove = 0;
    return asPlaced(own);
  }

  get #page(): PlacedItem[] {
    return this.#pages.at(-1) as PlacedItem[];
  }

  /** What ends where the page is filled up to. */
  get #place(): { readonly page: PlacedItem[]; readonly left: number; readonly bottom: number } {
    return { page: this.#page, left: this.#left, bottom: this.#y };
  }

  /** A table goes on on the next page before a row, or inside it. */
  #breakTable({ table, head, over }: Own, index: number, { repeats = true, inside = false } = {}): void {
    over.leave(index, this.#place, inside);
    this.#newPage();
    if (repeats && table.source.repeatsHead !== false) for (const row of head) this.#row(table, row, true);
    over.goOn(this.#page, this.#y);
  }

  #row(table: MeasuredTable, row: MeasuredRow, repeated: boolean): void {
    const at = { x: this.#left, y: this.#y, repeated };
    for (const cell of row.cells)
      if (!cell.goesOver) this.#put(...placeCell(table, cell, { ...at, height: cell.down ?? row.height }));
    this.#y += row.height;
    this.#fresh = false;
  }

  /** A row taller than a page goes on over pages line by line; nothing is cut off. */
  #splitRow(own: Own, row: MeasuredRow, index: number): void {
    const { table } = own;
    own.split.add(index);
    const cells = [...row.cells.filter(({ goesOver }) => !goesOver), ...own.over.take(index, this.#place)];
    const queues = cells.map((cell) =>
      cell.paragraphs.flatMap((paragraph) => paragraph.lines.map((_, line) => ({ paragraph, line }))),
    );
    // What stands under the text of a whole row stands under that of a part, too.
    const foot = this.#bottom - table.verticalPadding - table.edge;
    while (queues.some((queue) => queue.length > 0)) {
      const top = this.#y;
      let lowest = top;
      for (const [at, queue] of queues.entries()) {
        const cell = cells[at];
        let y = top + table.rule + table.verticalPadding;
        let next = queue[0];
        while (cell !== undefined && next !== undefined && y + next.paragraph.lineHeight <= foot + EPSILON) {
          const x = this.#left + table.x + cell.x + table.padding;
          this.#put(...placeLines(next.paragraph, { x, y }, [next.line, next.line + 1]));
          y += next.paragraph.pitch;
          queue.shift();
          next = queue[0];
        }
        lowest = Math.max(lowest, y);
      }
      for (const cell of cells)
        this.#put(...cellRules(table, cell, { left: this.#left, top, bottom: lowest + table.verticalPadding }));
      this.#y = lowest + table.verticalPadding;
      if (queues.some((queue) => queue.length > 0)) this.#breakTable(own, index, { inside: true });
    }
  }
}
