import { type Defined, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { readChecked, type SchemaNode, type SourceFile } from "../../base/yaml/index.ts";
import type { WORDINGS } from "./stray-files.ts";

/** A file of the templates folder that holds words which the program prints. */
export type WordingFile = {
  /** Inside the templates folder: `archive/wording.yaml`. */
  readonly path: (typeof WORDINGS)[number];
  readonly schema: SchemaNode;
  /** The finding that the file is missing, and what cannot be done without it. */
  readonly missing: Defined;
  readonly without: Text;
};

/** Reads a file of words, of the type that its schema describes; a finding of its own code when it is missing. @param templates as shown */
export function readWording<T>(wording: WordingFile, file: SourceFile | undefined, templates: string): Outcome<T> {
  if (file !== undefined) return readChecked<T>(file, wording.schema);
  const { path, missing, without } = wording;
  const own = `${posixPath(templates).replace(/\/+$/, "")}/${path}`;
  return {
    diagnostics: [
      raise(missing, {
        message: text(
          `В папке шаблонов нет файла ${path}: ${without.ru}`,
          `The templates folder has no file ${path}: ${without.en}`,
        ),
        hints: text(`Создайте ${own} по образцу из поставки trc`, `Create ${own} after the one that comes with trc`),
      }),
    ],
  };
}

/** Words of a template with values in the places of `{{name}}`. */
export function filled(words: string, values: { readonly [name: string]: string }): string {
  return words.replace(/\{\{(\w+)\}\}/g, (all, name: string) => values[name] ?? all);
}
