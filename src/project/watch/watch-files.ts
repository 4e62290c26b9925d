import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";

/** Files that changed together. */
export type Changes = {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Time of the first of them, ms since 1970. */
  readonly at: number;
};

/** A watch that is on until it is closed. */
export type FileWatch = { readonly close: () => Promise<void> };

/** A saved file is often several events; a checkout is hundreds: they count as one when this many ms part them. */
const QUIET_MS = 25;
/** Who takes what comes later into account, and is waited for, hears of whole files after so many ms. */
const HASTY_MS = 5;
/** A stream of changes that never rests is reported at least this often, ms. */
const LONGEST_MS = 500;

/**
 * Watches folders and everything in them, and reports changes when they rest. A folder may go, come back under its name and be replaced
 * by another; a folder that is not there yet is waited for. Resolves when the watching has begun.
 *
 * @param hasty reports files that hold something almost at once: what is saved together may come in parts
 */
export async function watchFiles(
  folders: readonly string[],
  onChange: (changes: Changes) => void,
  { hasty = false }: { readonly hasty?: boolean } = {},
): Promise<FileWatch> {
  const { watch } = await import("chokidar");
  const targets = folders.map((folder) => posixPath(resolve(folder)));
  const concerns = (path: string): boolean => targets.some((target) => `${posixPath(path)}/`.startsWith(`${target}/`));
  // The parent is watched too, so that a folder that goes is noticed when it comes back.
  const parents = targets.map((target) => nearest(dirname(target)));
  const inWay = (path: string): boolean => targets.some((target) => `${target}/`.startsWith(`${posixPath(path)}/`));
  const batch = new Batch(onChange, hasty);
  const watcher = watch([...new Set(parents)], {
    ignoreInitial: true,
    ignored: (path) =>
      !(concerns(path) || inWay(path)) || HIDDEN.test(path.slice(nearestTarget(posixPath(path), targets).length)),
    atomic: false,
  });
  watcher.on("all", (_event, path) => {
    if (concerns(path)) batch.add(path);
  });
  // Of two events of one file within 50 ms the watcher reports the first only; what the system says is passed on whole.
  watcher.on("raw", (_event, name, details) => {
    const { watchedPath } = details as { readonly watchedPath?: string };
    if (watchedPath === undefined || !concerns(watchedPath) || HIDDEN.test(`/${name}`)) return;
    // Of a folder the name in it is reported, of a file its own.
    batch.add(name === null || basename(watchedPath) === name ? watchedPath : join(watchedPath, name));
  });
  // A folder that cannot be watched for a moment, because it is being moved, is no reason to stop.
  watcher.on("error", () => undefined);
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));
  return {
    close: async () => {
      batch.stop();
      await watcher.close();
    },
  };
}

/** Hidden files and what editors leave behind, inside a watched folder. */
const HIDDEN = /[\\/](\.[^\\/]*|[^\\/]*~|#[^\\/]*#)$/;

function nearestTarget(path: string, targets: readonly string[]): string {
  return targets.find((target) => path.startsWith(target)) ?? path;
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/** Whether a file holds something: one that is being written begins empty. */
function isWhole(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Gathers changes until they rest. */
class Batch {
  readonly #report: (changes: Changes) => void;
  readonly #files = new Set<string>();
  #at = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #hasty: boolean;

  constructor(report: (changes: Changes) => void, hasty: boolean) {
    this.#report = report;
    this.#hasty = hasty;
  }

  add(path: string): void {
    const now = Date.now();
    if (this.#files.size === 0) this.#at = now;
    this.#files.add(path);
    const longest = Math.max(0, this.#at + LONGEST_MS - now);
    if (!this.#hasty) this.#wait(() => this.#flush(), Math.min(QUIET_MS, longest));
    else
      this.#wait(
        () => {
          if ([...this.#files].every(isWhole)) this.#flush();
          else this.#wait(() => this.#flush(), Math.min(QUIET_MS - HASTY_MS, longest));
        },
        Math.min(HASTY_MS, longest),
      );
  }

  #wait(act: () => void, milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#files.clear();
  }

  #flush(): void {
    const files = [...this.#files].sort();
    this.#files.clear();
    this.#report({ files, at: this.#at });
  }
}
