/**
 * The document tree. One `DocumentModel` is what both writers are made from and what people sign off.
 * It carries words and structure, never a measure of the page: measures live in profiles.
 */

/** What a document is, apart from its words. Dates are ISO (`2025-09-05`). */
export type DocumentMeta = {
  readonly id: string;
  readonly kind: string;
  /** Full title for the window, bookmarks and metadata: «Приказ от 05.09.2025 № 145-ОД …». */
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  /** The organisation that issues the document (never a person). */
  readonly author: string;
  readonly language: "ru-RU";
  /** Profile id (`gost-2016`) and variant (`order`, `agreement`, `plan`, `sheet`). */
  readonly profile: string;
  readonly variant: string;
};

/** A document: its facts, its requisites and text, its annexes. */
export type DocumentModel = {
  readonly meta: DocumentMeta;
  /** A line at the foot of every page; only editions that must be distinguished from the original have one. */
  readonly running?: string;
  readonly body: Section;
  readonly annexes: readonly Section[];
};

/** How a page lies. */
export type Orientation = "portrait" | "landscape";

/** A run of pages that begins with one orientation. Every annex is a section of its own that starts a new page. */
export type Section = {
  readonly id: string;
  readonly role: "body" | "annex";
  /** Number of the annex from 1; null for the body and for the only annex of a document. */
  readonly number: number | null;
  readonly title: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
};

// ---- inlines ----

/** A part of a line. */
export type Inline =
  | TextInline
  | StrongInline
  | EmphasisInline
  | UnconfirmedInline
  | ReferenceInline
  | LinkInline
  | BlankInline
  | CheckBoxInline
  | FootnoteInline
  | BreakInline;
/** Plain text. */
type TextInline = { readonly type: "text"; readonly text: string };
/** Bold text. */
type StrongInline = { readonly type: "strong"; readonly children: readonly Inline[] };
/** Italic text. */
type EmphasisInline = { readonly type: "emphasis"; readonly children: readonly Inline[] };
/** A form nobody has confirmed yet, shown with a mark; only drafts have it. */
type UnconfirmedInline = { readonly type: "unconfirmed"; readonly children: readonly Inline[] };
/** A cross-reference to a clause or heading of the same document; `text` is its number without the last dot (`3.2`). */
type ReferenceInline = { readonly type: "reference"; readonly target: string; readonly text: string };
/** A link to `https:`, `http:`, `mailto:` or, behind `#`, to a section of the same document. */
type LinkInline = { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] };
/** A line to be filled in by hand, `widthMm` long, else up to the right edge; `label` says what is written there, in small letters under it: «(подпись)». */
export type BlankInline = { readonly type: "blank"; readonly widthMm?: number; readonly label?: string };
/** A box to be marked, printed as «□», or as «■» where it is. */
export type CheckBoxInline = { readonly type: "check-box"; readonly checked: boolean };
/** A footnote where it is referred to; `text` is its mark in raised figures («¹»), numbers go on through the document. */
export type FootnoteInline = {
  readonly type: "footnote";
  readonly text: string;
  readonly number: number;
  readonly note: readonly Inline[];
};
/** A forced line break inside a paragraph. */
type BreakInline = { readonly type: "break" };

/** The text of one paragraph. */
export type Inlines = readonly Inline[];

// ---- blocks ----

/** A part of a document that begins on a line of its own. */
export type Block =
  | HeadingBlock
  | ClauseBlock
  | ItemBlock
  | ParagraphBlock
  | TableBlock
  | ChartBlock
  | PictureBlock
  | LetterheadBlock
  | KindTitleBlock
  | DatelineBlock
  | TitleBlock
  | ApprovalsBlock
  | AnnexMarkBlock
  | RestrictionBlock
  | SignatureBlock
  | PartiesBlock
  | AcquaintanceBlock
  | ExecutorBlock
  | ContentsBlock
  | PageBreakBlock;

