import { existsSync, renameSync } from "node:fs";
import { copyFile, link, lstat, mkdir, readdir, readFile, readlink, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { decodeManifest, MANIFEST_NAME, type Manifest, sha256 } from "./manifest.ts";
import { takeLock } from "./lock.ts";

export type OutputFile = { readonly path: string; readonly bytes: Uint8Array };

/** What `publish` did besides writing: paths inside the output folder. */
export type Published = {
  /** Files of the earlier set that are no longer made. */
  readonly removed: readonly string[];
  /** Files of the earlier set that a person has changed since; kept under the second name. */
  readonly kept: readonly { readonly path: string; readonly as: string }[];
};

/**
 * Replaces the set in `out` at one stroke. The new set is staged beside the folder, together with every file there
 * that is not ours (hard-linked, so it stays the same file), and the two folders are swapped by two renames; an
 * interrupted swap is undone by the next run. Whenever the run is cut, `out` holds one whole set.
 *
 * @param keep tells which files of the earlier set stay although this run did not make them (`--only`).
 * @throws Error from the file system (no rights, disk full, a file held open): `out` is then as it was.
 */
export async function publish(
  out: string,
  files: readonly OutputFile[],
  keep: (path: string) => boolean = () => false,
): Promise<Published> {
  const target = resolve(out);
  const { stage, backup, lock } = sidePaths(target);
  await mkdir(dirname(target), { recursive: true });
  const release = await takeLock(lock);
  try {
    await recover(target);
    await rm(stage, { recursive: true, force: true });
    await mkdir(stage);
    await writeFiles(stage, files);
    const published = await carryOver(target, stage, new Set(files.map((file) => file.path)), keep);
    if (existsSync(target)) renameSync(target, backup);
    renameSync(stage, target);
    await rm(backup, { recursive: true, force: true });
    return published;
  } catch (error) {
    if (!existsSync(target) && existsSync(backup)) renameSync(backup, target);
    await rm(stage, { recursive: true, force: true });
    throw error;
  } finally {
    await release();
  }
}

/** Undoes a swap that was cut between its two renames, and drops what an interrupted run left beside `out`. */
async function recover(target: string): Promise<void> {
  const { backup } = sidePaths(target);
  if (!existsSync(backup)) return;
  if (existsSync(target)) await rm(backup, { recursive: true, force: true });
  else renameSync(backup, target);
}

function sidePaths(target: string): { stage: string; backup: string; lock: string } {
  const side = (what: string): string => join(dirname(target), `.${basename(target)}.trc-${what}`);
  return { stage: side("stage"), backup: side("old"), lock: side("lock") };
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const folders = new Set(files.map((file) => dirname(join(folder, file.path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const file of files) await writeFile(join(folder, file.path), file.bytes, { flag: "wx" });
}

/** Links into the stage whatever of the old folder must live on. */
async function carryOver(
  target: string,
  stage: string,
  made: ReadonlySet<string>,
  keep: (path: string) => boolean,
): Promise<Published> {
  const removed: string[] = [];
  const kept: { path: string; as: string }[] = [];
  if (!existsSync(target)) return { removed, kept };
  const ours = ownFiles(await readManifest(target));
  for (const path of await listAll(target)) {
    if (path === MANIFEST_NAME && ours !== undefined) continue;
    const digest = ours?.get(path);
    if (digest !== undefined && sha256(await readFile(join(target, path))) === digest) {
      if (keep(path) && !made.has(path)) await linkFile(join(target, path), join(stage, path));
      else if (!made.has(path)) removed.push(path);
      continue;
    }
    const as = freeName(path, stage, made);
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
function freeName(path: string, stage: string, made: ReadonlySet<string>): string {
  if (!made.has(path)) return path;
  const dot = path.lastIndexOf(".");
  const stem = dot > path.lastIndexOf("/") ? path.slice(0, dot) : path;
  const extension = path.slice(stem.length);
  for (let number = 1; ; number++) {
    const name = `${stem} (изменён вручную${number > 1 ? ` ${number}` : ""})${extension}`;
    if (!made.has(name) && !existsSync(join(stage, name))) return name;
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
