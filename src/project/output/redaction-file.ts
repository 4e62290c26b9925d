import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { replaceFile } from "../../base/storage/index.ts";
import type { Redaction } from "../editions/index.ts";
import { type ManifestDocument, withEarlier } from "./manifest.ts";

/** What was withheld in a document. */
type RedactedDocument = {
  readonly centre: string;
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
  /** Digest of the public tree, as the manifest of the public set has it. */
  readonly digest: string;
  readonly redactions: readonly Redaction[];
};

/** What was withheld from every document of a public set, and which documents were left out of it. Not for publication. */
export type RedactionLog = {
  readonly schema: "trc/redactions/1";
  readonly edition: "public";
  readonly documents: readonly RedactedDocument[];
  readonly notPublished: readonly { readonly centre: string; readonly id: string; readonly ground: string }[];
};

/** The log of one run: what was withheld from the documents that were made, and which were left out. */
export function redactionLog(
  made: readonly { readonly entry: ManifestDocument; readonly redactions: readonly Redaction[] }[],
  notPublished: RedactionLog["notPublished"],
): RedactionLog {
  const documents = made.map(({ entry: { centre, id, kind, number, date, digest }, redactions }) => ({
    centre,
    id,
    kind,
    number,
    date,
    digest,
    redactions,
  }));
  return { schema: "trc/redactions/1", edition: "public", documents, notPublished };
}

/**
 * Where the log of a public set lies: beside its folder and never in it, because the folder is what goes to the site, and the log
 * names records of persons.
 */
export function redactionPath(out: string): string {
  const target = resolve(out);
  return join(dirname(target), `${basename(target)}.redactions.json`);
}

/**
 * Writes the log atomically. @param partial keeps the entries of documents that this run was not asked for (`--only`)
 * @throws Error from the file system: the earlier log is then as it was
 */
export async function writeRedactions(out: string, log: RedactionLog, partial: boolean): Promise<string> {
  const path = redactionPath(out);
  const before = partial ? await readRedactions(path) : null;
  const documents = withEarlier(log.documents, before?.documents ?? []);
  await replaceFile(path, new TextEncoder().encode(`${JSON.stringify({ ...log, documents }, null, 2)}\n`));
  return path;
}

async function readRedactions(path: string): Promise<RedactionLog | null> {
  try {
    const value = JSON.parse(await readFile(path, "utf8")) as Partial<RedactionLog>;
    return value.schema === "trc/redactions/1" && Array.isArray(value.documents) ? (value as RedactionLog) : null;
  } catch {
    return null;
  }
}
