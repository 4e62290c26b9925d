import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { sealLines } from "../../base/text/index.ts";
import { indexKey, numberKey, parseNumber } from "../facts/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier } from "../records/index.ts";
import type { RegisterRecord } from "../schemas/index.ts";

/** Folder of the entries in a content folder. */
const REGISTER_FOLDER = "register";

/** A whole entry. */
type IssuedFields = Omit<RegisterRecord, "text"> & { readonly text: readonly string[] };

/** The words of an entry, without its place in the chain. */
export type EntryFields = Omit<IssuedFields, "entry" | "previous" | "seal">;

/** An entry as it stands in a content folder. */
export type RegisterEntry = Pick<ContentRecord, "id" | "file" | "source" | "placeOf"> & {
  readonly fields: IssuedFields;
};

/** Properties of an entry that name the record, by collection; that of any other folder stands under `record` with its folder. */
const REFERENCE_OF = {
  orders: "order",
  agreements: "agreement",
  regulations: "regulation",
  plans: "plan",
  reports: "report",
  documents: "sheet",
} as const;

type RecordName = Pick<ContentRecord, "collection" | "id">;

/** What an entry says of the record: `{ order: "91-od-2025" }`, `{ record: "activities/teachers-seminar" }`. */
export function referenceTo({ collection, id }: RecordName): Partial<EntryFields> {
  const own = Object.entries(REFERENCE_OF).find(([folder]) => folder === collection);
  return own === undefined ? { record: `${collection}/${id}` } : { [own[1]]: id };
}

/** The record that an entry names; null where it names none. */
export function recordNamed(fields: Partial<EntryFields>): RecordName | null {
  for (const [collection, key] of Object.entries(REFERENCE_OF)) {
    const id = fields[key];
    if (id !== undefined) return { collection, id };
  }
  const [collection, id] = fields.record?.split("/") ?? [];
  return collection === undefined || id === undefined ? null : { collection, id };
}

/** Every entry of a dossier, by series, year and place in the chain. */
export function entriesOf(dossier: Dossier): RegisterEntry[] {
  return anyRecordsOf(dossier, "register").map(entryOf).sort(compareEntries);
}

/**
 * Orders of one author with one index in one year share a series: `orders centre №-ОД 2025`. Documents without a number of their own
 * (a plan, a report, a regulation under the number of its order) stand in the series «б/н» of their folder. Case of letters in an index does not matter.
 */
export function seriesOf(fields: Omit<EntryFields, "text">): string {
  const { author, year, prefix = "", suffix } = fields;
  const form = suffix === undefined ? "б/н" : indexKey({ prefix, suffix });
  return [recordNamed(fields)?.collection ?? "?", author, form, year].join(" ");
}

/** What two entries of a series have in common that bear one number: `012-ОД` and `12-од`; undefined for the number of another document, or none. */
export function entryNumber(fields: Omit<EntryFields, "text">): string | undefined {
  const { number = "", suffix } = fields;
  if (suffix === undefined) return undefined;
  const parsed = parseNumber(number);
  const own = parsed === null ? number : numberKey(parsed);
  // Kinds of documents count their numbers apart, whatever the chain they stand in: an act № 1 and a power of attorney № 1 are two.
  return recordNamed(fields)?.collection === "documents" ? `${fields.document.split(".")[0]} ${own}` : own;
}

const FOLDERS: { readonly [collection: string]: string } = {
  orders: "приказы",
  agreements: "договоры",
  regulations: "положения",
  plans: "планы",
  reports: "отчёты",
  documents: "документы",
};

/** A series as a report names it: «приказы центра, №-ОД, 2025 год». @param series as `seriesOf` makes it, or as someone has kept it */
export function seriesTitle(series: string): Text {
  const [, folder = "", author, form, year] = /^(\w+) (\S+) (.+) (\d+)$/.exec(series) ?? [];
  const words = FOLDERS[folder];
  if (words === undefined) return same(series);
  const whose = author === "centre" ? text("центра", "of the centre") : same(`(${author})`);
  const index = form === "б/н" ? text("без номеров", "without numbers") : same(form ?? "");
  return text(`${words} ${whose.ru}, ${index.ru}, ${year} год`, `${folder} ${whose.en}, ${index.en}, ${year}`);
}

type Placed = Pick<EntryFields, "document" | "year" | "annulledBy">;

