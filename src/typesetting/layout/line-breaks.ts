/**
 * Where a line may end, by the rules of the Unicode line breaking algorithm in the tailoring that word processors built on ICU use.
 * @see UAX #14, rules LB7–LB30 (their names stand beside the rules below)
 */

/** A stretch of text that is not parted: up to a space, or up to a place inside a word where a line may end. */
export type Unit = {
  readonly start: number;
  /** End of what is printed; the spaces behind it go up to `next`. */
  readonly end: number;
  readonly next: number;
  /** The line may not end here, unless the very space behind is what does not fit. */
  readonly tight: boolean;
  /** A forced break stands behind. */
  readonly forced: boolean;
};

const MEMBERS = {
  BA: "|\t\u00ad\u2009\u2010\u2012\u2013",
  B2: "\u2014",
  CL: ")]}",
  EX: "!?",
  GL: "\u00a0\u2007\u2011\u202f",
  HY: "-",
  IN: "\u2026",
  IS: ",.:;",
  NU: "0123456789",
  OP: "([{\u201a\u201e",
  PO: "%\u2030",
  PR: "$+\u00a3\u00b1\u20ac\u20bd\u2116\u2212",
  QU: "\"'\u00ab\u00bb\u2018\u2019\u201c\u201d",
  SY: "/\\",
  WJ: "\u2060\ufeff",
} as const;
/** Class of a character; letters and all others are AL. */
type LineClass = keyof typeof MEMBERS | "AL";
const CLASS_OF = new Map(
  Object.entries(MEMBERS).flatMap(([name, members]) => [...members].map((one) => [one, name as LineClass] as const)),
);

/** A word of letters, figures and the marks that never part it. */
const SIMPLE = /^[\p{L}\p{N}.,:;«»"'\u00a0\u202f]*$/u;
/** Which of the characters of Latin and Cyrillic may stand in one. */
const IN_SIMPLE = Uint8Array.from({ length: 0x460 }, (_, code) => Number(SIMPLE.test(String.fromCharCode(code))));

/** Parts a text at its plain spaces, at forced breaks (`\n`) and inside words, but never a number of a document, a range or a double name. */
export function unitsOf(text: string): Unit[] {
  return partText(text, (word) => {
    const breaks = breaksInside(word);
    return breaks.length === 0 ? breaks : breaks.filter((at) => !isBound(word, at));
  });
}

/** The same as a word processor does it, which knows nothing of numbers of documents. */
export function processorUnitsOf(text: string): Unit[] {
  return partText(text, breaksInside);
}

function partText(text: string, inside: (word: string) => readonly number[]): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  let simple = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (code !== 0x20 && code !== 0x0a) {
      if (IN_SIMPLE[code] !== 1) simple = false;
      continue;
    }
    let next = at;
    while (next < text.length && text.charCodeAt(next) === 0x20) next++;
    const forced = text.charCodeAt(next) === 0x0a;
    let begin = start;
    if (!simple)
      for (const place of inside(text.slice(start, at))) {
        const end = start + place;
        units.push({ start: begin, end, next: end, tight: false, forced: false });
        begin = end;
      }
    simple = true;
    const last = next >= text.length;
    const skip = forced ? next + 1 : next;
    if (at > start || next > at || forced)
      units.push({
        start: begin,
        end: at,
        next: skip,
        tight: !forced && !last && isTight(text, at, next),
        forced,
      });
    start = skip;
    at = Math.max(at, skip - 1);
  }
  return units;
}

/** LB13, LB14, LB17: even over spaces nothing parts an opening mark from what it opens, nor a closing one from what it closes. */
function isTight(text: string, end: number, next: number): boolean {
  const before = classAt(text, end - 1);
  const after = classAt(text, next);
  if (before === "OP" || closes(after)) return true;
  return before === "B2" && after === "B2";
}

/** «№|№», «119-|ОД», «5-|А», «СШ-|2», «2025–|2026», «XIX–|XX», «Луговая-|Полевая», «ст-|ца», «физ.-|мат.». */
const BOUND: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/№$/, /^№/],
  [/\p{N}[-–]$/u, /^/],
  [/[-–]$/, /^\p{N}/u],
  [/[A-Z]–$/, /^[A-Z]/],
  [/-$/, /^\p{Lu}{1,4}(?!\p{L})/u],
  [/(?<!\p{L})\p{Lu}\p{Ll}+-$/u, /^\p{Lu}\p{Ll}/u],
  [/(?<!\p{L})\p{Ll}{1,2}-$/u, /^\p{Ll}{1,3}(?!\p{L})/u],
  [/\.-$/, /^\p{L}/u],
];

function isBound(word: string, at: number): boolean {
  const [left, right] = [word.slice(0, at), word.slice(at)];
  return BOUND.some(([before, after]) => before.test(left) && after.test(right));
}

const NONE: readonly number[] = [];
const known = new Map<string, readonly number[]>();

function breaksInside(word: string): readonly number[] {
  if (SIMPLE.test(word)) return NONE;
  const before = known.get(word);
  if (before !== undefined) return before;
  const found: number[] = [];
  let inNumber = false;
  for (let at = 1; at < word.length; at++) {
    const left = classAt(word, at - 1);
    // A number goes on over the marks inside it; a closing bracket and a sign behind it still belong to it (LB25).
    inNumber = left === "NU" || (inNumber && (left === "SY" || left === "IS" || left === "CL"));
    if (!stays(left, classAt(word, at), inNumber, classAt(word, at + 1))) found.push(at);
  }
  if (known.size < 20_000) known.set(word, found);
  return found;
}

/**
 * True when a line may not end between neighbours of these classes. `next` is the class behind `right`. Behind a slash a line ends only where
 * the whole fits none: word processors rather move addresses and paths, each by rules of its own.
 */
function stays(left: LineClass, right: LineClass, inNumber: boolean, next: LineClass): boolean {
  if (left === "WJ" || right === "WJ" || left === "GL" || right === "GL") return true; // LB11, LB12
  if (closes(right) || left === "OP" || left === "SY") return true; // LB13, LB14
  if (left === "B2" && right === "B2") return true; // LB17
  if (left === "QU" || right === "QU") return true; // LB19
  if (right === "BA" || right === "HY") return true; // LB21
  if (right === "IN") return left === "AL" || left === "NU" || left === "IN"; // LB22
  if (right === "NU")
    return left === "AL" || left === "NU" || left === "IS" || left === "CL" || isSign(left) || inNumber; // LB23, LB25, LB29, LB30
  if (right === "AL") return left === "AL" || left === "NU" || left === "IS" || left === "CL" || isSign(left); // LB23, LB24, LB28–LB30
  if (right === "OP") return left === "AL" || left === "NU" || (isSign(left) && next === "NU"); // LB25, LB30
  if (right === "PR") return left === "AL" || inNumber; // LB24, LB25
  return right === "PO" && (left === "AL" || inNumber); // LB24, LB25
}

function closes(one: LineClass): boolean {
  return one === "CL" || one === "EX" || one === "IS" || one === "SY";
}

function isSign(one: LineClass): boolean {
  return one === "PR" || one === "PO";
}

function classAt(text: string, at: number): LineClass {
  // A letter of Russian, as a rule.
  if (text.charCodeAt(at) >> 8 === 4) return "AL";
  return CLASS_OF.get(text[at] ?? "") ?? "AL";
}
