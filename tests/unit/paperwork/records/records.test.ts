import { describe, expect, it } from "vitest";
import { createViews, type View, ViewError } from "../../../../src/paperwork/facts/index.ts";
import { type Dossier, findAnyRecord, readRecords, readSchemas } from "../../../../src/paperwork/records/index.ts";

const CENTRE = `names: [{full: школа «Первая», gender: feminine}]
territory: town
locality: г. Первый
address: 199000, г. Первый
inn: "6700000014"
kpp: "670001001"
ogrn: "1026700000018"
heads: [{person: ivanova, title: директор, to: 2025-12-31}, {person: petrov, title: директор, from: 2026-01-01}]
authority: {basis: charter, title: Устава}
abbreviation: ТРЦ
committee: committee
institute: committee
`;
const GOOD: { readonly [path: string]: string } = {
  "centre.yaml": CENTRE,
  "territories/town.yaml":
    "names: [{full: город Первый, short: Первый, common: город, gender: masculine}]\nregion: Первая область\n",
  "organisations/committee.yaml":
    "role: committee\nnames:\n  - {full: комитет, gender: masculine, to: 2025-06-30}\n  - {full: управление, gender: neuter, from: 2025-08-01}\nterritory: town\nlocality: г. Первый\n",
  "people/ivanova.yaml":
    "surname: Иванова\ngiven: Анна\ngender: feminine\npositions: [{title: директор, organisation: centre, to: 2025-12-31}]\n",
  "people/petrov.yaml":
    "surname: Петров\ngiven: Олег\npatronymic: Ильич\ngender: masculine\npositions: [{title: директор, organisation: centre, from: 2026-01-01}]\n",
};

function read(
  changes: { readonly [path: string]: string } = {},
  kinds: { readonly [kind: string]: object } = {},
): { readonly dossier: Dossier; readonly found: string[]; readonly hints: string } {
  const schemas = readSchemas(
    Object.entries(kinds).map(([kind, schema]) => ({
      inside: `${kind}/schema.json`,
      path: `templates/${kind}/schema.json`,
      bytes: Buffer.from(JSON.stringify(schema)),
    })),
  );
  const files = Object.entries({ ...GOOD, ...changes }).map(([inside, text]) => ({
    inside,
    path: `content/${inside}`,
    bytes: new TextEncoder().encode(text),
  }));
  if (schemas.value === undefined) throw new Error("no schemas");
  const { value, diagnostics } = readRecords(files, schemas.value);
  if (value === undefined) throw new Error("no dossier");
  return {
    dossier: value,
    found: diagnostics.map(
      ({ code, place }) => `${code} ${place?.file.replace("content/", "")}:${place?.start.line}:${place?.start.column}`,
    ),
    hints: diagnostics.flatMap(({ hints }) => hints.map(({ ru }) => ru)).join("\n"),
  };
}

const person = (change: (text: string) => string): { readonly [path: string]: string } => ({
  "people/petrov.yaml": change(GOOD["people/petrov.yaml"] ?? ""),
});

