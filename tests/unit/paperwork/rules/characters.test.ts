import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";

const base = new FaultBase("content");
const ORDER = "orders/2025/119-od-2025.yaml";
const PERSON = "people/melnik-ab.yaml";

/** `CODE severity` of what the two rules find when some words of a file are changed, and what they would write. */
function found(file: string, from: string, to: string): (string | undefined)[][] {
  const text = base.texts.get(file) ?? "";
  expect(text).toContain(from);
  return base
    .check({ [file]: text.replace(from, () => to) })
    .filter(({ code }) => code === "TRC4122" || code === "TRC4123")
    .map(({ code, severity, expected }) => [`${code} ${severity}`, expected]);
}

const task = (words: string): (string | undefined)[][] =>
  found(ORDER, "принять заявки на участие в конференции", words);

describe("letters of two alphabets", () => {
  it.each([
    ["провести Cеминар", "Семинар"],
    ["провести c учителями", "с"],
    ["исполнить приказ № 12-K-ОД", "12-К-ОД"],
    ["установить Wоrd", "Word"],
    ["установить COВA", "СОВА"],
  ])("in «%s» are found, with the one to write", (words, right) => {
    expect(task(words)).toEqual([["TRC4123 warning", right]]);
  });

  it.each([
    "провести урок в IT-классе",
    "подключить USB-порты и Wi-Fi",
    "пригласить XX класс и 9 A класс",
    "купить iPhone, веб-камеру и 3D-принтер",
    "обработать webсайт",
  ])("«%s» is left alone", (words) => expect(task(words)).toEqual([]));

  it("in a name or a number are an error", () => {
    expect(found(PERSON, "given: Алла", "given: Aлла")).toEqual([["TRC4123 error", "Алла"]]);
    expect(found(ORDER, 'number: "119-ОД"', 'number: "119-OД"')).toContainEqual(["TRC4123 error", "119-ОД"]);
  });
});

describe("characters that nobody sees", () => {
  it.each([..."\u00ad\u200b\u200d\u200e\u2060\u206a\ufe0f\ufeff\u{e0041}\u2028"])("%j is found", (character) => {
    expect(task(`"принять за${character}явки"`)).toEqual([["TRC4122 warning", ""]]);
    expect(found(PERSON, "given: Алла", `given: "Ал${character}ла"`)).toEqual([["TRC4122 error", ""]]);
  });

  it("are found when an escape brings them in, and in values that are no prose", () => {
    expect(task('"принять за\\u200Bявки"')).toEqual([["TRC4122 warning", ""]]);
    expect(found("centre.yaml", "https://centre.example.org", "https://centre.example.org/\u200b")).toContainEqual([
      "TRC4122 error",
      "",
    ]);
  });

  it.each([..."\u202a\u202e\u2066\u2069"])("%j turns a text, and no file may hold it", (character) => {
    const codes = (file: string, text: string): string[] => base.check({ [file]: text }).map(({ code }) => code);
    const order = base.texts.get(ORDER) ?? "";
    expect(codes(ORDER, order.replace("принять", `при${character}нять`))).toEqual(["TRC1004"]);
    const escaped = `\\u${character.charCodeAt(0).toString(16)}`;
    expect(codes(ORDER, order.replace("принять заявки на участие в конференции", `"при${escaped}нять"`))).toEqual([
      "TRC1004",
    ]);
  });

  it("spaces that do not break are no such characters", () => {
    expect(task("принять 5\u00a0заявок, 10\u202fруб., 7\u2011й класс")).toEqual([]);
  });
});
