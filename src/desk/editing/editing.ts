import { readFile, rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { replaceFile, safeJoin, storageFault, writeAlone } from "../../base/storage/index.ts";
import { posixPath, sha256 } from "../../base/text/index.ts";
import { changedData, changesBetween, valueAtPointer, type YamlData, yamlData } from "../../base/yaml/index.ts";
import { CONTENT_JOURNAL } from "../../paperwork/register/index.ts";
import { mergeChanges, placeOf, type Refusal, type Wish } from "./merge-changes.ts";

/** A file as it stands: its text, the digest of its bytes. */
export type Written = { readonly file: string; readonly text: string; readonly digest: string };

/** What came of a wish: written in the place of the text before (`merged` where somebody else had changed the file meanwhile), or why not. */
export type Edited =
  | ({ readonly kind: "written"; readonly merged: boolean; readonly before: string } & Written)
  | Refusal
  | { readonly kind: "stale"; readonly digest: string }
  /** A record that was begun is taken back. */
  | { readonly kind: "removed"; readonly file: string }
  | { readonly kind: "foreign" | "nothing" }
  | { readonly kind: "fault"; readonly diagnostic: Diagnostic };

/** One step that can be taken back. */
type Step = {
  readonly file: string;
  /** Null where there was no file. */
  readonly before: string | null;
  readonly after: string;
  /** Changes of one group that follow one another are one step: the letters of a word. */
  readonly group?: string | undefined;
};

/** A new text, merged into what others have written or not; or why there is none. */
type Made = { readonly text: string; readonly merged: boolean } | Exclude<Edited, { kind: "written" }>;

/** What only its own commands write: entries of the register, approvals. */
const OWN = /^(?:register|approvals)\//;
/** So many texts that somebody may still look at are kept for merging. */
const MOST_SEEN = 200;

/**
 * Edits the records of content folders, value by value, as one person sees them: every file is written whole or not at all, under the lock of its
 * folder, and only where nobody else has changed the same value. Steps can be taken back and made again, byte for byte.
 */
export class Editing {
  readonly #contents: readonly string[];
  /** Texts that were shown or written, by their digest. */
  readonly #seen = new Map<string, string>();
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(contents: readonly string[]) {
    this.#contents = contents;
  }

  /** How many steps can be taken back and made again. */
  get steps(): { readonly undo: number; readonly redo: number } {
    return { undo: this.#done.length, redo: this.#undone.length };
  }

  /** A file as it stands; null where it is no record of these folders, or none is there. */
  async read(file: string): Promise<Written | null> {
    const place = await this.#place(file);
    return place === null ? null : this.#read(file, place.path);
  }

  /**
   * Makes changes that were wished for by somebody who saw the file under this digest.
   * @param group changes of one group that follow one another are taken back together
   */
  change(file: string, seen: string, wishes: readonly Wish[], group?: string): Promise<Edited> {
    return this.#write(
      file,
      (text, digest) => mergedInto(text, wishes, digest === seen ? text : (this.#seen.get(seen) ?? null)),
      (step) => this.#did({ ...step, group }),
    );
  }

  /** The text that changes would make of a file, were they written now; null where they would not be. */
  async tried(file: string, seen: string, wishes: readonly Wish[]): Promise<string | null> {
    const now = await this.read(file);
    if (now === null) return null;
    const made = mergedInto(now.text, wishes, now.digest === seen ? now.text : (this.#seen.get(seen) ?? null));
    return "kind" in made ? null : made.text;
  }

  /** Puts a whole text in the place of the one that its author saw; `stale` when that is not there any more. */
  replace(file: string, seen: string, next: string): Promise<Edited> {
    return this.#write(
      file,
      (text, digest) => (digest === seen ? { text: asWritten(text, next), merged: false } : { kind: "stale", digest }),
      (step) => this.#did(step),
    );
  }

  /** A record has been begun: that is a step, too, and taken back the file goes, as long as it is as it was begun. */
  async began(file: string): Promise<void> {
    const now = await this.read(file);
    if (now !== null) this.#did({ file, before: null, after: now.text });
  }

  /** Takes the last step back; null when there is none. */
  undo(): Promise<Edited> | null {
    return this.#turnBack(this.#done, this.#undone, ({ before, after }) => [after, before]);
  }

  /** Makes the step again that was taken back last; null when there is none. */
  redo(): Promise<Edited> | null {
    return this.#turnBack(this.#undone, this.#done, ({ before, after }) => [before, after]);
  }

  /** Leads the file of the last step of one row from a text to another, and puts the step into the other row. */
  #turnBack(
    row: Step[],
    other: Step[],
    way: (step: Step) => readonly [from: string | null, to: string | null],
  ): Promise<Edited> | null {
    const step = row.at(-1);
    if (step === undefined) return null;
    const [from, to] = way(step);
    const moved = (): void => {
      row.pop();
      other.push(step);
    };
    if (from === null || to === null) return this.#exist(step.file, from, to, moved);
    return this.#write(step.file, (text) => reverted(text, from, to), moved);
  }

  /** Makes a file that is not there, or removes one that is as it was made. */
  #exist(file: string, from: string | null, to: string | null, onDone: () => void): Promise<Edited> {
    return this.#alone(file, async (path) => {
      const now = await this.#read(file, path);
      if ((now?.text ?? null) !== from) return { kind: "stale", digest: now?.digest ?? "" };
      if (to === null) await rm(path);
      else await replaceFile(path, new TextEncoder().encode(to));
      onDone();
      return to === null
        ? { kind: "removed", file }
        : { kind: "written", merged: false, before: from ?? "", ...this.#remembered(file, to) };
    });
  }

  #did(step: Step): void {
    if (step.before === step.after) return;
    const last = this.#done.at(-1);
    const goesOn = step.group !== undefined && last?.group === step.group && last.file === step.file;
    if (goesOn && last.after === step.before) this.#done.splice(-1, 1, { ...step, before: last.before });
    else this.#done.push(step);
    this.#undone.length = 0;
  }

  #write(file: string, change: (text: string, digest: string) => Made, onDone: (step: Step) => void): Promise<Edited> {
    return this.#alone(file, async (path) => {
      const now = await this.#read(file, path);
      if (now === null) return { kind: "nothing" };
      const made = change(now.text, now.digest);
      if ("kind" in made) return made;
      if (made.text !== now.text) await replaceFile(path, new TextEncoder().encode(made.text));
      // A step that has nothing left to take back is over as well.
      onDone({ file, before: now.text, after: made.text });
      return { kind: "written", merged: made.merged, before: now.text, ...this.#remembered(file, made.text) };
    });
  }

  /** Works at a file under the lock of its folder, after what was asked for before. */
  #alone(file: string, work: (path: string) => Promise<Edited>): Promise<Edited> {
    const turn = this.#turn.then(async (): Promise<Edited> => {
      const place = await this.#place(file);
      if (place === null) return { kind: "foreign" };
      try {
        return await writeAlone(place.content, () => work(place.path), { rule: CONTENT_JOURNAL });
      } catch (error) {
        return { kind: "fault", diagnostic: storageFault(place.content, error) };
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #read(file: string, path: string): Promise<Written | null> {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "EISDIR") return null;
      throw error;
    });
    if (bytes === null) return null;
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      return this.#remembered(file, text);
    } catch {
      return null;
    }
  }

  #remembered(file: string, text: string): Written {
    const digest = sha256(text);
    this.#seen.delete(digest);
    this.#seen.set(digest, text);
    if (this.#seen.size > MOST_SEEN) this.#seen.delete(this.#seen.keys().next().value ?? "");
    return { file, text, digest };
  }

  /** Where a record that is named as it is shown lies; null for anything that is none of the edited folders. */
  async #place(file: string): Promise<{ readonly content: string; readonly path: string } | null> {
    const inside = (folder: string): string => posixPath(relative(resolve(folder), resolve(file)));
    const content = this.#contents.find((folder) => !inside(folder).startsWith(".."));
    if (content === undefined) return null;
    if (OWN.test(inside(content)) || !/\.ya?ml$/.test(file)) return null;
    try {
      return { content, path: await safeJoin(content, inside(content)) };
    } catch {
      return null;
    }
  }
}

/** A text that comes from a page, which knows neither byte order marks nor other line ends than its own, as the file has them. */
function asWritten(text: string, next: string): string {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  return (text.startsWith("\uFEFF") ? "\uFEFF" : "") + next.replace(/\r\n|\n|\r/g, eol);
}

/** A step taken back: the very bytes where nothing else has changed, else value by value. */
function reverted(text: string, after: string, before: string): Made {
  if (text === after) return { text: before, merged: false };
  const [from, to] = [yamlData(after), yamlData(before)];
  if (from === undefined || to === undefined) return { kind: "unwritable", at: "" };
  let data: YamlData = from;
  const wishes = changesBetween(from, to).map((change): Wish => {
    const was = valueAtPointer(data, placeOf(change)) as YamlData | undefined;
    data = changedData(data, change) ?? data;
    return { change, ...(was === undefined ? {} : { was }) };
  });
  return mergedInto(text, wishes, after);
}

function mergedInto(text: string, wishes: readonly Wish[], base: string | null): Made {
  const made = mergeChanges(text, wishes, base);
  return "kind" in made ? made : { ...made, merged: text !== base };
}
