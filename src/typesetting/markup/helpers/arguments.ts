import { type Text, text } from "../../../base/diagnostics/index.ts";
import { CASES, type Gender, type GrammaticalCase } from "../../../language/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";
import { isDeclinable } from "./declinable.ts";

/** The argument as a text. @throws TemplateError TRC3214 for anything else */
export function textArgument(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (isDeclinable(value)) return value.text;
  throw new TemplateError(FINDINGS.TRC3214, {
    message: given(what, text("нужен текст", "a text is needed"), value),
    hints: text(
      "Передайте свойство с текстом или текст в кавычках",
      "Give a property that is a text, or a text in quotes",
    ),
  });
}

/** The argument as a number. @throws TemplateError TRC3214 for anything else */
export function numberArgument(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TemplateError(FINDINGS.TRC3214, {
    message: given(what, text("нужно число", "a number is needed"), value),
    hints: text("Передайте свойство с числом или само число", "Give a property that is a number, or the number itself"),
  });
}

/** An ISO date. */
export function dateArgument(value: unknown, what: string): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new TemplateError(FINDINGS.TRC3214, {
    message: given(what, text("нужна дата вида «2025-09-05»", "a date like 2025-09-05 is needed"), value),
    hints: text(
      "Передайте свойство с датой, например record.date",
      "Give a property that is a date, such as record.date",
    ),
  });
}

/** A list; an absent one is empty. */
export function listArgument(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined) return [];
  throw new TemplateError(FINDINGS.TRC3214, {
    message: given(what, text("нужен список", "a list is needed"), value),
    hints: text("Передайте свойство-список или (list …)", "Give a property that is a list, or (list …)"),
  });
}

/** The argument as one of the words that there are. @throws TemplateError TRC3214 for anything else */
export function wordArgument<const Word>(value: unknown, words: readonly Word[], what: Text): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const all = words.join(", ");
  throw new TemplateError(FINDINGS.TRC3214, {
    message: text(`${what.ru} «${String(value)}»`, `${what.en} “${String(value)}”`),
    hints: text(`Бывают: ${all}`, `There are: ${all}`),
  });
}

/** The argument as the name of a case, the nominative by default. @throws TemplateError TRC3214 for anything else */
export function caseArgument(value: unknown = "nominative"): GrammaticalCase {
  return wordArgument(value, CASES, text("Неизвестный падеж", "Unknown case"));
}

/** The argument as a gender, the masculine by default. @throws TemplateError TRC3214 for anything else */
export function genderArgument(value: unknown): Gender {
  const genders = ["masculine", "feminine", "neuter"] as const;
  return wordArgument(value ?? "masculine", genders, text("Неизвестный род", "Unknown gender"));
}

/** `date: нужна дата вида «2025-09-05», а передано «сентябрь»`. */
function given(what: string, needed: Text, value: unknown): Text {
  const { ru, en } = kindOf(value);
  return text(`${what}: ${needed.ru}, а передано: ${ru}`, `${what}: ${needed.en}, but ${en} is given`);
}

function kindOf(value: unknown): Text {
  if (value === null || value === undefined) return text("пустое значение", "an empty value");
  if (Array.isArray(value)) return text("список", "a list");
  return typeof value === "object"
    ? text("набор свойств", "a set of properties")
    : text(`«${String(value)}»`, `“${String(value)}”`);
}
