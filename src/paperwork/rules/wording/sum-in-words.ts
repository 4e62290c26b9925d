import { folded } from "../../../base/text/index.ts";
import { CASES, cardinal, countForm } from "../../../language/index.ts";
import { type Finder, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

/** The sum in words is the sum in figures. */
export const sumInWords: WordingRule = {
  code: "TRC4119",
  title: text("Прописью не то число, что цифрами", "The number in words is not that in figures"),
  validations: ["V57"],
  why: text(
    "При расхождении суммы цифрами и прописью договор можно оспорить",
    "When figures and words differ the agreement can be disputed",
  ),
  norm: "ГК РФ, статья 424; практика исполнения договоров",
  example: inOrder(
    "выплатить 12 500 (двенадцать тысяч шестьсот) рублей",
    "выплатить 12 500 (двенадцать тысяч пятьсот) рублей",
  ),
  recordsOnly: true,
  findText: together(roubles(), anything()),
};

/** Sums of money; the whole is put right with its noun. */
function roubles(): Finder {
  return replacing(
    /(\d[\d\s\u00a0\u202f]*\d|\d)([\s\u00a0]*)\(([\p{L}\s\u00a0]+)\)([\s\u00a0]+)(рубль|рубля|рублей)(?!\p{L})/giu,
    ([, figures = "", gap, words = "", space, noun = ""]) => {
      const amount = Number(figures.replace(/\D/g, ""));
      if (!Number.isSafeInteger(amount) || amount > 999_999_999) return null;
      const right = cardinal(amount);
      const roubles = countForm(amount, "рубль", "рубля", "рублей");
      const plain = (value: string): string =>
        folded(value)
          .replace(/[\s\u00a0]+/g, " ")
          .trim();
      // The whole may stand in another case: only the nominative is checked word for word.
      const other = (["genitive", "accusative"] as const).some(
        (name) => plain(words) === plain(cardinal(amount, { case: name })) && plain(words) !== plain(right),
      );
      if (other || (plain(words) === plain(right) && noun.toLowerCase() === roubles)) return null;
      return `${figures}${gap}(${right})${space}${roubles}`;
    },
    { safe: false },
  );
}

const GENDERS = ["masculine", "feminine", "neuter"] as const;

/** Every form of a number in words; where a thousand may stand without «одна», both. */
function formsOf(amount: number): readonly string[] {
  return CASES.flatMap((name) =>
    GENDERS.flatMap((gender) =>
      [true, false].flatMap((animate) => {
        const form = cardinal(amount, { case: name, gender, animate }).replaceAll("ё", "е");
        return [form, form.replace(/^од\p{L}+ (?=тысяч|миллион)/u, "")];
      }),
    ),
  );
}

let numerals: ReadonlySet<string> | undefined;

/** Words of cardinal numbers and of nothing else: neither «пятый» nor «пятеро», nor «семинар». */
function isNumeral(word: string): boolean {
  const round = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 2000, 5000, 1_000_000, 2_000_000, 5_000_000];
  numerals ??= new Set(
    [...Array(100).keys(), ...round].flatMap((amount) => formsOf(amount).flatMap((form) => form.split(" "))),
  );
  return numerals.has(word);
}

/** «12 (двенадцать) грамот», in whatever case and gender. */
function anything(): Finder {
  return replacing(
    /(?<![\p{L}\d.,/№-])(?<!\d[ \u00a0\u202f])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,6})([ \u00a0])\((\p{Ll}+(?:[ \u00a0]\p{Ll}+){0,5})\)(?![ \u00a0]рубл)/gu,
    ([, figures = "", gap, words = ""]) => {
      const amount = Number(figures.replace(/\D/g, ""));
      const said = words.replaceAll("ё", "е").replaceAll("\u00a0", " ");
      if (!said.split(" ").every(isNumeral) || formsOf(amount).includes(said)) return null;
      return `${figures}${gap}(${cardinal(amount)})`;
    },
    { safe: false },
  );
}
