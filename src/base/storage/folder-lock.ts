import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dropSign, type Holder, holderOf, isDead, readHolder, showLife } from "./lock-holder.ts";

/** Another run holds the folder and did not let go in time. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  readonly path: string;
  /** Null when the lock does not say. */
  readonly holder: Holder | null;

  constructor(path: string, holder: Holder | null) {
    super(`busy: ${path}`);
    this.path = path;
    this.holder = holder;
  }
}

/** Which lock file, and how long to wait for its holder. */
export type LockOptions = {
  /** Name of the lock file, where several things lie in one folder and each has a lock of its own. */
  readonly name?: string;
  /** How long to wait for another process to finish. */
  readonly waitMs?: number;
};

/**
 * Runs `action` while no other process writes the folder. A lock whose process is dead is taken over, one that may be alive never.
 *
 * @throws BusyError when another process did not finish in time; faults of the file system
 */
export async function withLock<T>(
  folder: string,
  action: () => Promise<T>,
  { name = ".trc-lock", waitMs = 10_000 }: LockOptions = {},
): Promise<T> {
  const path = join(folder, name);
  const nonce = randomBytes(8).toString("hex");
  const hideLife = await showLife(folder, nonce);
  try {
    for (let waited = 0; !(await takeOnce(path, nonce)); waited += 50) {
      if (waited >= waitMs) throw new BusyError(path, readHolder(path));
      await pause(50);
    }
    try {
      return await action();
    } finally {
      if (readHolder(path)?.nonce === nonce) rmSync(path, { force: true });
    }
  } finally {
    hideLife();
  }
}

/** True when the lock is ours now. The lock appears with its content at once: it is linked, not written. */
async function takeOnce(path: string, nonce: string): Promise<boolean> {
  const part = join(dirname(path), `.trc-lock-${nonce}`);
  writeFileSync(part, `${JSON.stringify(holderOf(nonce))}\n`, { flag: "wx" });
  try {
    return linked(part, path) || ((await removeDead(path, part)) && linked(part, path));
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Removes a lock whose holder is dead; true when it is gone. Only the holder of the guard named after that very lock removes it, so that one who
 * is slow can never remove the lock of the next. A guard is a lock too: that of a dead process is removed in the same way, but for the guard of a
 * guard, which goes at once: without an end to the row, runs that are killed one after another would only make it longer.
 */
async function removeDead(path: string, part: string, guarded = true): Promise<boolean> {
  const folder = dirname(path);
  const holder = readHolder(path);
  if (holder === null || !(await isDead(folder, holder))) return false;
  const guard = join(folder, `.trc-lock-${holder.nonce}-guard`);
  if (!linked(part, guard)) {
    if (guarded) await removeDead(guard, part, false);
    else await removeIfDead(guard);
    return false;
  }
  try {
    if (readHolder(path)?.nonce === holder.nonce) unlinkSync(path);
    dropSign(folder, holder.nonce);
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

async function removeIfDead(path: string): Promise<void> {
  const holder = readHolder(path);
  if (holder !== null && (await isDead(dirname(path), holder))) rmSync(path, { force: true });
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
