import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Diagnostic, hasErrors, type Outcome } from "../../base/diagnostics/index.ts";
import type { FormatName } from "../../project/formats/index.ts";
import { engineIdentity } from "../../project/pipeline/index.ts";
import { missingCentres, planSources, readCentres } from "../../project/reading/index.ts";
import type { Connected } from "./connect.ts";
import { commonPath, type JobRequest, nameOfJob, strayPaths } from "./job.ts";

/** What is sent. */
type SendOptions = {
  readonly content: readonly string[];
  readonly templates?: string | undefined;
  readonly out: string;
  readonly formats: readonly FormatName[];
  /** How often a job is tried. */
  readonly attempts: number;
  /** Nothing is sent while so many wait. */
  readonly mostWaiting: number;
  /** What is done already, or put aside, is sent once more. */
  readonly again: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly title: string }) => void;
};

/** What became of the requests: the names of all jobs, and how many were new, in the queue already, done already, put aside already. */
type Sent = {
  readonly names: readonly string[];
  readonly sent: number;
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
};

/** Jobs that are sent at once. */
const HANDFUL = 100;
/** What is done is remembered so long, in seconds, and so often. */
const REMEMBERED = { age: 7 * 24 * 3600, count: 100_000 };
const BACKOFF = { type: "exponential", delay: 1000 };

/**
 * Sends a job for each content folder, and waits while too many lie there. A job that is there already is not sent twice: whoever was cut short
 * sends all again. Codes TRC0001, TRC0003, TRC0005, TRC6022.
 *
 * @throws the reason of the signal
 */
export async function sendJobs({ queue }: Connected, options: SendOptions): Promise<Outcome<Sent>> {
  const { templates: sources, centres } = await planSources(options);
  const found: Diagnostic[] = [...sources.diagnostics, ...(await missingCentres(centres))];
  const { templates, out, formats, signal } = options;
  const requests = centres.map(
    ({ folder, part }): JobRequest => ({
      content: commonPath(folder),
      out: commonPath(join(out, part)),
      templates: templates === undefined ? null : commonPath(templates),
      formats,
    }),
  );
  for (const request of requests) found.push(...(await strayPaths(request)));
  if (hasErrors(found)) return { diagnostics: found };
  const engine = await engineIdentity();
  const names: string[] = [];
  const counts = { sent: 0, waiting: 0, done: 0, failed: 0 };
  for (let at = 0; at < centres.length; at += HANDFUL) {
    const jobs = await Promise.all(
      centres.slice(at, at + HANDFUL).map(async (centre, index) => {
        const request = requests[at + index] as JobRequest;
        return { request, name: nameOfJob(request, await readCentres(sources, [centre], {}), engine) };
      }),
    );
    while ((await queue.getWaitingCount()) >= options.mostWaiting) {
      signal?.throwIfAborted();
      await sleep(200);
    }
    signal?.throwIfAborted();
    for (const fate of await Promise.all(jobs.map((job) => send(queue, job, options)))) counts[fate]++;
    names.push(...jobs.map(({ name }) => name));
    options.onProgress?.({ done: names.length, total: centres.length, title: jobs.at(-1)?.request.content ?? "" });
  }
  return { value: { names, ...counts }, diagnostics: found };
}

type Job = { readonly request: JobRequest; readonly name: string };

async function send(
  queue: Connected["queue"],
  { request, name }: Job,
  { attempts, again }: SendOptions,
): Promise<"sent" | "waiting" | "done" | "failed"> {
  const state = await queue.getJobState(name);
  const over = state === "completed" || state === "failed";
  if (over && !again) return state === "completed" ? "done" : "failed";
  if (!over && state !== "unknown") return "waiting";
  if (over) await queue.remove(name);
  await queue.add("build", request, {
    jobId: name,
    attempts,
    backoff: BACKOFF,
    removeOnComplete: REMEMBERED,
    removeOnFail: false,
  });
  return "sent";
}
