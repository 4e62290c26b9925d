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
    readonly lines: readonly FinishedLine[];
  }[];
  readonly bindingMarginMm: number;
  /** How long documents of the kind are kept: `permanent`, `years` … */
  readonly retention: { readonly term: string; readonly years?: number } | null;
};

/** A line of text as it stands on its page. */
export type FinishedLine = {
  readonly text: string;
  /** Style of its paragraph: `text`, `cell`, `signature`. */
  readonly style: string;
  /** Number of its paragraph within the document: lines of one paragraph share it. */
  readonly paragraph: number;
  /** The line ends inside a word or at a no-break space, for want of room, or at a hyphen of its own. */
  readonly cut: boolean;
};
