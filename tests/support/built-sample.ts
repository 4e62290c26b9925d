import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { inject } from "vitest";
import type { BuildReport } from "../../src/project/pipeline/index.ts";
import { build, filesOf, SAMPLES, type SampleName } from "./samples.ts";

/** What is plain data in the report of a build. */
type SharedReport = Pick<BuildReport, "diagnostics" | "documents" | "redactions" | "redactionLog">;
/** The set of a sample, built from nothing in DOCX and PDF: do not write into its folder. */
export type BuiltSample = {
  readonly report: SharedReport;
  readonly out: string;
  readonly files: Map<string, Buffer>;
};

/** Far from where it is compared with a build of another time zone. */
const TIME_ZONE = "Asia/Kamchatka";

/** The set of a sample: built by the first test file of the run that asks, read by the others. */
export async function builtSample(name: SampleName, edition: "original" | "public" = "original"): Promise<BuiltSample> {
  const folder = `${inject("sharedFolder")}/${name}-${edition}`;
  const [out, log] = [`${folder}/out`, `${folder}.json`];
  if (isFirst(folder)) {
    const text = await reportOf(out, name, edition);
    writeFileSync(`${log}.part`, text);
    renameSync(`${log}.part`, log);
  }
  while (!existsSync(log)) await new Promise((next) => setTimeout(next, 100));
  const report = JSON.parse(readFileSync(log, "utf8")) as SharedReport | { readonly fault: string };
  if ("fault" in report) throw new Error(report.fault);
  return { report, out, files: filesOf(out) };
}

/** Of the processes that ask at once, one makes the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** The report as JSON; the fault of the program, so that those who wait see it as well. */
async function reportOf(out: string, name: SampleName, edition: "original" | "public"): Promise<string> {
  const before = process.env.TZ;
  process.env.TZ = TIME_ZONE;
  try {
    const { diagnostics, documents, redactions, redactionLog } = await build(out, {
      content: [SAMPLES[name]],
      edition,
    });
    return JSON.stringify({ diagnostics, documents, redactions, redactionLog });
  } catch (error) {
    return JSON.stringify({ fault: String((error as Error).stack) });
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