/** Heading of a section: «1. Общие положения». `label` is null for an unnumbered heading. `level` from 1. */
type HeadingBlock = {
  readonly type: "heading";
  readonly id: string;
  readonly level: number;
  readonly label: string | null;
  /** Identity of the numbering sequence, shared with the clauses under it: `body.1`. */
  readonly list: string;
  readonly inlines: Inlines;
};
/**
 * Numbered clause. `label` is printed («1.1.»); `level` is the depth of the numbering from 0 (0 = «1.», 1 = «1.1.»);
 * `list` names the sequence (native multilevel list in DOCX); numbering of a `list` starts at 1 at each level.
 */
export type ClauseBlock = {
  readonly type: "clause";
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly list: string;
  readonly inlines: Inlines;
};
/** Item of an unnumbered («–») or bracket-numbered («1)») list, or one that a check box opens in place of a label. `level` from 0. */
type ItemBlock = {
  readonly type: "item";
  readonly marker: "dash" | "paren" | "check-box";
  readonly label: string;
  readonly level: number;
  readonly list: string;
  readonly inlines: Inlines;
};
/** Role decides the paragraph style: `text` is justified with the first-line indent, `resolve` is «приказываю:». */
export type ParagraphRole = "text" | "center" | "right" | "flush" | "note" | "keep" | "foot" | "resolve" | "caption";
/** A paragraph by its role. */
type ParagraphBlock = { readonly type: "paragraph"; readonly role: ParagraphRole; readonly inlines: Inlines };

/** How the text of a cell is set. */
export type CellAlign = "left" | "center" | "right";
/** A cell of a table. */
export type TableCell = {
  readonly paragraphs: readonly Inlines[];
  /** Columns that it goes over. */
  readonly span: number;
  /** Rows that it goes down over; absent: one. 0 keeps the place of a cell that one above goes over: it has no words. */
  readonly rows?: number;
  readonly align: CellAlign;
};
/** `group` is a spanning subheading, `total` is a summing row (bold). */
export type TableRow = { readonly kind: "data" | "group" | "total"; readonly cells: readonly TableCell[] };
/** What a table, a chart or a picture is called by: its number in the document and the name that references aim at. */
export type Numbered = {
  /** As it stands in the caption: «1», in the second annex «2.1»; absent: not numbered. */
  readonly number?: string;
  readonly id?: string;
};
/** A table with its heading rows. */
export type TableBlock = Numbered & {
  readonly type: "table";
  /** Text over the table, its number included, or null. */
  readonly caption: string | null;
  /** Column (from 1) whose cells head their rows; absent: none. */
  readonly rowHead?: number;
  /** Shares of the text width, one a column, any positive numbers; null: by what stands in the columns. */
  readonly widths: readonly number[] | null;
  readonly header: readonly TableRow[];
  readonly rows: readonly TableRow[];
};
/** A chart and the figures that it shows. */
export type ChartBlock = Numbered & {
  readonly type: "chart";
  readonly form: "bar" | "column";
  /** Its caption, its number included. */
  readonly title: string;
  readonly alt: string;
  readonly unit: string;
  /** What the categories are: «Месяц». */
  readonly label?: string;
  /** The figures stand in a table under the chart too. */
  readonly data?: true;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
};

/** A picture of a file: what is approved is approved with it, so its digest stands beside its name. */
export type PictureFile = {
  /** Path among the records: `pictures/emblem.svg`. */
  readonly file: string;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
  /** What it says to those who do not see it. */
  readonly alt: string;
};
/** A picture in the text. */
export type PictureBlock = Numbered &
  PictureFile & {
    readonly type: "picture";
    /** Its caption, its number included, or null. */
    readonly title: string | null;
    /** Asked for; absent: by its own size. */
    readonly widthMm?: number;
    /** The public edition shows it. */
    readonly public?: true;
  };

