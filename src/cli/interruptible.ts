/** Runs a task that Ctrl+C, or a request to end the process, interrupts; what it throws then gives way to `interrupted`. */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>, interrupted: () => T): Promise<T> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await task(interrupt.signal);
  } catch (error) {
    if (!interrupt.signal.aborted && !isInterrupted(error)) throw error;
    return interrupted();
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

/** True for what ends work that could not wait, when Ctrl+C was pressed meanwhile: Node's own code for it. */
export function isInterrupted(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}
