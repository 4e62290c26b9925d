import type { Defined, Text } from "../../base/diagnostics/index.ts";

/** A construct of Markdown: what templates write with it, or what they write instead. */
export type Construct = {
  readonly title: Text;
  /** How it is written. */
  readonly example: string;
  /** Its finding when it is not used in documents; without it the one of forbidden markup. */
  readonly finding?: Defined;
  /**
   * Where it is looked for: what is known by the words around it in the finished text only, what a condition may leave there only in the
   * words of the template; else in both.
   */
  readonly only?: "finished" | "typed";
  /** What to write in its place, for all or by what is written; a construct without it is used in documents. */
  readonly instead?: Text | ((written: string) => Text);
};

/** A construct that is known by its signs alone. */
export type Dialect = Construct & { readonly pattern: RegExp };
