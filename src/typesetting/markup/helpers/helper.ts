import type { Place } from "../../../base/diagnostics/index.ts";
import type {
  CaseForms,
  ConfirmedKind,
  Declined,
  GrammaticalCase,
  Sex,
  TypographyRule,
} from "../../../language/index.ts";
import type { View } from "../../../paperwork/facts/index.ts";
import type { Meter } from "../meter.ts";

/** A form that nobody is sure of: what of, which, why, and all forms to propose; null where none is plausible. */
export type Doubt = {
  readonly kind: ConfirmedKind;
  readonly text: string;
  readonly sex: Sex | null;
  readonly case: GrammaticalCase;
  readonly form: Declined;
  readonly cases: CaseForms | null;
  /** Where the word stands in the records; null when it came as a plain text. */
  readonly place: Place | null;
  /** The call of the template in which the word itself is typed. */
  readonly typedAt?: Place | undefined;
};

/** What helpers may know of the document being made. */
export type HelperContext = {
  /** What the templates of the document have done so far; without it every template counts for itself. */
  readonly meter?: Meter;
  readonly initialsStyle: "tight" | "spaced";
  readonly percentStyle: "tight" | "spaced";
  readonly decimalSign: string;
  /** Rules of typography that the settings switch off. */
  readonly typographyOff: ReadonlySet<TypographyRule>;
  /** Views of a whole collection on the document's date. */
  readonly all: (collection: string) => readonly View[];
  /** The same record as it was on another date. */
  readonly on: (view: View, date: string) => View;
  /** Forms that a person has confirmed in the lexicon of the content folder. */
  readonly confirmed: (kind: ConfirmedKind, text: string, sex: Sex | null) => CaseForms | null;
  /** Reports a form nobody is sure of and gives the text to print: in a draft it carries a mark. */
  readonly doubt: (doubt: Doubt) => string;
};

/** Named arguments of a call, as the template gives them; `choose` takes any. */
export type Named = {
  readonly [name in NamedArgument]?: unknown;
} & { readonly [name: string]: unknown };
type NamedArgument =
  | ("animate" | "as" | "case" | "cases" | "closing" | "digits" | "gender" | "last" | "locative" | "number")
  | ("otherwise" | "round" | "wholeYear" | "year");

/** A helper of templates: a pure function of its arguments, its named arguments and the context. */
export type Helper = (args: readonly unknown[], named: Named, context: HelperContext) => unknown;

/** Helpers by the names that templates call them by. */
export type HelperTable = { readonly [name: string]: Helper };
