import { spawn } from "node:child_process";
import { readdirSync, utimesSync, watch } from "node:fs";
import { join } from "node:path";

/** When to kill: so many ms after the start, or after the run has begun to write. */
export type Moment = { readonly from: "start" | "writing"; readonly ms: number };

export type KilledRun = {
  readonly code: number | null;
  readonly killed: boolean;
  readonly stderr: string;
  readonly pid: number;
  readonly ms: number;
};

export type KillOptions = {
  readonly moment: Moment | null;
  /** The folder that is written. */
  readonly watched: string;
  /** Called at every change in that folder; says whether the run of this process writes now. */
  readonly writes: (file: string, pid: number) => boolean;
  /** Options of Node before the program. */
  readonly node?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
};

/** Runs the command that a clerk types, killed from outside (SIGKILL) at a moment if one is given. */
export function killedRun(argv: readonly string[], options: KillOptions): Promise<KilledRun> {
  const { moment, watched, writes, node = [], env = process.env } = options;
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [...node, "bin/trc.js", ...argv], { env });
    let timer: NodeJS.Timeout | undefined;
    const killIn = (ms: number): void => {
      timer ??= setTimeout(() => child.kill("SIGKILL"), ms);
    };
    if (moment?.from === "start") killIn(moment.ms);
    const watcher = watch(watched, (_event, file) => {
      if (writes(file ?? "", child.pid ?? 0) && moment?.from === "writing") killIn(moment.ms);
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    child.stdout.resume();
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      watcher.close();
      done({ code, killed: signal === "SIGKILL", stderr, pid: child.pid ?? 0, ms: performance.now() - started });
    });
  });
}

/** Left for an instant by a run that was waiting for the lock; it goes when it is old: another process might be using the name right now. */
export function makeLocksOld(folder: string): void {
  const old = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(folder))
    if (/^\.trc-lock-[0-9a-f]{16}(-guard)?$/.test(name)) utimesSync(join(folder, name), old, old);
}

/** What was seen in several lanes, added up. */
export function addUp<Name extends string>(seen: readonly Record<Name, number>[]): Record<Name, number> {
  return seen.reduce((sum, one) => {
    for (const name of Object.keys(one) as Name[]) sum[name] += one[name];
    return sum;
  });
}
