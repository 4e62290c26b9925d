import type { Element } from "@xmldom/xmldom";
import type { WordFile } from "./word-file.ts";
import { attribute, childOf, elementsOf, isW, W } from "./xml.ts";

/** A level of a list: how its numbers look, and where they begin. */
type Level = { readonly format: string; readonly text: string; readonly start: number };
/** Where a paragraph stands in a list. */
type Place = { readonly list: string; readonly level: number };
/** A list of a file: the one that it counts with, and the levels that it begins anew. */
type List = {
  readonly counts: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly anew: ReadonlyMap<number, number>;
};

/**
 * The numbers that lists print before paragraphs, which a file does not hold among its words: «1.1.», «–», «2)». Paragraphs are asked about in
 * their order; those that are left out are not counted.
 *
 * @see ECMA-376, part 1, 17.9
 */
export class ListNumbers {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: ReadonlyMap<string, Element>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(file: WordFile) {
    this.#lists = listsOf(file);
    const styles = file.part(file.related("styles") ?? "")?.getElementsByTagNameNS(W, "style") ?? [];
    this.#styles = new Map([...styles].map((one) => [attribute(one, "styleId"), one]));
  }

  /** What is printed before the next paragraph; empty where it has no number. */
  next(paragraph: Element): string {
    const properties = childOf(paragraph, "pPr");
    const place = this.#placeOf(properties, attribute(childOf(properties, "pStyle"), "val"), []);
    const list = this.#lists.get(place?.list ?? "");
    const own = list?.levels.get(place?.level ?? 0);
    if (place === undefined || list === undefined || own === undefined) return "";
    const counts = this.#counts.get(list.counts) ?? [];
    this.#counts.set(list.counts, counts);
    if (!this.#begun.has(place.list)) {
      this.#begun.add(place.list);
      for (const [level, start] of list.anew) counts[level] = start - 1;
    }
    counts[place.level] = (counts[place.level] ?? own.start - 1) + 1;
    counts.length = place.level + 1;
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const { format = "decimal", start = 1 } = list.levels.get(Number(digit) - 1) ?? {};
      return written(counts[Number(digit) - 1] ?? start, format);
    });
  }

  /** Its own place in a list, or that of its style. */
  #placeOf(properties: Element | undefined, style: string, seen: readonly string[]): Place | undefined {
    const basis = seen.includes(style) ? undefined : this.#styles.get(style);
    const inherited =
      basis === undefined
        ? undefined
        : this.#placeOf(childOf(basis, "pPr"), attribute(childOf(basis, "basedOn"), "val"), [...seen, style]);
    const own = childOf(properties, "numPr");
    if (own === undefined) return inherited;
    const [list, level] = [attribute(childOf(own, "numId"), "val"), attribute(childOf(own, "ilvl"), "val")];
    return {
      list: list === "" ? (inherited?.list ?? "") : list,
      level: level === "" ? (inherited?.level ?? 0) : Number(level),
    };
  }
}

function listsOf(file: WordFile): Map<string, List> {
  const root = file.part(file.related("numbering") ?? "")?.documentElement;
  const all = root === null || root === undefined ? [] : elementsOf(root);
  const abstracts = new Map(
    all.filter((one) => isW(one, "abstractNum")).map((one) => [attribute(one, "abstractNumId"), levelsIn(one)]),
  );
  return new Map(
    all
      .filter((one) => isW(one, "num"))
      .map((one): [string, List] => {
        const counts = attribute(childOf(one, "abstractNumId"), "val");
        const changed = elementsOf(one).filter((other) => isW(other, "lvlOverride"));
        const anew = changed.flatMap((other): [number, number][] => {
          const start = attribute(childOf(other, "startOverride"), "val");
          return start === "" ? [] : [[Number(attribute(other, "ilvl")), Number(start)]];
        });
        const levels = new Map([...(abstracts.get(counts) ?? []), ...changed.flatMap((other) => [...levelsIn(other)])]);
        return [attribute(one, "numId"), { counts, levels, anew: new Map(anew) }];
      }),
  );
}

function levelsIn(parent: Element): Map<number, Level> {
  return new Map(
    elementsOf(parent)
      .filter((one) => isW(one, "lvl"))
      .map((one): [number, Level] => {
        const value = (name: string): string => attribute(childOf(one, name), "val");
        const level = { format: value("numFmt"), text: value("lvlText"), start: Number(value("start") || 1) };
        return [Number(attribute(one, "ilvl")), level];
      }),
  );
}

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ROMAN: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** A number as a list of this format writes it; a format that is not known here counts in figures. */
function written(number: number, format: string): string {
  const letter = (alphabet: string): string => alphabet[(number - 1) % alphabet.length] ?? "";
  const small = format.startsWith("lower") || format.endsWith("Lower");
  const sign = /^russian/.test(format)
    ? letter(RUSSIAN)
    : /Letter$/.test(format)
      ? letter(LATIN)
      : /Roman$/.test(format)
        ? roman(number)
        : format === "none"
          ? ""
          : `${number}`;
  return small ? sign.toLowerCase() : sign.toUpperCase();
}

function roman(number: number): string {
  let left = number;
  let text = "";
  for (const [sign, value] of ROMAN)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}
