import type { Text } from "./text.ts";
import type { Diagnostic, Severity, WaysOut } from "./types.ts";

/** What is written wrongly and what to write instead; `file` names the record of the sample it stands in. */
export type Example = { readonly file?: string; readonly wrong: string; readonly right: string };

/** One hint or several. */
export type Hints = Text | WaysOut;

/** What always holds of a code: printed with every finding of it and on the page of `trc explain`. */
export type Definition = {
  /** Of a finding that does not say otherwise; an error without it. */
  readonly severity?: Severity;
  readonly title: Text;
  /** On what ground it is wrong. */
  readonly why: Text;
  /** What a finding says, made of what `raise` is given under `of`; without it each case has its own message. */
  readonly message?: Text | ((...of: never[]) => Text);
  /** What to do, whatever the case, or made of the same as the message. */
  readonly hints?: Hints | ((...of: never[]) => Hints);
  /** Clause of the norm: `ГОСТ Р 7.0.97-2016, п. 5.16`. */
  readonly norm?: string;
  readonly example?: Example;
};

/** A stable code (`TRC2103`), never used again for another fault. */
export type Code = `TRC${number}`;

/** A definition with its code: what `raise` takes, so that no finding bears a code that nobody has defined. */
export type Defined = Definition & { readonly code: Code };

/** The definitions of a room by code, each with its code beside. */
export function defineFindings<const Own extends { readonly [code: Code]: Definition }>(
  definitions: Own,
): { readonly [code in keyof Own]: Own[code] & { readonly code: Code } } {
  const entries = Object.entries<Definition>(definitions).map(([code, one]) => [code, { code, ...one }]);
  return Object.fromEntries(entries);
}

/** What one finding says beside its definition; `why`, `norm` and `severity` here go before those of the definition. */
type Details = Partial<Omit<Diagnostic, "code" | "title" | "message" | "hints">>;

/** Hints of the case, which go before those of the definition; they must be there when the definition has none. */
type HintsOf<Own extends Definition> = Own extends { readonly hints: unknown }
  ? { readonly hints?: Hints }
  : { readonly hints: Hints };

/** A finding with a message of its own. */
export type Found<Own extends Definition = Definition> = Details & HintsOf<Own> & { readonly message: Text };

/** What `raise` is given for a definition: a message, or what the definition makes its message of. */
type FoundOf<Own extends Definition> =
  | Found<Own>
  | (Own extends { readonly message: (...of: infer Of) => Text }
      ? Details & HintsOf<Own> & { readonly of: Of }
      : Own extends { readonly message: Text }
        ? Details & HintsOf<Own>
        : never);

/** Hints as a list; those that are made of a case are not of a definition alone. */
export function hintList(hints?: Definition["hints"]): readonly Text[] {
  return hints === undefined || typeof hints === "function" ? [] : "ru" in hints ? [hints] : hints;
}

/** A finding of a defined code. */
export function raise<const Own extends Defined>(defined: Own, found: FoundOf<Own>): Diagnostic {
  const { code, title } = defined;
  const { of = [], ...given } = found as Partial<Found> & { readonly of?: never[] };
  const made = <T>(part: T | ((...of: never[]) => T)): T => (part instanceof Function ? part(...of) : part);
  const { severity = defined.severity ?? "error", norm = defined.norm, why = defined.why } = given;
  const { message = made(defined.message), hints = made<Hints | undefined>(defined.hints) } = given;
  return {
    code,
    severity,
    title,
    ...given,
    message,
    why,
    hints: hintList(hints),
    ...(norm === undefined ? {} : { norm }),
  } as Diagnostic;
}
