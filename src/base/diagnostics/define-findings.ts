import type { Text } from "./text.ts";
import type { Diagnostic, Severity } from "./types.ts";

/** What is written wrongly and what to write instead; `file` names the record of the sample it stands in. */
export type Example = { readonly file?: string; readonly wrong: string; readonly right: string };

/** What always holds of a code: printed with every finding of it and on the page of `trc explain`. */
export type Definition = {
  /** Of a finding that does not say otherwise; an error without it. */
  readonly severity?: Severity;
  readonly title: Text;
  /** On what ground it is wrong. */
  readonly why: Text;
  /** What to do, whatever the case: one hint or several. */
  readonly hints?: Text | readonly Text[];
  /** Clause of the norm: `ГОСТ Р 7.0.97-2016, п. 5.16`. */
  readonly norm?: string;
  readonly example?: Example;
};

/** A stable code (`TRC1204`), never used again for another fault. */
export type Code = `TRC${number}`;

/** A definition with its code: what `raise` takes, so that no finding bears a code that nobody has defined. */
export type Defined = Definition & { readonly code: Code };

/** The definitions of a room by code, each with its code beside. */
export function defineFindings<Own extends Code>(
  definitions: { readonly [code in Own]: Definition },
): {
  readonly [code in Own]: Defined;
} {
  const entries = Object.entries<Definition>(definitions).map(([code, one]) => [code, { code, ...one }]);
  return Object.fromEntries(entries);
}

/** What one finding says beside its definition; `why`, `hints`, `norm` and `severity` here go before those of the definition. */
export type Found = Pick<Diagnostic, "message"> &
  Partial<Omit<Diagnostic, "code" | "title" | "hints">> &
  Pick<Definition, "hints">;

/** Hints as a list. */
export function hintList(hints: Definition["hints"] = []): readonly Text[] {
  return "ru" in hints ? [hints] : hints;
}

/** A finding of a defined code. */
export function raise(
  { example: _example, ...standing }: Defined,
  { why = standing.why, ...found }: Found,
): Diagnostic {
  const { hints = standing.hints, severity = standing.severity ?? "error", norm = standing.norm } = found;
  const { code, title } = standing;
  return {
    code,
    severity,
    title,
    ...found,
    why,
    hints: hintList(hints),
    ...(norm === undefined ? {} : { norm }),
  } as Diagnostic;
}
