// Between the server and the page: imports nothing, so that each side is checked with its own library.

/** A place as the page shows it. */
export type PagePlace = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Opens the file there in the editor. */
  readonly editor: string;
};

/** A finding as the page shows it. */
export type PageProblem = {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly why: string | null;
  readonly norm: string | null;
  readonly hints: readonly string[];
  readonly place: PagePlace | null;
  /** The lines around the place, with the range underlined. */
  readonly frame: string | null;
  readonly related: readonly { readonly message: string; readonly place: PagePlace }[];
  /** Ids of the documents made from the record it speaks of. */
  readonly documents: readonly string[];
};

/** What the page gets after every run. */
export type PageState = {
  readonly documents: readonly PageDocument[];
  readonly problems: readonly PageProblem[];
};

/** A document as the page lists it. */
type PageDocument = {
  readonly id: string;
  readonly centre: string;
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly pages: number;
  readonly version: string;
  /** False when what is shown is the last good one. */
  readonly current: boolean;
};
