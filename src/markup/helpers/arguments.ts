import { CASES, type Gender, type GrammaticalCase } from "../../language/index.ts";
import { TemplateError } from "../template-error.ts";
import { isDeclinable } from "./declinable.ts";

export function textArgument(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (isDeclinable(value)) return value.text;
  throw new TemplateError("TRC3214", `${what}: нужен текст, а передано ${kindOf(value)}`);
}

export function numberArgument(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TemplateError("TRC3214", `${what}: нужно число, а передано ${kindOf(value)}`);
}

/** An ISO date. */
export function dateArgument(value: unknown, what: string): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new TemplateError("TRC3214", `${what}: нужна дата вида 2025-09-05, а передано ${kindOf(value)}`);
}

/** A list; an absent one is empty. */
export function listArgument(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined) return [];
  throw new TemplateError("TRC3214", `${what}: нужен список, а передано ${kindOf(value)}`);
}

export function caseArgument(value: unknown): GrammaticalCase {
  const found = CASES.find((name) => name === value);
  if (found === undefined && value !== undefined)
    throw new TemplateError("TRC3214", `Неизвестный падеж «${String(value)}»`, [`Бывают: ${CASES.join(", ")}`]);
  return found ?? "nominative";
}

export function genderArgument(value: unknown): Gender {
  if (value === "feminine" || value === "neuter" || value === "masculine") return value;
  if (value === undefined || value === null) return "masculine";
  throw new TemplateError("TRC3214", `Неизвестный род «${String(value)}»`, ["Бывают: masculine, feminine, neuter"]);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "пустое значение";
  if (Array.isArray(value)) return "список";
  return typeof value === "object" ? "набор свойств" : `«${String(value)}»`;
}
