import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Hover,
} from "vscode-languageserver-protocol/node";
import type { Text } from "../../base/diagnostics/index.ts";
import { propertiesOf, type SchemaLocation, schemaAt } from "../../base/yaml/index.ts";
import { schemaOf } from "../../paperwork/records/index.ts";
import { packageRoot } from "../../project/reading/index.ts";
import { DIRECTIVES } from "../../typesetting/markup/index.ts";
import type { Centre } from "./centre.ts";
import type { Asked } from "./cursor.ts";
import { keyCard, plainWords } from "./schema-words.ts";

/** What the page of helpers says of one: how it is written, what it gives. */
type Described = { readonly written: string; readonly says: string };

/** What may be written at the cursor of a template: partials after `{{>`, properties of the record after `record.`, helpers in a pattern, directives at the beginning of a line. */
export function completeTemplate(centre: Centre, asked: Asked, language: keyof Text): CompletionList {
  const before = lineBefore(asked);
  const items = itemsAt(centre, asked.file, before, language);
  const [typed = ""] = /[\w-]*$/.exec(before) ?? [];
  const range = {
    start: { line: asked.line, character: asked.character - typed.length },
    end: { line: asked.line, character: asked.character },
  };
  return {
    isIncomplete: false,
    items: items
      .filter(({ label }) => label.startsWith(typed))
      .map((item) => ({ ...item, textEdit: { range, newText: item.label } })),
  };
}

/** What a word of a template is: a partial, a helper, a property of the record. */
export function hoverTemplate(centre: Centre, asked: Asked, language: keyof Text): Hover | null {
  const line = asked.text.split(/\r\n|\n|\r/)[asked.line] ?? "";
  const [rest = ""] = /^[\w-]*/.exec(line.slice(asked.character)) ?? [];
  const before = line.slice(0, asked.character) + rest;
  const [word = ""] = /[\w-]*$/.exec(before) ?? [];
  const path = recordPath(before.slice(0, before.length - word.length));
  if (path !== null) {
    const nodes = propertyOf(centre, asked.file, [...path, word]);
    return nodes.length === 0 ? null : card(keyCard(word, nodes, false, language));
  }
  const isPartial = /\{\{>\s*$/.test(before.slice(0, before.length - word.length));
  const found = isOpen(before) ? described()[isPartial ? "partials" : "helpers"].get(word) : undefined;
  return found === undefined ? null : card(`\`${found.written}\`\n\n${found.says}`);
}

function itemsAt(centre: Centre, file: string, before: string, language: keyof Text): CompletionItem[] {
  const path = recordPath(before.replace(/[\w-]*$/, ""));
  if (path !== null)
    return [...(centre.schemas === null ? [] : propertiesOf(centre.schemas, propertyOf(centre, file, path)))].map(
      ([name, about]) => ({ label: name, kind: CompletionItemKind.Property, detail: plainWords(about, language) }),
    );
  const listed = (rows: ReadonlyMap<string, Described>, kind: CompletionItemKind): CompletionItem[] =>
    [...rows].map(([label, { written, says }]) => ({ label, kind, detail: written, documentation: says }));
  const { helpers, partials } = described();
  if (/\{\{>\s*[\w-]*$/.test(before)) return listed(partials, CompletionItemKind.Module);
  if (/(?:\{\{[#~/]?|\()[\w-]*$/.test(before)) return listed(helpers, CompletionItemKind.Function);
  const [, colons = ""] = /^\s*(:{2,})[\w-]*$/.exec(before) ?? [];
  const names = colons === "" ? [] : colons === "::" ? DIRECTIVES.leafDirective : DIRECTIVES.containerDirective;
  return names.map((label) => ({ label, kind: CompletionItemKind.Keyword }));
}

/** The properties that lead from the record to what is written next; null where no record is spoken of. */
function recordPath(before: string): readonly string[] | null {
  const [, path] = /(?:^|[\s{(=])record\.((?:[\w-]+\.)*)$/.exec(before) ?? [];
  return path === undefined || !isOpen(before) ? null : path.split(".").slice(0, -1);
}

/** Whether a pattern is open where the line ends. */
function isOpen(before: string): boolean {
  return before.lastIndexOf("{{") > before.lastIndexOf("}}");
}

/** What the schema of the kind in whose folder a template lies says of a property of its record. */
function propertyOf({ kinds, schemas }: Centre, file: string, path: readonly string[]): readonly SchemaLocation[] {
  const kind = kinds?.kinds.find(({ id }) => id === basename(dirname(file)));
  const uri = kind === undefined || schemas === null ? null : schemaOf(kind.source.collection, kind.id, schemas);
  if (uri === null || schemas === null) return [];
  return path.reduce<readonly SchemaLocation[]>(
    (nodes, step) => propertiesOf(schemas, nodes).get(step) ?? [],
    schemaAt(schemas, uri),
  );
}

function lineBefore({ text, line, character }: Asked): string {
  return (text.split(/\r\n|\n|\r/)[line] ?? "").slice(0, character);
}

function card(value: string): Hover {
  return { contents: { kind: "markdown", value } };
}

let known: { readonly [part in "helpers" | "partials"]: ReadonlyMap<string, Described> } | undefined;

/** The page of helpers and partials, as it is made of their own docstrings. */
function described(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const page = readFileSync(join(packageRoot(), "dist/data/helpers.md"), "utf8");
  const [helpers = "", partials = ""] = page.split("\n## Partials\n");
  const rows = (part: string): ReadonlyMap<string, Described> =>
    new Map(
      [...part.matchAll(/^\| `([\w-]+)([^`]*)`(?: \(([^)]*)\))? \| (.*) \|$/gm)].map(
        ([, name = "", values = "", given = "", says = ""]) => [
          name,
          { written: [name + values, given.replaceAll("`", "")].filter((one) => one !== "").join(" "), says },
        ],
      ),
    );
  known = { helpers: rows(helpers), partials: rows(partials) };
  return known;
}
