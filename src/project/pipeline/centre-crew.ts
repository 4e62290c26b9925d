import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { hasErrors } from "../../base/diagnostics/index.ts";
import type { SourceData } from "../reading/index.ts";
import type { CentreResult, CentreTask, RunTerms } from "./centre-run.ts";
import type { Hooks } from "./make-set.ts";
import type { RunSignal } from "./run-signal.ts";
import { errorOf, type ThreadFault } from "./thread-fault.ts";

/** What the threads of a run are started with. */
export type CrewData = {
  readonly terms: Omit<RunTerms, "templates"> & { readonly templates: SourceData };
  readonly cacheFolder: string | null;
};
/** A centre to look for in the cache, or to make. */
export type CrewWish = {
  readonly number: number;
  readonly task: CentreTask;
  readonly make: { readonly stage: string | null } | null;
};
/** How far a centre has come, what came of it, or why nothing did. */
export type CrewAnswer = { readonly number: number } & (
  | { readonly plan: number }
  | { readonly step: string }
  | { readonly result: CentreResult | null }
  | { readonly fault: ThreadFault }
);

/** Beside the compiled program: see scripts/compile.mjs. Sources run in one thread. */
const PROGRAM = new URL("./centre-worker.js", import.meta.url);
/** A thread is ready after half a second, and a centre is made in about one. */
const CENTRES_EACH = 4;
const MOST = 16;
/** A third of what a thread takes by itself for what was just made: 25 MB less for each, and no slower. */
const YOUNG_MB = 16;
/** A thread that made so many documents is replaced: what the allocator of C keeps of freed memory for a thread grows as long as the thread lives. */
const DOCUMENTS_EACH = 2_000;

/** How many threads a run of so many centres is worth; 1 where one is enough. @param asked as many as somebody wants */
export function threadsFor(centres: number, asked: number | undefined): number {
  if (!existsSync(PROGRAM)) return 1;
  const worth = asked ?? Math.min(availableParallelism(), MOST, Math.floor(centres / CENTRES_EACH));
  return Math.max(1, Math.min(worth, centres));
}

/**
 * Threads that make centres. What they say comes out in the order of the centres, whichever is done first: nobody can tell from progress, findings
 * or bytes how many there were.
 */
export class CentreCrew {
  readonly #start: () => Worker;
  readonly #workers: Set<Worker>;
  readonly #documentsEach: number;

  /**
   * @param data.terms what the threads are started with
   * @param program what they run, and how many documents each makes
   * @throws where something of the terms cannot be sent to a thread
   */
  constructor(threads: number, data: CrewData, { program = PROGRAM, documentsEach = DOCUMENTS_EACH } = {}) {
    const settings = { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }, execArgv: [] };
    this.#start = () => new Worker(program, settings);
    this.#workers = new Set(Array.from({ length: threads }, this.#start));
    this.#documentsEach = documentsEach;
  }

  /** Does the wishes. @throws what a hook or a thread throws, and the reason of the signal */
  async *results(
    wishes: readonly Omit<CrewWish, "number">[],
    hooks: Hooks,
    signal: RunSignal | undefined,
  ): AsyncGenerator<CentreResult | null> {
    const heard = wishes.map((): CrewAnswer[] => []);
    let next = 0;
    let failed: unknown;
    /** A set with an error is not published: what is made after it is only judged. */
    let isFaulty = false;
    let wake: () => void = () => undefined;
    const fail = (error: unknown): void => {
      failed ??= error;
      wake();
    };
    const give = (worker: Worker): void => {
      const wish = wishes[next];
      if (wish === undefined) return;
      const make = isFaulty && wish.make !== null ? { stage: null } : wish.make;
      worker.postMessage({ ...wish, make, number: next++ } satisfies CrewWish);
    };
    const listen = (worker: Worker): void => {
      let documents = 0;
      worker.removeAllListeners();
      worker.on("error", fail);
      worker.on("message", (answer: CrewAnswer) => {
        heard[answer.number]?.push(answer);
        if ("result" in answer) {
          isFaulty ||= hasErrors(answer.result?.diagnostics ?? []);
          if (wishes[answer.number]?.make) documents += answer.result?.documents.length ?? 0;
          if (documents < this.#documentsEach || next >= wishes.length) give(worker);
          else this.#replace(worker).then((fresh) => fresh && listen(fresh), fail);
        }
        wake();
      });
      give(worker);
    };
    for (const worker of this.#workers) listen(worker);
    const onAbort = (): void => wake();
    const listening = signal as AbortSignal | undefined;
    listening?.addEventListener("abort", onAbort);
    try {
      for (const answers of heard) {
        for (let at = 0; ; at++) {
          while (at >= answers.length && failed === undefined && signal?.aborted !== true)
            await new Promise<void>((heardMore) => {
              wake = heardMore;
            });
          signal?.throwIfAborted();
          if (failed !== undefined) throw failed;
          const answer = answers[at] as CrewAnswer;
          if ("fault" in answer) throw errorOf(answer.fault);
          if ("plan" in answer) hooks.plan(answer.plan);
          else if ("step" in answer) await hooks.step(answer.step);
          else {
            yield answer.result;
            break;
          }
        }
        answers.length = 0;
      }
    } finally {
      listening?.removeEventListener("abort", onAbort);
    }
  }

  /** Another thread in the place of one that has nothing to do: first the one ends, so that there are never more. Null where all were ended meanwhile. */
  async #replace(worker: Worker): Promise<Worker | null> {
    worker.removeAllListeners();
    await worker.terminate();
    if (!this.#workers.delete(worker)) return null;
    const fresh = this.#start();
    this.#workers.add(fresh);
    return fresh;
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    const workers = [...this.#workers];
    this.#workers.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
