import { appendFile, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { replaceFile } from "../../base/storage/index.ts";
import { conforms } from "../../base/yaml/index.ts";
import { deskFolder, makeDeskFolder, placeOfRecord } from "./desk-folder.ts";

/** The older half goes when there is more. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A change of a record: who made it, when, and its lines that went and came. */
export type KeptChange = {
  /** ISO. */
  readonly day: string;
  /** Id of a person; empty where nobody has said who is at the desk. */
  readonly who: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** The record was begun by it. */
  readonly begun?: boolean;
};
type Line = KeptChange & {
  /** Inside the folder of records. */
  readonly file: string;
  /** Changes of one visit of a field are one. */
  readonly group: string;
};

const TEXT = { type: "string" };
const TEXTS = { type: "array", items: TEXT };
const LINE = {
  $id: "trc:/schemas/1/kept-change.json",
  type: "object",
  required: ["day", "who", "file", "group", "removed", "added"],
  properties: {
    day: TEXT,
    who: TEXT,
    file: TEXT,
    group: TEXT,
    removed: TEXTS,
    added: TEXTS,
    begun: { type: "boolean" },
  },
};

/** What is known of a change when it has been written. */
export type Made = Pick<Line, "day" | "who" | "group"> & {
  readonly file: string;
  readonly before: string;
  readonly after: string;
};

/** What has been changed through desks, a line for each writing, also where there is no git: several desks add to one file. */
export class KeptChanges {
  readonly #contents: readonly string[];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(contents: readonly string[]) {
    this.#contents = contents;
  }

  /** Keeps a change. A folder in which nothing may be written keeps none. */
  note({ file, before, after, day, who, group }: Made): Promise<void> {
    const place = this.#place(file);
    const [old = [], now = []] = [before, after].map((text) => text.split(/\r?\n/));
    const [removed, added] = [without(old, now), without(now, old)];
    if (place === null || removed.length + added.length === 0) return Promise.resolve();
    const line: Line = { day, who, file: place.inside, group, removed, added, ...(before === "" && { begun: true }) };
    const turn = this.#turn.then(() => add(place.path, JSON.stringify(line))).catch(() => undefined);
    this.#turn = turn;
    return turn;
  }

  /** The changes of a record, the last one first. */
  async of(file: string): Promise<readonly KeptChange[]> {
    await this.#turn;
    const place = this.#place(file);
    const text = place === null ? "" : await readFile(place.path, "utf8").catch(() => "");
    const joined: Line[] = [];
    for (const line of text.split("\n").flatMap(readLine)) {
      if (line.file !== place?.inside) continue;
      const last = joined.at(-1);
      const goesOn = last !== undefined && line.group !== "" && last.group === line.group && last.who === line.who;
      if (goesOn) joined.splice(-1, 1, { ...line, ...joinedLines(last, line) });
      else joined.push(line);
    }
    return joined.filter(({ removed, added }) => removed.length + added.length > 0).reverse();
  }

  #place(file: string): { readonly path: string; readonly inside: string } | null {
    const place = placeOfRecord(this.#contents, file);
    if (place === null) return null;
    const name = `${basename(resolve(place.content))}.jsonl`;
    return { path: join(deskFolder(place.content), name), inside: place.inside };
  }
}

async function add(path: string, line: string): Promise<void> {
  await makeDeskFolder(dirname(path));
  await appendFile(path, `${line}\n`);
  if ((await stat(path)).size <= MOST_BYTES) return;
  const lines = (await readFile(path, "utf8")).split("\n");
  await replaceFile(path, new TextEncoder().encode(lines.slice(lines.length >> 1).join("\n")));
}

/** What a writing that was cut short has left of a line is passed over. */
function readLine(text: string): Line[] {
  try {
    const line: unknown = JSON.parse(text);
    return conforms<Line>(line, LINE) ? [line] : [];
  } catch {
    return [];
  }
}

/** What two changes after one another come to. */
function joinedLines(first: KeptChange, then: KeptChange): Pick<KeptChange, "removed" | "added"> {
  const removed = [...first.removed, ...without(then.removed, first.added)];
  const added = [...without(first.added, then.removed), ...then.added];
  return { removed: without(removed, added), added: without(added, removed) };
}

/** Lines that others have not, or not so often. */
function without(lines: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
