import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { readingFault } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { HeadKeeper, RegisterEntry } from "../../paperwork/register/index.ts";
import { FINDINGS } from "./findings.ts";
import { leafHash, sameHash, treeRoot } from "./merkle.ts";
import { judgeNote, type NoteKey, parseNote, parseNoteKey } from "./note.ts";
import { type Checkpoint, parseCheckpoint } from "./proof.ts";
import { leavesIn, tileFiles } from "./tiles.ts";
import { decodeLines, encodeLines, headsIn, lineOf, type TreeLine } from "./tree-line.ts";

/** Files of a tree besides its tiles. */
export const TREE_FILE = {
  checkpoint: "checkpoint",
  keys: "key.txt",
  lines: "entries.txt",
  attributes: ".gitattributes",
} as const;

/** A tree as its checkpoint says it is. */
export type Tree = Checkpoint & {
  /** The signed note of the checkpoint; empty where it is not there. */
  readonly note: string;
  /** Keys it was signed with, the newest last. */
  readonly keys: readonly NoteKey[];
  readonly lines: readonly TreeLine[];
  /** Files that are not what the checkpoint says: they can be made anew. */
  readonly damaged: readonly string[];
};

/**
 * Reads a tree and holds it against its checkpoint; null where there is none. What tiles, bundles and list say thrice is taken from any of them that
 * leads to the signed root. TRC8141: none does, or the checkpoint is not signed; TRC8205: the folder cannot be read.
 * @param entries of the register: what the list has lost is taken from there
 */
export async function readTree(folder: string, entries: readonly RegisterEntry[]): Promise<Outcome<Tree | null>> {
  try {
    const note = await textAt(folder, TREE_FILE.checkpoint);
    const keyText = await textAt(folder, TREE_FILE.keys);
    const keys = keysIn(keyText ?? "");
    const broken = (path: string): Outcome<Tree> => ({ diagnostics: [damage(folder, path, false)] });
    const list = await textAt(folder, TREE_FILE.lines);
    if (note === null) {
      const tiles = await tilesOn(folder);
      if (keyText === null && list === null && tiles.size === 0) return { value: null, diagnostics: [] };
      const tree = unsigned(decodeLines(list ?? "").slice(0, -1), keys);
      if (tree === null || (list === null && tiles.size > 0)) return broken(TREE_FILE.checkpoint);
      return isBeginning(tiles, tree.lines) ? { value: tree, diagnostics: [] } : broken("tile/");
    }
    const parsed = parseNote(note);
    const head = parsed === null ? null : parseCheckpoint(parsed.text);
    if (parsed === null || head === null) return broken(TREE_FILE.checkpoint);
    if (keys.length === 0) return broken(TREE_FILE.keys);
    if (!keys.some((key) => judgeNote(parsed, key) === "signed")) return broken(TREE_FILE.checkpoint);
    const listed = decodeLines(list ?? "").slice(0, head.size);
    const files = await filesUnder(folder, head.size);
    const leaves = [
      leavesIn(head.size, (path) => files.get(path)),
      listed.map((line) => bytesOf(line?.seal ?? "")),
    ].find((one) => one?.length === head.size && sameHash(treeRoot(one.map(leafHash)), head.root));
    if (leaves == null) return broken("tile/");
    const lines = leaves.map((leaf, index) => lineAt(Buffer.from(leaf).toString("hex"), listed[index], entries));
    const wanted = new Map([...tileFiles(leaves), [TREE_FILE.lines, Buffer.from(encodeLines(lines))] as const]);
    const damaged = [...wanted].flatMap(([path, bytes]) => (isSame(files.get(path), bytes, path) ? [] : [path]));
    return { value: { ...head, note, keys, lines, damaged }, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [readingFault(folder, error)] };
  }
}

/**
 * A tree without a checkpoint: its first run was cut, or somebody has taken the checkpoint away. It goes on with what is in its list, in that order, so
 * that what was signed before stays its beginning. Null where the list is not whole.
 */
