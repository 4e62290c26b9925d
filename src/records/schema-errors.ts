import type { ErrorObject } from "ajv/dist/2020.js";
import type { Diagnostic, Place } from "../diagnostics/index.ts";
import { escapePointer } from "./read-yaml.ts";
import { suggest } from "./suggest.ts";
import type { YamlFile } from "./yaml-file.ts";

type Explained = {
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  readonly place?: Place;
  readonly pointer?: string;
  readonly actual?: string;
  readonly expected?: string;
};

/** One schema error in the words of a clerk, at the key or value it is about. */
export function explainSchemaError(error: ErrorObject, file: YamlFile, topNames: readonly string[]): Diagnostic {
  const pointer = error.instancePath;
  const handler = HANDLERS[error.keyword];
  const explained = handler ? handler(error, file, topNames) : fallback(error);
  return {
    severity: "error",
    why: describe(error),
    place: file.placeOf(pointer),
    pointer,
    ...explained,
  };
}

type Handler = (error: ErrorObject, file: YamlFile, topNames: readonly string[]) => Explained;

const HANDLERS: { readonly [keyword: string]: Handler } = {
  required: (error, file) => {
    const name = String(error.params["missingProperty"]);
    const example = exampleOf(propertySchema(error.parentSchema, name));
    return {
      code: "TRC1102",
      message: `Не хватает свойства «${name}»${at(error.instancePath)}`,
      hints: [`Добавьте строку: ${name}: ${example ?? "…"}`],
      place: file.keyPlaceOf(error.instancePath),
      expected: name,
    };
  },
  additionalProperties: (error, file, names) =>
    unknownKey(error, file, String(error.params["additionalProperty"]), names),
  unevaluatedProperties: (error, file, names) =>
    unknownKey(error, file, String(error.params["unevaluatedProperty"]), names),
  type: (error) => wrongType(error),
  enum: (error) => {
    const allowed = (error.params["allowedValues"] as readonly unknown[]).map(String);
    const meanings = (error.parentSchema?.["enumDescriptions"] ?? []) as readonly string[];
    const near = suggest(String(error.data), allowed, 1)[0];
    const list = allowed.map((value, index) => (meanings[index] ? `${value} (${meanings[index]})` : value)).join(", ");
    if (error.data === null)
      return {
        code: "TRC1103",
        message: `У свойства «${lastKey(error.instancePath)}» нет значения`,
        hints: [`Допустимо: ${list}`],
        expected: allowed.join(" | "),
      };
    return {
      code: "TRC1104",
      message: `Недопустимое значение «${shown(error.data)}» свойства «${lastKey(error.instancePath)}»`,
      hints: [...(near ? [`Возможно, имелось в виду: ${near}`] : []), `Допустимо: ${list}`],
      actual: shown(error.data),
      expected: allowed.join(" | "),
    };
  },
  const: (error) => ({
    code: "TRC1104",
    message: `Недопустимое значение «${shown(error.data)}» свойства «${lastKey(error.instancePath)}»`,
    hints: [`Напишите: ${lastKey(error.instancePath)}: ${shown(error.params["allowedValue"])}`],
    actual: shown(error.data),
    expected: shown(error.params["allowedValue"]),
  }),
  format: (error) =>
    error.params["format"] === "date"
      ? {
          code: "TRC1105",
          message: `«${shown(error.data)}» – не дата`,
          hints: ["Напишите дату как ГГГГ-ММ-ДД, например 2025-09-05; проверьте, есть ли такой день в месяце"],
          actual: shown(error.data),
          expected: "ГГГГ-ММ-ДД",
        }
      : {
          code: "TRC1106",
          message: `«${shown(error.data)}» – не адрес электронной почты`,
          hints: [`Например: ${example(error)}`],
          actual: shown(error.data),
        },
  pattern: (error) => ({
    code: "TRC1106",
    message: `Значение «${shown(error.data)}» свойства «${lastKey(error.instancePath)}» записано не по форме`,
    hints: [`Например: ${example(error)}`],
    actual: shown(error.data),
    expected: String(error.params["pattern"]),
  }),
  minLength: (error) => ({
    code: "TRC1107",
    message: `Свойство «${lastKey(error.instancePath)}» пусто`,
    hints: [`Например: ${example(error)}`],
  }),
  minItems: (error) => ({
    code: "TRC1107",
    message: `Список «${lastKey(error.instancePath)}» пуст`,
    hints: [`Добавьте хотя бы одну строку: - ${example(error)}`],
  }),
  minimum: (error) => tooSmallOrLarge(error),
  maximum: (error) => tooSmallOrLarge(error),
  uniqueItems: (error) => ({
    code: "TRC1108",
    message: `В списке «${lastKey(error.instancePath)}» есть повтор`,
    hints: ["Удалите одну из одинаковых строк"],
  }),
  oneOf: (error) => choice(error),
  anyOf: (error) => choice(error),
  minProperties: (error) => choice(error),
  maxProperties: (error) => choice(error),
};

