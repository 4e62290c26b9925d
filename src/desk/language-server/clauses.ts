import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-protocol/node";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { valueAtPointer } from "../../base/yaml/index.ts";
import { type ContentRecord, clauseReference, findAnyRecord, pointersOf } from "../../paperwork/records/index.ts";
import type { LiveClause } from "../../project/pipeline/index.ts";
import type { Centre } from "./centre.ts";
import type { Asked } from "./cursor.ts";
import { escaped, recordTitle } from "./record-words.ts";

/** The clauses of the document of a record's file, for another record that names them. */
export type ClausesOf = (file: string, asker: string) => Promise<readonly LiveClause[]>;
/** The clauses that the value at a position may name, what of them is written there, and what stands there now. */
type Named = {
  readonly document: ContentRecord;
  readonly clauses: readonly { readonly value: string; readonly clause: LiveClause }[];
  readonly value: unknown;
};

/** The clauses that may stand at a position of a record; null where it names none. */
export async function clausesAt(
  centre: Centre,
  { file, line, character }: Asked,
  clausesOf: ClausesOf,
): Promise<Named | null> {
  const [own, dossier] = [centre.recordIn(file), centre.dossierOf(file)];
  if (own === undefined || dossier === null) return null;
  const pointer = pointersOf(own)({ start: { line: line + 1, column: character + 1 } });
  const reference = clauseReference(dossier.schemas, own, pointer);
  const document = reference === null ? undefined : findAnyRecord(dossier, reference.collection, reference.id);
  if (reference === null || document === undefined) return null;
  const { by } = reference;
  const beside = valueAtPointer(own.data, `${pointer.slice(0, pointer.lastIndexOf("/"))}/annex`);
  const annex = typeof beside === "string" ? beside : null;
  const clauses = (await clausesOf(document.file, file))
    .filter((one) =>
      by === "name" ? one.name !== "" : one.annex === annex && (by === "heading") === (one.sort === by),
    )
    .map((clause) => ({ value: by === "name" ? clause.name : clause.number, clause }));
  return { document, clauses, value: valueAtPointer(own.data, pointer) };
}

/** What a clause says and where it stands, in Markdown. */
export function clauseCard(
  { number, annex, text: words }: LiveClause,
  document: ContentRecord,
  language: keyof Text,
): string {
  const named = text(`Пункт ${number}`, `Clause ${number}`)[language];
  const within = annex === null ? "" : text(`, приложение ${annex}`, `, annex ${annex}`)[language];
  return [`**${named}${escaped(within)}** – ${escaped(recordTitle(document))}`, "", escaped(words)].join("\n");
}

/** Clauses as an editor offers them, by their numbers and words. */
export function clauseItems({ clauses }: Named): CompletionItem[] {
  return clauses.map(({ value, clause }) => ({
    label: value,
    kind: CompletionItemKind.Reference,
    detail: clause.text,
    filterText: `${value} ${clause.number} ${clause.text}`,
    insertText: /^\d/.test(value) ? JSON.stringify(value) : value,
  }));
}
