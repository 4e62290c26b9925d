/** Paragraph style names that the composition uses; every profile gives all of them. */
export const STYLE_NAMES = [
  "text",
  "center",
  "right",
  "flush",
  "note",
  "keep",
  "resolve",
  "caption",
  "heading-1",
  "heading-2",
  "clause",
  "item",
  "superior",
  "organisation",
  "short-name",
  "contact",
  "kind-title",
  "dateline-left",
  "dateline-right",
  "place",
  "title",
  "title-center",
  "stamp",
  "stamp-word",
  "annex-mark",
  "signature-post",
  "signature-line",
  "signature-name",
  "party-title",
  "party-line",
  "acquaintance",
  "acquaintance-head",
  "executor",
  "corner-line",
  "mark",
  "mark-word",
  "contents-title",
  "contents-entry",
  "page-number",
  "running",
  "cell",
  "cell-center",
  "cell-right",
  "cell-head",
  "cell-group",
  "cell-total",
  "cell-total-right",
  "chart-caption",
] as const;
/** Name of a paragraph style. */
export type StyleName = (typeof STYLE_NAMES)[number];

/** Lengths carry their unit; `line` is a multiple of the font's own line pitch (1 = single). */
export type ParagraphStyle = {
  /** Name shown in Word, Russian: «Текст документа». */
  readonly name: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: "left" | "center" | "right" | "justify";
  readonly leftMm: number;
  readonly rightMm: number;
  /** First-line indent; negative hangs. */
  readonly firstLineMm: number;
  readonly beforePt: number;
  readonly afterPt: number;
  readonly line: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
};

/** A sheet and its margins, mm. */
export type PageSetup = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
  readonly leftMm: number;
  /** From the upper edge of the sheet to the page number. */
  readonly headerMm: number;
  /** From the lower edge of the sheet to the running line of an edition. */
  readonly footerMm: number;
};

/** Width between the side margins. */
export function textWidthMm(page: PageSetup): number {
  return page.widthMm - page.leftMm - page.rightMm;
}

/**
 * All geometry of a document: one resolved profile (standard with the kind's variant laid over it).
 * Read from `templates/profiles/*.yaml`.
 */
export type Profile = {
  readonly id: string;
  readonly norm: string;
  /** First and last day (ISO) on which documents follow the profile; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** `greedy` breaks lines as word processors do; `optimal` sets whole paragraphs at their best, in PDF alone. */
  readonly linebreaking: "greedy" | "optimal";
  /** Words may be divided where lines are broken optimally. */
  readonly hyphenation: boolean;
  /** Numbers go on over annexes, or start at 1 in each. */
  readonly pageNumbering: "restart" | "continuous";
  /** Printed on both sides: even pages swap their side margins. */
  readonly mirrorMargins: boolean;
  /** Machine-readable code in the lower right corner of the first sheet; null: the standard has none. */
  readonly code: {
    readonly moduleMm: number;
    readonly leastMm: number;
    readonly quietModules: number;
  } | null;
  /** Family name written into DOCX; PDF embeds the metric-compatible font. */
  readonly font: string;
  readonly portrait: PageSetup;
  readonly landscape: PageSetup;
  readonly styles: { readonly [name in StyleName]: ParagraphStyle };
  readonly table: {
    readonly paddingMm: number;
    readonly verticalPaddingMm: number;
    readonly rulePt: number;
    readonly afterPt: number;
    /** A column whose width is measured from its text is never narrower. */
    readonly leastColumnMm: number;
  };
  /** Column widths of the signature: post, line, name; `gapMm` parts them; the post takes what a wider page adds. */
  readonly signature: { readonly columnsMm: readonly [number, number, number]; readonly gapMm: number };
  /** Frame of the mark of an electronic signature, between the post and the name. */
  readonly signatureMark: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly rulePt: number;
    readonly nameMm: number;
    readonly gapMm: number;
  };
  /** Words of the office printed beside signatures. */
  readonly marks: {
    readonly seal: string;
    /** Lines of the mark of an electronic signature; `{…}` stands for what the certificate says. @see ГОСТ Р 7.0.97-2016, п. 5.23 */
    readonly signed: string;
    readonly certificate: string;
    readonly holder: string;
    readonly term: string;
  };
  /** Approval stamp: its width, the length of the line for a signature in it, the least room between two stamps. */
  readonly stamp: { readonly widthMm: number; readonly lineMm: number; readonly gapMm: number };
  /** Longest line of a longitudinal letterhead; width of a corner one and the least room between it and a stamp. */
  readonly letterhead: {
    readonly form: "longitudinal" | "corner";
    readonly widthMm: number;
    readonly cornerMm: number;
    readonly gapMm: number;
  };
  readonly annexMark: { readonly widthMm: number };
  readonly parties: { readonly gapMm: number; readonly lineMm: number };
  /** Column widths of acquaintance lines: signature, name, date. */
  readonly acquaintance: { readonly columnsMm: readonly [number, number, number]; readonly gapMm: number };
  readonly chart: {
    readonly heightMm: number;
    readonly barMm: number;
    readonly gapMm: number;
    readonly labelMm: number;
    readonly fontPt: number;
    /** Line pitch of its texts as a multiple of their size. */
    readonly lineFactor: number;
    /** Shares of a bar's lane and of a column's step that are inked. */
    readonly barShare: number;
    readonly columnShare: number;
    readonly axisPt: number;
    /** Between a text and what it names. */
    readonly insetMm: number;
    /** Grey of each series, 0 (black) – 1 (white); readable side by side in print. */
    readonly greys: readonly number[];
  };
  readonly spacing: {
    readonly beforeSignaturePt: number;
    readonly betweenSignaturesPt: number;
    readonly beforeExecutorPt: number;
    readonly afterApprovalsPt: number;
    readonly afterAnnexMarkPt: number;
    readonly afterLetterheadPt: number;
    /** Between the parts of a stamp and before the place for a seal. */
    readonly inStampPt: number;
    readonly beforePartyPostPt: number;
    readonly beforePartySignaturePt: number;
  };
  /** Lines of text that must stand on the page of a signature. */
  readonly signatureTextLines: number;
  /** Lines kept together at the foot and head of a page. */
  readonly widowLines: number;
  readonly orphanLines: number;
};
