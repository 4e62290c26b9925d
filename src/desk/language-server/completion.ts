import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from "vscode-languageserver-protocol/node";
import type { Text } from "../../base/diagnostics/index.ts";
import { folded } from "../../base/text/index.ts";
import { propertiesOf, referenceKindOf, referenceOf, requiredOf, type SchemaLocation } from "../../base/yaml/index.ts";
import { anyRecordsOf, type ContentRecord, clauseWishOf } from "../../paperwork/records/index.ts";
import type { Centre } from "./centre.ts";
import { type ClausesOf, clauseItems, clausesAt } from "./clauses.ts";
import { type Asked, type Cursor, cursorAt } from "./cursor.ts";
import { recordTitle } from "./record-words.ts";
import { keyCard, plainWords } from "./schema-words.ts";

/** More is no help to who chooses: the next letter asks anew. */
const MOST = 100;

/** What may be written at the cursor of a record. */
export async function complete(
  centre: Centre,
  asked: Asked,
  { language, clausesOf }: { readonly language: keyof Text; readonly clausesOf: ClausesOf },
): Promise<CompletionList> {
  const lines = asked.text.split(/\r\n|\n|\r/);
  const cursor = cursorAt(lines, asked.line, asked.character);
  const nodes = centre.describe(asked.file, asked.text, cursor.path);
  const empty = lines.every((line) => line.trim() === "" || line.startsWith("#"));
  const named =
    cursor.writes !== "key" && clauseWishOf(nodes) !== null ? await clausesAt(centre, asked, clausesOf) : null;
  const items = [
    ...(named === null ? [] : clauseItems(named)),
    ...(cursor.writes === "key" ? [] : values(centre, asked, cursor, nodes, language)),
    ...(cursor.writes === "value" ? [] : keys(centre, cursor, nodes, language)),
    ...(empty || (cursor.path.length === 0 && cursor.beside.size === 0) ? beginnings(centre, asked.file) : []),
  ];
  const range = {
    start: { line: asked.line, character: cursor.from },
    end: { line: asked.line, character: Math.max(cursor.to, cursor.from) },
  };
  const [found, wanted] = [new Map<string, CompletionItem>(), folded(cursor.typed)];
  let more = false;
  for (const item of items) {
    const words = folded(item.filterText ?? item.label);
    if (!words.startsWith(wanted) && !words.includes(` ${wanted}`) && !(wanted.length > 2 && words.includes(wanted)))
      continue;
    more ||= found.size >= MOST;
    if (!more && !found.has(item.label))
      found.set(item.label, { ...item, textEdit: { range, newText: item.insertText ?? item.label } });
  }
  return {
    isIncomplete: more,
    items: [...found.values()].map((item, at) => ({ ...item, sortText: String(at).padStart(4, "0") })),
  };
}

function keys(
  { schemas }: Centre,
  cursor: Cursor,
  nodes: readonly SchemaLocation[],
  language: keyof Text,
): CompletionItem[] {
  if (schemas === null) return [];
  const required = requiredOf(nodes);
  return [...propertiesOf(schemas, nodes)]
    .filter(([name]) => !cursor.beside.has(name) || name === cursor.typed)
    .sort(([a], [b]) => Number(required.has(b)) - Number(required.has(a)))
    .map(([name, about]) => ({
      label: name,
      kind: CompletionItemKind.Property,
      detail: plainWords(about, language),
      documentation: { kind: "markdown", value: keyCard(name, about, required.has(name), language) },
      filterText: `${name} ${plainWords(about, language)}`,
      insertText: `${name}: `,
      ...(required.has(name) ? { labelDetails: { description: language === "ru" ? "обязательно" : "required" } } : {}),
    }));
}

