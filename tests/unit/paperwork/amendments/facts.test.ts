import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { YamlData } from "../../../../src/base/yaml/index.ts";
import { FactFault, withFact } from "../../../../src/paperwork/amendments/fact.ts";
import { findFacts } from "../../../../src/paperwork/amendments/find-facts.ts";
import { runs } from "../../../support/runs.ts";

type Fields = { readonly [key: string]: YamlData };

const word = fc.constantFrom("olga", "petr", "anna", "ivan", "a/b", "c~d");
const item = fc.record({ direction: fc.constantFrom("a", "b", "c/d", "e~f", "g"), person: word, days: fc.nat(9) });
/** Data as records have them: values, sets of properties, lists of names, lists of items that are named. */
const data: fc.Arbitrary<Fields> = fc.record(
  {
    coordinator: word,
    to: fc.constantFrom("2026-08-31", "2027-08-31"),
    term: fc.record({ from: word, until: word }, { requiredKeys: [] }),
    people: fc.uniqueArray(word),
    days: fc.array(fc.nat(3)),
    responsibilities: fc.uniqueArray(item, { selector: ({ direction }) => direction }),
    table: fc.array(fc.array(word)),
  },
  { requiredKeys: [] },
);

function replayed(before: Fields, after: Fields): Fields {
  return findFacts(before, after).reduce<Fields>((made, change) => {
    const next = withFact(made, change);
    if (next instanceof FactFault) throw new Error(JSON.stringify([change, next]));
    return next;
  }, before);
}

describe("changes of facts", () => {
  it("make of one state what the other says, whatever the two are", () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        expect(replayed(before, after)).toEqual(after);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });

  it("are none between equal states", () => {
    fc.assert(
      fc.property(data, (one) => {
        expect(findFacts(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: runs(100, 2000) },
    );
  });

  it("stand at the smallest named place", () => {
    const before = { responsibilities: [{ direction: "олимпиады", person: "olga", deputy: "petr" }], to: "2026-08-31" };
    const after = { responsibilities: [{ direction: "олимпиады", person: "anna", deputy: "petr" }], to: "2026-08-31" };
    expect(findFacts(before, after)).toEqual([{ at: "responsibilities/олимпиады/person", set: "anna" }]);
  });

  it("that lead nowhere say which step does, and what there is", () => {
    const before = { responsibilities: [{ direction: "олимпиады", person: "olga" }] };
    expect(withFact(before, { at: "responsibilities/семинары/person", set: "anna" })).toEqual(
      new FactFault("семинары", ["олимпиады"]),
    );
    expect(withFact(before, { at: "coordinator", remove: true })).toEqual(
      new FactFault("coordinator", ["responsibilities"]),
    );
    expect(withFact(before, { at: "responsibilities/семинары", set: { direction: "иное", person: "anna" } })).toEqual(
      new FactFault("семинары", ["олимпиады"]),
    );
  });
});
