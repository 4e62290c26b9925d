import type { Text } from "../../base/diagnostics/index.ts";
import { allRecords, type ContentRecord, recordName } from "../../paperwork/records/index.ts";
import type { BuildInput } from "../../project/pipeline/index.ts";
import type { Choices, PageState } from "./page-types.ts";
import { COLLECTION_WORDS } from "./page-words.ts";

/** Records that commands of their own write, and that nobody looks at in a form. */
const OWN = new Set(["register", "approvals"]);

/** Whether commands of their own write the records of a collection. */
export const isOwn = (collection: string): boolean => OWN.has(collection);

/** What documents of records are called. */
type Titles = readonly Pick<PageState["documents"][number], "id" | "record" | "title">[];

/** Every record that can be edited, by collection; named after its document where it makes one. */
export function recordsOfSet(
  inputs: readonly BuildInput[],
  documents: Titles,
  language: keyof Text,
): PageState["records"] {
  const label = labelsOf(everyRecord(inputs), documents, language);
  return everyRecord(inputs).map((record) => ({
    file: record.file,
    collection: record.collection,
    label: label(record),
  }));
}

/** What a reference may name: the records of a centre by collection, the centre itself among the organisations. */
export function choicesOf(input: BuildInput, documents: Titles, language: keyof Text): Choices {
  const labels = labelsOf(everyRecord([input]), documents, language);
  const found = new Map<string, Choices[string][number][]>();
  const add = (collection: string, choice: Choices[string][number]): void => {
    const list = found.get(collection);
    if (list === undefined) found.set(collection, [choice]);
    else list.push(choice);
  };
  const records = everyRecord([input]);
  for (const record of records.filter(({ collection }) => collection === "centre"))
    add("organisations", { id: "centre", kind: null, label: labels(record) });
  for (const record of records) add(record.collection, { id: record.id, kind: record.kind, label: labels(record) });
  return Object.fromEntries(found);
}

/** A record and the folder that it is of. */
type Placed = { readonly input: BuildInput; readonly record: ContentRecord };

/** The record of a file, in whichever folder it is. */
export function recordIn(inputs: readonly BuildInput[], file: string): Placed | null {
  for (const input of inputs) {
    const record = everyRecord([input]).find((one) => one.file === file);
    if (record !== undefined) return { input, record };
  }
  return null;
}

/** All records by their files. */
export function recordsByFile(inputs: readonly BuildInput[]): ReadonlyMap<string, ContentRecord> {
  return new Map(everyRecord(inputs).map((record) => [record.file, record]));
}

function everyRecord(inputs: readonly BuildInput[]): ContentRecord[] {
  return inputs
    .flatMap(({ dossier }) => (dossier === null ? [] : allRecords(dossier)))
    .filter(({ collection }) => !isOwn(collection));
}

/** What a record is called: as the document of its own kind, or by the names in it. */
function labelsOf(
  records: readonly ContentRecord[],
  documents: Titles,
  language: keyof Text,
): (record: ContentRecord) => string {
  const activities = new Map(
    records.flatMap((one) => (one.collection === "activities" ? [[one.id, recordName(one)] as const] : [])),
  );
  const titles = new Map(documents.map(({ id, record, title }) => [`${record} ${kindOf(id)}`, title]));
  const own = (record: ContentRecord): string =>
    recordName(record) ||
    activities.get(String(record.data.activity)) ||
    (record.id === record.collection ? (COLLECTION_WORDS[record.id]?.[language] ?? "") : "");
  return (record) => titles.get(`${record.file} ${record.kind}`) ?? (own(record) || record.id);
}

/** `obraztsovo/order-general.11-od-2026` → `order-general` */
function kindOf(document: string): string {
  return document.slice(document.lastIndexOf("/") + 1).split(".")[0] ?? "";
}
