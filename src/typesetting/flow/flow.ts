import type { Picture } from "../../base/pictures/index.ts";
import type { DocumentMeta, Orientation } from "../../paperwork/document/index.ts";
import type { PageSetup, ParagraphStyle, StyleName } from "../../paperwork/schemas/index.ts";
import type { Profile } from "./profile.ts";

/**
 * A document lowered to what a page can show: styled paragraphs, tables and charts.
 * Both writers consume the same flow, so their words agree by construction.
 */
export type Flow = {
  readonly meta: DocumentMeta;
  readonly profile: Profile;
  /** Pictures by their files, for those who compose another tree with them. */
  readonly pictures: PictureSource;
  readonly sections: readonly FlowSection[];
};

/** Gives the picture of a file. */
export type PictureSource = (file: string) => Picture;

/** Starts a new page. Where numbers begin anew with the section, its first page carries none. */
export type FlowSection = {
  readonly id: string;
  readonly title: string;
  /** Goes on with the text and the page numbers of the section above, on sheets that lie the other way. */
  readonly goesOn?: true;
  /** No number is printed on its first page. */
  readonly bare?: true;
  readonly orientation: Orientation;
  readonly page: PageSetup;
  /** How many pages its numbers go up to, once the layout knows: those of the document, or of the sections up to the next one where they begin anew. */
  readonly pages?: number;
  /** The line at the foot of every page, drawn like the page number and no part of the text; null: none. */
  readonly running: FlowParagraph | null;
  /** Machine-readable code in the lower right corner of the first page; the text ends above it. */
  readonly code: FlowChart | null;
  readonly blocks: readonly FlowBlock[];
};

/** What a page can show; every writer and the layout have a line for each. */
export type FlowBlock = FlowParagraph | FlowTable | FlowChart | FlowPageBreak;

/** How the letters of a run look beside those of its style. */
export type FlowLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  /** What the run is a link to, as in the tree. */
  readonly href?: string;
};

/** The other family with its style, which may be another one than the paragraph's, and the size, pt, in which it stands in the lines of the first one. */
export type BorrowedLook = FlowLook & { readonly family: string; readonly sizePt: number };

/** Whether a box is marked, and how that is said. */
export type CheckBox = { readonly checked: boolean; readonly says: string };

/** What came or went between two editions: the line that shows it, and what is heard before it. Only what is printed of a comparison has it; a DOCX tracks changes itself. */
export type FlowChange = { readonly line: "under" | "through"; readonly double: boolean; readonly says: string };

/** A piece of a paragraph of one look; `target` is the bookmark of the clause that a reference names. */
export type FlowRun =
  | (FlowLook & {
      readonly type: "text";
      readonly text: string;
      /** Shown on a coloured ground: a form to be confirmed. */
      readonly marked?: true;
      /** Letters are set so much wider, pt, or closer; absent: not at all. */
      readonly spacedPt?: number;
      /** The number of a caption in the sequence of this name: «Таблица»; word processors count it anew. */
      readonly sequence?: string;
      /** A check box in place of the text, which is its sign; `says` what it is for those who listen. */
      readonly checkBox?: CheckBox;
      readonly change?: FlowChange;
      /** Set in another family than the document: it lacks these characters. */
      readonly borrowed?: BorrowedLook;
    })
  | (FlowLook & { readonly type: "reference"; readonly text: string; readonly target: string })
  /** The raised number of a footnote where it is referred to, with its text; without one: before the text itself. */
  | {
      readonly type: "note";
      readonly text: string;
      readonly sizePt: number;
      readonly risePt: number;
      readonly note?: FlowParagraph;
    }
  /** A line to fill in: `text` is one character that stands for it, `says` what it is for those who listen. */
  | (FlowLook & {
      readonly type: "blank";
      readonly text: typeof BLANK;
      readonly says: string;
      readonly widthMm: number;
      /** It goes on up to the right edge. */
      readonly fills: boolean;
      /** Found by the layout: how many stops of its paragraph it goes over. */
      readonly tabs?: number;
    })
  | { readonly type: "break" };

