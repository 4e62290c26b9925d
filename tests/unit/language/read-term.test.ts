import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTerm, type Term, termWords, withWords } from "../../../src/language/index.ts";

describe("a term as people write it", () => {
  it.each<readonly [string, Term, boolean]>([
    ["октябрь", { month: "2025-10" }, true],
    ["Октябрь 2025 г.", { month: "2025-10" }, true],
    ["2025-10", { month: "2025-10" }, true],
    ["в октябре", { month: "2025-10" }, true],
    ["в течение октября", { month: "2025-10" }, false],
    ["март", { month: "2026-03" }, true],
    ["май", { month: "2026-05" }, true],
    ["05.10.2025", { date: "2025-10-05" }, true],
    ["5.10.25", { date: "2025-10-05" }, true],
    ["05.10", { date: "2025-10-05" }, true],
    ["5 марта", { date: "2026-03-05" }, true],
    ["«05» октября 2025 года", { date: "2025-10-05" }, true],
    ["2025-10-05", { date: "2025-10-05" }, true],
    ["до 15 октября", { by: "2025-10-15" }, true],
    ["не позднее 15.10.2025", { by: "2025-10-15" }, true],
    ["до конца октября", { by: "2025-10-31" }, true],
    ["с 10 октября", { from: "2025-10-10", to: "2026-08-31" }, false],
    ["сентябрь–октябрь", { months: { from: "2025-09", to: "2025-10" } }, true],
    ["Сентябрь - май", { months: { from: "2025-09", to: "2026-05" } }, true],
    ["с сентября по май", { months: { from: "2025-09", to: "2026-05" } }, true],
    ["ноябрь 2025 – февраль 2026 г.", { months: { from: "2025-11", to: "2026-02" } }, true],
    ["ноябрь – февраль 2026 г.", { months: { from: "2025-11", to: "2026-02" } }, true],
    ["сентябрь, октябрь", { inMonths: ["2025-09", "2025-10"] }, true],
    ["ноябрь, февраль", { inMonths: ["2025-11", "2026-02"] }, true],
    ["сентябрь, декабрь и май", { inMonths: ["2025-09", "2025-12", "2026-05"] }, true],
    ["октябрь, декабрь, март", { inMonths: ["2025-10", "2025-12", "2026-03"] }, true],
    ["сентябрь–ноябрь, март", { inMonths: ["2025-09", "2025-10", "2025-11", "2026-03"] }, true],
    ["сентябрь, декабрь 2025, май 2026", { inMonths: ["2025-09", "2025-12", "2026-05"] }, true],
    ["5, 12 и 19 ноября", { dates: ["2025-11-05", "2025-11-12", "2025-11-19"] }, true],
    ["15.10.2025, 12.02.2026", { dates: ["2025-10-15", "2026-02-12"] }, true],
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
    ["постоянно", { wholeYear: true }, true],
    ["ежемесячно", { every: "month" }, true],
    ["1 раз в четверть", { every: "term" }, true],
    ["каждый квартал", { every: "quarter" }, true],
    ["ежеквартально, в течение года", { every: "quarter" }, true],
    ["раз в полугодие", { every: "half-year" }, true],
    ["два раза в месяц", { wholeYear: true }, false],
    ["ежемесячно с октября по апрель", { months: { from: "2025-10", to: "2026-04" } }, false],
    ["осенние каникулы", { holidays: "autumn" }, true],
    ["в дни зимних каникул", { holidays: "winter" }, true],
    ["каникулы", { holidays: "all" }, true],
    ["осенние и весенние каникулы", { holidays: "all" }, false],
    ["в дни осенних, зимних и весенних каникул", { holidays: "all" }, false],
    ["по средам", { wholeYear: true }, false],
    ["по запросу школ", { wholeYear: true }, false],
    ["I квартал", { months: { from: "2026-01", to: "2026-03" } }, true],
    ["4 квартал", { months: { from: "2025-10", to: "2025-12" } }, true],
    ["III четверть", { months: { from: "2026-01", to: "2026-03" } }, false],
    ["в первой четверти", { months: { from: "2025-09", to: "2025-10" } }, false],
    ["1 полугодие", { months: { from: "2025-09", to: "2025-12" } }, true],
    ["второе полугодие", { months: { from: "2026-01", to: "2026-05" } }, true],
    ["зима", { months: { from: "2025-12", to: "2026-02" } }, false],
  ])("«%s»", (written, term, exact) => {
    expect(readTerm(written, 2025)).toEqual({ term, exact });
  });

  it.each([
    "",
    "31 июня",
    "31 июня, 5 июля",
    "скоро",
    "12",
    "32.10.2025",
    "14–10 ноября",
    "май – сентябрь",
    "кабинет 12",
  ])("«%s» is no term", (written) => {
    expect(readTerm(written, 2025)).toBeNull();
  });

  const date = fc
    .date({ min: new Date("2025-09-01"), max: new Date("2026-08-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const days = fc.uniqueArray(date, { minLength: 2, maxLength: 6 }).map((list) => list.sort());
  const months = days
    .map((list) => [...new Set(list.map((day) => day.slice(0, 7)))])
    .filter(({ length }) => length > 1);
  const pair = <T>(list: fc.Arbitrary<T[]>) => list.map((all) => ({ from: all[0] as T, to: all.at(-1) as T }));
  const term: fc.Arbitrary<Term> = fc.oneof(
    date.map((day) => ({ date: day })),
    date.map((day) => ({ by: day })),
    pair(days),
    days.map((dates) => ({ dates })),
    date.map((day) => ({ month: day.slice(0, 7) })),
    pair(months).map((span) => ({ months: span })),
    months.map((inMonths) => ({ inMonths })),
    fc.constantFrom("week", "month", "term", "quarter", "half-year").map((every) => ({ every }) as Term),
    fc.constantFrom("autumn", "winter", "spring", "summer", "all").map((holidays) => ({ holidays }) as Term),
    fc.constant({ wholeYear: true as const }),
  );

  it("is read back from the words that it prints, and needs no other words then", () => {
    fc.assert(
      fc.property(term, (one) => {
        const words = termWords(one) ?? "в течение года";
        expect(readTerm(words, 2025)).toEqual({ term: one, exact: true });
        expect(withWords(one, words)).toEqual(one);
      }),
    );
  });

  it("keeps the words it was written in, whatever they are", () => {
    fc.assert(
      fc.property(term, fc.stringMatching(/^[а-я][а-я0-9 ,.–-]{0,30}[а-я]$/), (one, words) => {
        const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").replace(/ ?[–-] ?/g, "–");
        expect(plain(termWords(withWords(one, words)) ?? "в течение года")).toBe(plain(words));
      }),
    );
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        readTerm(written, 2025);
      }),
    );
  });
});
