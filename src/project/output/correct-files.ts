import { readFile } from "node:fs/promises";
import type { Diagnostic, Fix } from "../../base/diagnostics/index.ts";
import { replaceFile } from "../../base/storage/index.ts";
import { textOf } from "../../base/yaml/index.ts";

/** What was corrected: the file as shown to the user and how many changes it got. */
export type CorrectedFile = { readonly file: string; readonly changes: number };

/**
 * Makes the safe fixes of the findings in the files themselves; each file is replaced
 * atomically. @throws the fault of the disk when a file cannot be written
 */
export async function correctFiles(diagnostics: readonly Diagnostic[]): Promise<readonly CorrectedFile[]> {
  const byFile = new Map<string, Fix[]>();
  for (const { fix } of diagnostics)
    if (fix?.safe === true) byFile.set(fix.file, [...(byFile.get(fix.file) ?? []), fix]);
  // Loaded when there is something to correct, so that a build that makes nothing loads no rules.
  const { correctText } = await import("../../paperwork/rules/index.ts");
  const corrected: CorrectedFile[] = [];
  for (const [file, fixes] of [...byFile].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = await readFile(file);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\ufeff" : "";
    const { text, made } = correctText(textOf(bytes), fixes);
    if (made.length === 0) continue;
    await replaceFile(file, new TextEncoder().encode(mark + text));
    corrected.push({ file, changes: made.length });
  }
  return corrected;
}
