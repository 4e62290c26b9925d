import { describe, expect, it } from "vitest";
import { type Reported, reportJunit } from "../../../../src/base/diagnostics/index.ts";
import { escapeXml, renderXml } from "../../../../src/base/text/index.ts";

describe("renderXml", () => {
  it("escapes text and attributes, marks what XML cannot hold, leaves out what is empty", () => {
    expect(escapeXml('A & <b> "c" \u0001 $&')).toBe("A &amp; &lt;b&gt; &quot;c&quot; · $&amp;");
    const node = [
      "a",
      [
        ["b", "1 < 2", { x: '"' }],
        ["c", null],
        ["d", ""],
        ["e", null, { y: "1" }],
      ],
    ] as const;
    expect(renderXml(node)).toBe('<a>\n  <b x="&quot;">1 &lt; 2</b>\n  <e y="1"/>\n</a>\n');
  });
});

describe("reportJunit", () => {
  const finding = (severity: Reported["severity"], file: string): Reported => ({
    code: "TRC1001",
    severity,
    title: "Поля",
    message: "Нет <поля>",
    hints: ["Впишите его"],
    place: { file, start: { line: 3, column: 2 }, end: { line: 3, column: 4 } },
  });
  const report = (diagnostics: readonly Reported[], waived: Parameters<typeof reportJunit>[0]["waived"] = []): string =>
    reportJunit({ diagnostics, waived, sources: () => undefined, colour: false });

  it("gives a suite a file and counts what fails and what is skipped", () => {
    const waived = [{ diagnostic: finding("warning", "b.yaml"), reason: "old", date: "2025-01-02" }];
    const text = report([finding("error", "a.yaml"), finding("info", "a.yaml")], waived as never);
    expect(text).toContain('<testsuites name="trc" tests="3" failures="1">');
    expect(text).toContain('<testsuite name="a.yaml" tests="2" failures="1" errors="0" skipped="0">');
    expect(text).toContain('<testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="1">');
    expect(text).toContain('<testcase classname="a.yaml" name="TRC1001 (3:2)">');
    expect(text).toContain(
      '<failure type="error" message="TRC1001: Нет &lt;поля&gt;">Нет &lt;поля&gt;\nВпишите его</failure>',
    );
    expect(text).toContain("<system-out>Нет &lt;поля&gt;</system-out>");
    expect(text).toContain('<skipped message="old (2025-01-02)"/>');
  });

  it("of nothing reports one check that passed", () => {
    expect(report([])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trc" tests="1" failures="0">\n  <testsuite name="trc" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="trc" name="check"/>\n  </testsuite>\n</testsuites>\n',
    );
  });
});
