import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Another run holds the folder and did not let go in time. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  readonly path: string;
  /** Null when the lock does not tell. */
  readonly holder: Holder | null;

  constructor(path: string, holder: Holder | null) {
    super(`busy: ${path}`);
    this.path = path;
    this.holder = holder;
  }
}

const NAME = ".trc-lock";
/** A guard is held for a few system calls; one older than this was left by a killed process. Shorter than others wait, so that they go on. */
const GUARD_MS = 5_000;

/**
 * Runs `action` while no other process writes the folder. A lock whose process is dead is taken over.
 *
 * @param waitMs how long to wait for another process to finish
 * @throws BusyError when it did not; faults of the file system
 */
export async function withLock<T>(folder: string, action: () => Promise<T>, waitMs = 10_000): Promise<T> {
  const path = join(folder, NAME);
  const own = `${JSON.stringify({ pid: process.pid, started: startOf(process.pid), host: hostname() })}\n`;
  for (let waited = 0; !takeOnce(path, own); waited += 50) {
    if (waited >= waitMs) throw new BusyError(path, readHolder(path));
    await pause(50);
  }
  try {
    return await action();
  } finally {
    rmSync(path, { force: true });
  }
}

/** True when the lock is ours now. The lock appears with its content at once: it is linked, not written. */
function takeOnce(path: string, own: string): boolean {
  const part = `${path}-${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  writeFileSync(part, own, { flag: "wx" });
  try {
    if (linked(part, path)) return true;
    if (!isDead(path)) return false;
    // Only one process at a time may judge a lock dead and remove it, or two would both end up with one.
    const guard = `${path}-guard`;
    if (!linked(part, guard)) {
      if (ageMs(guard) > GUARD_MS) rmSync(guard, { force: true });
      return false;
    }
    try {
      if (isDead(path)) unlinkSync(path);
      return linked(part, path);
    } finally {
      rmSync(guard, { force: true });
    }
  } finally {
    rmSync(part, { force: true });
  }
}

function linked(part: string, path: string): boolean {
  try {
    linkSync(part, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    return writtenExclusively(part, path);
  }
}

/** For file systems without hard links (FAT): the content may appear a moment after the name, so an empty lock counts as alive. */
function writtenExclusively(part: string, path: string): boolean {
  try {
    writeFileSync(path, readFileSync(part), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** A lock that names a process of this machine which no longer runs (or whose number another process has now). */
function isDead(path: string): boolean {
  const holder = readHolder(path);
  if (holder === null) return false;
  if (holder.host !== hostname()) return false;
  const started = startOf(holder.pid);
  if (started !== null && holder.started !== null) return started !== holder.started;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

type Holder = { readonly pid: number; readonly started: string | null; readonly host: string };

function readHolder(path: string): Holder | null {
  try {
    const value = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>;
    if (typeof value.pid !== "number" || typeof value.host !== "string") return null;
    return { pid: value.pid, host: value.host, started: typeof value.started === "string" ? value.started : null };
  } catch {
    return null;
  }
}

/** When the process began, as the kernel counts (Linux); tells a process from a later one with the same number. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
