import type { Choices, FormWish, PageProblem, PageValue, RecordForm } from "../page-types.ts";

/** What somebody saw at a place when the typing there began; null for nothing. */
export type SeenValue = { readonly at: string; readonly value: PageValue | null };

/** What every field of a form is given. */
export type FormContext = {
  readonly data: PageValue;
  readonly choices: Choices;
  readonly clauses?: RecordForm["clauses"];
  /** What ids of its fields begin with, where another form is on the page. */
  readonly prefix?: string;
  /** Waits for what a field works at, so that nothing is sent before; null when the form has gone meanwhile. */
  readonly waitFor?: <T>(work: Promise<T>) => Promise<{ readonly done: T } | null>;
  /** Pointers of what the program has filled in and nobody has looked at yet. */
  readonly unconfirmed?: readonly string[];
  /** Who has the value at a pointer under the hands in another window; undefined for nobody, empty for somebody. */
  readonly editedBy?: (at: string) => string | undefined;
  /** Findings about the value at a pointer. */
  readonly problemsAt: (at: string) => readonly PageProblem[];
  /** Asks what the record would show with a change that is still being typed; absent where nothing stands behind the form. */
  readonly check?: (wishOf: (data: PageValue) => FormWish | null) => void;
  /** Asks for a change of what stands in the record when its turn comes; those of one group are taken back together. */
  readonly send: (wishOf: (data: PageValue) => FormWish | null, group?: string, seen?: SeenValue) => void;
};
