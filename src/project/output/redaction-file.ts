import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import type { Redaction } from "../editions/index.ts";
import type { ManifestDocument } from "./manifest.ts";

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

/** Gathers the log of one run. */
export class RedactionLogBuilder {
  readonly #left: { centre: string; id: string; ground: string }[] = [];

  leave(centre: string, jobs: readonly DocumentJob[], ground: string): void {
    for (const { id } of jobs) this.#left.push({ centre, id, ground });
  }

  log(
    documents: readonly { readonly entry: ManifestDocument; readonly redactions: readonly Redaction[] }[],
  ): RedactionLog {
    return {
      schema: "trc/redactions/1",
      edition: "public",
      documents: documents.map(({ entry: { centre, id, kind, number, date, digest }, redactions }) => ({
        centre,
        id,
        kind,
        number,
        date,
        digest,
        redactions,
      })),
      notPublished: this.#left,
    };
  }
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
  const key = ({ centre, id }: { readonly centre: string; readonly id: string }): string => `${centre}/${id}`;
  const made = new Map(log.documents.map((one) => [key(one), one]));
  const kept = (before?.documents ?? []).map((one) => made.get(key(one)) ?? one);
  const known = new Set(kept.map(key));
  const documents = [...kept, ...log.documents.filter((one) => !known.has(key(one)))];
  const stage = join(dirname(path), `.${basename(path)}.trc-stage`);
  try {
    await writeFile(stage, `${JSON.stringify({ ...log, documents }, null, 2)}\n`);
    await rename(stage, path);
  } finally {
    await rm(stage, { force: true });
  }
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