function unknownKey(error: ErrorObject, file: YamlFile, name: string, topNames: readonly string[]): Explained {
  const own = Object.keys((error.parentSchema?.["properties"] ?? {}) as object);
  const known = error.instancePath === "" ? [...topNames] : own;
  const near = suggest(name, known, 1)[0];
  const pointer = `${error.instancePath}/${escapePointer(name)}`;
  return {
    code: "TRC1101",
    message: `Неизвестное свойство «${name}»${at(error.instancePath)}`,
    hints: [near ? `Возможно, имелось в виду: ${near}` : `Здесь бывают: ${known.sort().join(", ")}`],
    place: file.keyPlaceOf(pointer),
    pointer,
    actual: name,
  };
}

const TYPES: { readonly [type: string]: string } = {
  string: "текст",
  integer: "целое число",
  number: "число",
  boolean: "true или false",
  array: "список (строки с «- »)",
  object: "набор свойств с отступом",
};

function wrongType(error: ErrorObject): Explained {
  const wanted = String(error.params["type"]);
  const name = lastKey(error.instancePath);
  if (error.data === null) {
    return {
      code: "TRC1103",
      message: `У свойства «${name}» нет значения`,
      hints: [`Например: ${example(error)}`, "Если значения нет, удалите строку"],
      expected: wanted,
    };
  }
  const hints =
    wanted === "string" && typeof error.data !== "object"
      ? [`Возьмите значение в кавычки: "${shown(error.data)}"`]
      : [`Например: ${example(error)}`];
  return {
    code: "TRC1103",
    message: `Свойство «${name}»: нужно ${TYPES[wanted] ?? wanted}, а указано ${kindOf(error.data)}`,
    hints,
    actual: shown(error.data),
    expected: wanted,
  };
}

function tooSmallOrLarge(error: ErrorObject): Explained {
  const limit = String(error.params["limit"]);
  const words = error.keyword === "minimum" ? "не меньше" : "не больше";
  return {
    code: "TRC1109",
    message: `Число ${shown(error.data)} свойства «${lastKey(error.instancePath)}» должно быть ${words} ${limit}`,
    hints: [`Например: ${example(error)}`],
    actual: shown(error.data),
    expected: `${words} ${limit}`,
  };
}

function choice(error: ErrorObject): Explained {
  const branches = (error.parentSchema?.[error.keyword] ?? []) as readonly {
    readonly required?: readonly string[];
    readonly const?: unknown;
  }[];
  const ways = Array.isArray(branches)
    ? branches
        .map((branch) => branch.required?.join(" и ") ?? (branch.const !== undefined ? String(branch.const) : ""))
        .filter((way) => way !== "")
    : [];
  const names = ways.length > 0 ? ways : Object.keys((error.parentSchema?.["properties"] ?? {}) as object);
  return {
    code: "TRC1110",
    message: `Свойство «${lastKey(error.instancePath)}» заполнено не по форме: нужен ровно один из способов`,
    hints: [...(names.length > 0 ? [`Способы: ${names.join("; ")}`] : []), `Например: ${example(error)}`],
  };
}

function fallback(error: ErrorObject): Explained {
  return {
    code: "TRC1100",
    message: `Значение «${lastKey(error.instancePath)}» не подходит: ${error.message ?? error.keyword}`,
    hints: [`Например: ${example(error)}`],
  };
}

function describe(error: ErrorObject): string | undefined {
  const schema =
    error.keyword === "required"
      ? propertySchema(error.parentSchema, String(error.params["missingProperty"]))
      : error.parentSchema;
  const text = schema?.["description"];
  const title = error.schema === undefined ? undefined : text;
  return typeof title === "string" && !["additionalProperties", "unevaluatedProperties"].includes(error.keyword)
    ? title
    : undefined;
}

function propertySchema(parent: object | undefined, name: string): { readonly [key: string]: unknown } | undefined {
  return (parent as { properties?: { [name: string]: { [key: string]: unknown } } } | undefined)?.properties?.[name];
}

function example(error: ErrorObject): string {
  return (
    exampleOf(error.parentSchema as { readonly [key: string]: unknown } | undefined) ?? "см. описание свойства в схеме"
  );
}

/** The first example of a property, in one line of YAML. */
function exampleOf(schema: { readonly [key: string]: unknown } | undefined): string | undefined {
  const first = (schema?.["examples"] as readonly unknown[] | undefined)?.[0];
  if (first === undefined) return undefined;
  if (typeof first === "string")
    return /^[\d"'[{*&!|>%@`-]|: | #/.test(first) && !/^\d{4}-\d{2}(-\d{2})?$/.test(first)
      ? JSON.stringify(first)
      : first;
  return flow(first);
}

/** YAML in one line: `{date: 2025-09-05, name: текст}`. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(", ")}}`;
  return typeof value === "string" && /[,:[\]{}#"']/.test(value) ? JSON.stringify(value) : String(value);
}

function at(pointer: string): string {
  return pointer === "" ? "" : ` в «${pointer.slice(1).replaceAll("/", " → ")}»`;
}

function lastKey(pointer: string): string {
  const parts = pointer.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "запись";
  return /^\d+$/.test(last) && parts.length > 1 ? `${parts.at(-2)}, строка ${Number(last) + 1}` : last;
}

function shown(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "список";
  if (typeof value === "object") return "набор свойств";
  return typeof value === "number"
    ? `число ${value}`
    : typeof value === "boolean"
      ? String(value)
      : `«${shown(value)}»`;
}