function values(
  centre: Centre,
  { file }: Asked,
  cursor: Cursor,
  nodes: readonly SchemaLocation[],
  language: keyof Text,
): CompletionItem[] {
  const reference = referenceOf(nodes);
  const found: CompletionItem[] = [];
  if (reference !== null) found.push(...records(centre, file, reference, referenceKindOf(nodes)));
  for (const { node } of nodes) {
    const { enumDescriptions = [] } = node as { enumDescriptions?: readonly string[] };
    for (const [at, value] of ((node.enum as readonly unknown[] | undefined) ?? []).entries())
      found.push({
        label: String(value),
        kind: CompletionItemKind.EnumMember,
        detail: enumDescriptions[at] ?? "",
        filterText: `${String(value)} ${enumDescriptions[at] ?? ""}`,
      });
    if (node.const !== undefined && node.const !== null)
      found.push({ label: String(node.const), kind: CompletionItemKind.Constant });
    if (node.type === "boolean")
      found.push(
        { label: "true", kind: CompletionItemKind.Value, detail: language === "ru" ? "да" : "yes" },
        { label: "false", kind: CompletionItemKind.Value, detail: language === "ru" ? "нет" : "no" },
      );
  }
  if (cursor.path.length === 1 && cursor.path[0] === "kind") found.push(...kindNames(centre, file));
  if (found.length > 0) return found;
  return nodes.flatMap(({ node }) =>
    (node.examples ?? []).flatMap((value) =>
      typeof value === "string" && !value.includes("\n")
        ? [{ label: written(value), kind: CompletionItemKind.Text, detail: language === "ru" ? "пример" : "example" }]
        : [],
    ),
  );
}

/** A text as YAML has it: in quotes where a bare one would be read as something else. */
function written(value: string): string {
  return /^[\p{L}][^:#"'{}[\],&*!|>%@`]*$/u.test(value) || /^\d{4}-\d\d-\d\d$/.test(value)
    ? value
    : JSON.stringify(value);
}

function records(centre: Centre, file: string, collection: string, kind: string | null): CompletionItem[] {
  const dossier = centre.dossierOf(file);
  if (dossier === null) return [];
  const found = anyRecordsOf(dossier, collection).filter((record) => kind === null || record.kind === kind);
  const own = collection === "organisations" ? anyRecordsOf(dossier, "centre") : [];
  return [...own, ...found].map((record) => recordItem(record));
}

function recordItem(record: ContentRecord): CompletionItem {
  const title = recordTitle(record);
  return {
    label: record.id,
    kind: CompletionItemKind.Reference,
    detail: title,
    labelDetails: { description: title },
    filterText: `${title} ${record.id}`,
    insertText: record.id,
    data: { file: record.file },
  };
}

function kindNames(centre: Centre, file: string): CompletionItem[] {
  const collection = centre.recordFile(file)?.collection;
  return (centre.kinds?.kinds ?? [])
    .filter(({ source }) => source.collection === collection && source.kinds === "own")
    .map(({ id, title }) => ({
      label: id,
      detail: title,
      filterText: `${id} ${title}`,
      kind: CompletionItemKind.EnumMember,
    }));
}

/** Whole new records: what each must have, with a place to type in. */
function beginnings(centre: Centre, file: string): CompletionItem[] {
  const at = centre.recordFile(file);
  const { schemas } = centre;
  if (at === null || schemas === null) return [];
  const kinds = (centre.kinds?.kinds ?? []).filter(
    ({ source }) => source.collection === at.collection && source.kinds === "own",
  );
  const begun = (kind: string | null, label: string): CompletionItem => {
    const nodes = centre.describe(file, kind === null ? "" : `kind: ${kind}\n`, []);
    const required = [...requiredOf(nodes)].filter((name) => name !== "kind");
    const rows = required.map((name, index) => `${name}: $${index + 1}`);
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: kind ?? at.collection,
      filterText: `${label} ${kind ?? ""}`,
      insertText: [...(kind === null ? [] : [`kind: ${kind}`]), ...rows, "$0"].join("\n"),
      insertTextFormat: InsertTextFormat.Snippet,
    };
  };
  if (kinds.length > 0) return kinds.map(({ id, title }) => begun(id, title));
  const title = centre
    .describe(file, "", [])
    .map(({ node }) => node.title)
    .find((one) => typeof one === "string");
  return title === undefined ? [] : [begun(null, String(title))];
}
