import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, type BuildReport, buildSet } from "../../src/project/pipeline/index.ts";

export const SAMPLES = { sample: "content", second: "tests/fixtures/second-centre" } as const;
export type SampleName = keyof typeof SAMPLES;

/** A folder that is removed when the tests of the file are over. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "trc-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function build(out: string | null, options: Partial<BuildOptions> = {}): Promise<BuildReport> {
  return buildSet({
    content: ["content"],
    templates: "templates",
    out,
    only: [],
    formats: ["docx", "pdf"],
    ...options,
  });
}

/** Every file of a folder by its path inside. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(name)]));
}
