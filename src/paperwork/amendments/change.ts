/** One change of a text, as an amending record says it: what is done to the place that bears a number. */
export type Change = {
  /** Number of an annex, or «единственное»; absent: the body. */
  readonly annex?: string | undefined;
  /** Number of a clause, without its last stop. */
  readonly clause?: string | undefined;
  /** Number of a section: its heading is meant, or the whole section where it comes or goes. */
  readonly heading?: string | undefined;
  /** Number of a table row, as its first cell has it. */
  readonly row?: string | undefined;
  readonly action: "replace" | "add" | "delete" | "words";
  /** New words without their number, further paragraphs on further lines; of `words`: what comes in place of the old ones. */
  readonly text?: string | undefined;
  /** Words that are replaced or left out. */
  readonly words?: string | undefined;
  /** Words that new ones are put after. */
  readonly after?: string | undefined;
  /** The cells of a new or restated row, its number among them. */
  readonly cells?: readonly string[] | undefined;
};

/** A change made by an act from a day on. */
export type Step = {
  readonly change: Change;
  /** Name of the act, told apart from all others. */
  readonly act: string;
  /** The day it takes effect, ISO. */
  readonly from: string;
};

/** Why a change could not be made as it is written. */
export type ConflictKind =
  /** The place is not there. */
  | "missing"
  /** A new place has a number that is taken. */
  | "taken"
  /** The place has lost its force. */
  | "repealed"
  /** The words are not there. */
  | "no-words"
  /** The words are there more than once. */
  | "many-words"
  /** Another act changed the place from the same day: both changes were made, in the order of the acts. */
  | "same-day";

/** A change that could not be made, or not safely. */
export type Conflict<S extends Step> = {
  readonly step: S;
  readonly kind: ConflictKind;
  /** Numbers that are there, where one is not. */
  readonly known: readonly string[];
  /** The change of another act that touches the same place. */
  readonly other?: S;
};
