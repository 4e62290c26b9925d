import type { ErrorObject } from "ajv/dist/2020.js";
import {
  type Defined,
  type Diagnostic,
  didYouMean,
  type Place,
  raise,
  suggest,
  type Text,
  text,
} from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { exampleOf, propertySchema, shown } from "./schema-examples.ts";
import { nearValue, rightValue } from "./schema-guesses.ts";
import { at, dateHints, forExample, kindOf, lastKey, TYPES, writeLine } from "./schema-words.ts";
import { escapePointer, type YamlFile } from "./yaml-file.ts";

type Explained = {
  readonly finding: Defined;
  readonly message: Text;
  readonly hints: Text | readonly Text[];
  readonly place?: Place;
  readonly pointer?: string;
  readonly actual?: string;
  readonly expected?: string;
};

/** One schema error in the words of a clerk, at the key or value it is about. */
export function explainSchemaError(error: ErrorObject, file: YamlFile, topNames: readonly string[]): Diagnostic {
  const pointer = error.instancePath;
  const handler = HANDLERS[error.keyword] ?? unsuited;
  const { finding, ...said } = handler(error, file, topNames);
  return raise(finding, { why: describe(error), place: file.placeOf(pointer), pointer, ...said });
}

type Handler = (error: ErrorObject, file: YamlFile, topNames: readonly string[]) => Explained;

const HANDLERS: { readonly [keyword: string]: Handler } = {
  required: (error, file) => {
    const name = String(error.params.missingProperty);
    const line = `${name}: ${exampleOf(propertySchema(error.parentSchema, name)) ?? "…"}`;
    const where = at(error.instancePath);
    return {
      finding: FINDINGS.TRC1102,
      message: text(`Не хватает свойства «${name}»${where.ru}`, `The property “${name}” is missing${where.en}`),
      hints: text(`Добавьте строку: ${line}`, `Add the line: ${line}`),
      place: file.keyPlaceOf(error.instancePath),
      expected: name,
    };
  },
  additionalProperties: (error, file, names) => unknownKey(error, file, String(error.params.additionalProperty), names),
  unevaluatedProperties: (error, file, names) =>
    unknownKey(error, file, String(error.params.unevaluatedProperty), names),
  type: (error) => wrongType(error),
  enum: (error) => {
    const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
    const meanings = (error.parentSchema?.enumDescriptions ?? []) as readonly string[];
    const near = nearValue(String(error.data), allowed, meanings);
    const list = allowed.map((value, index) => (meanings[index] ? `${value} (${meanings[index]})` : value)).join(", ");
    const known = text(`Допустимо: ${list}`, `Allowed: ${list}`);
    if (error.data === null) return { ...noValue(error, [known]), expected: allowed.join(" | ") };
    return {
      finding: FINDINGS.TRC1104,
      message: notAllowed(error),
      hints: [...(near ? [didYouMean([near])] : []), known],
      actual: shown(error.data),
      expected: allowed.join(" | "),
    };
  },
  const: (error) => {
    const line = `${lastKey(error.instancePath).ru}: ${shown(error.params.allowedValue)}`;
    return {
      finding: FINDINGS.TRC1104,
      message: notAllowed(error),
      hints: text(`Напишите: ${line}`, `Write: ${line}`),
      actual: shown(error.data),
      expected: shown(error.params.allowedValue),
    };
  },
  format: (error) =>
    error.params.format === "date"
      ? {
          finding: FINDINGS.TRC1105,
          message: text(`«${shown(error.data)}» – не дата`, `“${shown(error.data)}” is no date`),
          hints: dateHints(error),
          actual: shown(error.data),
          expected: "ГГГГ-ММ-ДД",
        }
      : {
          finding: FINDINGS.TRC1106,
          message: text(
            `«${shown(error.data)}» – не адрес электронной почты`,
            `“${shown(error.data)}” is no e-mail address`,
          ),
          hints: forExample(error),
          actual: shown(error.data),
        },
  pattern: (error) => notOfTheForm(error, String(error.params.pattern)),
  minLength: (error) => {
    const { ru, en } = lastKey(error.instancePath);
    return {
      finding: FINDINGS.TRC1107,
      message: text(`Свойство «${ru}» пусто`, `The property “${en}” is empty`),
      hints: forExample(error),
    };
  },
  minItems: (error) => {
    const { ru, en } = lastKey(error.instancePath);
    const few = Number(error.params.limit) > 1;
    return {
      finding: FINDINGS.TRC1107,
      message: few
        ? text(
            `В списке «${ru}» строк меньше, чем нужно: не меньше ${error.params.limit}`,
            `The list “${en}” is too short: at least ${error.params.limit} items`,
          )
        : text(`Список «${ru}» пуст`, `The list “${en}” is empty`),
      hints: forExample(error).map((line) =>
        text(`Добавьте хотя бы одну строку. ${line.ru}`, `Add at least one item. ${line.en}`),
      ),
    };
  },
  maxItems: (error) => {
    const { ru, en } = lastKey(error.instancePath);
    return {
      finding: FINDINGS.TRC1100,
      message: text(
        `В списке «${ru}» строк больше, чем можно: не больше ${error.params.limit}`,
        `The list “${en}” is too long: at most ${error.params.limit} items`,
      ),
      hints: text("Уберите лишние строки", "Take out what is over"),
    };
  },
  "false schema": (error, file) => {
    const { ru, en } = lastKey(error.instancePath);
    return {
      finding: FINDINGS.TRC1101,
      message: text(
        `Свойство «${ru}» здесь не заполняют: его исключает соседнее свойство`,
        `The property “${en}” is not given here: another property excludes it`,
      ),
      hints: text("Удалите строку или исправьте соседнее свойство", "Delete the line or mend the other property"),
      place: file.keyPlaceOf(error.instancePath),
    };
  },
  minimum: (error) => tooSmallOrLarge(error),
  maximum: (error) => tooSmallOrLarge(error),
  uniqueItems: (error) => {
    const { ru, en } = lastKey(error.instancePath);
    return {
      finding: FINDINGS.TRC1108,
      message: text(`В списке «${ru}» есть повтор`, `The list “${en}” holds the same thing twice`),
      hints: text("Удалите одну из одинаковых строк", "Remove one of the equal items"),
    };
  },
  oneOf: (error) => choice(error),
  anyOf: (error) => choice(error),
  minProperties: (error) => choice(error),
  maxProperties: (error) => choice(error),
};

