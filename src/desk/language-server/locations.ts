import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Range } from "vscode-languageserver-protocol/node";
import type { Place } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";

/** A file as findings name it: relative to the working folder, with `/`; null for what is no file of a disk (`untitled:`, `git:`). */
export function shownOf(uri: string): string | null {
  try {
    return posixPath(relative(process.cwd(), fileURLToPath(uri)));
  } catch {
    return null;
  }
}

/** Address of a file that a finding names. */
export function uriOf(shown: string): string {
  return pathToFileURL(resolve(shown)).href;
}

/** A place as the protocol has it: lines and UTF-16 units from 0. */
export function rangeOf({ start, end }: Pick<Place, "start" | "end">): Range {
  const from = { line: start.line - 1, character: start.column - 1 };
  const to = { line: end.line - 1, character: end.column - 1 };
  return { start: from, end: to.line < from.line ? from : to };
}
