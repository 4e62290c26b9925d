import { afterAll, describe, expect, it } from "vitest";
import { FINDINGS } from "../../src/desk/explain/index.ts";
import { RULES } from "../../src/paperwork/rules/index.ts";
import { FaultRun, shownFinding } from "../support/fault-run.ts";
import { readFaults } from "../support/faults.ts";

const faults = readFaults();
const run = new FaultRun();
afterAll(() => run.remove());

/** Without what is quoted, what follows a colon (a list of data, a line that is ready to be pasted), and numbers of documents. */
function withoutData(english: string): string {
  return english
    .replace(/«[^«»]*»/g, "")
    .replace(/«[^«»]*»|“[^”]*”|"[^"\n]*"/g, "")
    .replace(/:\s[\s\S]*$/, "")
    .replace(/\d+[а-яё]?-[А-ЯЁ]+/g, "");
}

describe("the fault corpus", () => {
  it.each(
    faults.map(
      (fault) => [`${fault.source}: ${fault.code} ${fault.file} ${fault.to?.slice(0, 40) ?? ""}`, fault] as const,
    ),
  )("%s", async (_name, fault) => {
    const { diagnostics, line } = await run.report(fault);
    const expected = fault.placeless ? fault.code : `${fault.code} ${fault.in ?? fault.file}:${line}`;
    expect(diagnostics.map(shownFinding)).toContain(expected);
    const own = diagnostics.filter(({ code }) => code === fault.code);
    for (const { title, message, why = title, hints, related = [] } of own) {
      // Every finding says what to do, and says all of it in English as well; what is Russian by nature is quoted.
      const said = [title, message, why, ...hints, ...related.map((one) => one.message)].map(({ en }) => en);
      expect(said.filter((en) => en === "" || /[а-яё]/i.test(withoutData(en)))).toEqual([]);
      expect(hints.length).toBeGreaterThan(0);
      // A reader's days have dots; the form of the records stands only where there is something to write.
      expect(message.ru.replace(/«[^«»]*»/g, "")).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
  });

  it("holds at least 250 faults, every rule at least twice", () => {
    expect(faults.length).toBeGreaterThanOrEqual(250);
    const count = (code: string): number => faults.filter((fault) => fault.code === code).length;
    // The engine never makes this one; its rule watches over it and is tried on made-up pages in finished.test.ts.
    const poor = RULES.filter(({ code }) => count(code) < 2 && code !== "TRC2508").map(
      ({ code }) => `${code}: ${count(code)}`,
    );
    expect(poor).toEqual([]);
    expect(faults.filter(({ code }) => !FINDINGS.has(code))).toEqual([]);
  });
});
