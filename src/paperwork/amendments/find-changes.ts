import { type Block, type DocumentModel, documentLines, type Section, wordChanges } from "../document/index.ts";
import { type AlignedLine, alignedSections } from "./aligned-sections.ts";
import type { Change } from "./change.ts";
import { belongs } from "./extents.ts";
import { isUnder, numberOf } from "./numbers.ts";

/** What an edited text asks for. */
export type FoundChanges = {
  readonly changes: readonly Change[];
  /** Changed lines that belong to no clause, heading or row: no change of a record says them. */
  readonly outside: readonly string[];
  /** Clauses that came under another number: a number stays. */
  readonly renumbered: readonly { readonly before: string; readonly after: string }[];
};

/** A clause, a heading or a table row of one of the two texts: its own lines, without those of its subclauses. */
type Entry = { readonly number: string; readonly kind: "clause" | "heading" | "row"; readonly lines: string[] };

const LABEL = /^(\d+(?:\.\d+)*)\.\s+(\S.*)$/u;
const REPEALED = /^утратил[аио]?\s+силу/iu;
/** Between the cells of a row; those at its end may be empty. */
const CELLS = / \|(?= |$)/;

/**
 * Finds the changes that make an edited text of a document, its lines as `documentLines` gives them and somebody has changed them. Made in the
 * document they give that text, but for what is told beside.
 */
export function findChanges(model: DocumentModel, edited: readonly string[]): FoundChanges {
  const sections = [model.body, ...model.annexes];
  const before = sections.map((section) => section.blocks.flatMap((block) => linesOfBlock(model, section, block)));
  const after = alignedSections(
    before.map((lines) => lines.map(({ line }) => line)),
    edited.map(normal).filter(Boolean),
  );
  const found = sections.map((section, index) => sectionChanges(section, before[index] ?? [], after[index] ?? []));
  return {
    changes: found.flatMap(({ changes }, index) => changes.map((change) => placed(change, sections[index] as Section))),
    outside: found.flatMap(({ outside }) => outside),
    renumbered: found.flatMap(({ renumbered }) => renumbered),
  };
}

type OwnLine = { readonly line: string; readonly block: Block };

function linesOfBlock(model: DocumentModel, section: Section, block: Block): OwnLine[] {
  const alone = { ...model, body: { ...section, blocks: [block] }, annexes: [] };
  return documentLines(alone).map((line) => ({ line: normal(line), block }));
}

/** Typography is no change: kinds of spaces, inner quotation marks, hyphens. */
function normal(line: string): string {
  return line
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/\u2011/g, "-")
    .replace(/\u00ad/g, "")
    .replace(/„/g, "«")
    .replace(/“/g, "»")
    .trim();
}

function placed(change: Change, { role, number }: Section): Change {
  return role === "body" ? change : { annex: number === null ? "единственное" : String(number), ...change };
}

function sectionChanges(section: Section, before: readonly OwnLine[], after: readonly AlignedLine[]): FoundChanges {
  const headed = new Set(section.blocks.flatMap((block) => (block.type === "heading" ? (numberOf(block) ?? []) : [])));
  const old = entriesOf(before.map(({ line, block }) => ({ line, role: roleOf(block, line) })));
  // A line that stayed is what it was: a date line has numbers and cells, too.
  const roles = new Map(before.map(({ line, block }) => [line, roleOf(block, line)]));
  const next = entriesOf(
    after.map(({ line, instead }) => {
      const other = roles.get(instead ?? "") === "outside" ? "outside" : "goes-on";
      return { line, role: roles.get(line) ?? startOfLine(line, headed) ?? other };
    }),
  );
  const known = new Set(before.filter(({ block }) => isMark(block)).map(({ line }) => line));
  const had = new Set(old.outside);
  const left = new Set(next.outside);
  const outside = [
    ...next.outside.filter((line) => !had.has(line) && !known.has(line)),
    ...old.outside.filter((line) => !left.has(line)).map((line) => `– ${line}`),
  ];
  for (const { lines } of next.entries) lines.splice(0, lines.length, ...lines.filter((line) => !known.has(line)));
  const moved = movedEntries(old.entries, next.entries);
  return { changes: moved.length > 0 ? [] : entryChanges(old.entries, next.entries), outside, renumbered: moved };
}

/** Marks of amendments in a consolidated text are not of its words. */
function isMark(block: Block): boolean {
  return block.type === "paragraph" && block.role === "note";
}

type Start = Pick<Entry, "number" | "kind"> | null;
/** What a line is to the entries: it begins one, goes on with it, is a mark of an amendment, or belongs to the document. */
type Role = NonNullable<Start> | "goes-on" | "mark" | "outside";

function roleOf(block: Block, line: string): Role {
  if (isMark(block)) return "mark";
  return startOf(block, line) ?? (belongs(block) ? "goes-on" : "outside");
}

function startOf(block: Block, line: string): Start {
  const number = numberOf(block);
  if (number !== null) return { number, kind: block.type === "heading" ? "heading" : "clause" };
  return block.type === "table" ? rowStart(line) : null;
}

function startOfLine(line: string, headed: ReadonlySet<string>): Start {
  const row = CELLS.test(line) ? rowStart(line) : null;
  if (row !== null) return row;
  const [, number = ""] = LABEL.exec(line) ?? [];
  if (number === "") return null;
  return { number, kind: headed.has(number) || (headed.size > 0 && !number.includes(".")) ? "heading" : "clause" };
}

function rowStart(line: string): Start {
  const [name = ""] = line.split(CELLS);
  const number = name.replace(/\.$/, "").trim();
  return /^\d+(?:\.\d+)*$/.test(number) && CELLS.test(line) ? { number, kind: "row" } : null;
}

