import type { DocumentModel } from "../document/index.ts";
import type { ContentRecord } from "../records/index.ts";

/** A document of the set after rendering, as the rules see it. */
export type FinishedDocument = {
  readonly record: ContentRecord;
  readonly model: DocumentModel;
  /** Lines of text on each page, without page numbers and repeated heads. */
  readonly pages: readonly {
    /** Index of the section: 0 is the body. */
    readonly section: number;
    readonly lines: readonly string[];
    /** Style of the paragraph of each line. */
    readonly owners: readonly string[];
  }[];
  readonly bindingMarginMm: number;
  /** How long documents of the kind are kept: `permanent`, `years` … */
  readonly retention: { readonly term: string; readonly years?: number } | null;
};
