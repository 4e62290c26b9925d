import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** «5 рабочих дней», not «5 дней». */
export const kindOfDays: WordingRule = {
  code: "TRC4109",
  title: text("Срок без слов «рабочих» или «календарных»", "A term without «рабочих» or «календарных»"),
  validations: ["V40"],
  severity: "warning",
  why: text(
    "Без слов «рабочих» или «календарных» срок понимают по-разному",
    "Without «рабочих» or «календарных» the term is read in two ways",
  ),
  norm: "ГК РФ, статьи 190–194",
  example: inOrder("рассмотреть заявки в течение 5 дней", "рассмотреть заявки в течение 5 рабочих дней"),
  findText: replacing(
    /(?<!\p{L})(в[\s\u00a0]+течение|не[\s\u00a0]+позднее(?:[\s\u00a0]+чем[\s\u00a0]+за)?|через|за|спустя)([\s\u00a0]+\d+(?:[\s\u00a0]*\([^)]*\))?[\s\u00a0]+)(день|дня|дней)(?!\p{L})/giu,
    ([, before, number, noun]) => `${before}${number}${noun === "день" ? "рабочий" : "рабочих"} ${noun}`,
    {
      message: (found) => text(`«${found}»: рабочих или календарных?`, `"${found}": working or calendar days?`),
      safe: false,
    },
  ),
};
