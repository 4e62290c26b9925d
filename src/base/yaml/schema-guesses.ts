import { suggest } from "../diagnostics/index.ts";
import { isDay } from "../text/index.ts";
import { shown } from "./schema-examples.ts";

/** Words that clerks write for a switch. */
const SWITCHES: { readonly [word: string]: string } = {
  да: "true",
  yes: "true",
  on: "true",
  нет: "false",
  no: "false",
  off: "false",
};

/** The value as it was probably meant, in YAML of the type that is wanted; null when nothing can be guessed. */
export function rightValue(wanted: string, value: unknown): string | null {
  if (wanted === "string" && typeof value !== "object") return `"${shown(value)}"`;
  if (typeof value !== "string") return null;
  if (wanted === "boolean") return SWITCHES[value.toLowerCase()] ?? null;
  if ((wanted === "integer" && /^-?\d+$/.test(value)) || (wanted === "number" && /^-?\d+(\.\d+)?$/.test(value)))
    return value;
  return wanted === "array" && value !== "" ? `[${value}]` : null;
}

/** A Russian date as an ISO day: «9.9.2025» → `2025-09-09`; null where it is none. */
export function isoDate(written: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(written) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : null;
}

/** The value of a list that was meant: by its own letters, or by the words that explain it («понедельник» for `monday`). */
export function nearValue(typed: string, allowed: readonly string[], meanings: readonly string[]): string | undefined {
  const own = suggest(typed, allowed, 1)[0];
  if (own !== undefined) return own;
  const meant = suggest(typed, meanings, 1)[0];
  return meant === undefined ? undefined : allowed[meanings.indexOf(meant)];
}
