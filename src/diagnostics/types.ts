/** How much a finding matters: an error stops the build, a warning does not, an info only tells. */
export type Severity = "error" | "warning" | "info";

/** A point in a text file. Lines and columns are counted from 1; a column counts UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** A range in a file; `end` is exclusive. The file is named as the user would type it (relative, `/`). */
export type Place = { readonly file: string; readonly start: Position; readonly end: Position };

/** Another place that explains the finding: "the number is already taken: …". */
export type RelatedPlace = { readonly message: string; readonly place: Place };

/**
 * One finding about what the user wrote. `message` says what is wrong, `why` on what ground,
 * each hint what to write instead. Texts are Russian; the code is stable (`TRC1204`).
 */
export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string | undefined;
  readonly hints: readonly string[];
  readonly place?: Place | undefined;
  /** JSON Pointer inside the record, `/parties/first/organisation`. */
  readonly pointer?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  readonly actual?: string | undefined;
  readonly expected?: string | undefined;
  /** Clause of the norm: `ГОСТ Р 7.0.97-2016, п. 5.16`. */
  readonly norm?: string | undefined;
};

/** Result of a phase: everything found is kept; `value` is absent when the phase could not finish. */
export type Outcome<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };
