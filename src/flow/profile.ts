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
  };
  /** Column widths of the signature: post, line, name; `gapMm` parts them; the post takes what a wider page adds. */
  readonly signature: { readonly columnsMm: readonly [number, number, number]; readonly gapMm: number };
  /** Words of the office printed beside signatures. */
  readonly marks: { readonly seal: string };
  /** Approval stamp: its width and the length of the line for a signature in it. */
  readonly stamp: { readonly widthMm: number; readonly lineMm: number };
  readonly letterhead: { readonly widthMm: number };
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
  /** Lines kept together at the foot and head of a page. */
  readonly widowLines: number;
  readonly orphanLines: number;
};
