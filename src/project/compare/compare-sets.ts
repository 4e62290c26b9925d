import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { type ChangedLine, changedLines } from "../../paperwork/document/index.ts";
import { redlineDocx, wordLines } from "../../typesetting/word/index.ts";
import { findOurs } from "./find-ours.ts";
import { FINDINGS } from "./findings.ts";
import { paperOf } from "./paper-redline.ts";
import { readSide, type Side, type SideDocument } from "./read-side.ts";

/** Two sides: records, a git revision, a built folder; or two files of Word. */
export type CompareOptions = {
  /** A folder of records, a built folder, a revision of git or a file of Word. */
  readonly before: string;
  readonly after: string;
  /** Where the records lie inside a revision. */
  readonly content: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Kinds, documents or records; empty means all. */
  readonly only: readonly string[];
};

/** A document that is on one side only, or whose words differ. */
export type ComparedDocument = {
  readonly id: string;
  readonly title: string;
  readonly state: "added" | "removed" | "changed";
  /** Changed lines; empty where a document is only in one set, null where the words of a set are not at hand (no DOCX in it). */
  readonly changes: readonly ChangedLine[] | null;
};

/** What differs between two sides. */
export type CompareReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Documents that differ, in the order of the later set, the removed ones last. */
  readonly documents: readonly ComparedDocument[];
  readonly same: number;
  /** The later DOCX of a changed document with its changes tracked; null where a side has no DOCX. @throws NoWordFile */
  readonly redline: (id: string, author?: string) => Promise<Uint8Array | null>;
  /** The same redline as PDF: what came underlined, what went struck out. @throws NoWordFile */
  readonly paper: (id: string, author?: string) => Promise<Outcome<Uint8Array | null>>;
  /** Text of a file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
};

/** Finds which documents of two sets differ, and in which words. Documents with equal digests are not looked into. */
export async function compareSets(options: CompareOptions): Promise<CompareReport> {
  const read = [await readSide(options.before, options), await readSide(options.after, options)] as const;
  const before = await narrowed(read[0], read[1], options.after);
  const after = await narrowed(read[1], read[0], options.before);
  const sourceOf = (file: string): string | undefined => after.sourceOf(file) ?? before.sourceOf(file);
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  const redline: CompareReport["redline"] = async (id, author) => {
    const [one, other] = [await before.documents.get(id)?.docx(), await after.documents.get(id)?.docx()];
    return one === null || one === undefined || other === null || other === undefined
      ? null
      : redlineDocx(one, other, { author });
  };
  const paper: CompareReport["paper"] = async (id, author) => {
    const bytes = await redline(id, author);
    const { look } = after.documents.get(id) ?? {};
    return bytes === null ? { value: null, diagnostics: [] } : paperOf(bytes, { look, templates: options.templates });
  };
  if (diagnostics.length > 0) return { diagnostics, documents: [], same: 0, redline, paper, sourceOf };
  const form = before.holds === "docx" || after.holds === "docx" ? "docx" : "tree";
  const documents: ComparedDocument[] = [];
  for (const [id, now] of after.documents) {
    const compared = await compareDocument(id, before.documents.get(id), now, form);
    if (compared !== null) documents.push(compared);
  }
  const removed = [...before.documents].filter(([id]) => !after.documents.has(id));
  const gone = removed.map(([id, { title }]): ComparedDocument => ({ id, title, state: "removed", changes: [] }));
  return {
    diagnostics,
    documents: [...documents, ...gone],
    same: after.documents.size - documents.length,
    redline,
    paper,
    sourceOf,
  };
}

/** A side against a lone file of Word: the document alone that the file is of, or TRC9404. */
async function narrowed(side: Side, other: Side, file: string): Promise<Side> {
  const lone = other.documents.get("");
  if (lone === undefined || side.documents.has("") || side.diagnostics.length > 0) return side;
  const ours = await findOurs((await lone.docx()) ?? new Uint8Array(), side.documents);
  if (ours === null) return { ...side, diagnostics: [raise(FINDINGS.TRC9404, { of: [file] })] };
  const bytes = await ours[1].docx();
  // Its digest is of the tree, that of the file of its bytes.
  const document = bytes === null ? ours[1] : { ...ours[1], digest: sha256(bytes) };
  return { ...side, documents: new Map([["", document]]) };
}

async function compareDocument(
  id: string,
  before: SideDocument | undefined,
  after: SideDocument,
  form: Side["holds"],
): Promise<ComparedDocument | null> {
  const { title } = after;
  if (before === undefined) return { id, title, state: "added", changes: [] };
  if (before.digest === after.digest) return null;
  const [one, other] = [await linesOf(before, form), await linesOf(after, form)];
  const changes = one === null || other === null ? null : changedLines(one, other);
  return { id, title, state: "changed", changes };
}

async function linesOf(document: SideDocument, form: Side["holds"]): Promise<readonly string[] | null> {
  if (form === "tree" && document.lines !== undefined) return document.lines();
  const bytes = await document.docx();
  return bytes === null ? null : wordLines(bytes);
}
