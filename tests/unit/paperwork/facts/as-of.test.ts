import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf, createViews } from "../../../../src/paperwork/facts/index.ts";
import { anyRecordsOf } from "../../../../src/paperwork/records/index.ts";
import { dossierOf } from "../../../support/plain-dossier.ts";

describe("what was otherwise earlier", () => {
  const person = {
    surname: "Белова",
    given: "Анна",
    gender: "feminine",
    cases: { genitive: "Беловой Анны" },
    phone: "3",
    positions: [{ title: "учитель", organisation: "school" }],
    earlier: [
      { to: "2026-07-10", surname: "Петрова", phone: "2" },
      { to: "2025-01-31", phone: "1" },
    ],
  };

  it("holds up to and including its last day, each property by itself", () => {
    const phones = ["2025-01-31", "2025-02-01", "2026-07-10", "2026-07-11"].map((day) => asOf(person, day).data.phone);
    expect(phones).toEqual(["1", "2", "2", "3"]);
    expect(asOf(person, "2025-01-01").data.surname).toBe("Петрова");
    expect(asOf(person, "2025-01-01").pointerTo("surname")).toBe("/earlier/0/surname");
    expect(asOf(person, "2026-07-11").pointerTo("surname")).toBe("/surname");
  });

  it("says what was not there yet", () => {
    const late = { ...person, earlier: [...person.earlier, { to: "2024-12-31", absent: ["phone", "patronymic"] }] };
    expect(asOf(late, "2024-12-31").data).not.toHaveProperty("phone");
    expect(asOf(late, "2025-01-01").data.phone).toBe("1");
    const soon = {
      ...person,
      earlier: [
        { to: "2026-08-31", absent: ["phone"] },
        { to: "2026-09-30", phone: "4" },
      ],
    };
    expect(["2026-08-31", "2026-09-30", "2026-10-01"].map((day) => asOf(soon, day).data.phone)).toEqual([
      undefined,
      "4",
      "3",
    ]);
  });

  it("leaves the forms of the later name to the later name", () => {
    expect(asOf(person, "2026-07-10").data.cases).toBeUndefined();
    expect(asOf(person, "2026-07-11").data.cases).toEqual({ genitive: "Беловой Анны" });
  });

  it("is what views of the day have", () => {
    const dossier = dossierOf({ people: { "belova-a": person } });
    const [record] = anyRecordsOf(dossier, "people");
    if (record === undefined) throw new Error("the record is there");
    const names = ["2026-07-10", "2026-07-11"].map(
      (day) => (createViews(dossier, day).of(record).name as { readonly text: string }).text,
    );
    expect(names).toEqual(["Петрова Анна", "Белова Анна"]);
  });

  it("does not depend on the order of the entries", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-01-${String(one).padStart(2, "0")}`);
    const entries = fc.uniqueArray(fc.record({ to: day, phone: fc.string() }), { selector: ({ to }) => to });
    fc.assert(
      fc.property(entries, day, (earlier, on) => {
        const found = asOf({ phone: "now", earlier }, on).data.phone;
        expect(asOf({ phone: "now", earlier: [...earlier].reverse() }, on).data.phone).toBe(found);
        const expected = earlier.filter(({ to }) => to >= on).sort((a, b) => (a.to < b.to ? -1 : 1))[0];
        expect(found).toBe(expected?.phone ?? "now");
      }),
    );
  });
});

describe("the post of a head", () => {
  const dossier = dossierOf({
    organisations: {
      school: {
        names: [{ full: "Школа" }],
        heads: [
          { person: "old", title: "директор", to: "2027-01-15" },
          { person: "deputy", title: "директор", from: "2027-01-16" },
        ],
      },
    },
    people: {
      deputy: { surname: "Ж", given: "С", positions: [{ title: "заместитель директора", organisation: "school" }] },
    },
  });

  it("comes from the term of the head, whatever the person's own record still says", () => {
    const [record] = anyRecordsOf(dossier, "people");
    if (record === undefined) throw new Error("the record is there");
    const posts = ["2027-01-15", "2027-01-16"].map(
      (day) => (createViews(dossier, day).of(record).position as { readonly text: string }).text,
    );
    expect(posts).toEqual(["заместитель директора", "директор"]);
  });
});
