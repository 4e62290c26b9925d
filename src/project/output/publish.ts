import { existsSync, renameSync } from "node:fs";
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { withLock } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import {
  decodeManifest,
  encodeManifest,
  MANIFEST_NAME,
  type Manifest,
  type ManifestContent,
  type ManifestDocument,
  type ManifestHead,
  manifestOf,
} from "./manifest.ts";

/** A file to publish, by its path in the output folder. */
type OutputFile = { readonly path: string; readonly bytes: Uint8Array };
/** A document of the new set: its entry in the manifest and its files. */
export type OutputDocument = { readonly entry: ManifestDocument; readonly files: readonly OutputFile[] };

/** What `publish` did besides writing: paths inside the output folder. */
export type Published = {
  /** Files of the earlier set that are no longer made. */
  readonly removed: readonly string[];
  /** Files of the earlier set that a person has changed since; kept under the second name. */
  readonly kept: readonly { readonly path: string; readonly as: string }[];
};

/**
 * Replaces the set in `out` atomically. The new set is staged beside the folder, together with every file there
 * that is not ours (hard-linked, so it stays the same file), and the two folders are swapped by two renames; an
 * interrupted swap is undone by the next run. Whenever the run is cut, `out` holds one whole set.
 *
 * @param partial keeps the documents of the earlier set that this run was not asked for (`--only`)
 * @throws BusyError when another run writes the folder; Error from the file system (no rights, disk full, a file held open): `out` is then as it was.
 */
export async function publish(
  out: string,
  documents: readonly OutputDocument[],
  partial = false,
  registers: readonly ManifestHead[] = [],
): Promise<Published> {
  const target = await folderBehind(out);
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  // A build is quickly started again: it says at once that another one is at work.
  return withLock(folder, () => replaceSet(target, documents, { partial, registers }), {
    name: sideName(target, "lock"),
    waitMs: 0,
  });
}

/** The output folder itself: one that is a link is written through, not replaced. */
async function folderBehind(out: string): Promise<string> {
  const path = resolve(out);
  const state = await lstat(path).catch(() => null);
  return state?.isSymbolicLink() === true ? realpath(path) : path;
}

