// Damage of texts and bytes, chosen by numbers that a seed gives: the same seed makes the same damage everywhere.

/** Numbers of a seed (mulberry32). */
export class Choice {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** In [0, below). */
  below(below) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  }

  of(list) {
    return list[this.below(list.length)];
  }
}

const STRANGE = [
  "null",
  "~",
  "0",
  "-1",
  "1e309",
  ".nan",
  '""',
  "[]",
  "{}",
  "[[], {}]",
  "true",
  "2025-13-45",
  "0001-01-01",
  "9999-12-31",
  "2025-02-29",
  "&a [*a]",
  "*nowhere",
  "!!binary eHg=",
  '"\\0"',
  '"\\uD800"',
  '"$& $1 $`"',
  '"{{x}}"',
  "../../../etc/passwd",
  "con",
  "__proto__",
  "constructor",
  "toString",
  '"<w:t>&amp;]]>"',
  '"\\u202e\\u2067\\u200f"',
  `"${"а\u0301".repeat(500)}"`,
  `"${"слово ".repeat(4000)}"`,
  `"${"щ".repeat(20_000)}"`,
  "[".repeat(200) + "]".repeat(200),
  "[".repeat(5000) + "]".repeat(5000),
  `${"{a: ".repeat(300)}1${"}".repeat(300)}`,
  "99999999999999999999999999",
  "0x1F",
  "«»",
  "—",
  "'№'",
  "{person: }",
  "{person: nobody}",
  "2025-09-05",
];
const PIECES = [
  "\u0000",
  "\ufeff",
  "\u2028",
  "\r",
  "\t",
  "  ",
  "\n\n",
  "---\n",
  "...\n",
  "%YAML 9.9\n",
  ": ",
  " #",
  "- ",
  "? ",
  "&x ",
  "*x ",
  "<<: ",
  "|\n",
  ">-\n",
  '"',
  "'",
  "[",
  "{",
  "}",
  "!!js/function ",
  "\ud83d\ude00",
  "№",
  "{{",
  "}}",
  "{{/each}}",
  "{{#each this}}",
  "{{#if}}",
  "{{else}}",
  "{{> nothing}}",
  "{{this}}",
  '{{lookup this "constructor"}}',
  '{{matching "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab" "(a+)+$"}}',
  "{{#each (range 0 100000000)}}x{{/each}}",
  "{{concat (concat this this) (concat this this)}}",
  ":::",
  ":::table\n",
  "::line[",
  ":ref[x]{#y}",
  "|||\n|-|-|\n",
  "[^1]",
  "[^1]: ",
  "![a](b)",
  "[a](javascript:x)",
  "<b>",
  "# ",
  "1. ",
  "\\",
  "*".repeat(400),
  "> ".repeat(400),
  "[".repeat(400),
  "(text ".repeat(300),
];

/** A text with one to four damages. */
export function damagedText(source, choice, pieces = PIECES) {
  let text = source;
  for (let left = 1 + choice.below(4); left > 0; left--) text = choice.of(TEXT_WAYS)(text, choice, pieces);
  return text;
}

const TEXT_WAYS = [
  ...Array(6).fill(lines((list, at, choice) => list.splice(at, 1, withValue(list[at] ?? "", choice.of(STRANGE))))),
  ...Array(4).fill((text, choice, pieces) => insert(text, choice.below(text.length + 1), choice.of(pieces))),
  lines((list, at) => list.splice(at, 1)),
  lines((list, at) => list.splice(at, 0, list[at] ?? "")),
  lines((list, at, choice) => list.splice(at, 0, list[choice.below(list.length)] ?? "")),
  lines((list, at, choice) => list.splice(at, 1, `${" ".repeat(choice.below(6))}${list[at] ?? ""}`)),
  lines((list, at) => list.splice(at, 1, ...Array(300).fill(list[at] ?? ""))),
  (text, choice) => text.slice(0, choice.below(text.length + 1)),
  (text, choice) => {
    const at = choice.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + choice.below(20));
  },
  (text, choice) => insert(text, choice.below(text.length + 1), String.fromCharCode(choice.below(0x2100))),
];

function lines(change) {
  return (text, choice) => {
    const list = text.split("\n");
    change(list, choice.below(list.length), choice);
    return list.join("\n");
  };
}

function withValue(line, value) {
  const key = /^(\s*(?:- )?[\w."-]+:|\s*-)(?=\s|$)/.exec(line)?.[1];
  return key === undefined ? value : `${key} ${value}`;
}

function insert(text, at, piece) {
  return text.slice(0, at) + piece + text.slice(at);
}

/** Bytes with one to six damages. */
export function damagedBytes(source, choice) {
  let bytes = Buffer.from(source);
  for (let left = 1 + choice.below(6); left > 0 && bytes.length > 0; left--)
    bytes = choice.of(BYTE_WAYS)(bytes, choice);
  return bytes;
}

const BYTE_WAYS = [
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [1 << choice.below(8)], (a, b) => a ^ b),
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [choice.below(256)]),
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [0xff, 0xff, 0xff, 0xff]),
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [0, 0, 0, 0]),
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [0x30, 0x80]),
  (bytes, choice) => overwritten(bytes, choice.below(bytes.length), [0x84, 0x7f, 0xff, 0xff, 0xff]),
  // The end holds the lists of a ZIP, the beginning the lengths of a CMS.
  (bytes, choice) => overwritten(bytes, Math.max(0, bytes.length - 1 - choice.below(200)), [choice.below(256)]),
  (bytes, choice) => overwritten(bytes, choice.below(Math.min(bytes.length, 64)), [choice.below(256)]),
  (bytes, choice) => bytes.subarray(0, choice.below(bytes.length)),
  (bytes, choice) => bytes.subarray(choice.below(Math.min(bytes.length, 100))),
  (bytes, choice) => {
    const at = choice.below(bytes.length);
    const piece = bytes.subarray(at, at + 1 + choice.below(64));
    const to = choice.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
  },
  (bytes, choice) => Buffer.concat([bytes, bytes.subarray(choice.below(bytes.length))]),
];

function overwritten(bytes, at, values, join = (_old, value) => value) {
  const changed = Buffer.from(bytes);
  values.forEach((value, index) => {
    if (at + index < changed.length) changed[at + index] = join(changed[at + index], value);
  });
  return changed;
}
