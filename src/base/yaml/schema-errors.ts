import type { ErrorObject } from "ajv/dist/2020.js";
import {
  type Defined,
  type Diagnostic,
  didYouMean,
  type Hints,
  type Place,
  raise,
  suggest,
  type Text,
  text,
} from "../diagnostics/index.ts";
import { codeOf } from "../text/index.ts";
import { FINDINGS } from "./findings.ts";
import { exampleOf, propertySchema, shown } from "./schema-examples.ts";
import { nearValue, rightValue } from "./schema-guesses.ts";
import { at, dateHints, forExample, kindOf, lastKey, TYPES, writeLine } from "./schema-words.ts";
import { escapePointer, type YamlFile } from "./yaml-file.ts";

type Explained = {
  readonly finding: Defined;
  readonly message: Text;
  readonly hints: Hints;
  readonly place?: Place;
  readonly pointer?: string;
  readonly actual?: string;
  readonly expected?: string;
};

/** A schema error with what its words are made of. */
type Fault = {
  readonly error: ErrorObject;
  readonly file: YamlFile;
  readonly topNames: readonly string[];
  /** Name of the value, and the value as it is shown. */
  readonly key: Text;
  readonly value: string;
  readonly limit: unknown;
};

/** One schema error in the words of a clerk, at the key or value it is about. */
export function explainSchemaError(error: ErrorObject, file: YamlFile, topNames: readonly string[]): Diagnostic {
  const { instancePath: pointer, data, params } = error;
  const handler = HANDLERS[error.keyword] ?? unsuited;
  const fault = { error, file, topNames, key: lastKey(pointer), value: shown(data), limit: params.limit };
  const { finding, ...said } = handler(fault);
  return raise(finding, { why: describe(error), place: file.placeOf(pointer), pointer, ...said });
}

type Handler = (fault: Fault) => Explained;