function unsigned(listed: readonly (TreeLine | undefined)[], keys: readonly NoteKey[]): Tree | null {
  const lines = listed.filter((line) => line !== undefined);
  const origin = keys[0]?.name;
  if (origin === undefined || lines.length < listed.length) return null;
  const root = treeRoot(lines.map(({ seal }) => leafHash(bytesOf(seal))));
  const damaged = [TREE_FILE.checkpoint];
  return { origin, size: lines.length, root, note: "", keys, lines, damaged };
}

/** Whether tiles are those of a tree of these lines, or of what it was before: a list that was shortened says less than they do. */
function isBeginning(tiles: ReadonlyMap<string, Uint8Array>, lines: readonly TreeLine[]): boolean {
  const whole = (path: string): string => path.replace(/\.p\/\d+$/, "");
  const wanted = new Map(
    [...tileFiles(lines.map(({ seal }) => bytesOf(seal)))].map(([path, bytes]) => [whole(path), bytes]),
  );
  return [...tiles].every(([path, bytes]) =>
    Buffer.from(bytes).equals(wanted.get(whole(path))?.subarray(0, bytes.length) ?? new Uint8Array(bytes.length + 1)),
  );
}

/** TRC8141. @param mends the file can be made anew */
export function damage(folder: string, path: string, mends: boolean): Diagnostic {
  return raise(FINDINGS.TRC8141, { of: [`${folder}/${path}`, mends], severity: mends ? "warning" : "error" });
}

/** The tree as one that remembers the register, or what keeps it from that; none where there is no tree. */
export async function treeKeeper(folder: string): Promise<HeadKeeper[]> {
  const { value, diagnostics } = await readTree(folder, []);
  const name = text(`дерево реестра ${folder}`, `the tree of the register ${folder}`);
  return value === null ? [] : [{ name, centre: null, heads: headsIn(value?.lines ?? []), faults: diagnostics }];
}

/** Keys of a `key.txt`, a line each. */
export function keysIn(text: string): NoteKey[] {
  return text.split(/\r?\n/).flatMap((line) => parseNoteKey(line.trim()) ?? []);
}

/** A seal as the bytes of its leaf. */
export function bytesOf(seal: string): Uint8Array {
  return Uint8Array.from(Buffer.from(seal, "hex"));
}

function lineAt(seal: string, listed: TreeLine | undefined, entries: readonly RegisterEntry[]): TreeLine {
  if (listed?.seal === seal && listed.of !== null) return listed;
  const own = entries.find(({ fields }) => fields.seal === seal);
  return own === undefined ? { seal, of: null } : lineOf(own);
}

/** The list may be ahead of a checkpoint whose run was cut. */
function isSame(found: Uint8Array | undefined, wanted: Uint8Array, path: string): boolean {
  if (found === undefined) return false;
  return Buffer.from(path === TREE_FILE.lines ? found.subarray(0, wanted.length) : found).equals(wanted);
}

/** Files that a tree of a size has, by path; what is not there is left out. */
async function filesUnder(folder: string, size: number): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const blank = Array.from({ length: size }, () => new Uint8Array());
  for (const path of [...tileFiles(blank).keys(), TREE_FILE.lines]) {
    const bytes = await bytesAt(folder, path);
    if (bytes !== null) files.set(path, bytes);
  }
  return files;
}

/** Tiles of any size of the tree that are there, by path. */
async function tilesOn(folder: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(join(folder, "tile"), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  const tiles = new Map<string, Uint8Array>();
  for (const name of names.map(posixPath).filter((one) => TILE.test(one))) {
    const bytes = await bytesAt(folder, `tile/${name}`);
    if (bytes !== null) tiles.set(`tile/${name}`, bytes);
  }
  return tiles;
}

const TILE = /^(entries|\d+)\/(x\d{3}\/)*\d{3}(\.p\/\d+)?$/;

async function textAt(folder: string, path: string): Promise<string | null> {
  return (await bytesAt(folder, path))?.toString("utf8") ?? null;
}

async function bytesAt(folder: string, path: string): Promise<Buffer | null> {
  return readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR") return null;
    throw error;
  });
}
