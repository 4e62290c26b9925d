import { readJson, type Store, writeJson } from "../../base/cache/index.ts";
import type { Diagnostic, WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import type { ManifestDocument } from "../output/index.ts";

/** What a run without errors came to. */
export type RunResult = {
  readonly documents: readonly ManifestDocument[];
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
};

/** The result of the run that had exactly these inputs: every byte of every file, the options and the engine. */
export class LastRun {
  readonly #store: Store;
  readonly #name: string;

  /** @param name digest of all inputs */
  constructor(store: Store, name: string) {
    this.#store = store;
    this.#name = name;
  }

  async read(): Promise<RunResult | null> {
    return (await readJson<RunResult>(this.#store, this.#name)) ?? null;
  }

  write(result: RunResult): Promise<void> {
    return writeJson(this.#store, this.#name, result);
  }
}