const HANDLERS: { readonly [keyword: string]: Handler } = {
  required: ({ error, file }) => {
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
  additionalProperties: (fault) => unknownKey(fault, String(fault.error.params.additionalProperty)),
  unevaluatedProperties: (fault) => unknownKey(fault, String(fault.error.params.unevaluatedProperty)),
  type: wrongType,
  enum: oneOfWords,
  const: (fault) => {
    const expected = shown(fault.error.params.allowedValue);
    const line = `${fault.key.ru}: ${expected}`;
    return { ...notAllowed(fault), hints: text(`Напишите: ${line}`, `Write: ${line}`), actual: fault.value, expected };
  },
  format: ({ error, value }) =>
    error.params.format === "date"
      ? {
          finding: FINDINGS.TRC1105,
          message: text(`«${value}» – не дата`, `“${value}” is no date`),
          hints: dateHints(error),
          actual: value,
          expected: "ГГГГ-ММ-ДД",
        }
      : {
          finding: FINDINGS.TRC1106,
          message: text(`«${value}» – не адрес электронной почты`, `“${value}” is no e-mail address`),
          hints: forExample(error),
          actual: value,
        },
  pattern: (fault) => notOfTheForm(fault, String(fault.error.params.pattern)),
  minLength: ({ error, key }) => ({
    finding: FINDINGS.TRC1107,
    message: text(`Свойство «${key.ru}» пусто`, `The property “${key.en}” is empty`),
    hints: forExample(error),
  }),
  minItems: ({ error, key, limit }) => ({
    finding: FINDINGS.TRC1107,
    message:
      Number(limit) > 1
        ? text(
            `В списке «${key.ru}» строк меньше, чем нужно: не меньше ${limit}`,
            `The list “${key.en}” is too short: at least ${limit} items`,
          )
        : text(`Список «${key.ru}» пуст`, `The list “${key.en}” is empty`),
    hints: [text("Добавьте строку в список", "Add an item to the list"), ...forExample(error)],
  }),
  maxItems: ({ key, limit }) => ({
    finding: FINDINGS.TRC1100,
    message: text(
      `В списке «${key.ru}» строк больше, чем можно: не больше ${limit}`,
      `The list “${key.en}” is too long: at most ${limit} items`,
    ),
    hints: text("Уберите лишние строки", "Take out what is over"),
  }),
  "false schema": ({ error, file, key }) => ({
    finding: FINDINGS.TRC1101,
    message: text(
      `Свойство «${key.ru}» здесь не заполняют: его исключает соседнее свойство`,
      `The property “${key.en}” is not given here: another property excludes it`,
    ),
    hints: text("Удалите строку или исправьте соседнее свойство", "Delete the line or correct the other property"),
    place: file.keyPlaceOf(error.instancePath),
  }),
  minimum: (fault) => outOfRange(fault, text("не меньше", "at least")),
  maximum: (fault) => outOfRange(fault, text("не больше", "at most")),
  uniqueItems: ({ key }) => ({
    finding: FINDINGS.TRC1108,
    message: text(`В списке «${key.ru}» есть повтор`, `The list “${key.en}” holds the same thing twice`),
    hints: text("Удалите одну из одинаковых строк", "Remove one of the equal items"),
  }),
  oneOf: choice,
  anyOf: choice,
  minProperties: choice,
  maxProperties: choice,
};

function oneOfWords(fault: Fault): Explained {
  const { error, value } = fault;
  const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
  const meanings = (error.parentSchema?.enumDescriptions ?? []) as readonly string[];
  const near = nearValue(String(error.data), allowed, meanings);
  const list = allowed.map((one, index) => (meanings[index] ? `${one} (${meanings[index]})` : one)).join(", ");
  // The schemas describe in Russian; the words themselves are Latin.
  const known = text(`Допустимо: ${list}`, `Allowed: ${allowed.join(", ")}`);
  const expected = allowed.join(" | ");
  if (error.data === null) return { ...noValue(fault, [known]), expected };
  return { ...notAllowed(fault), hints: [...(near ? [didYouMean([near])] : []), known], actual: value, expected };
}

function notAllowed({ key, value }: Fault): Pick<Explained, "finding" | "message"> {
  return {
    finding: FINDINGS.TRC1104,
    message: text(
      `Недопустимое значение «${value}» свойства «${key.ru}»`,
      `The value “${value}” of the property “${key.en}” is not allowed`,
    ),
  };
}

function notOfTheForm({ error, key, value }: Fault, pattern: string): Explained {
  const alien = /[А-Яа-яЁё]/.test(pattern) ? null : alienCharacter(String(error.data));
  return {
    finding: FINDINGS.TRC1106,
    message: text(
      `Значение «${value}» свойства «${key.ru}» записано не по форме${alien === null ? "" : `: ${alien.ru}`}`,
      `The value “${value}” of the property “${key.en}” has the wrong form${alien === null ? "" : `: ${alien.en}`}`,
    ),
    hints: forExample(error),
    actual: value,
    expected: pattern,
  };
}

/** The first character of a value in Latin letters that is not what it looks like, and which it is. */
function alienCharacter(value: string): Text | null {
  const found = /[\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}]/u.exec(value);
  if (found === null) return null;
  const [character] = found;
  const place = [...value.slice(0, found.index)].length + 1;
  return /\p{Script=Cyrillic}/u.test(character)
    ? text(`знак ${place} – русская буква «${character}»`, `character ${place} is the Russian letter “${character}”`)
    : text(`знак ${place} невидим (${codeOf(character)})`, `character ${place} is invisible (${codeOf(character)})`);
}

function unknownKey({ error, file, topNames }: Fault, name: string): Explained {
  const own = error.instancePath === "" ? topNames : Object.keys(error.parentSchema?.properties ?? {});
  const known = [...own].sort().join(", ");
  const near = suggest(name, own, 1)[0];
  const pointer = `${error.instancePath}/${escapePointer(name)}`;
  const where = at(error.instancePath);
  return {
    finding: FINDINGS.TRC1101,
    message: text(`Неизвестное свойство «${name}»${where.ru}`, `Unknown property “${name}”${where.en}`),
    hints: near ? didYouMean([near]) : text(`Здесь бывают: ${known}`, `Known here: ${known}`),
    place: file.keyPlaceOf(pointer),
    pointer,
    actual: name,
  };
}

