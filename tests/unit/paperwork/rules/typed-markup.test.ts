import { describe, expect, it } from "vitest";
import type { WordingRule } from "../../../../src/paperwork/rules/rule.ts";
import { rubbish } from "../../../../src/paperwork/rules/wording/rubbish.ts";
import { typedMarkup } from "../../../../src/paperwork/rules/wording/typed-markup.ts";
import { typedSigns } from "../../../../src/paperwork/rules/wording/typed-signs.ts";

const RULES: readonly WordingRule[] = [rubbish, typedMarkup, typedSigns];
const codesOf = (raw: string): string[] =>
  RULES.filter((rule) => "findText" in rule && [...rule.findText(raw)].length > 0).map(({ code }) => code);

describe("what is typed in place of words in a record", () => {
  it.each([
    [
      "places to put a value in",
      "TRC4111",
      [`${"$"}{ФИО}`, "{ФИО}", "<ФИО>", "[ФИО]", "%ФИО%", "@ФИО@", "#ФИО#", "[указать срок]"],
    ],
    [
      "places to write in",
      "TRC4111",
      ["принято ........", "……………", "дата / / 2025", "«__» мая", "[дата приказа]", "[НОМЕР ПРИКАЗА]"],
    ],
    [
      "lists",
      "TRC4125",
      ["- слово", "-слово", "• слово", "– слово", "1.слово", "1. Слово", "1.1. Слово", "(1) слово", "IV. Слово"],
    ],
    ["check boxes", "TRC4125", ["[ ] слово", "- [v] слово", "-[ ] слово", "[] слово", "слово [х]"]],
    [
      "emphasis",
      "TRC4125",
      ["**слово**", "слово*", "*слово", "//слово//", "<<слово>>", "((слово))", "`слово`", "==слово=="],
    ],
    [
      "directives",
      "TRC4125",
      [
        "слово:br слово",
        "::title",
        ":::table",
        "слово[^1]",
        "[слова](https://example.org)",
        "<https://example.org>",
        "<school@example.org>",
        "## Слово",
      ],
    ],
    ["signs", "TRC4126", ["<= 5", "не >= 10", "+-5 %", "+/- 5 %", "60х90 см", "10 x 15"]],
  ])("%s: %s", (_, code, texts) => {
    for (const text of texts) expect([text, codesOf(text)]).toEqual([text, [code]]);
  });

  it.each([
    "и/или, «[…]», [1], слово [12, с. 5], (а (б) в), -5 °C, № 5–6, 1/2 ставки, 5 % и 6 %, С++",
    "ОТДЕЛЕНИЕ СМОЛЕНСК БАНКА РОССИИ//УФК по Смоленской области",
    "https://example.org/a_b//c?x=%D0%90%D0%B1, school@example.org, @example",
    "12.09.2025 начато, 9.30 – открытие, в 10:30, 1:100, 2 × 3, х. Новый, 5 х",
    "-ОД",
    "1 сентября",
    "III квартал",
    "как сказано: «да…», «нет».. и так далее...",
    "сказал [директор] и ушёл, а) первое",
  ])("legitimate words are no finding: %s", (text) => expect(codesOf(text)).toEqual([]));
});
