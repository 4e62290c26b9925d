import type { Place } from "../../diagnostics/index.ts";
import type { View } from "../../records/index.ts";

/** What helpers may know of the document being made. */
export type HelperContext = {
  readonly initialsStyle: "tight" | "spaced";
  readonly percentStyle: "tight" | "spaced";
  readonly decimalSign: string;
  /** Views of a whole collection on the document's date. */
  readonly all: (collection: string) => readonly View[];
  /** The same record as it was on another date. */
  readonly on: (view: View, date: string) => View;
  /** Tells that a form is doubtful; the text is used all the same. */
  readonly doubt: (
    code: "TRC4001" | "TRC4002",
    text: string,
    form: string,
    reason: string,
    place: Place | null,
  ) => void;
};

/** A helper of templates: a pure function of its arguments, its named arguments and the context. */
export type Helper = (
  args: readonly unknown[],
  named: { readonly [name: string]: unknown },
  context: HelperContext,
) => unknown;

export type HelperTable = { readonly [name: string]: Helper };
