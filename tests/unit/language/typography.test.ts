import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubledStops, TYPOGRAPHY_RULES, typeset } from "../../../src/language/index.ts";

const shown = (text: string): string => text.replaceAll("\u00a0", "~");
/** What a reader reads: the spaces plain, the marks as they were typed. */
const read = (text: string): string =>
  text.replaceAll("\u00a0", " ").replaceAll("„", "«").replaceAll("“", "»").replaceAll("–", "-");

describe("typography", () => {
  it.each([
    ["numbers", "№ 5 и § 3", "№~5 и §~3"],
    ["numbers", "в пункте 3.2 и приложении 1", "в пункте~3.2 и приложении~1"],
    ["abbreviations", "г. Смоленск, ул. Мира", "г.~Смоленск, ул.~Мира"],
    ["abbreviations", "ст. 15, п. 3.2, ч. 4", "ст.~15, п.~3.2, ч.~4"],
    ["abbreviations", "в 2025 г., кв. 5 и т. д.", "в 2025~г., кв.~5 и~т.~д."],
    ["initials", "И. И. Петров и Петров И. И.", "И.~И.~Петров и Петров~И.~И."],
    ["units", "5 лет и 95 %", "5~лет и 95~%"],
    ["units", "от 5 сентября до «05» мая", "от 5~сентября до «05»~мая"],
    ["groups", "всего 1 302 569 знаков", "всего 1~302~569 знаков"],
    ["groups", "пункты 3.1 200 и 5,1 250", "пункты 3.1 200 и 5,1 250"],
    ["dashes", "слово – дело - всё", "слово~– дело~– всё"],
    ["quotes", "приказ «О плане «Школы» на год»", "приказ «О плане „Школы“ на год»"],
    ["quotes", "«одно», «другое» и «непарные", "«одно», «другое» и «непарные"],
    ["shortWords", "в школе и в саду", "в~школе и~в~саду"],
  ] as const)("%s: %s", (rule, text, expected) => {
    const others = TYPOGRAPHY_RULES.filter((one) => one !== rule);
    expect(shown(typeset(text, new Set(others)))).toBe(expected);
    expect(typeset(text, new Set(TYPOGRAPHY_RULES))).toBe(text);
  });

  it.each([
    ["приказ подписала Седых Л. Н..", "приказ подписала Седых Л. Н."],
    ["учебники и т. д.. Далее", "учебники и т. д. Далее"],
    ["(2025 г..), «и др..»; 5 %..", "(2025 г.), «и др.»; 5 %."],
    ["Л.\u00a0Н.. \ufffc", "Л.\u00a0Н. \ufffc"],
    ["подумать... и так…", "подумать... и так…"],
    ["как?.. вот!..", "как?.. вот!.."],
    [
      "с. 1..5, https://example.org/a..b, ../файл, content/..",
      "с. 1..5, https://example.org/a..b, ../файл, content/..",
    ],
    ["ждать.... долго", "ждать.... долго"],
  ])("a doubled full stop of «%s»", (text, expected) => {
    const once = text.split("");
    for (const at of doubledStops(text)) once[at] = "";
    expect(once.join("")).toBe(expected);
    expect(doubledStops(expected)).toEqual([]);
  });

  it("puts one mark for another, changes no word, and does nothing the second time", () => {
    const text = fc.string({ unit: fc.constantFrom(..."вкси №§.,г т5%–-«»()АИПетров\n \u00a0"), maxLength: 60 });
    fc.assert(
      fc.property(text, (source) => {
        const once = typeset(source);
        expect(once).toHaveLength(source.length);
        expect(read(once)).toBe(read(source));
        expect(typeset(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
