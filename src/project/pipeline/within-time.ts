import { createContext, Script } from "node:vm";

const CALL = new Script("work()");
const slot = createContext({ work: null as (() => void) | null }) as { work: (() => void) | null };

/** The value of the work, or nothing when its time ran out before. */
export type InTime<T> = { readonly value: T } | null;

/**
 * Does work that cannot wait, and ends it from outside when its time is up or the user presses Ctrl+C: a thread of Node's own watches it.
 * Nothing of the work goes on then, not even its `finally`, so that it may hold nothing that outlives it. A request to end the process
 * (SIGTERM) meanwhile ends it at once, where it was listened for once; who goes on listening (`trc worker`) hears of it when the work is done.
 * @throws what the work throws; after Ctrl+C an interruption, and who listens to SIGINT hears of it
 */
export function withinTime<T>(seconds: number, work: () => T): InTime<T> {
  let done: InTime<T> = null;
  slot.work = () => {
    done = { value: work() };
  };
  // A listener for once stands there wrapped.
  const waiting = (process.rawListeners("SIGTERM") as NodeJS.SignalsListener[]).filter((one) => "listener" in one);
  for (const listener of waiting) process.off("SIGTERM", listener);
  try {
    CALL.runInContext(slot, { timeout: Math.ceil(seconds * 1000), breakOnSigint: true });
    return done;
  } catch (error) {
    if (codeOf(error) === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    if (isInterruption(error) && process.listenerCount("SIGINT") > 0) process.kill(process.pid, "SIGINT");
    throw error;
  } finally {
    for (const listener of waiting) process.on("SIGTERM", listener);
  }
}

/** True for what `withinTime` throws after Ctrl+C. */
export function isInterruption(error: unknown): boolean {
  return codeOf(error) === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
