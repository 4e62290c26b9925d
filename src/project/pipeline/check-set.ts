import { type CorrectedFile, correctFiles } from "../output/index.ts";
import type { BuildOptions, UpdateReport } from "./build-options.ts";
import { updateSet } from "./build-set.ts";

/** What is checked, and whether the records are corrected. */
export type CheckOptions = Omit<BuildOptions, "out" | "formats"> & {
  /** Makes the safe corrections of findings in the files themselves, then checks again. */
  readonly fix?: boolean | undefined;
};

/** The findings that are left, and what was corrected. */
export type CheckReport = UpdateReport & { readonly corrected: readonly CorrectedFile[] };

/** Does all that a build does but writing documents. Writes into the records only with `fix`. @throws when the signal is aborted */
export async function checkSet({ fix = false, ...options }: CheckOptions): Promise<CheckReport> {
  const run = (): Promise<UpdateReport> => updateSet({ ...options, out: null, formats: [] });
  const report = await run();
  const corrected = fix ? await correctFiles(report.diagnostics) : [];
  return { ...(corrected.length > 0 ? await run() : report), corrected };
}
