// The only place that asks the clock; every command that uses it takes `--date` or, where a moment counts, `--signing-time`.

/** The moment, ISO, UTC. */
export function now(): string {
  return new Date().toISOString();
}

/** The system's date where the clerk is, ISO. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join(
    "-",
  );
}
