import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import { readingFault } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";
import { type BagVerdict, judgeBag } from "./judge-bag.ts";
import { readFiles } from "./read-files.ts";

/** Compares a bag of others with its own manifests. TRC8318: no such folder; TRC8344: what is wrong with it, or strange; TRC8205: it cannot be read. */
export async function checkBag(folder: string): Promise<Outcome<Pick<BagVerdict, "version" | "files">>> {
  try {
    const content = await readFiles(folder);
    if (content === undefined) return { diagnostics: [raise(FINDINGS.TRC8318, { of: [folder] })] };
    const { faults, warnings, ...value } = judgeBag(content);
    const diagnostics = [
      ...faults.map((fault) => raise(FINDINGS.TRC8344, { of: [folder, fault] })),
      ...warnings.map((warning) => raise(FINDINGS.TRC8344, { of: [folder, warning], severity: "warning" })),
    ];
    return { value, diagnostics };
  } catch (error) {
    return { diagnostics: [readingFault(folder, error)] };
  }
}
