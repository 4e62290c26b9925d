/** One thing that verification looked at. Texts are Russian, for a clerk. */
export type Finding = {
  /** Stable name for machines: `container`, `sums`, `signature` … */
  readonly check: string;
  /** `proven`; `failed`: something is wrong; `unproven`: it cannot be said from the bundle alone; `note`: it only tells. */
  readonly state: "proven" | "failed" | "unproven" | "note";
  readonly text: string;
};

/** Collects findings of one check. */
export class Findings {
  readonly list: Finding[] = [];

  add(check: string, state: Finding["state"], text: string): void {
    this.list.push({ check, state, text });
  }

  /** Adds what went wrong, or one line that all is well. */
  settle(check: string, faults: readonly string[], proven: string): void {
    for (const fault of faults.slice(0, MAX_SHOWN)) this.add(check, "failed", fault);
    if (faults.length > MAX_SHOWN) this.add(check, "failed", `… и ещё ${faults.length - MAX_SHOWN}`);
    if (faults.length === 0) this.add(check, "proven", proven);
  }
}

/** A spoilt bundle may have thousands of faults of one sort. */
const MAX_SHOWN = 20;
