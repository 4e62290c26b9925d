import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodText, readPeriod } from "../../../../src/desk/exchange/index.ts";

describe("a term as people type it", () => {
  it.each([
    ["октябрь", { month: "2025-10" }, true],
    ["Октябрь 2025 г.", { month: "2025-10" }, true],
    ["в октябре", { month: "2025-10" }, true],
    ["март", { month: "2026-03" }, true],
    ["май", { month: "2026-05" }, true],
    ["05.10.2025", { date: "2025-10-05" }, true],
    ["5.10.25", { date: "2025-10-05" }, true],
    ["05.10", { date: "2025-10-05" }, true],
    ["5 марта", { date: "2026-03-05" }, true],
    ["«05» октября 2025 года", { date: "2025-10-05" }, true],
    ["2025-10-05", { date: "2025-10-05" }, true],
    ["до 15 октября", { date: "2025-10-15" }, false],
    ["сентябрь–октябрь", { months: { from: "2025-09", to: "2025-10" } }, true],
    ["Сентябрь - май", { months: { from: "2025-09", to: "2026-05" } }, true],
    ["ноябрь 2025 – февраль 2026 г.", { months: { from: "2025-11", to: "2026-02" } }, true],
    ["сентябрь, октябрь", { months: { from: "2025-09", to: "2025-10" } }, true],
    ["октябрь, декабрь, март", { months: { from: "2025-10", to: "2026-03" } }, false],
    ["конец октября", { month: "2025-10" }, false],
    ["2-я неделя октября", { month: "2025-10" }, false],
    ["10–14 ноября", { from: "2025-11-10", to: "2025-11-14" }, true],
    ["с 10 по 14 ноября 2025 г.", { from: "2025-11-10", to: "2025-11-14" }, true],
    ["28 октября – 3 ноября", { from: "2025-10-28", to: "2025-11-03" }, true],
    ["10-14.11.2025", { from: "2025-11-10", to: "2025-11-14" }, true],
    ["10.11.2025–14.11.2025", { from: "2025-11-10", to: "2025-11-14" }, true],
    ["22.12–10.01", { from: "2025-12-22", to: "2026-01-10" }, true],
    ["28 декабря – 10 января 2026 г.", { from: "2025-12-28", to: "2026-01-10" }, true],
    ["28.12.2025–10.01", { from: "2025-12-28", to: "2026-01-10" }, true],
    ["в течение года", { wholeYear: true }, true],
    ["В течение учебного года", { wholeYear: true }, true],
    ["ежемесячно", { wholeYear: true }, false],
    ["по запросу школ", { wholeYear: true }, false],
    ["I квартал", { months: { from: "2026-01", to: "2026-03" } }, true],
    ["4 квартал", { months: { from: "2025-10", to: "2025-12" } }, true],
    ["1 полугодие", { months: { from: "2025-09", to: "2025-12" } }, true],
    ["второе полугодие", { months: { from: "2026-01", to: "2026-05" } }, true],
    ["зима", { months: { from: "2025-12", to: "2026-02" } }, false],
  ])("«%s»", (typed, period, exact) => {
    expect(readPeriod(typed, 2025)).toEqual({ period, exact });
  });

  it.each(["", "31 июня", "скоро", "12", "32.10.2025", "14–10 ноября", "кабинет 12"])("«%s» is no term", (typed) => {
    expect(readPeriod(typed, 2025)).toBeNull();
  });

  it("is read back from the words that the export writes", () => {
    const date = fc
      .date({ min: new Date("2025-09-01"), max: new Date("2026-08-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const two = fc.tuple(date, date).map((pair) => pair.sort() as [string, string]);
    const period = fc.oneof(
      date.map((day) => ({ date: day })),
      two.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to })),
      date.map((day) => ({ month: day.slice(0, 7) })),
      two
        .filter(([from, to]) => from.slice(0, 7) < to.slice(0, 7))
        .map(([from, to]) => ({ months: { from: from.slice(0, 7), to: to.slice(0, 7) } })),
      fc.constant({ wholeYear: true }),
    );
    fc.assert(
      fc.property(period, (one) => {
        expect(readPeriod(periodText(one), 2025)).toEqual({ period: one, exact: true });
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        readPeriod(typed, 2025);
      }),
    );
  });
});
