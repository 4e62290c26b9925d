import { adjectiveForm } from "./adjectives.ts";
import { cardinal, type NumeralForm } from "./numbers.ts";

const ORDINALS = new Map<number, string>([
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
]);

/** Ordinals of round thousands are one word: «двадцатипятитысячный». */
const THOUSANDS: readonly (readonly [number, string])[] = [
  [900, "девятисот"],
  [800, "восьмисот"],
  [700, "семисот"],
  [600, "шестисот"],
  [500, "пятисот"],
  [400, "четырёхсот"],
  [300, "трёхсот"],
  [200, "двухсот"],
  [100, "сто"],
  [90, "девяносто"],
  [80, "восьмидесяти"],
  [70, "семидесяти"],
  [60, "шестидесяти"],
  [50, "пятидесяти"],
  [40, "сорока"],
  [30, "тридцати"],
  [20, "двадцати"],
  [19, "девятнадцати"],
  [18, "восемнадцати"],
  [17, "семнадцати"],
  [16, "шестнадцати"],
  [15, "пятнадцати"],
  [14, "четырнадцати"],
  [13, "тринадцати"],
  [12, "двенадцати"],
  [11, "одиннадцати"],
  [10, "десяти"],
  [9, "девяти"],
  [8, "восьми"],
  [7, "семи"],
  [6, "шести"],
  [5, "пяти"],
  [4, "четырёх"],
  [3, "трёх"],
  [2, "двух"],
  [1, "одно"],
];

/** Ordinal in words: only the last word declines, «две тысячи двадцать пятого». @throws RangeError above 999 999 or for a fraction */
export function ordinal(value: number, form: NumeralForm = {}): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) throw new RangeError(`no ordinal for ${value}`);
  if (value === 0) return word("нулевой", form);
  const last = lastPart(value);
  const before = value - last;
  const ending = word(last >= 1000 ? thousandth(last / 1000) : (ORDINALS.get(last) ?? ""), form);
  return before === 0 ? ending : `${cardinal(before)} ${ending}`;
}

/** The part of the number that the last word names: 2025 → 5, 2011 → 11, 2400 → 400, 25 000 → 25 000. */
function lastPart(value: number): number {
  const small = value % 100;
  if (small > 0) return small <= 20 ? small : small % 10 || small;
  return value % 1000 || value;
}

function thousandth(thousands: number): string {
  if (thousands === 1) return "тысячный";
  let rest = thousands;
  let stem = "";
  for (const [size, part] of THOUSANDS) {
    if (rest < size) continue;
    stem += part;
    rest -= size;
  }
  return `${stem}тысячный`;
}

function word(
  nominative: string,
  { case: name = "nominative", gender = "masculine", animate = false, number = "singular" }: NumeralForm,
): string {
  return adjectiveForm(nominative, { case: name, gender, number, animate });
}
