import { existsSync, readFileSync } from "node:fs";

/**
 * A word of the dictionary that has the form looked for. `cells` are the places of its table where the form stands: six cases by number (nouns),
 * by gender and in the plural (adjectives), or six cases alone.
 */
export type Reading = {
  /** What the row is of: «a» an adjective or participle, «n» a noun with its gender, animacy and sort, «x» a pronoun or numeral. */
  readonly traits: string;
  readonly cells: readonly number[];
  /** «!»: two dictionaries differ in the word, «~»: one of them has not got it. */
  readonly mark: "!" | "~" | "";
  /** Share of the readings of the word that are of this noun, from 0 to 1. */
  readonly score: number;
  /** The forms of a cell, the usual one first. */
  readonly forms: (cell: number) => readonly string[];
};

type Paradigm = { readonly traits: string; readonly cells: readonly (readonly string[])[] };
type Entry = { readonly paradigm: number; readonly mark: Reading["mark"]; readonly score: number };
type Table = {
  readonly paradigms: readonly Paradigm[];
  /** The cells of each paradigm that have an ending. */
  readonly byEnding: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  readonly longest: number;
  readonly blocks: readonly string[];
  readonly read: Map<number, ReadonlyMap<string, readonly Entry[]>>;
};

/** Blocks of stems that stay unpacked. */
const KEPT_BLOCKS = 500;
let table: Table | null = null;

/** True once the table has been read. */
export function isTableOpen(): boolean {
  return table !== null;
}

/** Every word that has the form (lower case; «е» stands for «ё» as well). The table is read at the first question and never before. */
export function readingsOf(word: string): readonly Reading[] {
  table ??= open();
  const known = table;
  return spellings(word).flatMap((spelling) => exactly(spelling, known));
}

/** The word as it is written, and with each «е» as «ё»: a word has but one. */
function spellings(word: string): readonly string[] {
  const places = word.includes("ё") ? [] : [...word.matchAll(/е/g)].map(({ index }) => index);
  return [word, ...places.map((at) => `${word.slice(0, at)}ё${word.slice(at + 1)}`)];
}

function exactly(word: string, known: Table): readonly Reading[] {
  const found: Reading[] = [];
  for (let cut = 0; cut <= Math.min(known.longest, word.length); cut++) {
    const stem = word.slice(0, word.length - cut);
    const having = known.byEnding.get(word.slice(word.length - cut));
    if (having === undefined) continue;
    for (const { paradigm, mark, score } of entriesOf(stem, known)) {
      const cells = having.get(paradigm);
      const row = known.paradigms[paradigm];
      if (cells === undefined || row === undefined) continue;
      const forms = (cell: number): readonly string[] => (row.cells[cell] ?? []).map((ending) => stem + ending);
      found.push({ traits: row.traits, cells, mark, score, forms });
    }
  }
  return found;
}

/** The block that a stem would stand in is found by halves: blocks are in order. */
function entriesOf(stem: string, { blocks, read }: Table): readonly Entry[] {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstStem(blocks[middle] ?? "") <= stem) low = middle;
    else high = middle - 1;
  }
  let block = read.get(low);
  if (block === undefined) {
    block = unpacked(blocks[low] ?? "");
    if (read.size >= KEPT_BLOCKS) read.clear();
    read.set(low, block);
  }
  return block.get(stem) ?? [];
}

function firstStem(block: string): string {
  return /^A([а-яё-]*)/.exec(block)?.[1] ?? "";
}

function unpacked(block: string): ReadonlyMap<string, readonly Entry[]> {
  let before = "";
  const stems = new Map<string, readonly Entry[]>();
  for (const [, shared = "A", rest = "", words = ""] of block.matchAll(/([A-Z])([а-яё-]*)([0-9a-z!~:,]+)/g)) {
    before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
    stems.set(before, words.split(",").map(entry));
  }
  return stems;
}

function entry(word: string): Entry {
  const [, number = "", mark = "", share] = /^([0-9a-z]+)([!~]?)(?::(.))?$/.exec(word) ?? [];
  return {
    paradigm: Number.parseInt(number, 36),
    mark: mark as Entry["mark"],
    score: share === undefined ? 1 : Number.parseInt(share, 36) / 35,
  };
}

/** The file stays one of its own, as its licence asks; `scripts/dictionary.py` writes it and says what is in it. */
function open(): Table {
  const compiled = new URL("data/dictionary.json", import.meta.url);
  const file = existsSync(compiled) ? compiled : new URL("dictionary.json", import.meta.url);
  const { paradigms: rows, blocks } = JSON.parse(readFileSync(file, "utf8")) as {
    paradigms: string[];
    blocks: string[];
  };
  const paradigms = rows.map((row) => {
    const [traits = "", ...cells] = row.split(" ");
    return { traits, cells: cells.map(endingsOf) };
  });
  const byEnding = new Map<string, Map<number, number[]>>();
  for (const [at, { cells }] of paradigms.entries())
    for (const [cell, endings] of cells.entries())
      for (const ending of endings) {
        const having = byEnding.get(ending) ?? new Map<number, number[]>();
        byEnding.set(ending, having.set(at, [...(having.get(at) ?? []), cell]));
      }
  const longest = Math.max(...[...byEnding.keys()].map(({ length }) => length));
  return { paradigms, byEnding, longest, blocks, read: new Map() };
}

function endingsOf(cell: string): readonly string[] {
  if (cell === ".") return [];
  return cell === "-" ? [""] : cell.split("/");
}
