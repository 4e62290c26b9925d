/** Where something is asked, line and character from 0. */
export type Asked = { readonly file: string; readonly text: string; readonly line: number; readonly character: number };

/** Where a cursor stands in a record, as far as the lines tell: also while the text is no YAML yet. */
export type Cursor = {
  /** Keys from the top, `-` for an item of a list. */
  readonly path: readonly string[];
  /** What is being written: a key, a value, or either (the first word of an item or of an empty line). */
  readonly writes: "key" | "value" | "either";
  /** Begin and end of the word on its line, and the word up to the cursor. */
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  /** Keys that stand beside it already. */
  readonly beside: ReadonlySet<string>;
};

type Entry = { readonly column: number; readonly key: string | null };
type Parsed = { readonly entries: readonly Entry[]; readonly rest: number };

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#\-[\]{},:][^:#[\]{},]*?))[ \t]*:(?=[ \t]|$)/;

/** Reads the lines from the cursor upwards. */
export function cursorAt(lines: readonly string[], line: number, character: number): Cursor {
  const text = lines[line] ?? "";
  const { entries, rest } = parseLine(text);
  const before = entries.filter(
    ({ column, key }) => column < character && (key === null || rest <= character || column + key.length < character),
  );
  const last = before.at(-1);
  const inKey = before.length < entries.length || last === undefined || last.key === null;
  const start = inKey ? (entries[before.length]?.column ?? Math.min(rest, character)) : rest;
  const indent = before[0]?.column ?? Math.min(start, character);
  const up = pathAbove(
    lines,
    line,
    indent,
    before[0]?.key === null || (before.length === 0 && text.trimStart().startsWith("-")),
  );
  const own = before.map(({ key }) => key ?? "-");
  const flow = flowAt(text, start, character);
  const path = [...up, ...own, ...flow.path];
  const open = flow.path.length > 0 || flow.inMap;
  const writes = open
    ? flow.inMap && !flow.value
      ? "key"
      : flow.value
        ? "value"
        : "either"
    : inKey
      ? "either"
      : "value";
  const from = open ? flow.from : Math.min(start, character);
  const column = inKey ? (last === undefined ? indent : start) : -1;
  const beside = open ? flow.keys : inKey ? siblings(lines, line, column) : new Set<string>();
  return {
    path,
    writes,
    from,
    to: wordEnd(text, character, open),
    typed: text.slice(from, character).replace(/^["']/, ""),
    beside,
  };
}

/** Dashes and the key at the begin of a line, and where what follows them begins. */
function parseLine(text: string): Parsed {
  const entries: Entry[] = [];
  let at = /^[ ]*/.exec(text)?.[0].length ?? 0;
  for (;;) {
    const dash = /^-(?:[ \t]+|$)/.exec(text.slice(at));
    if (dash === null) break;
    entries.push({ column: at, key: null });
    at += dash[0].length;
  }
  const key = KEY.exec(text.slice(at));
  if (key !== null) {
    entries.push({ column: at, key: (key[1] ?? key[2] ?? key[3] ?? "").trim() });
    at += key[0].length;
    at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return { entries, rest: at };
}

/** The keys that lead to what stands at an indent. A list may stand at the indent of its key. */
function pathAbove(lines: readonly string[], line: number, indent: number, item: boolean): string[] {
  const path: string[] = [];
  let column = indent;
  let list = item;
  for (let at = line - 1; at >= 0 && (column > 0 || list); at--) {
    const text = lines[at] ?? "";
    if (text.trim() === "" || text.trimStart().startsWith("#")) continue;
    const { entries } = parseLine(text);
    for (const entry of [...entries].reverse()) {
      const leads = entry.column < column || (list && entry.column === column && entry.key !== null);
      if (!leads) continue;
      path.unshift(entry.key ?? "-");
      column = entry.column;
      list = entry.key === null;
    }
  }
  return path;
}

/** Keys of the same mapping, above and below. */
function siblings(lines: readonly string[], line: number, column: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of [-1, 1])
    for (let at = step === 1 ? line : line; at >= 0 && at < lines.length; at += step) {
      const text = lines[at] ?? "";
      if (text.trim() === "" || text.trimStart().startsWith("#")) continue;
      const { entries } = parseLine(text);
      const key = entries.find((entry) => entry.column === column && entry.key !== null)?.key;
      if (at !== line && typeof key === "string") found.add(key);
      const first = entries[0]?.column ?? /^ */.exec(text)?.[0].length ?? 0;
      if (at !== line && first < column && step === 1) break;
      if (
        step === -1 &&
        (entries.some((entry) => entry.key === null && entry.column < column) || (at !== line && first < column))
      )
        break;
      if (step === 1 && at !== line && entries.some((entry) => entry.key === null && entry.column < column)) break;
    }
  return found;
}

type Flow = { path: string[]; inMap: boolean; value: boolean; from: number; keys: ReadonlySet<string> };

/** Brackets that are open at the cursor on its line. */
function flowAt(text: string, start: number, end: number): Flow {
  const stack: { readonly map: boolean; key: string | null; readonly keys: Set<string> }[] = [];
  let word = start;
  let quote = "";
  for (let at = start; at < end; at++) {
    const sign = text[at] ?? "";
    const top = stack.at(-1);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if ((sign === '"' || sign === "'") && text.slice(word, at).trim() === "") quote = sign;
    else if (sign === "{" || sign === "[") {
      if (stack.length === 0 && text.slice(start, at).trim() !== "") break;
      stack.push({ map: sign === "{", key: null, keys: new Set() });
      word = at + 1;
    } else if (top !== undefined && (sign === "}" || sign === "]")) {
      stack.pop();
      word = at + 1;
    } else if (top !== undefined && sign === ",") {
      top.key = null;
      word = at + 1;
    } else if (top?.map === true && sign === ":" && /[ \t]|^$/.test(text[at + 1] ?? "")) {
      top.key = text
        .slice(word, at)
        .trim()
        .replace(/^["']|["']$/g, "");
      top.keys.add(top.key);
      word = at + 1;
    }
  }
  const top = stack.at(-1);
  while (word < end && /[ \t]/.test(text[word] ?? "")) word++;
  const path = stack.flatMap(({ map, key }) => (map ? (key === null ? [] : [key]) : ["-"]));
  return {
    path,
    inMap: top?.map === true,
    value: top?.map === false || top?.key != null,
    from: word,
    keys: top?.keys ?? new Set(),
  };
}

function wordEnd(text: string, character: number, flow: boolean): number {
  const tail = text.slice(character);
  const word = (flow ? /^[^,\]}\s#]*/ : /^[^\s:#]*/).exec(tail)?.[0] ?? "";
  return character + word.length;
}
