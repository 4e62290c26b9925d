import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CASES, inflect, requestOf } from "../../../src/language/index.ts";

/** Texts that leave every kind of doubt. */
const DOUBTED = [
  ["surname", "Горошек", "male"],
  ["surname", "Калина", "female"],
  ["surname", "Миша", "male"],
  ["surname", "Каша", "female"],
  ["surname", "Smith", "male"],
  ["surname", "Гавриш", "male"],
  ["surname", "Иванова", "male"],
  ["surname", "Петров", "female"],
  ["surname", "Гёрлих", "male"],
  ["surname", "Арсений", "male"],
  ["surname", "Стрепей", "male"],
  ["surname", "Гамалея", "female"],
  ["given", "Данило", "male"],
  ["given", "Мирей-Анна", "male"],
  ["given", "Айсулуь", "female"],
  ["given", "Anna", "female"],
  ["person", "Иванова Мария Петрович", "female"],
  ["person", "Ким Женя", ""],
  ["position", "фрезерист-вербовщик", ""],
  ["position", "и. о. директор", ""],
  ["org", "Лицей Росток", ""],
  ["org", "посёлок Дубрава", ""],
  ["org", "мегацентр", ""],
  ["participle", "шкаф", "m"],
  ["counted", "день", ""],
  ["cardinal", "много", ""],
  ["date", "вчера", ""],
] as const;
const LISTS = ["declension-sample", "people", "things", "numbers"];

const reasons = [
  ...DOUBTED,
  ...LISTS.flatMap((name) =>
    readFileSync(`tests/fixtures/language/${name}.tsv`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t").slice(0, 3) as [string, string, string]),
  ),
].flatMap(([group, lemma = "", gender = ""]) =>
  CASES.flatMap((name) => {
    const request = requestOf({ group, lemma, gender, case: name });
    const reason = "fault" in request ? request.fault : inflect(request).reason;
    return reason === null ? [] : [reason];
  }),
);

describe("what is uncertain in a form", () => {
  it("is given in both languages, Russian words only quoted in the English", () => {
    const reported = new Map(reasons.map((reason) => [reason.ru, reason.en]));
    expect(reported.size).toBeGreaterThan(25);
    for (const [ru, en] of reported) {
      expect(ru).toMatch(/[а-яё]/i);
      expect(en.replace(/“[^”]*”|\([^)]*\)/g, "")).not.toMatch(/[а-яё«»]/i);
      // What is quoted is the same in both.
      expect(en.match(/(?<=“)[^”]*/g) ?? []).toEqual(ru.match(/(?<=«)[^»]*/g) ?? []);
    }
  });
});
