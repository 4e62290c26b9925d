import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
  MANIFEST_NAME,
  type Manifest,
  type ManifestContent,
  type ManifestDocument,
  type ManifestHead,
  manifestOf,
  manifestText,
} from "./manifest.ts";

/** A file to publish, by its path in the output folder. */
export type OutputFile = { readonly path: string; readonly bytes: Uint8Array };

/** What publishing did besides writing: paths inside the output folder. */
export type Published = {
  /** Files of the earlier set that are no longer made. */
  readonly removed: readonly string[];
  /** Files of the earlier set that a person has changed since; kept under the second name. */
  readonly kept: readonly { readonly path: string; readonly as: string }[];
};

/** What takes the place of the earlier set. */
export type NewSet = ManifestContent & {
  /** Keeps the documents of the earlier set that this run was not asked for (`--only`). */
  readonly partial: boolean;
  /** Files that stand in the output folder as the manifest has them, as was seen a moment ago: they are neither read again nor staged. */
  readonly standing?: ReadonlySet<string>;
};

/**
 * A new set on its way into `out`. It is staged beside the folder, file by file as they are made; then every file of `out` that is not ours is
 * linked to it (hard, so it stays the same file), and the two folders are swapped by two renames; an interrupted swap is undone by the next
 * run. Whenever the run is cut, `out` holds one whole set.
 */
export class Stage {
  /** Where files are staged, see {@link stageFiles}. */
  readonly folder: string;
  readonly #target: string;
  readonly #release: () => Promise<void>;

  private constructor(target: string, release: () => Promise<void>) {
    this.#target = target;
    this.folder = sidePaths(target).stage;
    this.#release = release;
  }

  /**
   * Takes the folder for this run. @throws BusyError when another run writes it; Error from the file system (no rights, disk full):
   * `out` is then as it was
   */
  static async open(out: string): Promise<Stage> {
    const target = await folderBehind(out);
    await mkdir(dirname(target), { recursive: true });
    const stage = new Stage(target, await heldLock(target));
    try {
      await recover(target);
      await rm(stage.folder, { recursive: true, force: true });
      await mkdir(stage.folder);
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** Puts the staged set in the place of the earlier one. @throws Error from the file system (a file held open): `out` is then as it was */
  async publish({ partial, standing = new Set(), ...made }: NewSet): Promise<Published> {
    const { backup } = sidePaths(this.#target);
    try {
      const before = await readManifest(this.#target);
      const whole = manifestOf(made, partial ? before : undefined);
      await writeFile(join(this.folder, MANIFEST_NAME), manifestText(whole), { flag: "wx" });
      const published = await carryOver(this.#target, this.folder, { before, entries: whole.documents, standing });
      if (existsSync(this.#target)) renameSync(this.#target, backup);
      renameSync(this.folder, this.#target);
      await rm(backup, { recursive: true, force: true });
      return published;
    } catch (error) {
      if (!existsSync(this.#target) && existsSync(backup)) renameSync(backup, this.#target);
      throw error;
    }
  }

  /** Lets go of the folder; what was staged and not published is gone. */
  async close(): Promise<void> {
    try {
      await rm(this.folder, { recursive: true, force: true });
    } finally {
      await this.#release();
    }
  }
}

/** Takes the lock of an output folder, and gives back what lets go of it. A build is quickly started again: it says at once that another one is at work. */
function heldLock(target: string): Promise<() => Promise<void>> {
  return new Promise((taken, failed) => {
    const held = withLock(
      dirname(target),
      () =>
        new Promise<void>((ended) =>
          taken(() => {
            ended();
            return held;
          }),
        ),
      { name: sideName(target, "lock"), waitMs: 0 },
    );
    held.catch(failed);
  });
}

/** Writes files of the new set into the stage; several processes may do so at once, each its own files. */
export async function stageFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const folders = new Set(files.map((file) => dirname(join(folder, file.path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  // Without a wait: a file is written in less time than it takes to wait for it.
  for (const file of files) writeFileSync(join(folder, file.path), file.bytes, { flag: "wx" });
}

/** The output folder itself: one that is a link is written through, not replaced. */
async function folderBehind(out: string): Promise<string> {
  const path = resolve(out);
  const state = await lstat(path).catch(() => null);
  return state?.isSymbolicLink() === true ? realpath(path) : path;
}

/** Whether the folder holds exactly the manifest of this set; its files are asked by {@link filesStand}. */
export async function manifestStands(out: string, content: ManifestContent, partial = false): Promise<boolean> {
  const target = await folderBehind(out).catch(() => resolve(out));
  if (existsSync(sidePaths(target).backup)) return false;
  try {
    const stored = await readFile(join(target, MANIFEST_NAME));
    const whole = manifestOf(content, partial ? decodeManifest(stored) : undefined);
    // Those that this run was not asked for are asked here.
    if (partial && !(await filesStand(out, whole.documents))) return false;
    let at = 0;
    for (const piece of manifestText(whole)) {
      const bytes = Buffer.from(piece);
      if (!bytes.equals(stored.subarray(at, at + bytes.length))) return false;
      at += bytes.length;
    }
    return at === stored.length;
  } catch {
    return false;
  }
}

/** Whether every file of these documents stands in the output folder byte for byte. */
export async function filesStand(out: string, documents: readonly ManifestDocument[]): Promise<boolean> {
  const target = await folderBehind(out).catch(() => resolve(out));
  try {
    // One after another and without a wait: a file is read in less time than it takes to wait for it.
    for (const { files } of documents)
      for (const { path, sha256: digest } of files)
        if (sha256(readFileSync(join(target, path))) !== digest) return false;
    return true;
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

type Carried = {
  readonly before: Manifest | undefined;
  readonly entries: readonly ManifestDocument[];
  readonly standing: ReadonlySet<string>;
};

/** Links into the stage whatever of the old folder must live on: foreign files, edited ones, and documents of `entries` not made anew. */
async function carryOver(target: string, stage: string, { before, entries, standing }: Carried): Promise<Published> {
  const removed: string[] = [];
  const kept: { path: string; as: string }[] = [];
  if (!existsSync(target)) return { removed, kept };
  const ours = ownFiles(before);
  const wanted = new Set(entries.flatMap(({ files }) => files.map(({ path }) => path)));
  for (const path of await listAll(target)) {
    if (path === MANIFEST_NAME && ours !== undefined) continue;
    const digest = ours?.get(path);
    const made = existsSync(join(stage, path));
    const ownStill =
      digest !== undefined && (standing.has(path) || sha256(await readFile(join(target, path))) === digest);
    if (ownStill) {
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
