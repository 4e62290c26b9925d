import { describe, expect, it } from "vitest";
import {
  defineFindings,
  framesOf,
  inLanguage,
  type Reported,
  raise,
  reportGithub,
  reportGitlab,
  reportJson,
  reportJunit,
  reportPretty,
  reportSarif,
  sortDiagnostics,
  text,
} from "../../../../src/base/diagnostics/index.ts";

const SOURCE = "surname: Иванова\ngender: femal\npatronymic: Петровна\n";
const finding: Reported = {
  code: "TRC1101",
  severity: "error",
  title: "Значение не из списка",
  message: "Недопустимое значение «femal»",
  why: "Пол нужен для склонения",
  hints: ["Напишите: gender: feminine"],
  place: { file: "content/people/a.yaml", start: { line: 2, column: 9 }, end: { line: 2, column: 14 } },
  related: [
    { message: "другая запись", place: { file: "b.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } },
  ],
};
const input = {
  diagnostics: [finding],
  sources: (file: string) => (file.endsWith("a.yaml") ? SOURCE : undefined),
  colour: false,
};

describe("reportPretty", () => {
  it("shows what, where with the range underlined, why and what to write", () => {
    expect(reportPretty(input)).toBe(
      [
        "ошибка TRC1101: Недопустимое значение «femal»",
        "  --> content/people/a.yaml:2:9",
        "    1 │ surname: Иванова",
        "    2 │ gender: femal",
        "      │         ^^^^^",
        "    3 │ patronymic: Петровна",
        "  Почему: Пол нужен для склонения",
        "  Что сделать: Напишите: gender: feminine",
        "  Смотрите: другая запись (b.yaml:1:1)",
        "  Подробнее: trc explain TRC1101",
        "",
        "Ошибок: 1, предупреждений: 0, замечаний: 0.",
        "",
      ].join("\n"),
    );
  });

  it("names no line of a file that is no text", () => {
    const place = { file: "fonts/a.ttf", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const report = reportPretty({ ...input, diagnostics: [{ ...finding, place }] });
    expect(report.split("\n")[1]).toBe("  --> fonts/a.ttf");
  });

  it("says nothing when there is nothing to say", () => expect(reportPretty({ ...input, diagnostics: [] })).toBe(""));
});

describe("codeFrame", () => {
  it("cuts a very long line around the range and shows no control characters", () => {
    const source = `${"а".repeat(5000)}\u001b[31mERR${"б".repeat(5000)}`;
    const place = { file: "x", start: { line: 1, column: 5001 }, end: { line: 1, column: 5009 } };
    const frame = framesOf(() => source)(place) ?? "";
    expect(frame).toContain("‹U+001B›[31mERR");
    expect(frame).not.toContain("\u001b");
    expect(Math.max(...frame.split("\n").map((line) => line.length))).toBeLessThan(120);
  });

  it("shows what nobody sees by its code, and the marks stay under their text", () => {
    const place = { file: "x", start: { line: 1, column: 7 }, end: { line: 1, column: 8 } };
    expect(framesOf(() => "за\u200bм: \u202eок")(place)?.split("\n")).toEqual([
      "1 │ за‹U+200B›м: ‹U+202E›ок",
      "  │              ^^^^^^^^",
    ]);
  });

  it("reads a file once, however many places it has", () => {
    let read = 0;
    const frameOf = framesOf(() => `line ${++read}`);
    const place = { file: "x", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    expect([frameOf(place), frameOf(place)]).toEqual(["1 │ line 1\n  │ ^", "1 │ line 1\n  │ ^"]);
  });

  it("survives a place outside the text", () => {
    const place = { file: "x", start: { line: 99, column: 7 }, end: { line: 99, column: 8 } };
    expect(() => framesOf(() => "one line")(place)).not.toThrow();
  });
});

describe("characters that nobody sees", () => {
  const { TRC1101 } = defineFindings({ TRC1101: { title: text("Слово", "A word"), why: text("Поиск", "Search") } });
  const words = text("слово «за\u200bмок»", "the word “за\u202eмок”");
  const place = { file: "a.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const diagnostic = raise(TRC1101, {
    message: words,
    hints: words,
    related: [{ message: words, place }],
    place,
    actual: "за\u202eмок",
  });
  const reports = [reportPretty, reportJson, reportGithub, reportGitlab, reportJunit, reportSarif];

  it("stand in no report, and JSON keeps the data", () => {
    for (const language of ["ru", "en"] as const)
      for (const report of reports) {
        const written = report({
          ...input,
          sources: () => "а\u202eб",
          diagnostics: inLanguage([diagnostic], language),
        });
        expect(written).toContain(language === "ru" ? "за‹U+200B›мок" : "за‹U+202E›мок");
        expect(written).not.toMatch(/[\u200b\u202e]/);
      }
    const { actual, place } = JSON.parse(reportJson({ ...input, diagnostics: inLanguage([diagnostic], "ru") }))
      .diagnostics[0];
    expect([actual, place.file]).toEqual(["за\u202eмок", "a.yaml"]);
  });
});

describe("machine reporters", () => {
  it("json is one object with counts", () => {
    const report = JSON.parse(reportJson(input));
    expect(report).toMatchObject({ errors: 1, warnings: 0, infos: 0 });
    expect(report.diagnostics[0]).toMatchObject({ code: "TRC1101", place: { start: { line: 2, column: 9 } } });
  });

  it("github escapes what would end the command", () => {
    const line = reportGithub({ ...input, diagnostics: [{ ...finding, message: "100 %\nновая: строка", hints: [] }] });
    expect(line).toBe(
      "::error file=content/people/a.yaml,line=2,endLine=2,col=9,endColumn=14,title=TRC1101::100 %25%0Aновая: строка\n",
    );
  });
});

describe("raise", () => {
  const { TRC1101 } = defineFindings({
    TRC1101: {
      severity: "error",
      title: text("Имя", "Name"),
      why: text("Почему", "Why"),
      hints: [text("Исправьте", "Correct it")],
      norm: "п. 1",
    },
  });

  it("fills in what the definition says, and lets the finding say otherwise", () => {
    expect(raise(TRC1101, { message: text("Неверно", "Wrong") })).toEqual({
      code: "TRC1101",
      severity: "error",
      title: text("Имя", "Name"),
      message: text("Неверно", "Wrong"),
      why: text("Почему", "Why"),
      hints: [text("Исправьте", "Correct it")],
      norm: "п. 1",
    });
    const own = {
      message: text("Неверно", "Wrong"),
      severity: "info",
      why: text("Потому", "So"),
      hints: [text("Иначе", "Else")],
    } as const;
    expect(raise(TRC1101, own)).toMatchObject(own);
  });

  it("is given in one language, related places and all", () => {
    const place = { file: "a", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const found = raise(TRC1101, {
      message: text("Неверно", "Wrong"),
      related: [{ message: text("там", "there"), place }],
    });
    const shown = {
      title: "Name",
      message: "Wrong",
      why: "Why",
      hints: ["Correct it"],
      related: [{ message: "there", place }],
    };
    expect(inLanguage([found], "en")[0]).toMatchObject(shown);
  });
});

describe("sortDiagnostics", () => {
  it("orders by file and place and drops exact doubles", () => {
    const defined = defineFindings({
      TRC1101: {
        severity: "error",
        title: text("Имя", "Name"),
        why: text("Почему", "Why"),
        hints: text("Исправьте", "Correct it"),
      },
    });
    const at = (file: string, line: number) =>
      raise(defined.TRC1101, {
        message: text("Неверно", "Wrong"),
        place: { file, start: { line, column: 1 }, end: { line, column: 2 } },
      });
    const sorted = sortDiagnostics([at("b", 1), at("a", 9), at("a", 2), at("a", 9)]);
    expect(sorted.map(({ place }) => `${place?.file}${place?.start.line}`)).toEqual(["a2", "a9", "b1"]);
  });
});
