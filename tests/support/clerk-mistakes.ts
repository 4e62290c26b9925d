import type { FaultBase } from "./fault-base.ts";
import { randoms } from "./randoms.ts";

/** One value of a record as a clerk may mistype it; the line is 1 for the first. */
export type Mistake = {
  readonly way: string;
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
};

type Pick = <T>(list: readonly T[]) => T;
type Names = {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly orders: readonly string[];
};
/** What stands at the match instead of it; null: nothing can be mistaken there. */
type Slip = {
  readonly at: RegExp;
  readonly prose?: true;
  readonly instead: (found: RegExpExecArray, pick: Pick, names: Names) => string | null;
};

const PROSE =
  /^\s*-?\s*(?:- )?\{?(?:text|subject|preamble|title|outcome|expected|purpose|reason|question|meeting|help|name|heard|overview|conclusions|problems|proposals|method|description|place|schedule):|^\s*- [«а-яА-ЯёЁ]/;
const WORD = /(?<![\p{L}«-])[а-яё]{6,}(?![\p{L}-])/gu;
const DAY = /(20\d\d)-(\d\d)-(\d\d)(?!\d)/g;
const ENDINGS: { readonly [ending: string]: string } = {
  ия: "ию",
  ию: "ия",
  ий: "иям",
  ой: "ая",
  ым: "ый",
  ом: "у",
  ов: "ами",
  ам: "ов",
};

function spliced(word: string, at: number, away: number, letters: string): string {
  return word.slice(0, at) + letters + word.slice(at + away);
}

function inside(word: string, pick: Pick): number {
  return pick(Array.from({ length: word.length - 2 }, (_, at) => at + 1));
}

function another(list: readonly string[], than: string, pick: Pick): string | null {
  const others = list.filter((one) => one !== than);
  return list.includes(than) && others.length > 0 ? pick(others) : null;
}

/** The ways of clerks: a slip of the fingers, a line of another paper left in place, the wrong line of a list. */
const WAYS: { readonly [way: string]: Slip } = {
  "a letter lost": { at: WORD, prose: true, instead: ([word], pick) => spliced(word, inside(word, pick), 1, "") },
  "letters swapped": {
    at: WORD,
    prose: true,
    instead([word], pick) {
      const at = inside(word, pick);
      return spliced(word, at, 2, `${word[at + 1]}${word[at]}`);
    },
  },
  "a letter twice": {
    at: WORD,
    prose: true,
    instead([word], pick) {
      const at = inside(word, pick);
      return spliced(word, at, 0, word[at] ?? "");
    },
  },
  "a word twice": { at: /(?<= )[а-яё]{3,}(?= )/gu, prose: true, instead: ([word]) => `${word} ${word}` },
  "a preposition lost": { at: /(?<= )(?:в|на|по|с|о|за|для|от) (?=[а-я])/gu, prose: true, instead: () => "" },
  "a wrong case": {
    at: /(?<= (?:по|для|о|с|к) [а-яё]{3,})(?:ия|ию|ий|ой|ым|ом|ов|ам)(?![а-яё])/gu,
    prose: true,
    instead: ([ending]) => ENDINGS[ending] ?? null,
  },
  "a quote left open": { at: /»/g, prose: true, instead: () => "" },
  "another person": {
    at: /(?<![\w-])[a-z]+-[a-z]{1,4}(?![\w-])/g,
    instead: ([id], pick, { people }) => another(people, id, pick),
  },
  "another school": {
    at: /(?<=(?:organisation|recipient|first|second|base|school): )[a-z\d-]+/g,
    instead: ([id], pick, { organisations }) => another(organisations, id, pick),
  },
  "another order": { at: /\d+[a-z]?-od-20\d\d/g, instead: ([id], pick, { orders }) => another(orders, id, pick) },
  "another year": {
    at: DAY,
    instead: ([, year, month, day], pick) => `${Number(year) + pick([1, -1])}-${month}-${day}`,
  },
  "day for month": {
    at: DAY,
    instead: ([, year, month, day = ""]) => (Number(day) <= 12 ? `${year}-${day}-${month}` : null),
  },
  "another month": {
    at: DAY,
    instead: ([, year, month, day = ""], pick) =>
      `${year}-${String(((Number(month) + pick([0, 10])) % 12) + 1).padStart(2, "0")}-${Number(day) > 28 ? "28" : day}`,
  },
  "digits of a code": {
    at: /(?<=(?:inn|ogrn|kpp|bik|okpo|[aA]ccount): ")\d+/g,
    instead([digits], pick) {
      const at = inside(digits, pick);
      return spliced(digits, at, 2, `${digits[at + 1]}${digits[at]}`);
    },
  },
  "another number": {
    at: /(?<=^number: ")\d+/g,
    instead: ([number], pick) => String(Number(number) + pick([1, -1, 10, 100])),
  },
  "a digit too many": {
    at: /(?<=(?:participants|teachers|students|organisations|events): )\d+/g,
    instead: ([number], pick) => `${number}${pick([0, 1, 5])}`,
  },
  "hours swapped": { at: /(\d\d:\d\d)–(\d\d:\d\d)/g, instead: ([, from, to]) => `${to}–${from}` },
};

/** So many different mistakes, each of another line or another change, the ways in turn. */
export function clerkMistakes(base: FaultBase, count: number, seed: number): readonly Mistake[] {
  const numbers = randoms(seed);
  const pick: Pick = (list) => list[Math.floor(numbers.next().value * list.length)] as (typeof list)[number];
  const files = [...base.texts].filter(([file]) => !/^(?:register|approvals)\//.test(file));
  const ids = (folder: string): string[] =>
    files.flatMap(([file]) => (file.startsWith(`${folder}/`) ? (/([^/]+)\.yaml$/.exec(file)?.[1] ?? []) : []));
  const names = { people: ids("people"), organisations: ids("organisations"), orders: ids("orders") };
  const places = Object.entries(WAYS).map(([way, slip]) => ({
    way,
    slip,
    found: files.flatMap(([file, text]) =>
      text
        .split("\n")
        .flatMap((line, at) =>
          line.startsWith("#") || (slip.prose && !PROSE.test(line))
            ? []
            : [...line.matchAll(slip.at)].map((found) => ({ file, line, at, found })),
        ),
    ),
  }));
  const made = new Map<string, Mistake>();
  for (let turn = 0; made.size < count && turn < count * 20; turn++) {
    const { way, slip, found } = places[turn % places.length] ?? { found: [] };
    if (found.length === 0 || slip === undefined || way === undefined) continue;
    const one = pick(found);
    const words = slip.instead(one.found as RegExpExecArray, pick, names);
    if (words === null || words === one.found[0]) continue;
    const to = spliced(one.line, one.found.index, one.found[0].length, words);
    made.set(`${one.file}:${one.at} ${to}`, { way, file: one.file, line: one.at + 1, from: one.line, to });
  }
  return [...made.values()];
}
