import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { type Diagnostic, hasErrors, type Place, raise } from "../../base/diagnostics/index.ts";
import { digestDocument, documentLines } from "../../paperwork/document/index.ts";
import { writeFormat } from "../formats/index.ts";
import type { Manifest } from "../output/index.ts";
import { buildSet } from "../pipeline/index.ts";
import { defaultTemplates } from "../reading/index.ts";
import { docxLines } from "./docx-lines.ts";
import { FINDINGS } from "./findings.ts";
import { checkOutRevision } from "./git-revision.ts";

/** One document of a side. `lines` gives its words; null when the side does not hold them (a set built without DOCX). */
export type SideDocument = {
  readonly title: string;
  readonly digest: string;
  readonly lines: (form: "tree" | "docx") => Promise<readonly string[] | null>;
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

/** Reads what a name means: a built folder, a folder of records, else a revision of git. Code TRC9401. */
export async function readSide(name: string, options: SideOptions): Promise<Side> {
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
    const lines: SideDocument["lines"] = async (form) =>
      form === "tree" ? documentLines(model) : docxLines(await writeFormat("docx", one.input));
    return [model.meta.id, { title: model.meta.title, digest: digestDocument(model), lines }];
  });
  return { holds: "tree", documents: new Map(documents), diagnostics: [], sourceOf: report.sourceOf };
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
      const docx = entry.files.find(({ format }) => format === "docx");
      const lines = async (): Promise<readonly string[] | null> =>
        docx === undefined ? null : docxLines(await readFile(join(folder, docx.path)));
      return [several ? `${entry.centre}/${entry.id}` : entry.id, { title: entry.title, digest: entry.digest, lines }];
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
