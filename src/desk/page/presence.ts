import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";
import { conforms } from "../../base/yaml/index.ts";
import { deskFolder, makeDeskFolder, placeOfRecord } from "../editing/index.ts";
import type { PageEdit, PagePresence } from "./page-types.ts";

/** How often others are looked at, and how many looks a file may stay as it is before nobody is taken to stand behind it. */
const LOOK_MS = 2000;
const PATIENCE = 15;
/** In looks: a file is written anew so often, so that others see somebody is there. */
const BEAT = 5;

const KEPT = {
  $id: "trc:/schemas/1/presence.json",
  type: "object",
  required: ["beat", "edits"],
  properties: {
    beat: { type: "integer" },
    edits: {
      type: "array",
      items: {
        type: "object",
        required: ["file", "at", "who"],
        properties: { file: { type: "string" }, at: { type: "string" }, who: { type: "string" } },
      },
    },
  },
};
type Kept = { readonly beat: number; readonly edits: readonly PageEdit[] };
type Seen = { readonly beat: number; readonly looks: number; readonly edits: readonly PageEdit[] };

/**
 * Who has which field under the hands: in the windows of this desk, and in those of others on the same folder, each of which has a file of its own
 * beside the records while there is such a field.
 */
export class Presence {
  readonly #folder: string;
  readonly #contents: readonly string[];
  readonly #own: string;
  readonly #tell: (presence: PagePresence) => void;
  readonly #windows = new Map<string, PageEdit | null>();
  readonly #others = new Map<string, Seen>();
  #looks = 0;
  #said = "";
  #kept = false;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  /** @param own name of this desk, another one at every start */
  constructor(contents: readonly string[], own: string, tell: (presence: PagePresence) => void) {
    this.#contents = contents;
    this.#folder = deskFolder(contents[0] ?? "content");
    this.#own = `${own}.json`;
    this.#tell = tell;
    this.#timer = setInterval(() => this.#after(() => this.#look()), LOOK_MS);
    this.#timer.unref();
  }

  /** A window has come. Returns what is done when it goes. */
  join(window: string): () => void {
    this.#windows.set(window, null);
    this.#said = "";
    this.#say();
    return () => {
      this.#windows.delete(window);
      this.#changed();
    };
  }

  /** A window has a field under somebody's hands, or none any more. */
  edit(window: string, edit: PageEdit | null): void {
    if (!this.#windows.has(window)) return;
    this.#windows.set(window, edit === null ? null : { ...edit, file: this.#inside(edit.file) });
    this.#changed();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#windows.clear();
    this.#after(() => this.#keep());
    await this.#turn;
  }

  #changed(): void {
    this.#say();
    this.#after(() => this.#keep());
  }

  #after(work: () => Promise<void>): void {
    // A folder in which nothing may be written is no fault: others are then not told.
    this.#turn = this.#turn.then(work).catch(() => undefined);
  }

  #edits(): PageEdit[] {
    return [...this.#windows.values()].filter((one) => one !== null);
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    if (this.#windows.size === 0) return;
    if (this.#kept && this.#looks % BEAT === 0) await this.#keep();
    const names = (await readdir(this.#folder).catch(() => [])).filter((one) => one !== this.#own);
    for (const name of names.filter((one) => one.endsWith(".json"))) {
      const text = await readFile(join(this.#folder, name), "utf8").catch(() => "");
      const kept = readKept(text);
      const before = this.#others.get(name);
      if (kept !== null && before?.beat !== kept.beat) this.#others.set(name, { ...kept, looks: this.#looks });
    }
    for (const [name, { looks }] of this.#others)
      if (!names.includes(name) || this.#looks - looks > PATIENCE) this.#others.delete(name);
    this.#say();
  }

  /** Writes what is under somebody's hands here, for others to see; without it the file goes. */
  async #keep(): Promise<void> {
    const path = join(this.#folder, this.#own);
    const edits = this.#edits();
    if (edits.length === 0) {
      if (this.#kept) await rm(path, { force: true });
      this.#kept = false;
      return;
    }
    await makeDeskFolder(this.#folder);
    await writeFile(path, JSON.stringify({ beat: this.#looks, edits } satisfies Kept));
    this.#kept = true;
  }

  #say(): void {
    const others = [...this.#others.values()].flatMap(({ edits }) => edits);
    const windows = [...this.#windows].map(([window, edit]) => ({ window, edit }));
    const presence = {
      windows: windows.map(({ window, edit }) => ({ window, edit: this.#shown(edit) })),
      others: others.map((edit) => this.#shown(edit)).filter((edit) => edit !== null),
    };
    const said = JSON.stringify(presence);
    if (said === this.#said) return;
    this.#said = said;
    this.#tell(presence);
  }

  /** A file from the name of its folder on: other machines have the folder elsewhere. */
  #inside(file: string): string {
    const place = placeOfRecord(this.#contents, file);
    return place === null ? file : posixPath(join(basename(resolve(place.content)), place.inside));
  }

  #shown(edit: PageEdit | null): PageEdit | null {
    const [folder = "", ...inside] = edit?.file.split("/") ?? [];
    const content = this.#contents.find((one) => basename(resolve(one)) === folder);
    return edit === null || content === undefined ? null : { ...edit, file: [posixPath(content), ...inside].join("/") };
  }
}

function readKept(text: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(text);
    return conforms<Kept>(kept, KEPT) ? kept : null;
  } catch {
    return null;
  }
}
