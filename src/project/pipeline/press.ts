import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { FontFile } from "../../typesetting/fonts/index.ts";
import type { FormatName } from "../formats/index.ts";
import type { FinishedPages } from "./finished-pages.ts";
import type { Sheet } from "./lay-out.ts";
import { errorOf, type ThreadFault } from "./thread-fault.ts";

/** Fonts and pictures of a centre, as plain data. */
export type PressShelf = {
  readonly fontFiles: readonly FontFile[];
  readonly font: string | null;
  readonly fallbackFont: string | null;
  readonly pictures: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly digest: string }>;
};

/** What a press is sent: the shelf of the sheets that follow, or a sheet, and how many seconds its pages may take. */
export type PressWish =
  | { readonly shelf: PressShelf }
  | { readonly number: number; readonly sheet: Sheet; readonly seconds: number };

/** Pages of a sheet, and what was found on them; null when the time was too short. */
export type Pressed = { readonly pages: FinishedPages; readonly found: readonly Diagnostic[] } | null;

/** What a press answers of a sheet: its pages, then each of its files, or why there is none. */
export type PressAnswer = { readonly number: number } & (
  | { readonly pressed: Pressed }
  | { readonly format: FormatName; readonly bytes: Uint8Array }
  | { readonly fault: ThreadFault }
);

/** Beside the compiled program: see scripts/compile.mjs. Sources run in one thread. */
const PROGRAM = new URL("./press-worker.js", import.meta.url);

/** Something that will come: a fault is heard by whoever asks for it, and only then. */
type Coming<T> = {
  readonly promise: Promise<T>;
  readonly come: (value: T) => void;
  readonly fail: (error: Error) => void;
};

/**
 * A thread that lays out and writes documents while this one renders the next and looks at what was made. Each of them runs code of its own, so
 * that nothing has to warm up twice. What it makes is what would be made here.
 */
export class Press {
  readonly #worker: Worker;
  readonly #formats: readonly FormatName[];
  readonly #pressed: Coming<Pressed>[] = [];
  readonly #written: { readonly [format in FormatName]?: Coming<Uint8Array> }[] = [];
  /** The last sheet of each name. */
  readonly #names = new Map<string, number>();
  /** Why nothing more will come. */
  #ended: Error | null = null;

  /** @param formats in which every sheet is written as soon as there is time */
  private constructor(formats: readonly FormatName[]) {
    this.#formats = formats;
    this.#worker = new Worker(PROGRAM, { workerData: { formats }, execArgv: [] });
    this.#worker.on("error", (error) => this.#end(error));
    this.#worker.on("exit", () => this.#end(new Error("the press has ended")));
    this.#worker.on("message", (answer: PressAnswer) => {
      const { number } = answer;
      if ("pressed" in answer) this.#pressed[number]?.come(answer.pressed);
      else if ("format" in answer) this.#written[number]?.[answer.format]?.come(answer.bytes);
      else
        for (const one of [this.#pressed[number], ...Object.values(this.#written[number] ?? {})])
          one?.fail(errorOf(answer.fault));
    });
  }

  /** A press, where the machine can do two things at once. @param asked how many threads somebody wants */
  static start(formats: readonly FormatName[], asked: number | undefined): Press | null {
    return (asked ?? availableParallelism()) > 1 && existsSync(PROGRAM) ? new Press(formats) : null;
  }

  /** Fonts and pictures of the sheets that follow. */
  shelve(shelf: PressShelf): void {
    this.#worker.postMessage({ shelf } satisfies PressWish);
  }

  /** Lays a sheet out, and then writes it. @param name by which its files are asked for */
  press(name: string, sheet: Sheet, seconds: number): Promise<Pressed> {
    const number = this.#pressed.length;
    const pressed = coming<Pressed>();
    this.#pressed.push(pressed);
    this.#written.push(Object.fromEntries(this.#formats.map((format) => [format, coming<Uint8Array>()])));
    this.#names.set(name, number);
    if (this.#ended === null) this.#worker.postMessage({ number, sheet, seconds } satisfies PressWish);
    else this.#end(this.#ended);
    return pressed.promise;
  }

  /** Whoever waits for something hears that it will not come. */
  #end(error: Error): void {
    this.#ended ??= error;
    for (const one of [...this.#pressed, ...this.#written.flatMap((files) => Object.values(files))])
      one.fail(this.#ended);
  }

  /** A file of a sheet; nothing where it was not pressed here, or in no such format. */
  written(name: string, format: FormatName): Promise<Uint8Array> | undefined {
    const number = this.#names.get(name);
    return number === undefined ? undefined : this.#written[number]?.[format]?.promise;
  }

  /** Lets go of the files of all sheets so far. */
  release(): void {
    this.#names.clear();
    this.#written.fill({});
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

function coming<T>(): Coming<T> {
  let come: Coming<T>["come"] = () => undefined;
  let fail: Coming<T>["fail"] = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  promise.catch(() => undefined);
  return { promise, come, fail };
}
