import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { LiveClause } from "../../project/pipeline/index.ts";
import type { Checked, CheckWish, ClausesWish, FoundClauses, WorkerData } from "./check-worker.ts";

/** Findings that the records alone do not show: rules, documents, templates. */
type Thorough = { readonly diagnostics: readonly Diagnostic[]; readonly texts: ReadonlyMap<string, string> };

/** The thread of the thorough check: the newest wish wins. */
export class ThoroughCheck {
  readonly #start: () => Worker;
  /** A thread that ended by a fault (no memory, a fault of ours) is begun anew with the next wish. */
  #worker: Worker | undefined;
  #number = 0;
  #texts: ReadonlyMap<string, string> = new Map();
  #asked = 0;
  readonly #asking = new Map<number, (clauses: readonly LiveClause[]) => void>();

  constructor(data: WorkerData, onChecked: (found: Thorough) => void, onFault: (fault: string) => void) {
    this.#start = () => {
      // Beside the compiled program: see scripts/compile.mjs.
      const worker = new Worker(new URL("./language-check.js", import.meta.url), { workerData: data });
      worker.on("message", (message: Checked | FoundClauses) => {
        if ("clauses" in message) {
          this.#asking.get(message.number)?.(message.clauses);
          this.#asking.delete(message.number);
          return;
        }
        const { number, diagnostics, fault } = message;
        if (fault !== undefined) onFault(fault);
        if (diagnostics !== null && number === this.#number) onChecked({ diagnostics, texts: this.#texts });
      });
      worker.on("error", (error) => onFault(String(error)));
      worker.on("exit", () => {
        if (this.#worker === worker) this.#worker = undefined;
        for (const answer of this.#asking.values()) answer([]);
        this.#asking.clear();
      });
      return worker;
    };
    this.#worker = this.#start();
  }

  /** Asks for a check with these texts in place of the files. */
  ask(texts: ReadonlyMap<string, string>): void {
    this.#texts = new Map(texts);
    this.#worker ??= this.#start();
    this.#worker.postMessage({ number: ++this.#number, overlay: [...texts] } satisfies CheckWish);
  }

  /** The clauses of the document of a record, as it was last made; none while nothing was. */
  clausesOf(file: string, asker: string): Promise<readonly LiveClause[]> {
    const number = ++this.#asked;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve) => {
      this.#asking.set(number, resolve);
      worker.postMessage({ number, clausesOf: file, asker } satisfies ClausesWish);
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}
