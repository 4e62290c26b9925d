/** Paragraph style names that the composition uses; every profile gives all of them. */
export const STYLE_NAMES = [
  "text", "center", "right", "flush", "note", "resolve", "caption",
  "heading-1", "heading-2", "clause", "item", "superior", "organisation", "short-name", "contact",
  "kind-title", "dateline-left", "dateline-right", "place", "title", "title-center",
  "stamp", "stamp-word", "annex-mark", "signature-post", "signature-line", "signature-name",
  "party-title", "party-line", "acquaintance", "acquaintance-head", "executor", "page-number",
  "cell", "cell-center", "cell-right", "cell-head", "cell-group", "cell-total", "cell-total-right", "chart-caption",
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
  readonly widthMm: number; readonly heightMm: number;
  readonly topMm: number; readonly rightMm: number; readonly bottomMm: number; readonly leftMm: number;
  /** From the upper edge of the sheet to the page number. */
  readonly headerMm: number;
};

/**
 * All geometry of a document: one resolved profile (standard with the kind's variant laid over it).
 * Read from `templates/profiles/*.yaml`.
 */
export type Profile = {
  readonly id: string;
  readonly norm: string;
  /** Family name written into DOCX; PDF embeds the metric-compatible font. */
  readonly font: string;
  readonly portrait: PageSetup;
  readonly landscape: PageSetup;
  readonly styles: { readonly [name in StyleName]: ParagraphStyle };
  readonly table: { readonly paddingMm: number; readonly rulePt: number; readonly afterPt: number };
  /** Column widths of the signature table: post, line, name (sum = text width of portrait). */
  readonly signature: { readonly columnsMm: readonly [number, number, number]; readonly rulePt: number };
  readonly stamp: { readonly widthMm: number };
  readonly letterhead: { readonly widthMm: number };
  readonly annexMark: { readonly widthMm: number };
  readonly parties: { readonly gapMm: number };
  readonly acquaintance: { readonly columnsMm: readonly [number, number, number] };
  readonly chart: { readonly heightMm: number; readonly barMm: number; readonly fontPt: number };
  /** Lines kept together at the foot and head of a page. */
  readonly widowLines: number;
  readonly orphanLines: number;
};
