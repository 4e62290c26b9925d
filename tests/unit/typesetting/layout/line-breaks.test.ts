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

describe("neighbours by the classes of UAX #14", () => {
  const ALL = "а5,/)(«!-–—\u00a0\u2060…%№";
  it.each([
    ["а letter", "а", "—"],
    ["a figure", "5", "—"],
    ["a comma", ",", "(—…%№"],
    ["a slash", "/", ""],
    ["a closing bracket", ")", "(—…%№"],
    ["an opening bracket", "(", ""],
    ["a quotation mark", "«", ""],
    ["an exclamation mark", "!", "а5(—…%№"],
    ["a hyphen", "-", "а5(—…%№"],
    ["an en dash", "–", "а5(—…%№"],
    ["an em dash", "—", "а5(…%№"],
    ["a no-break space", "\u00a0", ""],
    ["a word joiner", "\u2060", ""],
    ["an ellipsis", "…", "а5(—%№"],
    ["a per cent sign", "%", "(—…%№"],
    ["a number sign", "№", "(—…%№"],
  ])("behind %s a line may end before these alone", (_, left, before) => {
    expect([...ALL].filter((right) => processorUnitsOf(left + right).length > 1).join("")).toBe(before);
  });

  it.each([
    ["a sign goes with a figure in brackets, not with a word in them", "%(5 №(5 %(а", "%(5|№(5|%¦(а"],
    ["a number goes on over its marks up to a sign", "5)№ 5/№ 5,№ 5)% 5/5", "5)№|5/№|5,№|5)%|5/5"],
    ["a bracket behind a word ends no number", "а)№ а)%", "а)¦№|а)¦%"],
    ["a number begins anew behind what is none of its marks", "5-а)№", "5-¦а)¦№"],
    ["two em dashes are not parted even over a space", "— — а", "—~—|а"],
    ["a dash is parted from a word over a space", "а — б", "а|—|б"],
    ["all spaces in a row stand at one end", "(  а  ) б", "(~а~)|б"],
    ["a space before the first word is a unit", " а", "|а"],
    ["a mark behind spaces at the very end binds nothing", "а( ", "а(|"],
  ])("%s", (_, text, expected) => expect(shown(text, processorUnitsOf)).toBe(expected));

  it("a forced break ends a unit with the spaces before it, an empty line is a unit, and neither is tight", () => {
    const lines = (text: string): (readonly [string, number, boolean, boolean])[] =>
      unitsOf(text).map(({ start, end, next, forced, tight }) => [text.slice(start, end), next, forced, tight]);
    expect(lines("(  \nб")).toEqual([
      ["(", 4, true, false],
      ["б", 5, false, false],
    ]);
    expect(lines("а\n\nб\n")).toEqual([
      ["а", 2, true, false],
      ["", 3, true, false],
      ["б", 5, true, false],
    ]);
  });

  it.each([
    ["signs of a number", "№-№ 119-ОД 5–а", "№-¦№|119-ОД|5–а"],
    ["figures behind a dash", "СШ-2 школа-5", "СШ-2|школа-5"],
    ["Roman figures, not Latin words", "XIX–XX ab–XX XX–ab", "XIX–XX|ab–¦XX|XX–¦ab"],
    ["up to four capitals behind a hyphen", "план-МБОУ план-ДОСААФ план-Центр", "план-МБОУ|план-¦ДОСААФ|план-¦Центр"],
    ["double names of people and places", "Луговая-Полевая луговая-Полевая", "Луговая-Полевая|луговая-¦Полевая"],
    ["short forms of words", "ст-ца кол-во ст-раница на-гора", "ст-ца|кол-¦во|ст-¦раница|на-¦гора"],
    ["abbreviations with a full stop", "физ.-мат. физ.-5", "физ.-мат.|физ.-5"],
  ])("are not parted: %s", (_, text, expected) => expect(shown(text)).toBe(expected));
});
