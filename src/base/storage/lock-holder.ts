import { closeSync, openSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";

/** Who holds a lock, as its file says. */
export type Holder = {
  /** Distinguishes this lock from every other one; random, and never in any output. */
  readonly nonce: string;
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the kernel counts: distinguishes it from a later one of the same number. Null where the system does not say. */
  readonly started: string | null;
  /** One start of one kernel; null where the system has no name for it. */
  readonly boot: string | null;
  /** The space of process numbers: a container has its own, where 1 is another process. */
  readonly space: string | null;
  /** Identity of the machine; null in a container, which has only that of its image. */
  readonly machine: string | null;
};

/** Outside of containers the space of process numbers is always this one. @see Linux, include/uapi/linux/nsfs.h, PID_NS_INIT_INO */
const FIRST_SPACE = "pid:[4026531836]";
const LINUX = process.platform === "linux";
const HERE = here();

/** This process as the holder of the lock of that nonce. */
export function holderOf(nonce: string): Holder {
  return { nonce, ...HERE };
}

/** What a lock file says; null for an empty or a foreign one, of which nothing is known. */
export function readHolder(path: string): Holder | null {
  try {
    const value = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder> | null;
    if (typeof value?.pid !== "number" || typeof value.host !== "string" || !/^[0-9a-f]{16}$/.test(value.nonce ?? ""))
      return null;
    const { nonce = "", pid, host, started = null, boot = null, space = null, machine = null } = value;
    return { nonce, pid, host, started, boot, space, machine };
  } catch {
    return null;
  }
}

/**
 * True when the holder surely lives no more. Whoever cannot be seen from here (another machine, a container that shows no sign) counts as alive.
 * @param folder where the lock lies
 */
export async function isDead(folder: string, holder: Holder): Promise<boolean> {
  if (holder.boot !== HERE.boot)
    return holder.machine !== null && holder.machine === HERE.machine && holder.host === HERE.host;
  if (holder.space !== HERE.space) return isSilent(folder, holder.nonce);
  if (HERE.boot === null && (LINUX || holder.host !== HERE.host)) return false;
  const started = startOf(String(holder.pid));
  if (started !== null && holder.started !== null) return started !== holder.started;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * A sign of life for other containers on this kernel, which see the folder but not our process: a socket beside the lock, on which the kernel
 * answers as long as we live. Outside of a container there is no need of it; where sockets cannot be made, the lock is never taken over.
 *
 * @returns takes the sign away
 */
export async function showLife(folder: string, nonce: string): Promise<() => void> {
  if (HERE.space === null || HERE.space === FIRST_SPACE) return () => undefined;
  const open = openSync(folder, "r");
  const server = createServer((peer) => peer.destroy()).unref();
  await new Promise<void>((done) => {
    server.once("error", () => done()).listen(shortPath(open, nonce), () => done());
  });
  return () => {
    rmSync(join(folder, signName(nonce)), { force: true });
    server.close();
    closeSync(open);
  };
}

/** Removes what a dead holder has left of its sign. */
export function dropSign(folder: string, nonce: string): void {
  rmSync(join(folder, signName(nonce)), { force: true });
}

/** The holder has made a sign, and nobody answers there any more. */
async function isSilent(folder: string, nonce: string): Promise<boolean> {
  if (!LINUX) return false;
  const open = openSync(folder, "r");
  try {
    return await new Promise<boolean>((done) => {
      const peer = connect(shortPath(open, nonce));
      peer.once("connect", () => {
        peer.destroy();
        done(false);
      });
      peer.once("error", ({ code }: NodeJS.ErrnoException) => done(code === "ECONNREFUSED"));
    });
  } finally {
    closeSync(open);
  }
}

function signName(nonce: string): string {
  return `.trc-lock-${nonce}.sock`;
}

/** The address of a socket has at most 107 bytes, the path of a folder may have more. */
function shortPath(folder: number, nonce: string): string {
  return `/proc/self/fd/${folder}/${signName(nonce)}`;
}

function here(): Omit<Holder, "nonce"> {
  const nothing = { pid: process.pid, host: hostname(), started: null, boot: null, space: null, machine: null };
  // Where /proc shows another space than ours, nothing it says of processes can be believed.
  if (!LINUX || orNull(() => readlinkSync("/proc/self")) !== String(process.pid)) return nothing;
  const space = orNull(() => readlinkSync("/proc/self/ns/pid"));
  const boot = orNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  if (space === null || boot === null) return nothing;
  const machine = space === FIRST_SPACE ? orNull(() => readFileSync("/etc/machine-id", "utf8").trim()) : null;
  return { ...nothing, started: startOf("self"), boot, space, machine: machine === "" ? null : machine };
}

/** When a process began, by /proc; empty for one that has ended and was not yet buried by its parent. */
function startOf(pid: string): string | null {
  return orNull(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields 3 and 22: the name before them may hold blanks and brackets. @see proc_pid_stat(5)
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "" : (fields[19] ?? null);
  });
}

function orNull(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