describe("records", () => {
  it("that are good give no findings", () => expect(read().found).toEqual([]));

  it.each([
    [
      "a misspelt key",
      person((text) => text.replace("given:", "gven:")),
      ["TRC1101 people/petrov.yaml:2:1"],
      "имелось в виду: given",
    ],
    [
      "a missing property",
      person((text) => text.replace("gender: masculine\n", "")),
      ["TRC1102 people/petrov.yaml:1:1"],
      "Добавьте строку: gender: feminine",
    ],
    [
      "a number for a text",
      person((text) => text.replace("Ильич", "15")),
      ["TRC1103 people/petrov.yaml:3:13"],
      'Возьмите значение в кавычки: patronymic: "15"',
    ],
    ["no value", person((text) => text.replace(" Ильич", "")), ["TRC1103 people/petrov.yaml:3:12"], "удалите строку"],
    [
      "a value out of the list",
      person((text) => text.replace("masculine", "mascline")),
      ["TRC1104 people/petrov.yaml:4:9"],
      "имелось в виду: masculine",
    ],
    [
      "an impossible date",
      person((text) => text.replace("2026-01-01", "2026-02-30")),
      ["TRC1105 people/petrov.yaml:5:59"],
      "ГГГГ-ММ-ДД",
    ],
    [
      "a wrong form",
      { "centre.yaml": CENTRE.replace("6700000014", "670000001") },
      ["TRC1106 centre.yaml:5:6"],
      "6700000014",
    ],
    [
      "an empty list",
      person((text) => text.replace(/\[\{.*\}\]/, "[]")),
      ["TRC1107 people/petrov.yaml:5:12"],
      "Добавьте",
    ],
    [
      "a dangling reference",
      { "centre.yaml": CENTRE.replace("person: petrov", "person: petrow") },
      ["TRC2001 centre.yaml:8:70"],
      "имелось в виду: petrov",
    ],
    [
      "a reference into an empty folder",
      { "districts/d.yaml": "name: округ\ngender: masculine\nbase: school\nschools: []\n" },
      ["TRC2001 districts/d.yaml:3:7"],
      "Есть: committee, centre",
    ],
    ["a file name in Russian", { "people/петров.yaml": "a: 1\n" }, ["TRC1020 people/петров.yaml:1:1"], "латинскими"],
    ["an unknown folder", { "peple/x.yaml": "a: 1\n" }, ["TRC1021 peple/x.yaml:1:1"], "имелось в виду: people"],
    [
      "a file outside its folder",
      { "center.yaml": "a: 1\n" },
      ["TRC1021 center.yaml:1:1"],
      "имелось в виду: centre.yaml",
    ],
    [
      "the same id in two subfolders",
      { "people/a/petrov.yaml": GOOD["people/petrov.yaml"] ?? "" },
      ["TRC1022 people/petrov.yaml:1:1"],
      "Переименуйте",
    ],
    ["a list for a record", person(() => "- а\n"), ["TRC1024 people/petrov.yaml:1:1"], "surname: Иванова"],
    ["no kind", { "orders/x.yaml": "number: '1'\n" }, ["TRC1025 orders/x.yaml:1:1"], "Бывают"],
  ])("with %s are reported at the place, with the way out", (_what, changes, found, hint) => {
    const result = read(changes as { readonly [path: string]: string });
    expect(result.found).toEqual(expect.arrayContaining(found));
    expect(result.found.filter((one) => !found.includes(one) && !one.startsWith("TRC2001"))).toEqual([]);
    expect(result.hints).toContain(hint);
  });

  it("with several mistakes tell them all in one run, each once", () => {
    const { found } = read({
      ...person((text) => text.replace("masculine", "m").replace("surname", "sername")),
      "centre.yaml": CENTRE.replace("committee: committee", "committee: comitee"),
    });
    expect(found.map((one) => one.slice(0, 7)).sort()).toEqual(["TRC1101", "TRC1104", "TRC2001"]);
  });

  it("with a number in place of a reference have one mistake, not two", () => {
    const { found } = read({ "centre.yaml": CENTRE.replace("committee: committee", "committee: 5") });
    expect(found.map((one) => one.slice(0, 7))).toEqual(["TRC1103"]);
  });

  it("that cannot be read are not called missing where others refer to them", () => {
    expect(read({ "people/petrov.yaml": "surname: [\n" }).found).toEqual(["TRC1000 people/petrov.yaml:1:10"]);
  });

  it("of an activity take exactly one kind of term", () => {
    const activity = (period: string): string =>
      `plan: p\ndirection: d\ntitle: т\nform: other\naudience: [а]\nperiod: ${period}\nplace: п\nresponsible: [petrov]\nexpected: р\n`;
    const codes = (period: string): string[] =>
      read({ "activities/a.yaml": activity(period) })
        .found.map((one) => one.slice(0, 7))
        .filter((code) => code !== "TRC2001");
    expect(codes("{month: 2025-10}")).toEqual([]);
    expect(codes("{month: 2025-10, date: 2025-10-01}")).toEqual(["TRC1110"]);
    expect(codes("{}")).toEqual(["TRC1110"]);
  });

  it.each([
    ["its id", "trc:/schemas/1/common.json#/$defs/date", []],
    ["a short path", "../../schemas/common.json#/$defs/date", []],
    ["a path to the schemas of the project", "../../content/.schemas/common.json#/$defs/date", []],
    ["a folder of the program", "../../src/schemas/common.json#/$defs/date", ["TRC1014 warning"]],
  ])("of a kind that names a shared schema by %s are checked by it", (_, $ref, hints) => {
    const schema = {
      type: "object",
      properties: { kind: { const: "memo", "x-publish": "keep" }, day: { $ref, "x-publish": "keep" } },
    };
    const file = {
      inside: "memo/schema.json",
      path: "templates/memo/schema.json",
      bytes: Buffer.from(JSON.stringify(schema)),
    };
    const { diagnostics } = readSchemas([file]);
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(hints);
    expect(diagnostics.every(({ place }) => place?.file === file.path && place.start.column > 1)).toBe(true);
    expect(read({ "documents/1.yaml": "kind: memo\nday: 2025-02-30\n" }, { memo: schema }).found).toEqual([
      "TRC1105 documents/1.yaml:2:6",
    ]);
  });

  it("of a kind with its own schema are checked by both schemas", () => {
    const schema = {
      allOf: [{ $ref: "../../schemas/order.json" }],
      unevaluatedProperties: false,
      properties: { kind: { const: "order-new" }, extra: { type: "string" } },
      required: ["extra"],
    };
    const order =
      'kind: order-new\nnumber: "1"\ndate: 2025-01-10\nissuer: centre\nsubject: О чём\ncontrol: self\ncaseIndex: "01-05"\n';
    expect(read({ "orders/1.yaml": `${order}extra: да\n` }, { "order-new": schema }).found).toEqual([]);
    expect(read({ "orders/1.yaml": `${order}extra: да\nmore: нет\n` }, { "order-new": schema }).found).toEqual([
      "TRC1101 orders/1.yaml:9:1",
    ]);
    expect(read({ "orders/1.yaml": order.replace("О чём", "5") }, { "order-new": schema }).found).toEqual([
      "TRC1103 orders/1.yaml:5:10",
      "TRC1102 orders/1.yaml:1:1",
    ]);
  });
});

