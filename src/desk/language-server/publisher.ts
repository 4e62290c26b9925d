import type { Diagnostic as Shown } from "vscode-languageserver-protocol/node";
import { type Diagnostic, sortDiagnostics, type Text } from "../../base/diagnostics/index.ts";
import type { LiveClause } from "../../project/pipeline/index.ts";
import type { Centre, Folders } from "./centre.ts";
import { isOfRecords, moved, shownFinding } from "./shown-findings.ts";
import { ThoroughCheck } from "./thorough-check.ts";

/** Milliseconds of rest after a key before the records are checked, and before all documents are. */
const REST = { records: 40, documents: 200 };

type Publishing = {
  readonly folders: Folders;
  readonly language: keyof Text;
  readonly publish: (file: string, findings: readonly Diagnostic[]) => void;
  readonly fault: (words: string) => void;
};

/**
 * Findings as they stand: of the records at every key, of rules and documents when a thorough check ends. What that one found stays where its lines
 * have not been changed since.
 */
export class Publisher {
  readonly #centre: Centre;
  readonly #to: Publishing;
  readonly #check: ThoroughCheck;
  #records: readonly Diagnostic[] = [];
  #thorough: readonly Diagnostic[] = [];
  #then: ReadonlyMap<string, string> = new Map();
  #sent = new Map<string, string>();
  #byFile = new Map<string, Diagnostic[]>();
  #stale = true;
  #closed = false;
  #timers: { records?: NodeJS.Timeout; documents?: NodeJS.Timeout } = {};

  constructor(centre: Centre, to: Publishing) {
    this.#centre = centre;
    this.#to = to;
    this.#check = new ThoroughCheck(
      to.folders,
      ({ diagnostics, texts }) => {
        const stopped = diagnostics.some((one) => one.severity === "error" && isOfRecords(one));
        const found = diagnostics.filter((one) => !isOfRecords(one) || !this.#isRecord(one));
        // Records with faults stop the rules: what they said before stays until they run again.
        const before = stopped ? this.#thorough.filter((one) => !found.some((other) => same(one, other))) : [];
        this.#thorough = [...found, ...before];
        this.#then = texts;
        this.#publish();
      },
      to.fault,
    );
  }

  /** Checks without waiting. */
  now(): void {
    this.#stale = true;
    this.freshen();
    this.#publish();
    this.#check.ask(this.#centre.texts);
  }

  /** Something has been changed: checks when it rests. */
  changed(): void {
    if (this.#closed) return;
    this.#stale = true;
    clearTimeout(this.#timers.records);
    clearTimeout(this.#timers.documents);
    this.#timers.records = setTimeout(() => {
      // Nobody waits for a timer: a fault in it would end the process.
      try {
        this.freshen();
        this.#publish();
      } catch (error) {
        this.#to.fault(String(error));
      }
    }, REST.records);
    this.#timers.documents = setTimeout(() => this.#check.ask(this.#centre.texts), REST.documents);
  }

  /** Reads the records as they are written now, if they have been changed since. */
  freshen(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#records = this.#centre.check();
  }

  findingsOf(file: string): readonly Diagnostic[] {
    return this.#byFile.get(file) ?? [];
  }

  /** The clauses of the document of a record, as it was last made. */
  clausesOf(file: string, asker: string): Promise<readonly LiveClause[]> {
    return this.#check.clausesOf(file, asker);
  }

  shown(findings: readonly Diagnostic[]): Shown[] {
    return findings.map((one) => shownFinding(one, this.#to.language));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timers.records);
    clearTimeout(this.#timers.documents);
    await this.#check.close();
  }

  #isRecord({ place }: Diagnostic): boolean {
    return place !== undefined && this.#centre.recordFile(place.file) !== null;
  }

  #publish(): void {
    const now = (file: string | undefined): string | undefined =>
      file === undefined ? undefined : this.#centre.textOf(file);
    const kept = this.#thorough.flatMap((one) => {
      const file = one.place?.file;
      const before = file === undefined ? undefined : this.#then.get(file);
      const left = before === undefined ? one : moved(one, before, now(file));
      return left === null ? [] : [left];
    });
    const byFile = new Map<string, Diagnostic[]>();
    for (const one of sortDiagnostics([...this.#records, ...kept])) {
      // What concerns the whole set is shown at the centre's own record.
      const file = one.place?.file ?? `${this.#to.folders.content[0] ?? "content"}/centre.yaml`;
      const own = byFile.get(file);
      if (own === undefined) byFile.set(file, [one]);
      else own.push(one);
    }
    this.#byFile = byFile;
    for (const file of this.#sent.keys()) if (!byFile.has(file)) this.#send(file, []);
    for (const [file, findings] of byFile) this.#send(file, findings);
  }

  #send(file: string, findings: readonly Diagnostic[]): void {
    const name = JSON.stringify(findings);
    if ((this.#sent.get(file) ?? "[]") === name) return;
    if (findings.length === 0) this.#sent.delete(file);
    else this.#sent.set(file, name);
    this.#to.publish(file, findings);
  }
}

function same(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.place?.file === b.place?.file && a.pointer === b.pointer;
}