/** The letterhead: who issues the document. @see ГОСТ Р 7.0.97-2016, реквизиты 01–08 */
export type LetterheadBlock = {
  readonly type: "letterhead";
  /** Absent: as the profile has it. */
  readonly form?: "longitudinal" | "corner";
  /** Arms or emblem over its lines. */
  readonly emblem?: PictureFile;
  readonly lines: readonly {
    readonly role: "superior" | "organisation" | "short" | "contact";
    readonly inlines: Inlines;
  }[];
};
/** «ПРИКАЗ» (requisite 09). */
export type KindTitleBlock = { readonly type: "kind-title"; readonly inlines: Inlines };
/** Date, number and place (requisites 10, 11, 13). `layout`: `order` = date left, number right, place centred below; `agreement` = place left, date right. */
export type DatelineBlock = {
  readonly type: "dateline";
  readonly layout: "order" | "agreement";
  readonly date: Inlines;
  readonly number: Inlines | null;
  readonly place: Inlines | null;
};
/** Heading to the text (requisite 17). */
type TitleBlock = { readonly type: "title"; readonly align: "left" | "center"; readonly inlines: Inlines };

/**
 * What stands in place of the line for a signature where the signature itself is not shown: «(подпись)».
 * Only public editions have it.
 */
export type SignedMark = { readonly signed?: Inlines };
/** Approval or agreement stamp (requisites 16, 20). `sign` adds the line «____ И.О. Фамилия»; null when approved by a document. */
export type Approval = {
  readonly word: string;
  readonly lines: readonly Inlines[];
  readonly sign: ({ readonly name: Inlines; readonly date: Inlines | null } & SignedMark) | null;
};
/** Marks of approval side by side. @see ГОСТ Р 7.0.97-2016, реквизит 16 */
export type ApprovalsBlock = {
  readonly type: "approvals";
  readonly left: Approval | null;
  readonly right: Approval | null;
};
/** «Приложение № 1 / к приказу … / от … № …» (requisite 19). */
export type AnnexMarkBlock = { readonly type: "annex-mark"; readonly lines: readonly Inlines[] };
/** «Для служебного пользования / Экз. № 1» (requisite 14): opens its section. */
export type RestrictionBlock = { readonly type: "restriction"; readonly lines: readonly Inlines[] };
/** Signature (requisite 22): the post at the left, initials and surname at the right, level with the last line of the post. */
export type SignatureBlock = {
  readonly type: "signature";
  readonly post: readonly Inlines[];
  readonly name: Inlines;
  /** Place for the seal (requisite 24). */
  readonly seal: boolean;
  /** Visible mark of an electronic signature in place of the handwritten one (requisite 23): its lines, the first one stands out. */
  readonly mark?: readonly Inlines[];
} & SignedMark;
/** Two columns of names, addresses and signatures of the parties of an agreement. */
export type PartiesBlock = {
  readonly type: "parties";
  readonly parties: readonly ({
    readonly title: Inlines;
    readonly lines: readonly Inlines[];
    readonly post: readonly Inlines[];
    readonly name: Inlines;
    readonly seal: boolean;
  } & SignedMark)[];
};
/** «С приказом ознакомлены:» and a line for each person: signature, name, date. */
export type AcquaintanceBlock = {
  readonly type: "acquaintance";
  readonly heading: Inlines;
  readonly people: readonly { readonly name: Inlines; readonly post: Inlines | null }[];
};
/** Mark of the executor (requisite 25). */
export type ExecutorBlock = { readonly type: "executor"; readonly lines: readonly Inlines[] };
/** Table of contents: the numbered headings and the annexes with their pages, under a title of its own. */
export type ContentsBlock = { readonly type: "contents"; readonly title: Inlines };
/** The next block begins a page; with an orientation, what follows lies so up to the next such block or the end of the section; `bare`: no number is printed on that page. */
type PageBreakBlock = { readonly type: "page-break"; readonly orientation?: Orientation; readonly bare?: true };