async function replaceSet(
  target: string,
  documents: readonly OutputDocument[],
  { partial, registers }: { readonly partial: boolean; readonly registers: readonly ManifestHead[] },
): Promise<Published> {
  const { stage, backup } = sidePaths(target);
  try {
    await recover(target);
    await rm(stage, { recursive: true, force: true });
    await mkdir(stage);
    const before = await readManifest(target);
    const made = documents.map(({ entry }) => entry);
    const whole = manifestOf({ documents: made, registers }, partial ? before : undefined);
    const entries = whole.documents;
    const manifest = encodeManifest(whole);
    await writeFiles(stage, [...documents.flatMap(({ files }) => files), { path: MANIFEST_NAME, bytes: manifest }]);
    const published = await carryOver(target, stage, before, entries);
    if (existsSync(target)) renameSync(target, backup);
    renameSync(stage, target);
    await rm(backup, { recursive: true, force: true });
    return published;
  } catch (error) {
    if (!existsSync(target) && existsSync(backup)) renameSync(backup, target);
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Whether publishing these documents would change nothing: the folder holds exactly their manifest, and each of its files byte for byte.
 *
 * @param content documents with their files, and the heads of the registers
 */
export async function upToDate(out: string, content: ManifestContent, partial = false): Promise<boolean> {
  const target = await folderBehind(out).catch(() => resolve(out));
  if (existsSync(sidePaths(target).backup)) return false;
  try {
    const stored = await readFile(join(target, MANIFEST_NAME));
    const whole = manifestOf(content, partial ? decodeManifest(stored) : undefined);
    if (!stored.equals(encodeManifest(whole))) return false;
    const files = whole.documents.flatMap((entry) => entry.files);
    const same = await Promise.all(
      files.map(async (file) => sha256(await readFile(join(target, file.path))) === file.sha256),
    );
    return same.every((one) => one);
  } catch {
    return false;
  }
}

/** Heads of registers that the set in an output folder keeps; none where there is no set, or one that cannot be read. */
export async function keptInOutput(out: string): Promise<readonly ManifestHead[]> {
  const manifest = await readManifest(resolve(out)).catch(() => undefined);
  return manifest?.registers ?? [];
}

/** Undoes a swap that was cut between its two renames, and drops what an interrupted run left beside `out`. */
async function recover(target: string): Promise<void> {
  const { backup } = sidePaths(target);
  if (!existsSync(backup)) return;
  if (existsSync(target)) await rm(backup, { recursive: true, force: true });
  else renameSync(backup, target);
}

function sidePaths(target: string): { stage: string; backup: string } {
  const side = (what: string): string => join(dirname(target), sideName(target, what));
  return { stage: side("stage"), backup: side("old") };
}

function sideName(target: string, what: string): string {
  return `.${basename(target)}.trc-${what}`;
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const folders = new Set(files.map((file) => dirname(join(folder, file.path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const file of files) await writeFile(join(folder, file.path), file.bytes, { flag: "wx" });
}

/** Links into the stage whatever of the old folder must live on: foreign files, edited ones, and documents of `entries` not made anew. */
async function carryOver(
  target: string,
  stage: string,
  before: Manifest | undefined,
  entries: readonly ManifestDocument[],
): Promise<Published> {
  const removed: string[] = [];
  const kept: { path: string; as: string }[] = [];
  if (!existsSync(target)) return { removed, kept };
  const ours = ownFiles(before);
  const wanted = new Set(entries.flatMap(({ files }) => files.map(({ path }) => path)));
  for (const path of await listAll(target)) {
    if (path === MANIFEST_NAME && ours !== undefined) continue;
    const digest = ours?.get(path);
    const made = existsSync(join(stage, path));
    if (digest !== undefined && sha256(await readFile(join(target, path))) === digest) {
      if (made) continue;
      if (wanted.has(path)) await linkFile(join(target, path), join(stage, path));
      else removed.push(path);
      continue;
    }
    const as = made && !path.endsWith("/") ? freeName(path, stage) : path;
    await linkFile(join(target, path), join(stage, as));
    if (digest !== undefined || as !== path) kept.push({ path, as });
  }
  return { removed, kept };
}

async function readManifest(target: string): Promise<Manifest | undefined> {
  const path = join(target, MANIFEST_NAME);
  return existsSync(path) ? decodeManifest(await readFile(path)) : undefined;
}

/** Digests of the files the earlier run made; undefined when the folder holds no manifest of ours. */
function ownFiles(manifest: Manifest | undefined): Map<string, string> | undefined {
  if (manifest === undefined) return undefined;
  const files = manifest.documents.flatMap((document) => document.files);
  return new Map(files.map((file) => [file.path, file.sha256]));
}

/** A foreign file whose name the new set takes, or one of ours that was edited, moves to a name beside it. */
function freeName(path: string, stage: string): string {
  const dot = path.lastIndexOf(".");
  const stem = dot > path.lastIndexOf("/") ? path.slice(0, dot) : path;
  const extension = path.slice(stem.length);
  for (let number = 1; ; number++) {
    const name = `${stem} (изменён вручную${number > 1 ? ` ${number}` : ""})${extension}`;
    if (!existsSync(join(stage, name))) return name;
  }
}

/** Files and symbolic links of a folder, and its empty folders (with `/` at the end), sorted. */
async function listAll(folder: string, prefix = ""): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (!entry.isDirectory()) {
      found.push(path);
      continue;
    }
    const inside = await listAll(folder, path);
    found.push(...(inside.length > 0 ? inside : [`${path}/`]));
  }
  return found.sort();
}

async function linkFile(from: string, to: string): Promise<void> {
  if (from.endsWith("/")) {
    await mkdir(to, { recursive: true });
    return;
  }
  await mkdir(dirname(to), { recursive: true });
  if ((await lstat(from)).isSymbolicLink()) {
    await symlink(await readlink(from), to);
    return;
  }
  try {
    await link(from, to);
  } catch {
    // A file system without hard links: copy, and keep the time so that nothing looks changed.
    await copyFile(from, to);
    const { atime, mtime } = await lstat(from);
    await utimes(to, atime, mtime);
  }
}
