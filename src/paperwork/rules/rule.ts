import { type Defined, type Example, type Fix, type Severity, type Text, text } from "../../base/diagnostics/index.ts";
import type { ContentRecord } from "../records/index.ts";
import type { Facts } from "./facts.ts";
import type { FinishedDocument } from "./finished-document.ts";

export { type Text, text };

/** Where a finding is: a value of a record by JSON Pointer, its key, or a stretch of the file (offsets). */
export type Spot = {
  readonly record: ContentRecord;
  readonly pointer: string;
  /** True: the key is marked, not the value. */
  readonly key?: boolean;
  readonly range?: readonly [start: number, end: number];
};

/** What a rule has found, before it becomes a diagnostic. */
export type Finding = Spot & {
  readonly message: Text;
  readonly hints: readonly Text[];
  readonly related?: readonly (Spot & { readonly message: Text })[];
  readonly actual?: string;
  readonly expected?: string;
  readonly fix?: Omit<Fix, "file">;
};

type Common = Defined & {
  readonly severity: Severity;
  /** Checks of the domain that the rule carries out: `V01`. */
  readonly validations: readonly string[];
  /** What is written in a record of the sample. */
  readonly example: Required<Example>;
};

/** A rule over the records of a centre. Pure and total: records with missing parts never make it throw. */
export type RecordRule = Common & { readonly check: (facts: Facts) => Iterable<Finding> };

/** A rule over one finished document: its tree, its pages. */
export type DocumentRule = Common & {
  readonly checkDocument: (
    document: FinishedDocument & { readonly others: readonly FinishedDocument[] },
    facts: Facts,
  ) => Iterable<Finding>;
};

/** A stretch of a text that is wrong: offsets inside the text, and what to write there when it is known. */
export type TextMatch = {
  readonly start: number;
  readonly end: number;
  readonly message: Text;
  readonly hints?: readonly Text[];
  readonly replacement?: string;
  /** True when the replacement cannot spoil the sense. */
  readonly safe?: boolean;
};

type WordingPlaces = readonly ("records" | "templates")[];

/** Where a rule of wording looks that holds for whatever a reader will see. */
export const EVERYWHERE: WordingPlaces = ["records", "templates"];

/** A rule over the wording of texts: of records, of templates, or of both. */
export type WordingRule = Common & {
  readonly where: WordingPlaces;
  readonly findText: (raw: string, facts: Facts) => Iterable<TextMatch>;
};

/** A rule of any sort. */
export type Rule = RecordRule | DocumentRule | WordingRule;
