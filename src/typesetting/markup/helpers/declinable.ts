import { text } from "../../../base/diagnostics/index.ts";
import { type Declinable, RECORD_OF, type View } from "../../../paperwork/facts/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";

/** A declinable, or «Петров И. И.»: there the surname declines and the initials stay. */
export type AnyDeclinable = Omit<Declinable, "declinable"> & {
  readonly declinable: Declinable["declinable"] | "surname-initials";
};

/** Whether a value is a name that the records can decline. */
export function isDeclinable(value: unknown): value is AnyDeclinable {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, "declinable") &&
    typeof (value as { text?: unknown }).text === "string"
  );
}

/** The name of a thing: a declinable as it is, a person's or an organisation's view by its full name, a text as a phrase. */
export function toDeclinable(value: unknown): AnyDeclinable {
  if (isDeclinable(value)) return value;
  if (typeof value === "string") {
    const nowhere = { file: "", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    return { declinable: "phrase", text: value, gender: null, cases: null, place: nowhere };
  }
  if (typeof value === "object" && value !== null && RECORD_OF in value) {
    const view = value as View;
    for (const name of ["full", "name"]) if (Object.hasOwn(view, name) && isDeclinable(view[name])) return view[name];
  }
  throw new TemplateError(FINDINGS.TRC3214, {
    message: text("У этого значения нет падежей", "This value has no cases"),
    hints: text("Передайте лицо, должность, организацию или текст", "Give a person, a post, an organisation or a text"),
  });
}

/** Whether the edition withholds the person's name: the post stands in its place. */
export function isWithheld(value: unknown): boolean {
  return toDeclinable(value).withheld === true;
}

/** The person behind a view or a declinable name. */
export function toPerson(value: unknown): NonNullable<Declinable["person"]> {
  const name = toDeclinable(value);
  if (name.declinable !== "person" || name.person === undefined)
    throw new TemplateError(FINDINGS.TRC3214, {
      message: text("Здесь нужно лицо", "A person is needed here"),
      hints: text("Передайте ссылку на запись из папки people", "Give a reference to a record of the folder people"),
    });
  return name.person;
}