function notAllowed(error: ErrorObject): Text {
  const { ru, en } = lastKey(error.instancePath);
  return text(
    `Недопустимое значение «${shown(error.data)}» свойства «${ru}»`,
    `The value “${shown(error.data)}” of the property “${en}” is not allowed`,
  );
}

function notOfTheForm(error: ErrorObject, pattern: string): Explained {
  const { ru, en } = lastKey(error.instancePath);
  return {
    finding: FINDINGS.TRC1106,
    message: text(
      `Значение «${shown(error.data)}» свойства «${ru}» записано не по форме`,
      `The value “${shown(error.data)}” of the property “${en}” has the wrong form`,
    ),
    hints: forExample(error),
    actual: shown(error.data),
    expected: pattern,
  };
}

function unknownKey(error: ErrorObject, file: YamlFile, name: string, topNames: readonly string[]): Explained {
  const own = Object.keys((error.parentSchema?.properties ?? {}) as object);
  const known = (error.instancePath === "" ? [...topNames] : own).sort().join(", ");
  const near = suggest(name, error.instancePath === "" ? topNames : own, 1)[0];
  const pointer = `${error.instancePath}/${escapePointer(name)}`;
  const where = at(error.instancePath);
  return {
    finding: FINDINGS.TRC1101,
    message: text(`Неизвестное свойство «${name}»${where.ru}`, `Unknown property “${name}”${where.en}`),
    hints: [near ? didYouMean([near]) : text(`Здесь бывают: ${known}`, `Known here: ${known}`)],
    place: file.keyPlaceOf(pointer),
    pointer,
    actual: name,
  };
}

