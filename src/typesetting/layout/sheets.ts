import { mmToPt, mmToWholePt } from "../../base/units/index.ts";
import type { FlowChart, FlowSection } from "../flow/index.ts";
import { EPSILON, type Sheet } from "./ask-room.ts";
import type { PlacedItem, PlacedLine, Unnumbered } from "./layout.ts";
import { linePitch, spaceBetween } from "./measure.ts";
import { type NotePart, notesHeight, partNotes, placeNotes } from "./note-parts.ts";
import { type Margins, mirrorPt, runningLines } from "./page-number.ts";
import { shifted } from "./place-items.ts";

/** Which section pages belong to, and the number of its first one. */
type Numbering = { readonly section: number; readonly first: number };

/** The sheets of one section, which are filled one after another from top to bottom; lengths in pt. */
export class Sheets {
  readonly textWidthPt: number;
  readonly left: number;
  /** The page with the least room, as whoever asks for room sees it. */
  readonly least: Sheet;
  /** How far down the page is filled. */
  y: number;
  /** Lower edge of the text: over the footnotes of the page, and on the first page over a code. */
  bottom: number;
  /** Footnotes of the page, or parts of them. */
  notes: readonly NotePart[] = [];
  /** True until something stands on the page. */
  fresh = true;
  /** Space after the block above, which the next one's space before goes into. */
  afterAbove = 0;
  readonly #margins: Margins;
  readonly #numbering: Numbering;
  readonly #code: FlowChart | null;
  readonly #foot: readonly PlacedLine[];
  readonly #pages: PlacedItem[][] = [[]];
  readonly #top: number;
  /** What had no room on the page: it goes on at the foot of the next one. */
  #carried: readonly NotePart[] = [];
  /** True on a page that nothing but the flow of text began: space before is dropped at its top. */
  #flowedOver = false;

  constructor(section: FlowSection, numbering: Numbering, { profile, fonts }: Omit<Margins, "setup">) {
    const { page: setup, code, running } = section;
    this.#margins = { setup, profile, fonts };
    this.#numbering = numbering;
    this.#code = code;
    this.#foot = running === null ? [] : runningLines(running, this.#margins);
    this.#top = mmToWholePt(setup.topMm);
    this.bottom =
      mmToWholePt(setup.heightMm) - Math.max(mmToWholePt(setup.bottomMm), code === null ? 0 : this.#codePt(code));
    this.left = mmToWholePt(setup.leftMm);
    const { widthMm, leftMm, rightMm } = setup;
    this.textWidthPt = [widthMm, -leftMm, -rightMm].reduce((sum, length) => sum + mmToWholePt(length), 0);
    this.y = this.#top;
    const { orphanLines, widowLines } = profile;
    const overNotes = linePitch(profile.styles.text.sizePt, 1, fonts);
    this.least = { height: this.bottom - this.#top, orphanLines, widowLines, overNotes };
  }

  /** What stands on the page. */
  get page(): PlacedItem[] {
    return this.#pages.at(-1) as PlacedItem[];
  }

  /** Whether so much has room on the page. */
  fits(height: number): boolean {
    return this.y + height <= this.bottom + EPSILON;
  }

  /** The page, for something that is put on it now. */
  get filling(): PlacedItem[] {
    this.fresh = false;
    return this.page;
  }

  /** Goes down to a block by its space before. */
  spaceAbove(before: number): void {
    if (!(this.fresh && this.#flowedOver)) this.y += spaceBetween(this.afterAbove, before);
  }

  /** Goes down from a block by its space after. */
  spaceBelow(after: number): void {
    this.y += after;
    this.afterAbove = after;
  }

  /** @param asked whether a page break asks for it: otherwise the text flows over */
  newPage(asked = false): void {
    const { heightMm, bottomMm } = this.#margins.setup;
    this.#placeNotes();
    this.#pages.push([]);
    this.y = this.#top;
    this.bottom = mmToWholePt(heightMm) - mmToWholePt(bottomMm);
    this.fresh = true;
    this.#flowedOver = !asked;
    this.afterAbove = 0;
    // A line of text with the first line of another footnote has room over those that go on.
    const carried = this.#carried;
    this.#carried = [];
    this.addNotes(carried, this.#top + 2 * this.least.overNotes);
  }

  /** Puts footnotes at the foot of the page as far as there is room below `foot`. */
  addNotes(parts: readonly NotePart[], foot: number): void {
    if (parts.length === 0) return;
    if (this.notes.length === 0) this.bottom -= this.least.overNotes;
    const { here, rest } = partNotes(parts, this.bottom - foot);
    this.notes = [...this.notes, ...here];
    this.bottom -= notesHeight(here);
    this.#carried = [...this.#carried, ...rest];
  }

  /** The pages, each with the running line of the section. */
  finish(): Unnumbered[] {
    while (this.#carried.length > 0) this.newPage();
    this.#placeNotes();
    this.#placeCode();
    const { setup, profile } = this.#margins;
    const foot = this.#foot;
    const { section, first } = this.#numbering;
    return this.#pages.map((items, index) => {
      const printed = first + index;
      const by = mirrorPt(printed, setup, profile);
      return {
        section,
        ordinal: printed,
        widthPt: mmToPt(setup.widthMm),
        heightPt: mmToPt(setup.heightMm),
        running: by === 0 ? foot : foot.map((line) => shifted(line, by)),
        items: by === 0 ? items : items.map((item) => shifted(item, by)),
      };
    });
  }

  #placeNotes(): void {
    const at = { x: this.left, top: this.bottom, over: this.least.overNotes };
    if (this.notes.length > 0) placeNotes(this.filling, this.notes, at, this.#margins.profile);
    this.notes = [];
  }

  #placeCode(): void {
    const code = this.#code;
    if (code === null) return;
    const { widthMm, rightMm, heightMm } = this.#margins.setup;
    const x = mmToPt(widthMm - rightMm - code.widthMm);
    this.#pages[0]?.push({ type: "chart", chart: code, x, y: mmToPt(heightMm) - this.#codePt(code) });
  }

  /** From the lower edge of the sheet to the upper edge of the code, which stands over the running line. */
  #codePt(code: FlowChart): number {
    const { setup, profile, fonts } = this.#margins;
    const { sizePt, line } = profile.styles.running;
    return mmToPt(setup.footerMm + code.heightMm) + this.#foot.length * linePitch(sizePt, line, fonts);
  }
}
