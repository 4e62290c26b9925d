import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Range } from "vscode-languageserver-protocol/node";
import type { Place } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { Folders } from "./centre.ts";

/** A file as findings name it: by the name of its folder of records or templates, else from the working folder; null for what is no file of a disk (`untitled:`, `git:`). */
export function shownOf(uri: string, { content, templates }: Folders): string | null {
  try {
    const path = fileURLToPath(uri);
    const inside = (folder: string): string => posixPath(relative(resolve(folder), path));
    const folder = [...content, ...(templates === undefined ? [] : [templates])].find(
      (one) => !/^\.\.|^[a-z]:/i.test(inside(one)),
    );
    if (folder === undefined) return posixPath(relative(process.cwd(), path));
    return `${posixPath(folder).replace(/\/+$/, "")}/${inside(folder)}`;
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