function wrongType(error: ErrorObject): Explained {
  // Of several types the first is what is meant; the other is usually null.
  const [wanted = ""] = [error.params.type].flat().map(String);
  if (error.data === null)
    return {
      ...noValue(error, [
        ...forExample(error),
        text("Если значения нет, удалите строку", "If there is no value, delete the line"),
      ]),
      expected: wanted,
    };
  const { ru, en } = lastKey(error.instancePath);
  const [type, given] = [TYPES[wanted] ?? text(wanted, wanted), kindOf(error.data)];
  const right = rightValue(wanted, error.data);
  return {
    finding: FINDINGS.TRC1103,
    message: text(
      `Свойство «${ru}»: ${type.ru}, а указано ${given.ru}`,
      `The property “${en}” must be ${type.en}, not ${given.en}`,
    ),
    hints: right === null ? forExample(error) : [writeLine(error, right)],
    actual: shown(error.data),
    expected: wanted,
  };
}

function noValue(error: ErrorObject, hints: readonly Text[]): Explained {
  const { ru, en } = lastKey(error.instancePath);
  return {
    finding: FINDINGS.TRC1103,
    message: text(`У свойства «${ru}» нет значения`, `The property “${en}” has no value`),
    hints,
  };
}

function tooSmallOrLarge(error: ErrorObject): Explained {
  const limit = String(error.params.limit);
  const small = error.keyword === "minimum";
  const words = small ? "не меньше" : "не больше";
  const { ru, en } = lastKey(error.instancePath);
  return {
    finding: FINDINGS.TRC1109,
    message: text(
      `Число ${shown(error.data)} свойства «${ru}» должно быть ${words} ${limit}`,
      `The number ${shown(error.data)} of the property “${en}” must be at ${small ? "least" : "most"} ${limit}`,
    ),
    hints: forExample(error),
    actual: shown(error.data),
    expected: `${words} ${limit}`,
  };
}

type Branch = { readonly required?: readonly string[]; readonly const?: unknown; readonly pattern?: string };

function choice(error: ErrorObject): Explained {
  const given = error.parentSchema?.[error.keyword];
  const branches: readonly Branch[] = Array.isArray(given) ? given : [];
  const required = branches.flatMap(({ required: names }) => (names === undefined ? [] : [names.join(" + ")]));
  const names = required.length > 0 ? required : Object.keys((error.parentSchema?.properties ?? {}) as object);
  // A choice between one word and a text of some form, written otherwise.
  const form = branches.find(({ pattern }) => pattern !== undefined)?.pattern;
  if (form !== undefined && typeof error.data === "string") return notOfTheForm(error, form);
  const { ru, en } = lastKey(error.instancePath);
  return {
    finding: FINDINGS.TRC1110,
    message: text(
      `Свойство «${ru}» заполнено не по форме: нужен ровно один из способов`,
      `The property “${en}” is filled in wrongly: exactly one of the ways is needed`,
    ),
    hints: [
      ...(names.length > 0 ? [text(`Способы: ${names.join("; ")}`, `The ways: ${names.join("; ")}`)] : []),
      ...forExample(error),
    ],
  };
}

function unsuited(error: ErrorObject): Explained {
  const { ru, en } = lastKey(error.instancePath);
  return {
    finding: FINDINGS.TRC1100,
    message: text(
      `Значение «${ru}» не подходит по схеме (${error.keyword})`,
      `The value “${en}” does not suit the schema (${error.keyword})`,
    ),
    hints: forExample(error),
  };
}

/** What the schema says of the property; in English it is quoted as it is. */
function describe(error: ErrorObject): Text | undefined {
  if (error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties") return undefined;
  const schema =
    error.keyword === "required"
      ? propertySchema(error.parentSchema, String(error.params.missingProperty))
      : error.parentSchema;
  const description = schema?.description;
  if (typeof description !== "string") return undefined;
  const { ru, en } =
    error.keyword === "required" ? lastKey(`/${String(error.params.missingProperty)}`) : lastKey(error.instancePath);
  return text(`«${ru}» – это: ${description}`, `The schema says of “${en}”: «${description}»`);
}
