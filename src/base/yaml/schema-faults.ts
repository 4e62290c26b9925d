import type { ErrorObject } from "ajv/dist/2020.js";
import { type Diagnostic, type Place, positionsOf, raise, startOf, type Text, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { readYaml } from "./read-yaml.ts";
import type { SourceFile } from "./source-file.ts";

/** What is wrong with a schema that a kind brings: the keyword at a pointer, or a word that the validator stumbled over. */
export type SchemaFault = { readonly message: Text; readonly pointer?: string; readonly word?: string };

/** A value that JSON Schema does not allow where it stands. */
export function wrongKeyword({ instancePath }: ErrorObject): SchemaFault {
  const keyword = instancePath.split("/").at(-1) ?? "";
  return {
    pointer: instancePath,
    message: text(
      `Схема неверна: у слова «${keyword}» недопустимое значение`,
      `The schema is wrong: the keyword “${keyword}” has a value it cannot have`,
    ),
  };
}

/** A schema that cannot be compiled: an unknown keyword, a `$ref` that leads nowhere, a pattern that is none. */
export function uncompiled(error: unknown): SchemaFault {
  const reason = error instanceof Error ? error.message : String(error);
  const keyword = /unknown keyword: "([^"]*)"/.exec(reason)?.[1];
  if (keyword !== undefined)
    return {
      word: `"${keyword}"`,
      message: text(
        `Схема неверна: слова «${keyword}» в JSON Schema нет`,
        `The schema is wrong: JSON Schema has no keyword “${keyword}”`,
      ),
    };
  const ref = /can't resolve reference (\S+) from/.exec(reason)?.[1];
  if (ref !== undefined)
    return {
      word: `"${ref}"`,
      message: text(
        `Схема неверна: ссылка «${ref}» никуда не ведёт`,
        `The schema is wrong: the reference “${ref}” leads nowhere`,
      ),
    };
  const pattern = /Invalid regular expression: \/(.*)\/\w*:/.exec(reason)?.[1];
  if (pattern !== undefined)
    return {
      word: JSON.stringify(pattern),
      message: text(
        `Схема неверна: выражение «${pattern}» не читается`,
        `The schema is wrong: the expression “${pattern}” cannot be read`,
      ),
    };
  return {
    message: text(`Схема неверна: ${reason}`, `The schema is wrong: ${reason}`),
  };
}

/** The fault at its place in the file of the schema. Code TRC1013. */
export function brokenSchema({ message, pointer, word }: SchemaFault, file: SourceFile | undefined): Diagnostic {
  return schemaDiagnostic(
    message,
    text(
      "Исправьте schema.json этого вида документа: https://json-schema.org/draft/2020-12",
      "Correct the schema.json of this document kind: https://json-schema.org/draft/2020-12",
    ),
    placeInJson(file, pointer, word),
  );
}

/** A schema that is no JSON, or no object. Code TRC1013. */
export function notJson(file: SourceFile, source: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : "";
  const noticed = Number(/position (\d+)/.exec(reason)?.[1] ?? (/end of JSON input/.test(reason) ? source.length : 0));
  // What is missing before a word is missing after the one before it.
  const missing = /^Expected|end of JSON input/.test(reason);
  const offset = missing ? Math.max(0, source.slice(0, noticed).trimEnd().length - 1) : noticed;
  const start = positionsOf(source)(offset);
  return schemaDiagnostic(
    text("Схема не читается как JSON", "The schema cannot be read as JSON"),
    text(
      "Проверьте запятые, кавычки и скобки в отмеченном месте",
      "Check the commas, quotes and brackets at the marked place",
    ),
    { file: file.path, start, end: { line: start.line, column: start.column + 1 } },
  );
}

function schemaDiagnostic(message: Text, hint: Text, place: Place): Diagnostic {
  return raise(FINDINGS.TRC1013, { message, hints: [hint], place });
}

/** Place of a pointer or else of a word in a file of JSON; its start when neither is there. */
export function placeInJson(file: SourceFile | undefined, pointer?: string, word?: string): Place {
  const top = startOf(file?.path ?? "");
  // JSON is YAML, so its reader knows the places.
  const yaml = file === undefined ? undefined : readYaml(file).value;
  if (yaml === undefined) return top;
  if (pointer !== undefined) return yaml.placeOf(pointer);
  // A reference may have been written by a path that leads to the same file.
  const found = [word, /[^/"]*\.json[#"].*$/.exec(word ?? "")?.[0]].find(
    (one) => one !== undefined && yaml.text.includes(one),
  );
  const at = found === undefined ? -1 : yaml.text.indexOf(found);
  return found === undefined ? top : yaml.placeAt(at, at + found.length);
}
