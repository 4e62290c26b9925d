import { describe, expect, it } from "vitest";
import type { ContentRecord, Dossier } from "../../../../src/paperwork/records/index.ts";
import { type KindSet, planDocuments, readKinds } from "../../../../src/typesetting/kinds/index.ts";

const KIND = `title: Приказ
group: "02 Приказы"
for: {collection: orders}
name: "Приказ {{record.number}}"
heading: Приказ
variant: order
requisites: [signature]
`;

function read(files: { readonly [inside: string]: string }): { readonly set: KindSet; readonly found: string[] } {
  const { value, diagnostics } = readKinds(
    Object.entries(files).map(([inside, text]) => ({
      inside,
      path: `templates/${inside}`,
      bytes: new TextEncoder().encode(text),
    })),
  );
  if (value === undefined) throw new Error("no kinds");
  return {
    set: value,
    found: diagnostics.map(({ code, place }) => `${code} ${place?.file ?? ""}:${place?.start.line ?? ""}`),
  };
}

describe("readKinds", () => {
  it("finds kinds by their folders, in the order of the set", () => {
    const { set, found } = read({
      "b/kind.yaml": KIND,
      "b/body.hbs": "б",
      "a/kind.yaml": KIND.replace("02", "03"),
      "a/body.hbs": "а",
      "partials/head.hbs": "г",
      "b/annex-list.hbs": "п",
    });
    expect(found).toEqual([]);
    expect(set.kinds.map(({ id }) => id)).toEqual(["b", "a"]);
    expect([...set.partials.keys()].sort()).toEqual(["a/body", "b/annex-list", "b/body", "head"]);
  });

  it.each([
    [
      "an unknown property",
      { "a/kind.yaml": `${KIND}colour: red\n`, "a/body.hbs": "" },
      "TRC1101 templates/a/kind.yaml:8",
    ],
    [
      "a missing property",
      { "a/kind.yaml": KIND.replace("variant: order\n", ""), "a/body.hbs": "х" },
      "TRC1102 templates/a/kind.yaml:1",
    ],
    ["no body", { "a/kind.yaml": KIND }, "TRC3003 templates/a/kind.yaml:1"],
    [
      "no template of an annex",
      { "a/kind.yaml": `${KIND}annexes:\n  - {id: list, file: annex-list.hbs, title: Перечень}\n`, "a/body.hbs": "х" },
      "TRC3003 templates/a/kind.yaml:9",
    ],
    ["bad YAML", { "a/kind.yaml": "title: [а\n", "a/body.hbs": "х" }, "TRC1000 templates/a/kind.yaml:1"],
    ["nothing at all", {}, "TRC3006 :"],
  ])("reports %s", (_what, files, expected) =>
    expect(read(files as { readonly [inside: string]: string }).found).toContain(expected),
  );
});

describe("planDocuments", () => {
  const place = { file: "x", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const record = (id: string, kind: string | null, data: ContentRecord["data"] = {}): ContentRecord => ({
    collection: "orders",
    id,
    file: id,
    source: id,
    kind,
    data,
    schema: "",
    text: "",
    spans: [],
    placeAt: () => place,
    placeOf: () => place,
    keyPlaceOf: () => place,
  });
  const dossier = (...records: ContentRecord[]): Dossier => ({
    collections: new Map([["orders", new Map(records.map((one) => [one.id, one]))]]),
    schemas: { schemas: new Map(), kinds: new Set() },
  });
  const sheets = KIND.replace("{collection: orders}", "{collection: orders, each: any, where: {present: acknowledge}}");

  it("makes a kind for its own records, and one for any record that has what it needs", () => {
    const { set } = read({
      "order/kind.yaml": KIND,
      "order/body.hbs": "х",
      "sheet/kind.yaml": sheets,
      "sheet/body.hbs": "х",
    });
    const { value, diagnostics } = planDocuments(
      set,
      dossier(
        record("a", "order", { acknowledge: ["x"] }),
        record("b", "order", { acknowledge: [] }),
        record("c", "order"),
      ),
    );
    expect(value?.map(({ id }) => id)).toEqual(["order.a", "order.b", "order.c", "sheet.a"]);
    expect(diagnostics).toEqual([]);
  });

  it("reports a record of a kind that nobody describes: its document would be missing in silence", () => {
    const { set } = read({ "order/kind.yaml": KIND, "order/body.hbs": "х" });
    expect(
      planDocuments(set, dossier(record("a", "ordre"))).diagnostics.map(({ code, actual }) => [code, actual]),
    ).toEqual([["TRC3004", "ordre"]]);
  });
});
