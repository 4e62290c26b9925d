import { type Text, text } from "../../base/diagnostics/index.ts";

/** One thing that verification looked at. */
export type Finding = {
  /** Stable name for machines: `container`, `sums`, `signature` … */
  readonly check: string;
  /** `proven`; `failed`: something is wrong; `unproven`: it cannot be said from the bundle alone; `note`: it only tells. */
  readonly state: "proven" | "failed" | "unproven" | "note";
  readonly text: Text;
};

/** What one check finds wrong. */
export class Faults {
  readonly list: Text[] = [];

  say(ru: string, en: string): void {
    this.list.push(text(ru, en));
  }
}

/** Collects findings of one check. */
export class Findings {
  readonly list: Finding[] = [];

  add(check: string, state: Finding["state"], words: Text): void {
    this.list.push({ check, state, text: words });
  }

  failed(check: string, ru: string, en: string): void {
    this.add(check, "failed", text(ru, en));
  }

  note(check: string, ru: string, en: string): void {
    this.add(check, "note", text(ru, en));
  }

  proven(check: string, ru: string, en: string): void {
    this.add(check, "proven", text(ru, en));
  }

  unproven(check: string, ru: string, en: string): void {
    this.add(check, "unproven", text(ru, en));
  }

  /** Adds what went wrong, or one line that all is well. */
  settle(check: string, faults: readonly Text[], proven: Text): void {
    for (const fault of faults.slice(0, MAX_SHOWN)) this.add(check, "failed", fault);
    const more = faults.length - MAX_SHOWN;
    if (more > 0) this.add(check, "failed", text(`… и ещё ${more}`, `… and ${more} more`));
    if (faults.length === 0) this.add(check, "proven", proven);
  }
}

/** A spoilt bundle may have thousands of faults of one sort. */
const MAX_SHOWN = 20;