/** The character of a line to fill in: word processors reach its end by tabs. */
export const BLANK = "\t";
/** A line to fill in holds two figures written by hand at least: so many sizes of its letters. */
export const BLANK_LEAST_EM = 2;

/** What the paragraph is for a screen reader, where it is no heading (`outline`). */
type FlowRole = "paragraph" | "clause" | "item" | "caption" | "contents";

/** Automatic number before the text, parted from it by one space of fixed width. */
export type FlowLabel = {
  /** As printed: «1.1.», «–», «1)»; empty where a check box opens the text. */
  readonly text: string;
  /** Sequence; every distinct `list` is one native list that starts at 1. */
  readonly list: string;
  readonly level: number;
  readonly format: "decimal" | "dash" | "paren" | "check-box";
};

/** A paragraph: its words, its automatic number, and how it holds to what stands around it. Measures come from its style. */
export type FlowParagraph = {
  readonly type: "paragraph";
  readonly style: StyleName;
  /** Replaces the size of the style where a table has no room for it, pt. */
  readonly sizePt?: number;
  readonly role: FlowRole;
  readonly runs: readonly FlowRun[];
  readonly label: FlowLabel | null;
  /** Dots up to the right margin and the page of the target behind them; `text` is the number once the pages are known. */
  readonly leader?: { readonly target: string; readonly level: number; readonly text: string };
  /** Bookmark name that references aim at; null when nothing does. */
  readonly bookmark: string | null;
  /** Level of a heading from 1, none of them skipped (tags and bookmarks of PDF, navigation pane of Word); null: no heading. */
  readonly outline: number | null;
  /** Stands over a table of contents: a word processor makes it of all headings that the document has for it, and this is none of them. */
  readonly unlisted?: true;
  /** Adds to the style's own flag. */
  readonly keepNext: boolean;
  /** Let go by the layout, whatever the style says: no page holds all that it is bound to. */
  readonly loose?: true;
  /** Replaces the style's space before (pt) where the place asks for it (first block of a page); null: the style's. */
  readonly beforePt: number | null;
  /** The same of the space after; null: the style's. */
  readonly afterPt: number | null;
  /** Found by the layout where lines to fill in stand: the ends of these and the beginning of the first line, pt from the left edge of the column. */
  readonly stops?: { readonly endsPt: readonly number[]; readonly startPt: number; readonly edgePt: number };
  /** Room that the place leaves free at either side, beside the style's own indents; absent: none. */
  readonly sides?: { readonly leftMm: number; readonly rightMm: number };
};

/** The measures that a paragraph has: those of its style, in its own size. */
export function styleOf(
  { style, sizePt }: Pick<FlowParagraph, "style" | "sizePt">,
  { styles }: Pick<Profile, "styles">,
): ParagraphStyle {
  return sizePt === undefined ? styles[style] : { ...styles[style], sizePt };
}

/** A line of a table of contents. */
export type FlowEntry = FlowParagraph & { readonly leader: NonNullable<FlowParagraph["leader"]> };

/** Whether a block is a line of a table of contents. */
export function isEntry(block: FlowBlock | undefined): block is FlowEntry {
  return block?.type === "paragraph" && block.leader !== undefined;
}

/** A cell over `span` columns. */
export type FlowCell = {
  readonly paragraphs: readonly FlowParagraph[];
  readonly span: number;
  /** Rows that it goes down over; absent: one. 0 keeps the place of a cell above that goes over it. */
  readonly rows?: number;
  /** Found by the layout, where its words go on over pages: the parts of it on each. */
  readonly parts?: readonly FlowPart[];
  /** Header cells of a data table say what they head. */
  readonly scope: "column" | "row" | null;
  readonly vertical: "top" | "center" | "bottom";
  /** Ruled edges. */
  readonly rules: "all" | "none";
};
/** What of a merged cell stands on one page: rows, and lines of its words. */
export type FlowPart = { readonly rows: number; readonly lines: number };
/** A row of a table: never parted over two pages unless no page holds it. */
export type FlowRow = {
  readonly cells: readonly FlowCell[];
  readonly keepNext: boolean;
  /** Let go by the layout, as of a paragraph. */
  readonly loose?: true;
  /** Found by the layout to be taller than a page: it goes on over pages line by line. */
  readonly splits?: boolean;
  /** Least height of the row; absent: as high as its text. */
  readonly heightMm?: number;
};

