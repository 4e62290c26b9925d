import { Case as NumeralCase, Gender as NumeralGender, numeralize } from "numeralize-ru";
import { adjectiveForm } from "./adjectives.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

const NBSP = "\u00a0";

const CASE_OF = {
  nominative: NumeralCase.Nominative,
  genitive: NumeralCase.Genitive,
  dative: NumeralCase.Dative,
  accusative: NumeralCase.Accusative,
  instrumental: NumeralCase.Instrumental,
  prepositional: NumeralCase.Prepositional,
} as const;
const GENDER_OF = {
  masculine: NumeralGender.Masculine,
  feminine: NumeralGender.Feminine,
  neuter: NumeralGender.Neuter,
} as const;

export type NumeralForm = { readonly case?: GrammaticalCase; readonly gender?: Gender; readonly animate?: boolean };

/** Cardinal in words: `cardinal(2, {case: "genitive"})` → «двух». @throws RangeError for a number that is not a safe non-negative integer */
export function cardinal(value: number, form: NumeralForm = {}): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
  return numeralize(
    value,
    GENDER_OF[form.gender ?? "masculine"],
    CASE_OF[form.case ?? "nominative"],
    form.animate ?? false,
  );
}

/** The form of a counted word after a number: 1 лист, 2 листа, 5 листов, 11 листов; a fraction takes the second. */
export function countForm(value: number, one: string, few: string, many: string): string {
  if (!Number.isInteger(value)) return few;
  const tens = Math.abs(value) % 100;
  const units = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** Digits with a comma and, from five digits, groups of three parted by no-break spaces: «12 500,5». */
export function formatNumber(value: number, digits = 0): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NBSP) : whole;
  return (value < 0 ? "−" : "") + grouped + (fraction === undefined ? "" : `,${fraction}`);
}

/** Roubles in figures and words: «12 500 (двенадцать тысяч пятьсот) рублей 00 копеек». @throws RangeError as `cardinal` */
export function moneyInWords(amount: number): string {
  const kopecks = Math.round(amount * 100);
  const roubles = Math.floor(kopecks / 100);
  const rest = kopecks % 100;
  const word = countForm(roubles, "рубль", "рубля", "рублей");
  const small = countForm(rest, "копейка", "копейки", "копеек");
  return `${formatNumber(roubles)} (${cardinal(roubles)}) ${word} ${String(rest).padStart(2, "0")}${NBSP}${small}`;
}

const ORDINALS = new Map<number, string>([
  [0, "нулевой"],
  [1, "первый"],
  [2, "второй"],
  [3, "третий"],
  [4, "четвёртый"],
  [5, "пятый"],
  [6, "шестой"],
  [7, "седьмой"],
  [8, "восьмой"],
  [9, "девятый"],
  [10, "десятый"],
  [11, "одиннадцатый"],
  [12, "двенадцатый"],
  [13, "тринадцатый"],
  [14, "четырнадцатый"],
  [15, "пятнадцатый"],
  [16, "шестнадцатый"],
  [17, "семнадцатый"],
  [18, "восемнадцатый"],
  [19, "девятнадцатый"],
  [20, "двадцатый"],
  [30, "тридцатый"],
  [40, "сороковой"],
  [50, "пятидесятый"],
  [60, "шестидесятый"],
  [70, "семидесятый"],
  [80, "восьмидесятый"],
  [90, "девяностый"],
  [100, "сотый"],
  [200, "двухсотый"],
  [300, "трёхсотый"],
  [400, "четырёхсотый"],
  [500, "пятисотый"],
  [600, "шестисотый"],
  [700, "семисотый"],
  [800, "восьмисотый"],
  [900, "девятисотый"],
  [1000, "тысячный"],
  [2000, "двухтысячный"],
  [3000, "трёхтысячный"],
]);

/** Ordinal in words: only the last word declines, «две тысячи двадцать пятого». @throws RangeError above 3999 or for a fraction */
export function ordinal(value: number, form: NumeralForm = {}): string {
  if (!Number.isInteger(value) || value < 0 || value > 3999) throw new RangeError(`no ordinal for ${value}`);
  const last =
    [value % 100 < 21 ? value % 100 : value % 10, value % 100, value % 1000, value].find(
      (part) => part > 0 && ORDINALS.has(part),
    ) ?? 0;
  const before = value - last;
  const word = ordinalWord(last, form);
  return before === 0 ? word : `${cardinal(before)} ${word}`;
}

function ordinalWord(value: number, form: NumeralForm): string {
  const word = ORDINALS.get(value) ?? "";
  const grammaticalCase = form.case ?? "nominative";
  const gender = form.gender ?? "masculine";
  if (value === 3) return third(grammaticalCase, gender, form.animate ?? false);
  return adjectiveForm(word, { case: grammaticalCase, gender, number: "singular", animate: form.animate ?? false });
}

/** «Третий» declines with a soft sign: третьего, третья, третье. */
function third(grammaticalCase: GrammaticalCase, gender: Gender, animate: boolean): string {
  if (gender === "feminine")
    return {
      nominative: "третья",
      genitive: "третьей",
      dative: "третьей",
      accusative: "третью",
      instrumental: "третьей",
      prepositional: "третьей",
    }[grammaticalCase];
  const nominative = gender === "neuter" ? "третье" : "третий";
  const accusative = gender === "masculine" && animate ? "третьего" : nominative;
  return {
    nominative,
    genitive: "третьего",
    dative: "третьему",
    accusative,
    instrumental: "третьим",
    prepositional: "третьем",
  }[grammaticalCase];
}
