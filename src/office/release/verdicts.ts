import { type Text, text } from "../../base/diagnostics/index.ts";

/** One thing that verification looked at. */
export type Finding = {
  /** Stable name for machines: `container`, `sums`, `signature` … */
  readonly check: string;
  /** `proven`; `failed`: something is wrong; `unproven`: it cannot be said from the bundle alone; `note`: it only informs. */
  readonly state: "proven" | "failed" | "unproven" | "note";
  readonly text: Text;
};

/** What verification finds, check by check. */
export class Findings {
  readonly list: Finding[] = [];

  readonly failed = this.#adder("failed");
  readonly note = this.#adder("note");
  readonly proven = this.#adder("proven");
  readonly unproven = this.#adder("unproven");

  add(check: string, state: Finding["state"], words: Text): void {
    this.list.push({ check, state, text: words });
  }

  /** Adds what went wrong, or one line that all is well. */
  settle(check: string, found: Iterable<Text>, proven: Text): void {
    const faults = [...found];
    for (const fault of faults.slice(0, MAX_SHOWN)) this.add(check, "failed", fault);
    const more = faults.length - MAX_SHOWN;
    if (more > 0) this.failed(check, `… и ещё ${more}`, `… and ${more} more`);
    if (faults.length === 0) this.add(check, "proven", proven);
  }

  #adder(state: Finding["state"]) {
    return (check: string, ru: string, en: string): void => this.add(check, state, text(ru, en));
  }
}

/** A corrupt bundle may have thousands of faults of one sort. */
const MAX_SHOWN = 20;
