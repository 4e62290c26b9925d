import { type Diagnostic, type Outcome, raise, type Text } from "../../base/diagnostics/index.ts";
import { createFile, readGiven, storageFault } from "../../base/storage/index.ts";
import { entriesOf, inForce, type RegisterEntry, recordNamed } from "../../paperwork/register/index.ts";
import { type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { consistencyPath, inclusionPath, leafHash, sameHash, treeRoot } from "./merkle.ts";
import { parseNote } from "./note.ts";
import { parseCheckpoint } from "./proof.ts";
import { consistencyWords, inclusionWords, proofText } from "./proof-text.ts";
import { bytesOf, damage, readTree, type Tree } from "./read-tree.ts";

/** A proof as text, and the file of the entry that goes with it; null for a proof of consistency. */
export type WrittenProof = { readonly text: Text; readonly entry: string | null };

type Folders = ProjectFolders & { readonly tree: string };

/**
 * Proves that the entry of a document is in the tree. TRC8140, TRC8141: there is no whole tree; TRC8144: it does not have the entry; TRC8145: neither
 * has the register.
 * @param name id of a document or of its record
 */
export async function proveEntry(folders: Folders, name: string): Promise<Outcome<WrittenProof>> {
  const project = await readProject(folders);
  if (project.value === undefined) return { diagnostics: project.diagnostics };
  const entries = entriesOf(project.value.dossier);
  const entry = entryNamed(entries, name);
  if (entry === undefined) {
    const known = [...new Set(entries.map(({ fields }) => recordNamed(fields)?.id ?? fields.document))];
    return { diagnostics: [raise(FINDINGS.TRC8145, { of: [name, known] })] };
  }
  const read = await signedTree(folders.tree, entries);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { value: tree, diagnostics } = read;
  const at = tree.lines.findIndex(({ seal }) => seal === entry.fields.seal);
  if (at < 0) return { diagnostics: [raise(FINDINGS.TRC8144, { of: [entry.fields.title] })] };
  const proof = { of: "inclusion", at, path: inclusionPath(hashesOf(tree), at), note: tree.note } as const;
  return { value: { text: proofText(proof, inclusionWords(entry, at, tree)), entry: entry.file }, diagnostics };
}

/**
 * Proves that the tree has only grown since a checkpoint. TRC8140, TRC8141: there is no whole tree; TRC8149: it has never been like that.
 * @param since file of an earlier checkpoint, or how many leaves it had
 */
export async function proveGrowth(
  { tree: folder }: Pick<Folders, "tree">,
  since: string,
): Promise<Outcome<WrittenProof>> {
  const read = await signedTree(folder, []);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { value: tree, diagnostics } = read;
  const leaves = hashesOf(tree);
  const at = await sizeOf(since, leaves);
  if (at === null) return { diagnostics: [raise(FINDINGS.TRC8149, { of: [since, tree.size] })] };
  const proof = { of: "consistency", at, path: consistencyPath(leaves, at), note: tree.note } as const;
  return { value: { text: proofText(proof, consistencyWords(at, tree)), entry: null }, diagnostics };
}

/** Writes a proof as a new file. TRC8202: it cannot be written. */
export async function writeProof(out: string, proof: string): Promise<Diagnostic[]> {
  try {
    await createFile(out, Buffer.from(proof));
    return [];
  } catch (error) {
    return [storageFault(out, error)];
  }
}

async function signedTree(folder: string, entries: readonly RegisterEntry[]): Promise<Outcome<Tree>> {
  const { value, diagnostics } = await readTree(folder, entries);
  if (value === undefined) return { diagnostics };
  if (value === null) return { diagnostics: [raise(FINDINGS.TRC8140, { of: [folder] })] };
  if (value.note === "") return { diagnostics: value.damaged.map((path) => damage(folder, path, false)) };
  return { value, diagnostics: value.damaged.map((path) => damage(folder, path, true)) };
}

/** The registration that holds; of a document that has none any more, the last entry about it. */
function entryNamed(entries: readonly RegisterEntry[], name: string): RegisterEntry | undefined {
  const isNamed = ({ fields }: RegisterEntry): boolean => fields.document === name || recordNamed(fields)?.id === name;
  return inForce(entries).find(isNamed) ?? entries.filter(isNamed).at(-1);
}

/** Size of an earlier tree; null where this one has never been so. */
async function sizeOf(since: string, leaves: readonly Uint8Array[]): Promise<number | null> {
  const typed = /^[1-9]\d{0,14}$/.test(since) ? { size: Number(since), root: null } : null;
  const note = typed === null ? parseNote(await readGiven(since).then(String, () => "")) : null;
  const head = typed ?? (note === null ? null : parseCheckpoint(note.text));
  if (head === null || head.size < 1 || head.size > leaves.length) return null;
  return head.root === null || sameHash(treeRoot(leaves.slice(0, head.size)), head.root) ? head.size : null;
}

function hashesOf({ lines }: Tree): Uint8Array[] {
  return lines.map(({ seal }) => leafHash(bytesOf(seal)));
}
