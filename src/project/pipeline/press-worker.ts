/** The thread of a press: what it is sent and what it answers is plain data, see `press.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { startOf } from "../../base/diagnostics/index.ts";
import { PictureShelf } from "../../base/pictures/index.ts";
import { chooseFonts } from "../../typesetting/fonts/index.ts";
import { type FormatName, type WriteInput, writeFormat } from "../formats/index.ts";
import { finishedPages } from "./finished-pages.ts";
import { layOut, type Shelf } from "./lay-out.ts";
import type { PressAnswer, PressShelf, PressWish } from "./press.ts";
import { faultOf } from "./thread-fault.ts";
import { withinTime } from "./within-time.ts";

const { formats } = workerData as { readonly formats: readonly FormatName[] };
const answer = (message: PressAnswer): void => parentPort?.postMessage(message);
const laid: { readonly number: number; readonly input: WriteInput }[] = [];
let shelf: Promise<Shelf> | null = null;
let writing = false;
/** Pages hold more than their files: so many wait to be written, the next are laid out when there are fewer. */
const MOST_LAID = 100;

async function opened({ pictures, fontFiles, ...wish }: PressShelf): Promise<Shelf> {
  const { value: fonts } = chooseFonts(fontFiles, { ...wish, placeOf: () => startOf("") });
  if (fonts === undefined) throw new Error("fonts that were read cannot be read again");
  return { fonts, pictures: await PictureShelf.open(pictures) };
}

/** Writes what is laid out, a file at a time: pages that are waited for come first. */
async function write(): Promise<void> {
  if (writing) return;
  writing = true;
  for (let next = laid.shift(); next !== undefined; next = laid.shift())
    for (const format of formats) {
      await new Promise((turn) => setImmediate(turn));
      const { number, input } = next;
      try {
        answer({ number, format, bytes: await writeFormat(format, input) });
      } catch (error) {
        answer({ number, fault: faultOf(error) });
      }
    }
  writing = false;
}

async function handle(wish: PressWish): Promise<void> {
  if ("shelf" in wish) {
    shelf = opened(wish.shelf);
    return;
  }
  const { number, sheet, seconds } = wish;
  while (laid.length >= MOST_LAID) await new Promise((turn) => setImmediate(turn));
  try {
    const open = await shelf;
    if (open === null) throw new Error("a sheet came before its shelf");
    const input = withinTime(seconds, () => layOut(sheet, open))?.value;
    if (input === undefined) return answer({ number, pressed: null });
    answer({ number, pressed: { pages: finishedPages(input), found: input.layout.diagnostics } });
    if (formats.length === 0) return;
    laid.push({ number, input });
    void write();
  } catch (error) {
    answer({ number, fault: faultOf(error) });
  }
}

let turn = Promise.resolve();
parentPort?.on("message", (wish: PressWish) => {
  turn = turn.then(() => handle(wish));
});