function wrongType(fault: Fault): Explained {
  const { error, key, value } = fault;
  // Of several types the first is what is meant; the other is usually null.
  const [wanted = ""] = [error.params.type].flat().map(String);
  if (error.data === null) {
    const remove = text("Если значения нет, удалите строку", "If there is no value, delete the line");
    return { ...noValue(fault, [...forExample(error), remove]), expected: wanted };
  }
  const [type, given] = [TYPES[wanted] ?? text(wanted, wanted), kindOf(error.data)];
  const right = rightValue(wanted, error.data);
  return {
    finding: FINDINGS.TRC1103,
    message: text(
      `Свойство «${key.ru}»: ${type.ru}, а здесь – ${given.ru}`,
      `The property “${key.en}” must be ${type.en}, not ${given.en}`,
    ),
    hints: right === null ? forExample(error) : writeLine(error, right),
    actual: value,
    expected: wanted,
  };
}

function noValue({ key }: Fault, hints: Hints): Explained {
  return {
    finding: FINDINGS.TRC1103,
    message: text(`У свойства «${key.ru}» нет значения`, `The property “${key.en}” has no value`),
    hints,
  };
}

function outOfRange({ error, key, value, limit }: Fault, words: Text): Explained {
  return {
    finding: FINDINGS.TRC1109,
    message: text(
      `Число ${value} свойства «${key.ru}» должно быть ${words.ru} ${limit}`,
      `The number ${value} of the property “${key.en}” must be ${words.en} ${limit}`,
    ),
    hints: forExample(error),
    actual: value,
    expected: `${words.ru} ${limit}`,
  };
}

type Branch = {
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
};

function choice(fault: Fault): Explained {
  const { error, key } = fault;
  const [first, ...others] = forExample(error);
  const given = error.parentSchema?.[error.keyword];
  const branches: readonly Branch[] = Array.isArray(given) ? given : [];
  const required = branches.flatMap(({ required: names }) => (names === undefined ? [] : [names.join(" + ")]));
  const names = required.length > 0 ? required : Object.keys(error.parentSchema?.properties ?? {});
  // A choice between words of a list and a text of some form: what is neither is a slip of one of the words.
  const words = branches.find((branch) => branch.enum !== undefined);
  if (words !== undefined)
    return oneOfWords({ ...fault, error: { ...error, params: { allowedValues: words.enum }, parentSchema: words } });
  // A choice between one word and a text of some form, written otherwise.
  const form = branches.find(({ pattern }) => pattern !== undefined)?.pattern;
  if (form !== undefined && typeof error.data === "string") return notOfTheForm(fault, form);
  return {
    finding: FINDINGS.TRC1110,
    message: text(
      `Свойство «${key.ru}» заполнено не по форме: нужен ровно один из способов`,
      `The property “${key.en}” is filled in wrongly: exactly one of the ways is needed`,
    ),
    hints: [
      names.length > 0 ? text(`Способы: ${names.join("; ")}`, `The ways: ${names.join("; ")}`) : first,
      ...(names.length > 0 ? [first, ...others] : others),
    ],
  };
}

function unsuited({ error, key }: Fault): Explained {
  return {
    finding: FINDINGS.TRC1100,
    message: text(
      `Значение свойства «${key.ru}» здесь не годится`,
      `The value “${key.en}” does not suit the schema (${error.keyword})`,
    ),
    hints: forExample(error),
  };
}

/** What the schema says of the property; in English it is quoted as it is. */
function describe({ keyword, instancePath, params, parentSchema }: ErrorObject): Text | undefined {
  if (keyword === "additionalProperties" || keyword === "unevaluatedProperties") return undefined;
  const missing = keyword === "required" ? String(params.missingProperty) : null;
  const schema = missing === null ? parentSchema : propertySchema(parentSchema, missing);
  const description = schema?.description;
  if (typeof description !== "string") return undefined;
  const { ru, en } = lastKey(missing === null ? instancePath : `/${missing}`);
  return text(`«${ru}» в справочнике записей: ${description}`, `The schema says of “${en}”: «${description}»`);
}
