import type { Text } from "./text.ts";

/** How much a finding matters: an error stops the build, a warning does not, an info only informs. */
export type Severity = "error" | "warning" | "info";

/** A point in a text file. Lines and columns are counted from 1; a column counts UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** A range in a file; `end` is exclusive. The file is named as the user would type it (relative, `/`). */
export type Place = { readonly file: string; readonly start: Position; readonly end: Position };

/** Another place that explains the finding: "the number is already taken: …". */
type RelatedPlace<Words = Text> = { readonly message: Words; readonly place: Place };

/** A change that corrects the finding: text between two offsets (UTF-16 units, without the byte order mark) of one file. */
export type Fix = {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** True when the change cannot spoil the sense; only such ones are made without asking. */
  readonly safe: boolean;
};

type Said<Words> = {
  readonly code: string;
  readonly severity: Severity;
  /** What findings of the code are about. */
  readonly title: Words;
  readonly message: Words;
  readonly why?: Words | undefined;
  readonly place?: Place | undefined;
  /** JSON Pointer inside the record, `/parties/first/organisation`. */
  readonly pointer?: string | undefined;
  readonly related?: readonly RelatedPlace<Words>[] | undefined;
  readonly actual?: string | undefined;
  readonly expected?: string | undefined;
  /** Clause of the norm: `ГОСТ Р 7.0.97-2016, п. 5.16`. */
  readonly norm?: string | undefined;
  readonly fix?: Fix | undefined;
};

/** What to do, at least one thing: no finding is without a way out. */
export type WaysOut = readonly [Text, ...Text[]] | readonly [...Text[], Text];

declare const raised: unique symbol;

/**
 * One finding about what the user wrote, its words in both languages. `message` says what is wrong, `why` on what ground,
 * each hint what to write instead; the code is stable (`TRC2103`). Only `raise` makes one, of a definition: the compiler refuses any other.
 */
export type Diagnostic = Said<Text> & { readonly hints: WaysOut; readonly [raised]: true };

/** A finding in the language of the report. */
export type Reported = Said<string> & { readonly hints: readonly string[] };

/** A finding that a record waives: with whom, why and when it was decided. */
export type WaivedDiagnostic<Finding = Diagnostic> = {
  readonly diagnostic: Finding;
  readonly reason: string;
  readonly date: string;
};

/** Result of a phase: everything found is kept; `value` is absent when the phase could not finish. */
export type Outcome<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };
