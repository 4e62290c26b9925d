/** Runs a task that Ctrl+C, or a request to end the process, interrupts; what it throws then gives way to `interrupted`. */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>, interrupted: () => T): Promise<T> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await task(interrupt.signal);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    return interrupted();
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}
