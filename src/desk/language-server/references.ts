import type { Location, Range } from "vscode-languageserver-protocol/node";
import { referenceOf } from "../../base/yaml/index.ts";
import {
  allRecords,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  recordLeaves,
} from "../../paperwork/records/index.ts";
import type { Centre } from "./centre.ts";
import type { Asked } from "./cursor.ts";
import { rangeOf, uriOf } from "./locations.ts";
import { wordAt } from "./word-at.ts";

/** A record that a word of another one names. */
type Target = { readonly record: ContentRecord; readonly dossier: Dossier };

/** The record that the word at a position refers to; null when it refers to none. */
export function targetAt(centre: Centre, asked: Asked): Target | null {
  const word = wordAt(asked);
  const dossier = centre.dossierOf(asked.file);
  if (word === null || word.isKey || dossier === null) return null;
  const collection = referenceOf(centre.describe(asked.file, asked.text, word.path));
  const record = collection === null ? undefined : findAnyRecord(dossier, collection, word.word);
  return record === undefined ? null : { record, dossier };
}

/** The record at a position: the one that is named there, else the one that is written in the file. */
export function recordAt(centre: Centre, asked: Asked): Target | null {
  const target = targetAt(centre, asked);
  if (target !== null) return target;
  const record = centre.recordIn(asked.file);
  const dossier = centre.dossierOf(asked.file);
  return record === undefined || dossier === null ? null : { record, dossier };
}

/** Every place that refers to a record, in the order of the records. */
export function referencesTo({
  record,
  dossier,
}: Target): readonly { readonly from: ContentRecord; readonly range: Range }[] {
  const collection = record.collection === "centre" ? "organisations" : record.collection;
  return allRecords(dossier).flatMap((from) =>
    from.text.includes(record.id)
      ? recordLeaves(dossier.schemas, from).flatMap(({ reference, value, pointer }) =>
          reference === collection && value === record.id ? [{ from, range: rangeOf(from.placeOf(pointer)) }] : [],
        )
      : [],
  );
}

/** The beginning of a record's file. */
export function startOfRecord(record: ContentRecord): Location {
  const start = { line: 0, character: 0 };
  return { uri: uriOf(record.file), range: { start, end: start } };
}
