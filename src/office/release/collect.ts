import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inTemporaryFolder } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { documentLines } from "../../paperwork/document/index.ts";
import { findRecord } from "../../paperwork/records/index.ts";
import { FORMAT_NAMES } from "../../project/formats/index.ts";
import type { ManifestDocument } from "../../project/output/index.ts";
import { type BuildOptions, type BuildReport, buildSet, type RunSignal } from "../../project/pipeline/index.ts";
import { approvedText, type DocumentApprovals, dossierOf, signOffState, statementBytes } from "../approvals/index.ts";
import { toDer } from "../signatures/index.ts";
import { type BundleApproval, type BundleDocument, encodeJson, PART } from "./bundle-format.ts";

/** A set of documents in memory. */
export type MadeSet = {
  readonly report: BuildReport;
  readonly documents: readonly ManifestDocument[];
  /** Files by their path inside the bundle. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Which set a bundle is made of. */
export type SetOptions = {
  readonly content: readonly string[];
  /** By default those of the program. */
  readonly templates?: string | undefined;
  readonly draft: boolean;
  readonly signal?: RunSignal | undefined;
  /** How much more than usual a document may cost. */
  readonly budget?: number | undefined;
  /** What remembers the registers of the set. */
  readonly keepers?: BuildOptions["keepers"];
};

/**
 * Makes one edition of the set in a folder of its own and takes it into memory, with paths as the bundle has them. The report has the findings;
 * with errors there are no files.
 */
export function makeSet(
  edition: "original" | "public",
  { content, templates, draft, signal, budget, keepers = [] }: SetOptions,
): Promise<MadeSet> {
  return inTemporaryFolder("trc-release", async (folder) => {
    const out = join(folder, "out");
    const wanted = { content, templates, out, only: [], formats: FORMAT_NAMES, draft, edition, budget, keepers };
    const report = await buildSet({ ...wanted, ...(signal === undefined ? {} : { signal }) });
    const prefix = edition === "original" ? PART.original : PART.public;
    const files = new Map<string, Uint8Array>();
    for (const { path } of report.documents.flatMap((document) => document.files))
      files.set(`${prefix}${path}`, await readFile(join(out, path)));
    const documents = report.documents.map((document) => ({
      ...document,
      files: document.files.map((file) => ({ ...file, path: `${prefix}${file.path}` })),
    }));
    if (report.redactions !== null) files.set(PART.redactions, encodeJson(report.redactions));
    return { report, documents, files };
  });
}

/** Records and templates as the bundle keeps them: `sources/content/<centre>/…`, `sources/templates/…`. */
export function sourceFiles({ inputs }: BuildReport): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { centre, files: found } of inputs)
    for (const { inside, bytes } of found)
      files.set(centre === null ? `${PART.templates}${inside}` : `${PART.content}${centre}/${inside}`, bytes);
  return files;
}

/** The documents with their approvals, and the files that show them to public tools. */
export async function approvedDocuments(set: MadeSet): Promise<{
  readonly documents: readonly BundleDocument[];
  readonly state: readonly DocumentApprovals[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}> {
  const files = new Map<string, Uint8Array>();
  const state = (await signOffState(set.report)).documents;
  const documents = set.documents.map((document): BundleDocument => {
    const { centre, id } = document;
    const laid = set.report.laid.find((one) => one.centre === centre && one.rendered.job.id === id);
    const known = state.find((one) => one.centre === centre && one.document === id);
    if (laid === undefined || known === undefined) throw new Error(`no approvals of ${id}`);
    return {
      ...document,
      words: sha256(approvedText(documentLines(laid.rendered.model))),
      required: known.required,
      approvals: known.approvals
        .filter((approval) => approval.state === "valid")
        .map((approval) => bundleApproval(approval, { centre, inputs: set.report.inputs }, files)),
    };
  });
  return { documents, state, files };
}

function bundleApproval(
  approval: DocumentApprovals["approvals"][number],
  { centre, inputs }: { readonly centre: string; readonly inputs: BuildReport["inputs"] },
  files: Map<string, Uint8Array>,
): BundleApproval {
  const { person, roles, date, words, source } = approval;
  const stem = (source.split("/").at(-1) ?? "").replace(/\.yaml$/, "");
  const base = `${PART.approvals}${centre}/${stem}`;
  const { text, signature } = findRecord(dossierOf(inputs, centre), "approvals", stem)?.data ?? {};
  files.set(`${base}.json`, statementBytes(approval));
  files.set(`${base}.txt`, new TextEncoder().encode(String(text)));
  const der = signature === undefined ? null : toDer(Buffer.from(signature));
  if (der !== null) files.set(`${base}.json.sig`, der);
  return {
    person,
    roles,
    date,
    words,
    statement: `${base}.json`,
    text: `${base}.txt`,
    signature: der === null ? null : `${base}.json.sig`,
  };
}
