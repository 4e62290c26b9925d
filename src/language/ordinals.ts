import { adjectiveForm } from "./adjectives.ts";
import { cardinal, type NumeralForm } from "./numbers.ts";

/** Values of the words below, in their order. */
const VALUES = [
  ...Array.from({ length: 20 }, (_, index) => index + 1),
  ...[30, 40, 50, 60, 70, 80, 90],
  ...[100, 200, 300, 400, 500, 600, 700, 800, 900],
];
const named = (words: string): [number, string][] =>
  words.split(/\s+/).map((word, index) => [VALUES[index] ?? 0, word]);

const ORDINALS = new Map(
  named(`первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый
    одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый
    тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый
    сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый`),
);

/** Ordinals of round thousands are one word: «двадцатипятитысячный»; the largest parts first. */
const THOUSANDS = named(`одно двух трёх четырёх пяти шести семи восьми девяти десяти
  одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати
  тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто
  сто двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот`).reverse();

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