/** Entries of a text, and its lines before the first of them. Unnumbered lines after a row are of nothing that can be named. */
function entriesOf(lines: readonly { readonly line: string; readonly role: Role }[]) {
  const entries: Entry[] = [];
  const outside: string[] = [];
  let open: Entry | null = null;
  for (const { line, role } of lines) {
    if (role === "mark") continue;
    if (typeof role === "object") {
      const entry: Entry = { ...role, lines: [role.kind === "row" ? line : (LABEL.exec(line)?.[2] ?? line)] };
      entries.push(entry);
      if (role.kind !== "row") open = entry;
    } else if (role === "outside" || open === null || CELLS.test(line)) outside.push(line);
    else open.lines.push(line);
  }
  return { entries, outside };
}

/** The same words under another number, where that number had other words: the rest was renumbered. */
function movedEntries(old: readonly Entry[], next: readonly Entry[]): FoundChanges["renumbered"] {
  const clauses = (entries: readonly Entry[]): Entry[] => entries.filter(({ kind }) => kind === "clause");
  return clauses(next).flatMap(({ number, lines }) => {
    const words = lines.join("\n");
    const before = clauses(old).filter((one) => one.lines.join("\n") === words);
    const own = clauses(old).find((one) => one.number === number);
    const [from] = before;
    if (from === undefined || before.some((one) => one.number === number) || own === undefined) return [];
    return clauses(next).some((one) => one.number === from.number && one.lines.join("\n") === words)
      ? []
      : [{ before: from.number, after: number }];
  });
}

function entryChanges(old: readonly Entry[], next: readonly Entry[]): Change[] {
  const changes: Change[] = [];
  const restated: string[] = [];
  const named = (entries: readonly Entry[], { number, kind }: Entry): Entry | undefined =>
    entries.find((one) => one.number === number && one.kind === kind);
  const isRestated = ({ number, kind }: Entry): boolean =>
    kind === "clause" && restated.some((one) => isUnder(number, one));
  for (const entry of old) {
    const now = named(next, entry);
    if (isRestated(entry)) continue;
    const gone = now === undefined || REPEALED.test(now.lines[0] ?? "");
    const place = { [entry.kind]: entry.number };
    if (gone && !REPEALED.test(entry.lines[0] ?? "")) {
      changes.push({ ...place, action: "delete" });
      restated.push(entry.number);
    } else if (now !== undefined && now.lines.join("\n") !== entry.lines.join("\n")) {
      const below = next.filter(({ number, kind }) => kind === "clause" && isUnder(number, entry.number));
      const change = entry.kind === "clause" ? wordsChange(entry, now) : null;
      if (change !== null) changes.push({ ...place, ...change });
      else if (entry.kind === "row") changes.push({ ...place, action: "replace", cells: cellsOf(now) });
      else if (entry.kind === "heading") changes.push({ ...place, action: "replace", text: now.lines[0] ?? "" });
      else {
        const lines = [
          ...now.lines,
          ...below.flatMap((one) => [`${one.number}. ${one.lines[0]}`, ...one.lines.slice(1)]),
        ];
        changes.push({ ...place, action: "replace", text: lines.join("\n") });
        restated.push(entry.number);
      }
    }
  }
  for (const entry of next) {
    if (named(old, entry) !== undefined || isRestated(entry)) continue;
    const place = { [entry.kind]: entry.number };
    changes.push(
      entry.kind === "row"
        ? { ...place, action: "add", cells: cellsOf(entry) }
        : { ...place, action: "add", text: entry.lines.join("\n") },
    );
  }
  return changes;
}

function cellsOf({ lines: [line = ""] }: Entry): string[] {
  return line.split(CELLS).map((cell) => cell.trim());
}

/** So much of a clause may differ, that words are changed and not the clause restated. */
const SMALL = 1 / 3;

/** One short run of words that stands in the clause once; null where the clause is better restated. */
function wordsChange(old: Entry, now: Entry): Pick<Change, "action" | "words" | "text"> | null {
  const [line = ""] = old.lines;
  if (old.lines.length !== now.lines.length || old.lines.slice(1).some((one, index) => one !== now.lines[index + 1]))
    return null;
  const [only, ...more] = wordChanges([line], [now.lines[0] ?? ""]);
  if (only === undefined || more.length > 0) return null;
  const { lead, before, after, tail } = only;
  // Words that only come in need a word before them to stand on.
  const [word] = before.length === 0 ? lead.slice(-1) : [];
  // A bare figure says too little.
  const counted = before.length > 0 && !before.some((one) => /\p{L}/u.test(one)) ? tail.slice(0, 2) : [];
  const [was, is] = withoutSameStop(
    word === undefined
      ? [
          [...before, ...counted],
          [...after, ...counted],
        ]
      : [[word], [word, ...after]],
  );
  const words = was.join(" ");
  const count = line.split(" ").length;
  const alone = occurrences(line, words) === 1 && occurrences(old.lines.join("\n"), words) === 1;
  if (words === "" || !alone || Math.max(was.length, is.length) > Math.max(3, count * SMALL)) return null;
  return is.length === 0 ? { action: "words", words } : { action: "words", words, text: is.join(" ") };
}

/** A sign that both runs end with is left alone. */
function withoutSameStop([was, is]: readonly [readonly string[], readonly string[]]): [string[], string[]] {
  const [sign] = /[.,;:]$/.exec(was.at(-1) ?? "") ?? [];
  const cut = (words: readonly string[]): string[] =>
    words.map((word, index) => (index === words.length - 1 ? word.slice(0, -1) : word));
  return sign !== undefined && is.at(-1)?.endsWith(sign) === true ? [cut(was), cut(is)] : [[...was], [...is]];
}

function occurrences(text: string, words: string): number {
  return text.split(words).length - 1;
}
