import type { Job } from "bullmq";
import type { SharedAddress, Store } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, raise } from "../../base/diagnostics/index.ts";
import { isInterruption, openSession, updateSet } from "../../project/pipeline/index.ts";
import type { Connected } from "./connect.ts";
import { PREFIX } from "./connect.ts";
import { FINDINGS } from "./findings.ts";
import { type JobRequest, type JobResult, keptFaults, readRequest, strayPaths } from "./job.ts";

/** How a worker works. */
type WorkOptions = {
  readonly cache: Store | null;
  readonly shared: SharedAddress | null;
  /** See `BuildOptions`. */
  readonly budget?: number | undefined;
  /** At most so many jobs in so many seconds, by all workers of the queue together. */
  readonly limit?: { readonly jobs: number; readonly seconds: number } | undefined;
  /** A job whose worker has given no sign of life for so many seconds is given to another one. */
  readonly patience: number;
  /** After a request to stop, the job in hand may take so many seconds to end; then it is given back. */
  readonly grace: number;
  /** Ends when nothing is left to do, by anybody. */
  readonly untilEmpty: boolean;
  /** A request to stop. */
  readonly signal: AbortSignal;
  readonly onJob?: (job: WorkedJob) => void;
};

/** What a worker tells of a job: built, refused or failed with its findings, or given back. */
export type WorkedJob = { readonly content: string } & (
  | { readonly result: JobResult }
  | { readonly faults: readonly Diagnostic[]; readonly again: boolean }
  | { readonly error: string }
  | { readonly givenBack: true }
);

/** What may be otherwise the next time: another run in the folder, a disk that is full, a file held open. */
const PASSING = new Set(["TRC6002", "TRC6003", "TRC8201", "TRC8202", "TRC8205"]);
/** A job may lose its worker as often: an engine that takes machines away does so. What kills every worker is put aside then. */
const MOST_LOST = 20;
/** The cache is tidied after so many jobs that made something. */
const JOBS_A_TIDYING = 500;
/** Progress is told no more often, in ms. */
const TELLS = 500;

/**
 * Takes jobs and builds them, one at a time, until it is told to stop. A job whose worker was killed is given to another one and comes to the
 * same files; a build puts its set into the folder whole or not at all, so that it makes no difference how often it was begun.
 */
export async function work({ bullmq, redis, queue }: Connected, options: WorkOptions): Promise<void> {
  const { signal, patience, grace, limit, onJob } = options;
  const hurry = new AbortController();
  const build = await builder(options, hurry.signal);
  /** The job in hand, which it may have lost to another worker. */
  let taken: Job<JobRequest, JobResult> | null = null;
  const lose = (id: string | undefined): void => {
    if (taken === null || id !== taken.id) return;
    const { content } = taken.data;
    taken = null;
    onJob?.({ content, faults: [raise(FINDINGS.TRC6025, { of: [content, patience] })], again: true });
  };
  const processor = async (job: Job<JobRequest, JobResult>, token?: string): Promise<JobResult> => {
    const { content } = job.data;
    taken = job;
    try {
      const made = await build(job);
      if (!("faults" in made)) {
        onJob?.({ content, result: made });
        return made;
      }
      const { faults } = made;
      const again = faults.every(({ code, severity }) => severity !== "error" || PASSING.has(code));
      onJob?.({ content, faults, again });
      throw again ? new Error(keptFaults(faults)) : new bullmq.UnrecoverableError(keptFaults(faults));
    } catch (error) {
      // Ctrl+C does not wait for the document in hand. The worker hears of it first, so that it takes no other job.
      if (isInterruption(error)) await stopped(signal);
      else if (!hurry.signal.aborted) throw error;
      await job.moveToWait(token);
      onJob?.({ content, givenBack: true });
      throw new bullmq.WaitingError();
    }
  };
  const worker = new bullmq.Worker<JobRequest, JobResult>(queue.name, processor, {
    connection: redis,
    prefix: PREFIX,
    concurrency: 1,
    lockDuration: patience * 1000,
    stalledInterval: patience * 1000,
    maxStalledCount: MOST_LOST,
    ...(limit && { limiter: { max: limit.jobs, duration: limit.seconds * 1000 } }),
  });
  worker.on("lockRenewalFailed", (ids) => {
    for (const id of ids) lose(id);
  });
  worker.on("error", ({ message }) => lose(/^(?:Missing lock|Lock mismatch) for job (\S+)\./.exec(message)?.[1]));
  worker.on("failed", (job, error) => {
    if (readsAsFault(error.message)) return;
    onJob?.({ content: job?.data.content ?? "", error: error.message });
  });
  await (options.untilEmpty ? Promise.race([stopped(signal), empty(queue, signal)]) : stopped(signal));
  const late = setTimeout(() => hurry.abort(), grace * 1000);
  await worker.close();
  clearTimeout(late);
}

type Built = JobResult | { readonly faults: readonly Diagnostic[] };

/** Builds the jobs of a process: fonts and templates stay between them, records do not. */
async function builder(
  { cache, shared, budget }: WorkOptions,
  signal: AbortSignal,
): Promise<(job: Job<JobRequest, JobResult>) => Promise<Built>> {
  // Looking through a cache for what is old takes longer than a small job.
  let jobs = 0;
  const store: Store | null = cache && {
    ...cache,
    prune: async (used) => {
      if (++jobs % JOBS_A_TIDYING === 0) await cache.prune(used);
    },
  };
  const session = await openSession(store, { goesOn: false });
  return async (job) => {
    const request = readRequest(job.data);
    if (request === null) return { faults: [raise(FINDINGS.TRC6023, {})] };
    const stray = await strayPaths(request);
    if (stray.length > 0) return { faults: stray };
    const { content, out, templates, formats } = request;
    let told = Date.now();
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void => {
      if (Date.now() - told < TELLS) return;
      told = Date.now();
      job.updateProgress({ done, total }).catch(() => undefined);
    };
    const report = await updateSet({
      content: [content],
      templates: templates ?? undefined,
      only: [],
      out,
      formats,
      cache: store,
      shared,
      session,
      budget,
      signal,
      onProgress,
    });
    session.release();
    const { diagnostics, documents } = report;
    if (hasErrors(diagnostics)) return { faults: diagnostics };
    return { documents: documents.length, pages: documents.reduce((sum, { pages }) => sum + pages, 0) };
  };
}

function readsAsFault(reason: string): boolean {
  return reason.startsWith("[");
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((stop) => {
    if (signal.aborted) stop();
    signal.addEventListener("abort", () => stop(), { once: true });
  });
}

/** Resolves when no job waits, is at work, or is to be tried again. */
async function empty(queue: Connected["queue"], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts("waiting", "active", "delayed");
    if (waiting + active + delayed === 0) return;
    await new Promise((next) => setTimeout(next, 500));
  }
}