describe("views", () => {
  const view = (date: string, collection: string, id: string): View => {
    const { dossier } = read();
    const record = findAnyRecord(dossier, collection, id);
    if (record === undefined) throw new Error(id);
    return createViews(dossier, date).of(record);
  };
  const textOf = (value: unknown): unknown => (value as { readonly text: string }).text;

  it.each([
    ["2025-06-30", "комитет"],
    ["2025-08-01", "управление"],
    ["2030-01-01", "управление"],
  ])("on %s take the name %s", (date, name) => {
    expect(textOf(view(date, "organisations", "committee").full)).toBe(name);
  });

  it.each([
    ["2025-12-31", "Иванова Анна"],
    ["2026-01-01", "Петров Олег Ильич"],
  ])("on %s the head is %s", (date, name) => {
    const head = view(date, "organisations", "centre").head as { readonly person: View };
    expect(textOf(head.person.name)).toBe(name);
  });

  it("say which periods exist when none holds the date", () => {
    expect(() => view("2025-07-15", "organisations", "committee").full).toThrow(ViewError);
    try {
      void view("2025-07-15", "organisations", "committee").full;
    } catch (error) {
      expect((error as ViewError).diagnostic).toMatchObject({
        code: "TRC2002",
        place: { file: "content/organisations/committee.yaml", start: { line: 3 } },
      });
      expect((error as ViewError).diagnostic.hints[0]?.ru).toContain("«комитет» – с начала … 2025-06-30");
    }
  });

  it("show an absent optional property as null and have no inherited ones", () => {
    const shown = view("2025-09-01", "people", "ivanova");
    expect(shown.patronymic).toBeNull();
    expect("constructor" in shown).toBe(false);
    expect(Object.hasOwn(shown, "toString")).toBe(false);
  });

  it("follow references round a ring and give one view a record", () => {
    const { dossier } = read();
    const views = createViews(dossier, "2025-09-01");
    const centre = views.of(findAnyRecord(dossier, "centre", "centre") ?? (undefined as never));
    const person = (centre.head as { readonly person: View }).person;
    expect(person.organisation).toBe(centre);
    expect([...views.used].map(({ source }) => source).sort()).toEqual(["centre.yaml", "people/ivanova.yaml"]);
  });
});
