import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/**
 * One fault injected into the sample. `from` becomes `to` at its first place in the file; without `from` the file is made of `to`
 * (null: taken away). The finding is expected on the line where the change begins, unless `line` or `at` (a text on the line,
 * after the change) says otherwise, and in the changed file unless `in` names another.
 */
export type Fault = {
  readonly code: string;
  readonly file: string;
  readonly from?: string;
  readonly to: string | null;
  readonly line?: number;
  readonly at?: string;
  readonly in?: string;
  /** What another file has to say for the fault to be one. */
  readonly given?: { readonly file: string; readonly from: string; readonly to: string };
  /** Documents to render; without it records and rules alone are checked. */
  readonly render?: readonly string[];
  /** A file of `templates/` is broken, not a record. */
  readonly template?: boolean;
  /** `to` so many times over: a file too large. */
  readonly times?: number;
  /** The word of JSON Schema that is broken, when the code does not say. */
  readonly keyword?: string;
  /** Bytes in Latin-1 in place of UTF-8 text: a file in a wrong encoding. */
  readonly bytes?: boolean;
  /** The finding has no place of its own. */
  readonly placeless?: boolean;
};

/** Every fault of the corpus: `tests/faults/*.yaml`, found by scanning. */
export function readFaults(): readonly (Fault & { readonly source: string })[] {
  const folder = "tests/faults";
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) =>
      (parse(readFileSync(join(folder, name), "utf8")) as Fault[]).map((fault) => ({ ...fault, source: name })),
    );
}

/** The file after the change, and the line where the finding is expected. @throws when the text to change is not there */
export function inject(
  fault: Fault,
  text: string | undefined,
): { readonly text: string | null; readonly line: number } {
  const { from, at } = fault;
  const to = fault.to?.repeat(fault.times ?? 1) ?? null;
  if (to === null || from === undefined) return { text: to, line: fault.line ?? lineOf(to ?? "", at) };
  const index = text?.indexOf(from) ?? -1;
  if (text === undefined || index < 0) throw new Error(`«${from}» is not in ${fault.file}`);
  // The first line that the change touches.
  const common = sharedStart(from, to);
  const changed = text.slice(0, index) + to + text.slice(index + from.length);
  const line = at === undefined ? changed.slice(0, index + common).split("\n").length : lineOf(changed, at);
  return { text: changed, line: fault.line ?? line };
}

function lineOf(text: string, at: string | undefined): number {
  const index = at === undefined ? 0 : text.indexOf(at);
  if (index < 0) throw new Error(`«${at}» is not in the changed file`);
  return text.slice(0, index).split("\n").length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}
