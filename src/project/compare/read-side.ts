import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { type Diagnostic, hasErrors, type Place, raise } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import {
  type ClausePlace,
  clausePlaces,
  type DocumentMeta,
  digestDocument,
  documentLines,
} from "../../paperwork/document/index.ts";
import type { Profile } from "../../typesetting/flow/index.ts";
import type { Fonts } from "../../typesetting/fonts/index.ts";
import { NoWordFile, WordFile } from "../../typesetting/word/index.ts";
import { writeFormat } from "../formats/index.ts";
import type { Manifest } from "../output/index.ts";
import { buildSet, sourceOfWords } from "../pipeline/index.ts";
import { defaultTemplates } from "../reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { checkOutRevision } from "./git-revision.ts";

/** One document of a side. */
export type SideDocument = {
  readonly title: string;
  readonly digest: string;
  /** Its words where the side holds trees. */
  readonly lines?: () => readonly string[];
  /** Its numbered paragraphs, and where words of it come from, where records are at hand. */
  readonly clauses?: () => readonly ClausePlace[];
  readonly placeOf?: (words: string) => Place | null;
  /** By what it was laid out, where records are at hand. */
  readonly look?: { readonly meta: DocumentMeta; readonly profile: Profile; readonly fonts: Fonts };
  /** Its bytes; null where the side has none (a set built without DOCX). */
  readonly docx: () => Promise<Uint8Array | null>;
};
/** One side of a comparison: lines of its documents. */
export type Side = {
  /** A folder that was built holds words in its DOCX only; trees are at hand where records are. */
  readonly holds: "tree" | "docx";
  readonly documents: ReadonlyMap<string, SideDocument>;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file that findings point to. */
  readonly sourceOf: (file: string) => string | undefined;
};

/** How records of a side are read. */
export type SideOptions = {
  readonly content: string;
  readonly templates?: string | undefined;
  readonly only: readonly string[];
};

/** Reads what a name means: a file of Word, a built folder, a folder of records, else a revision of git. Codes TRC9401, TRC9402. */
export async function readSide(name: string, options: SideOptions): Promise<Side> {
  if (/\.docx$/i.test(name)) return fileSide(name);
  if (existsSync(join(name, "manifest.json"))) return builtSide(name, options);
  if (existsSync(join(name, "centre.yaml"))) return recordsSide(name, options.templates, options);
  const revision = isAbsolute(options.content) ? null : await checkOutRevision(name);
  if (revision === null) return { ...NOTHING, diagnostics: [raise(FINDINGS.TRC9401, { of: [name] })] };
  try {
    const { templates = defaultTemplates() } = options;
    const own = join(revision.folder, templates);
    const side = await recordsSide(
      join(revision.folder, options.content),
      !isAbsolute(templates) && existsSync(own) ? own : templates,
      options,
    );
    return shownAs(side, revision.folder, `${name}:`);
  } finally {
    await revision.remove();
  }
}

/** Findings in a revision name its files as git does: `HEAD:content/orders/…`, not those of the temporary copy. */
function shownAs(side: Side, folder: string, prefix: string): Side {
  const from = folder.endsWith("/") ? folder : `${folder}/`;
  const place = (one: Place): Place => ({ ...one, file: one.file.replace(from, () => prefix) });
  const diagnostics = side.diagnostics.map((one) => ({
    ...one,
    ...(one.place === undefined ? {} : { place: place(one.place) }),
    ...(one.related === undefined
      ? {}
      : { related: one.related.map((other) => ({ ...other, place: place(other.place) })) }),
  }));
  return { ...side, diagnostics, sourceOf: (file) => side.sourceOf(file.replace(prefix, () => from)) };
}

const NOTHING = { holds: "tree", documents: new Map<string, SideDocument>(), sourceOf: () => undefined } as const;

async function recordsSide(content: string, templates: string | undefined, { only }: SideOptions): Promise<Side> {
  const report = await buildSet({ content: [content], templates, out: null, only, formats: [] });
  // Documents that break a rule have words all the same; without any document there is nothing to compare.
  if (hasErrors(report.diagnostics) && report.laid.length === 0) {
    const diagnostics = report.diagnostics.filter(({ severity }) => severity === "error");
    return { ...NOTHING, diagnostics, sourceOf: report.sourceOf };
  }
  const documents = report.laid.map((one): [string, SideDocument] => {
    const { model } = one.rendered;
    const [lines, docx] = [() => documentLines(model), () => writeFormat("docx", one.input)];
    const { title, id } = model.meta;
    const look = { meta: model.meta, profile: one.input.flow.profile, fonts: one.input.fonts };
    const [clauses, placeOf] = [
      () => clausePlaces(model),
      (words: string) => sourceOfWords(words, one, report.sourceOf),
    ];
    return [id, { title, digest: digestDocument(model), lines, docx, clauses, placeOf, look }];
  });
  return { holds: "tree", documents: new Map(documents), diagnostics: [], sourceOf: report.sourceOf };
}

/** A file alone is compared with another one alone, whatever they are called. */
async function fileSide(path: string): Promise<Side> {
  try {
    const bytes = await readGiven(path);
    const title = new WordFile(bytes).title || basename(path);
    const document: SideDocument = { title, digest: sha256(bytes), docx: async () => bytes };
    return { holds: "docx", documents: new Map([["", document]]), diagnostics: [], sourceOf: () => undefined };
  } catch (error) {
    if (!(error instanceof NoWordFile || isSystemFault(error))) throw error;
    const why = error instanceof NoWordFile ? error.said : readingReason(error);
    return { ...NOTHING, diagnostics: [raise(FINDINGS.TRC9402, { of: [path, why] })] };
  }
}

async function builtSide(folder: string, { only }: SideOptions): Promise<Side> {
  const manifest = await readManifest(join(folder, "manifest.json"));
  if (manifest === null) return { ...NOTHING, diagnostics: [raise(FINDINGS.TRC9401, { of: [folder] })] };
  const several = new Set(manifest.documents.map(({ centre }) => centre)).size > 1;
  const documents = manifest.documents
    .filter(
      ({ id, kind }) =>
        only.length === 0 || only.some((name) => name === id || name === kind || id === `${kind}.${name}`),
    )
    .map((entry): [string, SideDocument] => {
      const file = entry.files.find(({ format }) => format === "docx");
      const docx = async (): Promise<Uint8Array | null> =>
        file === undefined ? null : readFile(join(folder, file.path));
      return [several ? `${entry.centre}/${entry.id}` : entry.id, { title: entry.title, digest: entry.digest, docx }];
    });
  return { holds: "docx", documents: new Map(documents), diagnostics: [], sourceOf: () => undefined };
}

async function readManifest(path: string): Promise<Manifest | null> {
  try {
    const value = JSON.parse(await readFile(path, "utf8")) as Partial<Manifest>;
    return value.schema === "trc/manifest/1" && Array.isArray(value.documents) ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
