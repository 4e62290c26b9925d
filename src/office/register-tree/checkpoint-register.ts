import { createPrivateKey, type KeyObject } from "node:crypto";
import { mkdir, readFile, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import {
  isThere,
  readGiven,
  readingReason,
  replaceFiles,
  safeJoin,
  storageFault,
  writeAlone,
} from "../../base/storage/index.ts";
import { findRecord } from "../../paperwork/records/index.ts";
import { chainFaults, entriesOf, lostOf, type RegisterEntry } from "../../paperwork/register/index.ts";
import { type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { leafHash, treeRoot } from "./merkle.ts";
import { encodeNoteKey, type NoteKey, signNote } from "./note.ts";
import { type Checkpoint, checkpointText } from "./proof.ts";
import { bytesOf, damage, readTree, TREE_FILE, type Tree } from "./read-tree.ts";
import { tileFiles } from "./tiles.ts";
import { encodeLines, freshEntries, headsIn, lineOf } from "./tree-line.ts";

/** Which register goes into which tree, signed with what. */
export type CheckpointOptions = ProjectFolders & {
  readonly tree: string;
  /** File of the private key, Ed25519 in PEM; may be left out of a dry run. */
  readonly key?: string | undefined;
  readonly password?: string | undefined;
  /** Name of the tree; by default made of the centre's site. Asked only when the tree begins. */
  readonly origin?: string | undefined;
  /** The key may be another one than that of the last checkpoint. */
  readonly newKey?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
};

/** What has come into the tree, or findings. */
export type CheckpointReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly added: readonly RegisterEntry[];
  /** The newest checkpoint and the public key; null where nothing was written and nothing was there. */
  readonly head: (Checkpoint & { readonly note: string; readonly key: string }) | null;
  /** Files that were damaged and are made anew. */
  readonly mended: readonly string[];
};

/**
 * Enters in the tree what the register has and the tree has not, and signs the checkpoint. A run that is cut leaves the earlier checkpoint with all it
 * needs. Codes TRC8141–TRC8143, TRC8001–TRC8008 (the register itself), TRC8201–TRC8206.
 */
export async function checkpointRegister(options: CheckpointOptions): Promise<CheckpointReport> {
  const project = await readProject(options);
  if (project.value === undefined) return nothing(project.diagnostics);
  const entries = entriesOf(project.value.dossier);
  const bytes = new Map(project.value.files.map((file) => [file.path, file.bytes]));
  const faults = chainFaults(entries, (file) => bytes.get(file));
  if (faults.length > 0) return nothing(faults);
  const { tree, dryRun } = options;
  const own = project.value;
  if (dryRun === true) return advance(own, options);
  const key = await privateKey(options);
  if (key.value === undefined) return nothing(key.diagnostics);
  const begins = !(await isThere(tree));
  try {
    await mkdir(tree, { recursive: true });
    return await writeAlone(tree, () => advance(own, { ...options, signing: key.value }));
  } catch (error) {
    return nothing([storageFault(tree, error)]);
  } finally {
    // Fails where something has come into it.
    if (begins) await rmdir(tree).catch(() => undefined);
  }
}

async function advance(
  { dossier }: Project,
  options: CheckpointOptions & { readonly signing?: KeyObject | undefined },
): Promise<CheckpointReport> {
  const { tree: folder, signing, newKey = false } = options;
  const entries = entriesOf(dossier);
  const read = await readTree(folder, entries);
  if (read.value === undefined) return nothing(read.diagnostics);
  const tree = read.value;
  const name = text(`дерево реестра ${folder}`, `the tree of the register ${folder}`);
  const lost = tree === null ? [] : lostOf([{ name, centre: null, heads: headsIn(tree.lines) }], entries);
  if (lost.length > 0) return nothing(lost);
  const added = freshEntries(dossier, tree?.lines ?? []);
  const mended = tree?.damaged ?? [];
  const warnings = signing === undefined ? mended.map((path) => damage(folder, path, true)) : [];
  const before = tree === null ? null : headOf(tree);
  if (signing === undefined) return { diagnostics: warnings, added, head: before, mended: [] };
  const origin = tree?.origin ?? options.origin ?? originOf(dossier);
  const key: NoteKey = { name: origin, key: signing };
  const isKnown = tree === null || tree.keys.some((one) => encodeNoteKey(one) === encodeNoteKey(key));
  if (!isKnown && !newKey) return nothing([raise(FINDINGS.TRC8143, { of: [folder] })]);
  if (tree !== null && added.length === 0 && isKnown && mended.length === 0)
    return { diagnostics: [], added, head: before, mended };
  const lines = [...(tree?.lines ?? []), ...added.map(lineOf)];
  if (lines.length === 0) return { diagnostics: [], added, head: null, mended };
  const leaves = lines.map(({ seal }) => bytesOf(seal));
  const head = { origin, size: leaves.length, root: treeRoot(leaves.map(leafHash)) };
  const note = signNote(checkpointText(head), key);
  const keys = [
    ...(tree?.keys.map(encodeNoteKey) ?? []).filter((one) => one !== encodeNoteKey(key)),
    encodeNoteKey(key),
  ];
  await writeFiles(folder, [
    [TREE_FILE.attributes, Buffer.from("* -text\n")],
    [TREE_FILE.keys, Buffer.from(keys.map((one) => `${one}\n`).join(""))],
    // Before the tiles: of a first run that is cut there are never tiles without the list that says what they are.
    [TREE_FILE.lines, Buffer.from(encodeLines(lines))],
    ...tileFiles(leaves),
    // Last: whoever reads it finds all it needs.
    [TREE_FILE.checkpoint, Buffer.from(note)],
  ]);
  return { diagnostics: [], added, head: { ...head, note, key: encodeNoteKey(key) }, mended };
}

/** Writes what is not there as it should be, in this order. */
async function writeFiles(folder: string, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const differing: [string, Uint8Array][] = [];
  for (const [inside, bytes] of files) {
    const path = await safeJoin(folder, inside);
    const found = await readFile(path).catch(() => null);
    if (found?.equals(bytes) === true) continue;
    await mkdir(dirname(path), { recursive: true });
    differing.push([path, bytes]);
  }
  await replaceFiles(differing);
}

function headOf({ origin, size, root, note, keys }: Tree): CheckpointReport["head"] {
  const key = keys.at(-1);
  return { origin, size, root, note, key: key === undefined ? "" : encodeNoteKey(key) };
}

/** A name without spaces that is nobody else's: the host of the site, or the number of the taxpayer. */
function originOf(dossier: Project["dossier"]): string {
  const { site, inn } = findRecord(dossier, "centre", "centre")?.data ?? {};
  const host = URL.canParse(site ?? "") ? new URL(site ?? "").host : "";
  return `${host === "" ? `inn-${inn ?? "0"}` : host}/register`;
}

/** The private key. TRC8142: there is none, or it is of another algorithm. */
async function privateKey({ key: file, password: passphrase }: CheckpointOptions): Promise<Outcome<KeyObject>> {
  const fault = (ru: string, en: string): Outcome<KeyObject> => ({
    diagnostics: [raise(FINDINGS.TRC8142, { message: text(ru, en) })],
  });
  if (file === undefined) return fault("Не назван ключ: --key КЛЮЧ.pem", "No key is named: --key KEY.pem");
  let pem: Buffer;
  try {
    pem = await readGiven(file);
  } catch (error) {
    const why = readingReason(error);
    return fault(`Ключ «${file}» не читается: ${why.ru}`, `The key “${file}” cannot be read: ${why.en}`);
  }
  try {
    const value = createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
    const type = value.asymmetricKeyType;
    return type === "ed25519"
      ? { value, diagnostics: [] }
      : fault(
          `Ключ «${file}» вида ${type}, а нужен Ed25519`,
          `The key “${file}” is of the type ${type}, Ed25519 is needed`,
        );
  } catch {
    return fault(
      `Файл «${file}» – не закрытый ключ PEM, или нужен пароль (переменная TRC_KEY_PASSWORD)`,
      `The file “${file}” is no private key in PEM, or a password is needed (variable TRC_KEY_PASSWORD)`,
    );
  }
}

function nothing(diagnostics: readonly Diagnostic[]): CheckpointReport {
  return { diagnostics, added: [], head: null, mended: [] };
}
