import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { CheckBox, Flow, FlowChange, FlowChart, FlowParagraph, FlowRun } from "../flow/index.ts";
import type { Face } from "../fonts/index.ts";

/** Pages of placed things. All lengths in pt, origin at the upper left corner of the sheet, y down. */
export type Layout = {
  /** The flow as laid out, with the pages filled into its table of contents. */
  readonly flow: Flow;
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
};

/** A page of a section with its number, running line and items; lengths in pt. */
export type Page = {
  /** Index of the flow section the page belongs to. */
  readonly section: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** What its number is, printed or not. */
  readonly ordinal: number;
  /** Printed page number; null on the first page of a section. */
  readonly number: PlacedLine | null;
  /** The running line of an edition at the foot of the page; empty when there is none. */
  readonly running: readonly PlacedLine[];
  readonly items: readonly PlacedItem[];
};

/** A page as a section fills it: nobody knows yet how many there are. */
export type Unnumbered = Omit<Page, "number">;

/** What stands on a page, by its place in pt from the upper left corner. */
export type PlacedItem = PlacedLine | PlacedRule | PlacedChart;

/** `spacing` is added to every plain space of the piece. */
export type LinePiece = {
  readonly x: number;
  readonly face: Face;
  readonly sizePt: number;
  readonly text: string;
  readonly spacing: number;
  readonly label: boolean;
  /** The hyphen of a divided word: seen, not part of the text. */
  readonly hyphen?: true;
  /** The raised number of a footnote. */
  readonly raised?: Extract<FlowRun, { readonly type: "note" }>;
  /** What it is a link to: an address, or behind `#` a place in the document. */
  readonly href?: string;
  /** A line to fill in in place of the text, so wide, and what it says to those who listen. */
  readonly blank?: { readonly widthPt: number; readonly says: string };
  /** A check box that the text is the sign of. */
  readonly checkBox?: CheckBox;
  /** Dots that lead the eye to a page number: seen, not read. */
  readonly leader?: true;
  /** It came or went between two editions. */
  readonly change?: FlowChange;
  /** Width of the coloured ground under the piece; absent: none. */
  readonly markPt?: number;
};

/** How a line ended, for those who must end it at the same place. */
export type LineEnd = {
  /** Behind the last character that it shows, counted in the text of the paragraph. */
  readonly at: number;
  /** A word goes on behind a hyphen that is no part of the text. */
  readonly hyphen: boolean;
  /** What it leaves free, without the hyphen, when its spaces are as wide as they are. */
  readonly freePt: number;
  /** Where the lines to fill in that stand in it begin and end, and where it begins itself, pt from the edge of the column; absent: there are none. */
  readonly blanks?: {
    readonly startPt: number;
    readonly edgePt: number;
    /** What it begins with ends in one, or is one: only a forced break keeps a word processor from beginning that on the line above. */
    readonly opens: boolean;
    readonly places: readonly (readonly [from: number, to: number])[];
  };
};

/** A line of text; `y` is its baseline, pt. */
export type PlacedLine = {
  readonly type: "line";
  readonly y: number;
  readonly pieces: readonly LinePiece[];
  /** The paragraph the line belongs to; null for what is not part of the text (page numbers, repeated heads). */
  readonly owner: FlowParagraph | null;
  /** True when the next line goes on without a space: a word is divided by a hyphen, cut, or parted at a mark inside it. */
  readonly continues: boolean;
  readonly end: LineEnd;
};

/** A straight rule: a border or a line for a signature. */
export type PlacedRule = {
  readonly type: "rule";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly widthPt: number;
};
/** A chart by its upper left corner, pt. */
type PlacedChart = { readonly type: "chart"; readonly chart: FlowChart; readonly x: number; readonly y: number };
