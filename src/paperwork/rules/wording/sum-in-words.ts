import { cardinal, countForm } from "../../../language/index.ts";
import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** The sum in words is the sum in figures. */
export const sumInWords: WordingRule = {
  code: "TRC4119",
  title: text("Сумма прописью не равна сумме цифрами", "The sum in words is not the sum in figures"),
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
  findText: replacing(
    /(\d[\d\s\u00a0\u202f]*\d|\d)([\s\u00a0]*)\(([\p{L}\s\u00a0]+)\)([\s\u00a0]+)(рубль|рубля|рублей)(?!\p{L})/giu,
    ([, figures = "", gap, words = "", space, noun = ""]) => {
      const amount = Number(figures.replace(/\D/g, ""));
      if (!Number.isSafeInteger(amount) || amount > 999_999_999) return null;
      const right = cardinal(amount);
      const roubles = countForm(amount, "рубль", "рубля", "рублей");
      const plain = (value: string): string =>
        value
          .toLowerCase()
          .replace(/[\s\u00a0]+/g, " ")
          .replaceAll("ё", "е")
          .trim();
      // The whole may stand in another case: only the nominative is checked word for word.
      const other = (["genitive", "accusative"] as const).some(
        (name) => plain(words) === plain(cardinal(amount, { case: name })) && plain(words) !== plain(right),
      );
      if (other || (plain(words) === plain(right) && noun.toLowerCase() === roubles)) return null;
      return `${figures}${gap}(${right})${space}${roubles}`;
    },
    { safe: false },
  ),
};
