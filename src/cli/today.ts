/** The system's date where the clerk is, ISO. The only place that asks the clock; every command that uses it takes `--date`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join(
    "-",
  );
}