/**
 * Where the entry of a document lies: `register/2025/order-general-91-od-2025.yaml`. One that annuls it, and one that registers the document again,
 * lie beside it, told apart by their place in the chain: `order-general-91-od-2025-annulled-7.yaml`, `…-again-8.yaml`.
 */
export function entryPath({ document, year, annulledBy }: Placed, entry: number, again: boolean): string {
  const suffix = annulledBy !== undefined ? `-annulled-${entry}` : again ? `-again-${entry}` : "";
  return `${REGISTER_FOLDER}/${year}/${document.replace(".", "-")}${suffix}.yaml`;
}

/** Registrations that hold: neither an annulment nor what a later entry of the series has annulled. Their documents are frozen. */
export function inForce(entries: readonly RegisterEntry[]): RegisterEntry[] {
  const annulments = entries.filter(({ fields }) => fields.annulledBy !== undefined);
  const isAnnulled = ({ fields }: RegisterEntry): boolean =>
    annulments.some(
      (one) =>
        one.fields.document === fields.document &&
        one.fields.entry > fields.entry &&
        seriesOf(one.fields) === seriesOf(fields),
    );
  return entries.filter((entry) => !annulments.includes(entry) && !isAnnulled(entry));
}

/**
 * An entry as the bytes of its file; the last line is its seal, the SHA-256 of all lines above.
 * Everyone can check it: `head -n -1 FILE | sha256sum`.
 *
 * @param schema where the first line sends an editor for the schema
 */
export function encodeEntry(
  fields: EntryFields,
  place: { readonly entry: number; readonly previous: string | null },
  schema: string = ENTRY_SCHEMAS[0],
): {
  readonly text: string;
  readonly seal: string;
} {
  const all: { readonly [key: string]: unknown } = {
    ...fields,
    entry: place.entry,
    previous: place.previous ?? undefined,
  };
  const lines = KEYS.flatMap((key) => {
    const value = all[key];
    if (value === undefined) return [];
    if (Array.isArray(value)) return [`${key}:`, ...value.map((item) => `  - ${quoted(String(item))}`)];
    return [`${key}: ${typeof value === "number" || PLAIN.has(key) ? value : quoted(String(value))}`];
  });
  const above = `${[`# yaml-language-server: $schema=${schema}`, ...HEADER, ...lines].join("\n")}\n`;
  return sealLines(above, "seal");
}

/** Where entries send an editor: the first is written today, the others stand under seals of earlier versions. */
export const ENTRY_SCHEMAS = ["../../../schemas/register.json", "../../../src/schemas/register.json"] as const;

const HEADER = [
  "# Запись реестра изданных документов. Её написала программа (trc issue); правка руками будет обнаружена.",
  "# Проверка без программы: head -n -1 ФАЙЛ | sha256sum – это seal; previous – seal предыдущей записи ряда.",
];

/** Order of the properties in the file. */
const KEYS: readonly (keyof RegisterRecord)[] = [
  "document",
  "order",
  "agreement",
  "regulation",
  "plan",
  "report",
  "sheet",
  "record",
  "author",
  "prefix",
  "suffix",
  "year",
  "entry",
  "number",
  "date",
  "registered",
  "title",
  "organisation",
  "caseIndex",
  "restriction",
  "pages",
  "digest",
  "text",
  "annulledBy",
  "annulledFor",
  "previous",
];
/** Written without quotes. Digests are quoted: one of digits only would be a number. */
const PLAIN = new Set<string>(["document", "author", "date", "registered", "annulledBy"]);

/** A double-quoted YAML string is a JSON string, but for the two separators that YAML takes for line ends. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Texts of an entry that its series and its record are made of. */
const TEXTS = ["number", "prefix", "suffix", "record"];

/** Entries with faults are read too: what is no text there counts as not given. */
function entryOf({ id, file, source, placeOf, data }: ContentRecord): RegisterEntry {
  const wrong = TEXTS.filter((key) => key in data && typeof data[key] !== "string").map((key) => [key, undefined]);
  return { id, file, source, placeOf, fields: { ...data, ...Object.fromEntries(wrong) } as unknown as IssuedFields };
}

function compareEntries(a: RegisterEntry, b: RegisterEntry): number {
  const [left, right] = [seriesOf(a.fields), seriesOf(b.fields)];
  if (left !== right) return left < right ? -1 : 1;
  return a.fields.entry - b.fields.entry || (a.fields.document < b.fields.document ? -1 : 1);
}
