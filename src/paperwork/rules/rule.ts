import {
  type Defined,
  type Example,
  type Hints,
  type Severity,
  type Text,
  text,
} from "../../base/diagnostics/index.ts";
import type { Collection, ContentRecord, RecordOf } from "../records/index.ts";
import type { Facts } from "./facts.ts";
import type { FinishedDocument } from "./finished-document.ts";

export { type Text, text };

/** Where a finding is: a value of a record by JSON Pointer, its key, or a range of the file (offsets). */
export type Location = {
  readonly record: ContentRecord<unknown>;
  readonly pointer: string;
  /** True: the key is marked, not the value. */
  readonly key?: boolean;
  readonly range?: readonly [start: number, end: number];
};

type Explained<Where> = Where & {
  readonly message: Text;
  readonly hints: Hints;
  /** Where it is worse or better than the rule has it. */
  readonly severity?: Severity;
  /** Other places that explain it. */
  readonly related?: (Where & { readonly message: Text }) | readonly (Where & { readonly message: Text })[] | undefined;
  /** What is wrong there, when it is not the whole value. */
  readonly actual?: string;
  readonly expected?: string | undefined;
};

/** What a rule has found, before it becomes a diagnostic. */
export type Finding = Explained<Location>;

/** What was found in one record; a place without a record is in that one. */
export type FindingIn = Explained<Omit<Location, "record"> & Partial<Pick<Location, "record">>>;

/** The finding with the record in each place that names none. */
export function inRecord(record: Location["record"], { related = [], ...found }: FindingIn): Finding {
  return { record, ...found, related: [related].flat().map((one) => ({ record, ...one })) };
}

/**
 * A check that looks at the records of a collection one by one, of one kind when it is named: `each(["documents", "approval-sheet"], …)`.
 * The centre stands among the organisations.
 */
export function each<C extends Collection>(
  source: C | readonly [collection: C, kind: string],
  find: (record: RecordOf<C>, facts: Facts) => Iterable<FindingIn>,
): RecordRule["check"] {
  const [collection, ...kinds]: readonly [C, ...string[]] = typeof source === "string" ? [source] : source;
  return (facts) =>
    facts
      .all(collection, ...kinds)
      .filter(({ file }) => facts.only === undefined || file === facts.only)
      .flatMap((record) => [...find(record, facts)].map((found) => inRecord(record, found)));
}

/** The items of a list of a record, each with its JSON Pointer. */
export function located<T>(items: readonly T[] = [], pointer: string): (readonly [pointer: string, item: T])[] {
  return items.map((item, index) => [`${pointer}/${index}`, item]);
}

type Common = Defined & {
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
  ) => Iterable<FindingIn>;
};

/** A range of a text that is wrong: offsets inside the text, and what to write there when it is known. */
export type TextMatch = {
  readonly start: number;
  readonly end: number;
  /** When the title of the rule does not say it all. */
  readonly message?: Text;
  /** True when the replacement cannot change the sense. */
  readonly safe?: boolean;
} & (
  | { readonly replacement: string; readonly hints?: Hints }
  | { readonly replacement?: undefined; readonly hints: Hints }
);

/** A rule over the wording of texts: of records and templates, whatever a reader will see, or of records alone. */
export type WordingRule = Common & {
  readonly recordsOnly?: true;
  /** How bad it is in a name, a number or an identifier. */
  readonly inNames?: Severity;
  /** What is wrong in names of people and numbers of documents only. */
  readonly findInNames?: Finder;
  /** What is wrong in the words of another paper, which a record quotes as they stand there. */
  readonly findInQuotes?: Finder;
  /** True: it looks at values that are no prose too, such as addresses and codes. */
  readonly everywhere?: true;
} & ({ readonly findText: Finder } | { readonly finderFor: (facts: Facts) => Finder });

/** Finds what is wrong in a text; `finderFor` makes one that asks the records, once a run. */
export type Finder = (raw: string) => Iterable<TextMatch>;

/** A rule of any sort. */
export type Rule = RecordRule | DocumentRule | WordingRule;
