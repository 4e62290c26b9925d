import { describe, expect, it } from "vitest";
import { processorUnitsOf, unitsOf } from "../../../../src/typesetting/layout/line-breaks.ts";

/** The places where a line may end, shown as bars; a tight space (one that only ends a line when it does not fit itself) as a tilde. */
function shown(text: string, units = unitsOf): string {
  return units(text)
    .map(({ start, end, next, tight }) => text.slice(start, end) + (next > end ? (tight ? "~" : "|") : "¦"))
    .join("")
    .replace(/¦$/, "");
}

describe("places where a line may end", () => {
  it.each([
    ["behind spaces only, in plain words", "приказ об учёте", "приказ|об|учёте"],
    ["never at a no-break space", "ст.\u00a028 закона", "ст.\u00a028|закона"],
    ["behind a hyphen", "научно-методический", "научно-¦методический"],
    ["not inside a number of a document", "119-ОД 2/2025-ТРЦ ТРЦ-15 8-а", "119-ОД|2/2025-ТРЦ|ТРЦ-15|8-а"],
    ["not between two signs of a number", "№№\u00a05", "№№\u00a05"],
    ["not inside a double name", "Луговая-Полевая", "Луговая-Полевая"],
    ["not at a no-break hyphen", "10\u201111 классы", "10\u201111|классы"],
    ["behind an en dash inside a word", "понедельник–пятница", "понедельник–¦пятница"],
    ["not inside a range", "2025–2026 5–6 XIX–XX", "2025–2026|5–6|XIX–XX"],
    ["on both sides of an em dash", "вопрос—ответ", "вопрос¦—¦ответ"],
    ["not next to quotation marks", "приказ-«образец» (далее)", "приказ-«образец»|(далее)"],
    ["not behind a slash", "и/или", "и/или"],
    ["not inside a number", "14:30 8,5 1/2 +7(495)000", "14:30|8,5|1/2|+7(495)000"],
    ["behind question and exclamation marks", "plan?year=2026", "plan?¦year=2026"],
    ["not between a number and its sign", "50% №5 $100 20°", "50%|№5|$100|20°"],
    ["a space before a closing mark is tight", "слово ! далее", "слово~!|далее"],
    ["a space behind an opening mark is tight", "( слово )", "(~слово~)"],
    ["an empty text has none", "", ""],
  ])("%s", (_, text, expected) => expect(shown(text)).toBe(expected));

  it("are more for a word processor, which knows neither numbers of documents nor ranges", () => {
    expect(shown("119-ОД 5–6 Луговая-Полевая", processorUnitsOf)).toBe("119-¦ОД|5–¦6|Луговая-¦Полевая");
  });

  it("keeps every character in exactly one unit", () => {
    const text = " два  пробела\nи-перенос/строки — конец ";
    expect(
      unitsOf(text)
        .map(({ start, next }) => text.slice(start, next))
        .join(""),
    ).toBe(text);
  });
});
