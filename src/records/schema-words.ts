import type { ErrorObject } from "ajv/dist/2020.js";
import { type Text, text } from "../diagnostics/index.ts";
import { exampleOf, shown } from "./schema-examples.ts";

/** Types of JSON Schema as they are written in YAML. */
export const TYPES: { readonly [type: string]: Text } = {
  string: text("текст", "a text"),
  integer: text("целое число", "a whole number"),
  number: text("число", "a number"),
  boolean: text("true или false", "true or false"),
  array: text("список (строки с «- »)", "a list (lines with “- ”)"),
  object: text("набор свойств с отступом", "properties, indented"),
};

/** « в «term → basis»», nothing for the record itself. */
export function at(pointer: string): Text {
  const path = pointer.slice(1).replaceAll("/", " → ");
  return pointer === "" ? text("", "") : text(` в «${path}»`, ` in “${path}”`);
}

/** The name a value goes by: its key, an item of a list with its number. */
export function lastKey(pointer: string): Text {
  const parts = pointer.split("/").filter((part) => part !== "");
  const last = parts.at(-1);
  if (last === undefined) return text("запись", "record");
  return /^\d+$/.test(last) && parts.length > 1
    ? text(`${parts.at(-2)}, строка ${Number(last) + 1}`, `${parts.at(-2)}, item ${Number(last) + 1}`)
    : text(last, last);
}

/** What a value is, to be set against what it must be. */
export function kindOf(value: unknown): Text {
  if (Array.isArray(value)) return text("список", "a list");
  if (typeof value === "object") return text("набор свойств", "properties");
  if (typeof value === "number") return text(`число ${value}`, `the number ${value}`);
  return typeof value === "boolean"
    ? text(String(value), String(value))
    : text(`«${shown(value)}»`, `“${shown(value)}”`);
}

/** A line that would be right, ready to paste. */
export function forExample(error: ErrorObject): Text[] {
  const example = exampleOf(error.parentSchema);
  const folder = error.parentSchema?.["reference"];
  if (example === undefined)
    return typeof folder === "string"
      ? [
          text(
            `Напишите имя файла из папки ${folder} без расширения .yaml`,
            `Write the name of a file of the folder ${folder} without its extension .yaml`,
          ),
        ]
      : [];
  const last = error.instancePath.split("/").at(-1) ?? "";
  const line = last === "" ? example : /^\d+$/.test(last) ? `- ${example}` : `${last}: ${example}`;
  return [text(`Например: ${line}`, `For example: ${line}`)];
}
