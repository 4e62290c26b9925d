import { setTimeout as sleep } from "node:timers/promises";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import type { Connected } from "./connect.ts";
import { FINDINGS } from "./findings.ts";
import { type JobProgress, readFaults } from "./job.ts";

/** How a queue stands. */
type QueueState = {
  readonly workers: number;
  readonly waiting: number;
  /** To be tried again after a while. */
  readonly delayed: number;
  readonly done: number;
  /** Put aside after their failures. */
  readonly failed: number;
  readonly active: readonly { readonly content: string; readonly progress: JobProgress | null }[];
  /** The last of those that were put aside, with their reasons. Code TRC6024 */
  readonly faults: readonly Diagnostic[];
};

/** Jobs that are shown one by one. */
const SHOWN = 50;

/** How the queue stands now. */
export async function queueState({ queue }: Connected): Promise<QueueState> {
  const counts = await queue.getJobCounts("waiting", "delayed", "completed", "failed");
  const active = await queue.getActive(0, SHOWN - 1);
  return {
    workers: await queue.getWorkersCount(),
    waiting: counts.waiting ?? 0,
    delayed: counts.delayed ?? 0,
    done: counts.completed ?? 0,
    failed: counts.failed ?? 0,
    active: active.map(({ data, progress }) => ({
      content: data.content,
      progress: typeof progress === "object" ? (progress as JobProgress) : null,
    })),
    faults: await failures({ queue }),
  };
}

/** Gives the jobs that are put aside now back to the queue. Gives how many. */
export async function takeUpAgain({ queue }: Pick<Connected, "queue">): Promise<number> {
  // What a worker puts aside again meanwhile stays there.
  const jobs = await queue.getFailed();
  for (const job of jobs) await job.retry("failed", { resetAttemptsMade: true, resetAttemptsStarted: true });
  return jobs.length;
}

/** Waits until these jobs are over; tells how many are. Gives those that were put aside. Code TRC6024. @throws the reason of the signal */
export async function waitForJobs(
  { queue }: Pick<Connected, "queue">,
  names: readonly string[],
  signal: AbortSignal,
  tell: (done: number) => void,
): Promise<Diagnostic[]> {
  const left = [...names];
  const failed = new Set<string>();
  while (left.length > 0) {
    signal.throwIfAborted();
    // They are taken in the order in which they came.
    const first = left.splice(0, SHOWN);
    const states = await Promise.all(first.map((name) => queue.getJobState(name)));
    const open = first.filter((name, index) => {
      if (states[index] === "failed") failed.add(name);
      return states[index] !== "completed" && states[index] !== "failed" && states[index] !== "unknown";
    });
    left.unshift(...open);
    tell(names.length - left.length);
    if (open.length === first.length) await sleep(300);
  }
  return failures({ queue }, failed);
}

async function failures({ queue }: Pick<Connected, "queue">, wanted?: ReadonlySet<string>): Promise<Diagnostic[]> {
  const jobs = await queue.getFailed(0, wanted === undefined ? SHOWN - 1 : -1);
  return jobs
    .filter(({ id = "" }) => wanted?.has(id) ?? true)
    .slice(0, SHOWN)
    .map(({ data, attemptsMade, failedReason }) => {
      const faults = readFaults(failedReason) ?? [{ code: "", file: null, message: text(failedReason, failedReason) }];
      const hints = faults.map(({ code, file, message }) => {
        const mark = [code, file].filter(Boolean).join(" ");
        const lead = mark === "" ? "" : `${mark}: `;
        return text(`${lead}${message.ru}`, `${lead}${message.en}`);
      });
      return raise(FINDINGS.TRC6024, {
        of: [String(data?.content), attemptsMade],
        hints: [FINDINGS.TRC6024.hints, ...hints],
      });
    });
}
