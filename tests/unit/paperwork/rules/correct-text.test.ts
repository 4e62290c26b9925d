import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fix } from "../../../../src/base/diagnostics/index.ts";
import { correctText } from "../../../../src/paperwork/rules/index.ts";
import { FaultBase } from "../../../support/fault-base.ts";
import { runs } from "../../../support/runs.ts";

const base = new FaultBase("content");
const FILE = "orders/2026/11-od-2026.yaml";
/** Its document is in the register of the sample. */
const ISSUED = "orders/2025/119-od-2025.yaml";
const SLIPS = [
  "исполнить приказ N 88-ОД",
  "согласно приказа директора",
  "по окончанию конференции",
  "заключить  договора",
  "'школа \"Первая\" , вторая'",
  '"школа \\"Первая\\""',
  "план ОО-ТРЦ",
  "жюри - трое",
  "приказ № 88-ОД от 08.09.2025",
  "в течении месяца",
  "4.6.Для участия",
];

function corrupt(slips: readonly string[]): string {
  const items = slips.map((slip) => `  # примечание\n  - text:   ${slip}   # и здесь\n`).join("");
  return (base.texts.get(FILE) ?? "").replace(/items:\n[\s\S]*?(?=executor:)/, `items:\n${items}`);
}

const known = new Map<string, Fix[]>();

/** Fixes of a text; the same text is asked about several times. */
function fixes(text: string): Fix[] {
  const found = known.get(text) ?? base.check({ [FILE]: text }).flatMap(({ fix }) => (fix?.safe === true ? [fix] : []));
  known.set(text, found);
  return found;
}

/** Corrects until nothing is left, as repeated runs of the command do. */
function corrected(text: string): string {
  let now = text;
  for (let turn = 0; turn < 8; turn++) {
    const next = correctText(now, fixes(now)).text;
    if (next === now) return now;
    now = next;
  }
  throw new Error("correcting does not come to an end");
}

describe("correcting the wording", () => {
  it("changes nothing but the ranges, keeps comments and layout, and is idempotent", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SLIPS), { minLength: 1, maxLength: 6 }), (slips) => {
        const before = corrupt(slips);
        const { text, made } = correctText(before, fixes(before));
        let at = 0;
        let rest = text;
        for (const { start, end, replacement } of made) {
          const kept = before.slice(at, start);
          expect(rest.startsWith(kept + replacement)).toBe(true);
          rest = rest.slice(kept.length + replacement.length);
          at = end;
        }
        expect(rest).toBe(before.slice(at));
        const done = corrected(before);
        expect(corrected(done)).toBe(done);
        expect(fixes(done)).toEqual([]);
        expect(done.match(/#/g)).toHaveLength(before.match(/#/g)?.length ?? 0);
      }),
      { numRuns: runs(12, 200) },
    );
  });

  it("writes what should stand there", () => {
    const done = corrected(corrupt(["согласно приказа N 88-ОД", "'школа \"Первая\" , вторая'"]));
    expect(done).toContain("- text:   согласно приказу № 88-ОД   # и здесь");
    expect(done).toContain("- text:   'школа «Первая», вторая'   # и здесь");
  });

  it("makes no change that would spoil the YAML", () => {
    const text = "given: Алла\n";
    const bad: Fix = { file: "", start: 7, end: 11, replacement: "{", safe: true };
    expect(correctText(text, [bad])).toEqual({ text, made: [] });
  });

  it("leaves a record whose document is issued to another order", () => {
    const text = (base.texts.get(ISSUED) ?? "").replace(/^subject: .*/m, "subject: О плане N 5");
    const found = base.check({ [ISSUED]: text }).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ safe }) => safe)).toEqual([]);
  });

  it("takes no certificate for words", () => {
    const person = "people/berezkina-mp.yaml";
    const pem =
      "certificates:\n  - |\n    -----BEGIN CERTIFICATE-----\n    ab/N12+N7=\n    -----END CERTIFICATE-----\n";
    expect(base.check({ [person]: `${base.texts.get(person)}${pem}` })).toEqual([]);
  });
});
