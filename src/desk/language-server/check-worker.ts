/** The thorough check, in a thread of its own: it may take as long as a build, and what is typed waits for nothing. */
import { parentPort, workerData } from "node:worker_threads";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { isInterruption, type LiveClause, LiveSet } from "../../project/pipeline/index.ts";

/** What the thread is started with. */
export type WorkerData = { readonly content: readonly string[]; readonly templates?: string | undefined };
/** A wish to check: texts that are not on the disk yet, by the names of their files. */
export type CheckWish = { readonly number: number; readonly overlay: readonly (readonly [string, string])[] };
/** A wish to know the clauses of the document of a record, as it was last made. */
export type ClausesWish = { readonly number: number; readonly clausesOf: string; readonly asker: string };
/** The answer to it. */
export type FoundClauses = { readonly number: number; readonly clauses: readonly LiveClause[] };
/** What was found; null when the program failed. */
export type Checked = {
  readonly number: number;
  readonly diagnostics: readonly Diagnostic[] | null;
  readonly fault?: string;
};

const overlay = new Map<string, Uint8Array>();
const set = LiveSet.open({ ...(workerData as WorkerData), overlay, cache: null });
let abort = new AbortController();
let running: Promise<void> = Promise.resolve();

parentPort?.on("message", async (wish: CheckWish | ClausesWish) => {
  if ("clausesOf" in wish) {
    const live = await set;
    // Until the first documents are there they are waited for, whatever run makes them.
    for (let last = null; live.state.documents.length === 0 && last !== running; ) {
      last = running;
      await last;
    }
    const clauses = live.clausesOf(wish.clausesOf, wish.asker);
    parentPort?.postMessage({ number: wish.number, clauses } satisfies FoundClauses);
    return;
  }
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  running = running.then(() => once(wish, signal));
});

async function once({ number, overlay: texts }: CheckWish, signal: AbortSignal): Promise<void> {
  // What came meanwhile is heard first.
  await new Promise((next) => setImmediate(next));
  if (signal.aborted) return;
  overlay.clear();
  for (const [file, words] of texts) overlay.set(file, new TextEncoder().encode(words));
  try {
    const { diagnostics } = await (await set).refresh({ first: null, onFirst: async () => undefined, signal });
    parentPort?.postMessage({ number, diagnostics } satisfies Checked);
  } catch (error) {
    if (signal.aborted || isInterruption(error)) return;
    parentPort?.postMessage({ number, diagnostics: null, fault: String(error) } satisfies Checked);
  }
}
