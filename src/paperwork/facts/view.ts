import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { ContentRecord, Policy } from "../records/index.ts";

/** A record (or a part of one) as a template sees it: own lazy properties, absent optional ones null. */
export type View = { readonly [name: string]: unknown };

/** Marks views with the record that stands behind; parts of a record carry no mark. */
export const RECORD_OF: unique symbol = Symbol("record");

/** How a person appears: by name, by surname and initials, or by the post alone. */
export type Naming = "full" | "initials" | "position";

/** What a public edition holds back: views made with it never carry a withheld value, so no template can print one. */
export type Withholding = {
  /** Whether a document may name the person. */
  readonly mayName: (person: ContentRecord) => boolean;
  /** Printed in place of a masked value. */
  readonly masked: string;
  /** Called whenever a template asked for what is withheld: the record, the property (JSON Pointer, empty: the person's name) and its policy. */
  readonly report: (record: ContentRecord, pointer: string, policy: Policy) => void;
};

/** The views of one document: everything as it was on one date. */
export type Views = {
  readonly date: string;
  /** `naming` asks for no more of a person's name than this; what the edition allows is never exceeded. */
  readonly of: (record: ContentRecord, naming?: Naming) => View;
  readonly all: (collection: string) => readonly View[];
  /** Records that have been looked into so far. */
  readonly used: ReadonlySet<ContentRecord>;
};

/** A view could not answer: no name, head or post is valid on the date. Carries the finding. */
export class ViewError extends Error {
  override readonly name = "ViewError";
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.ru);
    this.diagnostic = diagnostic;
  }
}