/** `layout` tables place requisites (signature, dateline) and mean nothing to a screen reader. */
export type FlowTable = {
  readonly type: "table";
  readonly semantics: "data" | "layout";
  /** A layout table that is read column by column; absent: row by row. */
  readonly reading?: "columns";
  /** Left edge from the text margin. */
  readonly indentMm: number;
  readonly columnsMm: readonly number[];
  readonly paddingMm: number;
  /** Between the rules and the text above and below. */
  readonly verticalPaddingMm: number;
  /** Thickness of the rules. */
  readonly rulePt: number;
  /** Number of first rows repeated on every page. */
  readonly headerRows: number;
  /** Found by the layout: a head that would leave less than half of the page to the rows is not repeated. */
  readonly repeatsHead?: false;
  readonly rows: readonly FlowRow[];
  /** Summary for assistive technology; null for layout tables. */
  readonly summary: string | null;
  /** Once a section is composed: height of the empty paragraph above, 0 where there is none; while it is: space that the table asks for. */
  readonly beforePt: number;
  /** Space that the table asks for under it; 0 once a section is composed. */
  readonly afterPt: number;
};

/** A heading of a document. */
type FlowHeading = FlowParagraph & { readonly outline: number };

/** The headings of a section in the order of reading; those of a letterhead in a corner stand in its table. */
export function sectionHeadings({ blocks }: Pick<FlowSection, "blocks">): FlowHeading[] {
  return paragraphsIn(blocks).filter((one): one is FlowHeading => one.outline !== null);
}

/** Paragraphs of blocks in the order in which they stand; what is drawn has none. */
export function paragraphsIn(blocks: readonly FlowBlock[]): FlowParagraph[] {
  const found: FlowParagraph[] = [];
  for (const block of blocks)
    if (block.type === "paragraph") found.push(block);
    else if (block.type === "table") addParagraphs(found, block);
  return found;
}

/** The block with each of its paragraphs changed, those in the cells of a table too. */
export function mapParagraphs(block: FlowBlock, change: (paragraph: FlowParagraph) => FlowParagraph): FlowBlock {
  if (block.type === "paragraph") return change(block);
  if (block.type !== "table") return block;
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })),
  }));
  return { ...block, rows };
}

/** Paragraphs of a table by rows. */
export function tableParagraphs(table: FlowTable): FlowParagraph[] {
  const found: FlowParagraph[] = [];
  addParagraphs(found, table);
  return found;
}

function addParagraphs(found: FlowParagraph[], { rows }: FlowTable): void {
  for (const { cells } of rows) for (const { paragraphs } of cells) found.push(...paragraphs);
}

/** A chart drawn by geometry in mm from its upper left corner (origin top left, y down), or a picture of a file. */
export type FlowChart = {
  readonly type: "chart";
  readonly alt: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Left edge from the text margin; absent: at the margin. */
  readonly leftMm?: number;
  /** A picture stands alone, without shapes. */
  readonly picture?: Picture;
  readonly shapes: readonly ChartShape[];
  /** Stays with the block behind it. */
  readonly keepNext?: true;
  /** Space above it, as of a paragraph; absent: none, the caption over it has its own. */
  readonly beforePt?: number;
  /** Space under it; absent: none. */
  readonly afterPt?: number;
};
/** A figure of a chart, lengths in mm from its upper left corner, thickness and letters in pt. */
export type ChartShape =
  /** Grey level 0 (black) – 1 (white). */
  | {
      readonly type: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly grey: number;
    }
  | {
      readonly type: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly widthPt: number;
    }
  /** `y` is the baseline; `anchor` says which point `x` is. */
  | {
      readonly type: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly sizePt: number;
      readonly anchor: "start" | "middle" | "end";
    };

/** What follows begins a new page. */
type FlowPageBreak = { readonly type: "page-break" };
