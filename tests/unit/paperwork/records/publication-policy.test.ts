import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSchemas } from "../../../../src/paperwork/records/index.ts";

/** Findings of one kind's schema: `TRC6501:4 surname`. */
function faults(schema: object | string): string[] {
  const text = typeof schema === "string" ? schema : JSON.stringify(schema, null, 2);
  const file = {
    inside: "kind/schema.json",
    path: "templates/kind/schema.json",
    bytes: new TextEncoder().encode(text),
  };
  return readSchemas([file]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

const object = (properties: object, required: string[] = []): object => ({ type: "object", required, properties });

describe("policies of publication", () => {
  it("are there for every property of every kind, and of the shared schemas", () => {
    for (const kind of readdirSync("templates")) {
      const path = `templates/${kind}/schema.json`;
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch {
        continue;
      }
      expect(readSchemas([{ inside: `${kind}/schema.json`, path, bytes }]).diagnostics, path).toEqual([]);
    }
  });

  it("may not be missing or misspelt, however deep the property stands", () => {
    const deep = object({
      rows: { type: "array", "x-publish": "keep", items: object({ remark: { type: "string" } }) },
      cells: {
        type: "array",
        "x-publish": "keep",
        items: { type: "array", items: object({ person: { type: "string" } }) },
      },
      note: { type: "string", "x-publish": "hide" },
    });
    expect(faults(deep)).toEqual([
      "TRC6501 /properties/rows/items/properties/remark",
      "TRC6501 /properties/cells/items/items/properties/person",
      "TRC6501 /properties/note",
    ]);
  });

  it("are inherited only from a parent that is dropped whole", () => {
    expect(faults(object({ bank: { "x-publish": "drop", ...object({ account: { type: "string" } }) } }))).toEqual([]);
    expect(faults(object({ bank: { "x-publish": "keep", ...object({ account: { type: "string" } }) } }))).toEqual([
      "TRC6501 /properties/bank/properties/account",
    ]);
  });

  it("are not needed in a schema whose records are dropped whole", () => {
    expect(faults({ "x-publish": "drop", ...object({ digest: { type: "string" } }, ["digest"]) })).toEqual([]);
  });

  it("may not drop what is required, even when another schema declares it", () => {
    expect(faults(object({ phone: { type: "string", "x-publish": "drop" } }, ["phone"]))).toEqual([
      "TRC6502 /properties/phone",
    ]);
    expect(
      faults({
        allOf: [object({ phone: { type: "string", "x-publish": "drop" } })],
        required: ["phone"],
      }),
    ).toEqual(["TRC6502 /required"]);
  });

  it("give a person by name only under a condition, and nothing else a condition of persons", () => {
    const person = { type: "string", reference: "people" };
    expect(
      faults(
        object({
          one: { ...person, "x-publish": "keep" },
          two: { type: "array", items: person, "x-publish": "mask" },
          three: { type: "array", items: person, "x-publish": "initials" },
          four: { type: "string", "x-publish": "position" },
        }),
      ),
    ).toEqual(["TRC6502 /properties/one", "TRC6502 /properties/two", "TRC6502 /properties/four"]);
  });

  it("are reported at the line of the property", () => {
    const file = {
      inside: "kind/schema.json",
      path: "templates/kind/schema.json",
      bytes: new TextEncoder().encode(
        '{\n  "type": "object",\n  "properties": {\n    "note": { "type": "string" }\n  }\n}\n',
      ),
    };
    const [fault] = readSchemas([file]).diagnostics;
    expect(fault?.place).toMatchObject({ file: "templates/kind/schema.json", start: { line: 4 } });
  });
});
