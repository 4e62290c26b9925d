import type { ErrorObject } from "ajv/dist/2020.js";
import { type Hints, type Text, text } from "../diagnostics/index.ts";
import { exampleOf, shown } from "./schema-examples.ts";
import { isoDate } from "./schema-guesses.ts";

/** Types of JSON Schema as they are written in YAML. */
export const TYPES: { readonly [type: string]: Text } = {
  string: text("нужен текст", "a text"),
  integer: text("нужно целое число", "a whole number"),
  number: text("нужно число", "a number"),
  boolean: text("нужно true или false", "true or false"),
  array: text("нужен список (строки с «- »)", "a list (lines with “- ”)"),
  object: text("нужен набор свойств с отступом", "properties, indented"),
};

/** « в «term → basis»», nothing for the record itself. */
export function at(pointer: string): Text {
  if (pointer === "") return text("", "");
  const steps = (item: string): string =>
    pointer
      .slice(1)
      .split("/")
      .map((step) => (/^\d+$/.test(step) ? `${item} ${Number(step) + 1}` : step))
      .join(" → ");
  return text(` в «${steps("строка")}»`, ` in “${steps("item")}”`);
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
export function forExample(error: ErrorObject): readonly [Text, ...Text[]] {
  const schema = error.parentSchema;
  const example = exampleOf(schema);
  const last = error.instancePath.split("/").at(-1) ?? "";
  const line = last === "" ? example : /^\d+$/.test(last) ? `- ${example}` : `${last}: ${example}`;
  const branches = (schema?.anyOf ?? []) as readonly { readonly reference?: unknown }[];
  const folder = [schema, ...branches].find((node) => typeof node?.reference === "string")?.reference;
  const known = [
    ...(example === undefined ? [] : [text(`Например: ${line}`, `For example: ${line}`)]),
    ...(folder === undefined
      ? []
      : [
          text(
            `Здесь пишут имя файла из папки ${folder} без расширения .yaml`,
            `Here stands the name of a file of the folder ${folder} without its extension .yaml`,
          ),
        ]),
  ];
  const [first = CORRECT, ...others] = known;
  return [first, ...others];
}

const CORRECT = text(
  "Впишите значение, которое подходит под описание свойства, или удалите строку",
  "Write a value that suits the description of the property, or delete the line",
);

const ISO_DATE = text(
  "Дату пишут как ГГГГ-ММ-ДД, например 2025-09-05; проверьте, есть ли такой день в месяце",
  "A date is written YYYY-MM-DD, for example 2025-09-05; check that the month has such a day",
);

/** The date as it was probably meant, and how dates are written. */
export function dateHints(error: ErrorObject): Hints {
  const date = isoDate(String(error.data));
  return [...(date === null ? [] : [writeLine(error, date)]), ISO_DATE];
}

/** The line with the value put right. */
export function writeLine({ instancePath }: ErrorObject, value: string): Text {
  const last = instancePath.split("/").at(-1) ?? "";
  const line = /^\d*$/.test(last) ? value : `${last}: ${value}`;
  return value.startsWith('"')
    ? text(`Возьмите значение в кавычки: ${line}`, `Put the value in quotes: ${line}`)
    : text(`Напишите: ${line}`, `Write: ${line}`);
}
