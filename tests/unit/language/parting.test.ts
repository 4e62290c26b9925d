import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastParts, partingPlaces } from "../../../src/language/index.ts";

describe("a text that fits no line", () => {
  it.each([
    ["помещение", "по- ме- ще- ние"],
    ["Луговая-Полевая", "Лу- го- вая- По- ле- вая"],
    ["12.09.2025–15.10.2025", "12.09.2025– 15.10.2025"],
    ["12.09.2025-15.10.2025", "12.09.2025- 15.10.2025"],
    ["https://shkola-1.example.org/plan?page=2", "https:// shkola- 1. example. org/ plan? page= 2"],
    ["ivan_petrov@example.org", "ivan_ petrov@ example. org"],
    ["школа-помещение.рф@example.org", "школа- помещение. рф@ example. org"],
    ["раз,два", "раз, два"],
    ["приказом\u00a0№\u00a0119-ОД", "при- ка- зом №\u00a0119-ОД"],
    ["5\u00a0классов", "5 клас- сов"],
  ])("%s is parted at its places", (text, parts) => {
    expect(leastParts(text).join(" ")).toBe(parts);
  });

  it.each([
    "119-ОД",
    "2/2025-ТРЦ",
    "5–6",
    "10-А",
    "2025/2026",
    "05.09.2025",
    "1\u00a0250\u00a0000,50",
    "взгляд",
    "01-05/92",
    "СШ-ЦО",
    "А.\u00a0В.",
  ])("%s is never parted", (text) => {
    expect(partingPlaces(text)).toEqual([]);
  });

  it("is whole again when its parts are put together", () => {
    const unit = fc.constantFrom(...'абвеиоклмнстщАБ0129.,-–/@:_\u00a0№"«»az');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const places = partingPlaces(text);
        expect(places.every(({ at, next }, index) => at >= (places[index - 1]?.next ?? 0) && next >= at)).toBe(true);
        const whole = leastParts(text).map((part, index) => (places[index]?.hyphen ? part.slice(0, -1) : part));
        expect(whole.join("").replaceAll("\u00a0", "")).toBe(text.replaceAll("\u00a0", ""));
      }),
    );
  });
});
