import type { Place } from "../../../base/diagnostics/index.ts";
import {
  type ConfirmedKind,
  DECLINE,
  type Declined,
  declinePersonParts,
  type GrammaticalCase,
  type Oblique,
  type PersonName,
  proposedForms,
  type Sex,
} from "../../../language/index.ts";
import type { AnyDeclinable } from "./declinable.ts";
import type { HelperContext } from "./helper.ts";

type Forms = { readonly [name: string]: string } | null | undefined;

/** A word or a name to be put in a case, with everything that may settle its form. */
type Part = {
  readonly kind: ConfirmedKind;
  readonly text: string;
  readonly sex: Sex | null;
  /** Forms given by hand in the record: they always win. */
  readonly given: Forms;
  readonly derive: (name: Oblique) => Declined;
  /** The gender of the record is not that of the name: no form of it is worth proposing. */
  readonly contradicted?: boolean;
  readonly place: Place | null;
};

/**
 * The text of a name in a case. A form given in the record wins, then one confirmed in the lexicon, then the derived one;
 * an uncertain form is reported.
 */
export function formOf(name: AnyDeclinable, grammaticalCase: GrammaticalCase, context: HelperContext): string {
  if (grammaticalCase === "nominative") return name.text;
  const { person } = name;
  if (person === undefined) return settle(thingPart(name), grammaticalCase, context);
  if (name.declinable === "surname-initials" || person.initialsOnly)
    return `${surnameForm(name, grammaticalCase, context)}${name.text.slice(person.surname.length)}`;
  const whole = name.cases?.[grammaticalCase];
  if (whole !== undefined) return whole;
  return [
    surnameForm(name, grammaticalCase, context),
    settle(givenPart(name), grammaticalCase, context),
    patronymicForm(name, grammaticalCase),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** A phrase of a template or a record («рабочий день») that has no record of its own behind it. */
export function settlePhrase(
  { text, name, form }: { readonly text: string; readonly name: GrammaticalCase; readonly form: Declined },
  context: HelperContext,
): string {
  if (form.confidence === "high") return form.text;
  const cases = proposedForms({ kind: "phrase", text, sex: "masculine" });
  return context.doubt({ kind: "phrase", text, sex: null, case: name, form, cases, place: null });
}

function settle(part: Part, name: Oblique, context: HelperContext): string {
  if (part.text === "") return "";
  const written = part.given?.[name] ?? context.confirmed(part.kind, part.text, part.sex)?.[name];
  if (written !== undefined) return written;
  const form = part.derive(name);
  if (form.confidence === "high") return form.text;
  const cases = part.contradicted ? null : proposedForms({ ...part, sex: part.sex ?? "masculine" });
  return context.doubt({ ...part, case: name, form, cases });
}

function surnameForm(name: AnyDeclinable, grammaticalCase: Oblique, context: HelperContext): string {
  const part = surnamePart(name);
  // A full name given by hand settles its surname as well.
  const whole = name.fullCases?.[grammaticalCase]?.split(" ");
  const length = part.text.split(" ").length;
  if (part.given?.[grammaticalCase] === undefined && whole !== undefined && whole.length > length)
    return whole.slice(0, length).join(" ");
  return settle(part, grammaticalCase, context);
}

function surnamePart(name: AnyDeclinable): Part {
  const person = personOf(name);
  return {
    kind: "surname",
    text: person.surname,
    sex: person.gender ?? null,
    given: name.person?.surnameCases,
    derive: (one) => {
      const { surname, doubt } = declinePersonParts(person, one);
      return doubt === null ? surname : { ...surname, confidence: "low", reason: doubt };
    },
    contradicted: declinePersonParts(person, "genitive").doubt !== null,
    place: name.place,
  };
}

function givenPart(name: AnyDeclinable): Part {
  const person = personOf(name);
  return {
    kind: "given",
    text: person.given,
    sex: person.gender ?? null,
    given: null,
    derive: (one) => declinePersonParts(person, one).given ?? { text: "", confidence: "high", reason: null },
    place: name.givenPlace ?? name.place,
  };
}

/** A patronymic of an unusual pattern («Мухаммад») stays: it is no word with Russian cases. */
function patronymicForm(name: AnyDeclinable, grammaticalCase: Oblique): string {
  return declinePersonParts(personOf(name), grammaticalCase).patronymic?.text ?? "";
}

function thingPart(name: AnyDeclinable): Part {
  const kind = name.declinable === "position" || name.declinable === "organisation" ? name.declinable : "phrase";
  return {
    kind,
    text: name.text,
    sex: null,
    given: name.cases,
    derive: (one) => DECLINE[kind](name.text, one),
    place: name.place.file === "" ? null : name.place,
  };
}

function personOf(name: AnyDeclinable): PersonName {
  const { person } = name;
  if (person === undefined) throw new Error("a declinable person without its parts");
  return { ...person, gender: person.gender === "feminine" ? "feminine" : "masculine" };
}
