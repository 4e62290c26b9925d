import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, judgeObject, writeObject } from "../../../../src/office/ocfl/index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const user = { name: "Школа", address: "urn:example:school" };
const version = (files: Record<string, string>, day: string) => ({
  files: new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])),
  day,
  message: "принят в архив",
  user,
});
const codes = (files: Files, strange: readonly string[] = []): string[] =>
  [...new Set(judgeObject({ files, strange }).faults.map(({ code }) => code))].sort();

describe("an object of ours", () => {
  const files = writeObject("urn:uuid:1", [
    version({ "data/a.txt": "a", "data/b.txt": "b", "data/c.txt": "a" }, "2025-09-12"),
    version({ "data/a.txt": "a", "data/d.txt": "d" }, "2026-01-12"),
  ]);

  it("is right, and stores nothing twice", () => {
    expect(codes(files)).toEqual([]);
    expect([...files.keys()].filter((path) => path.includes("/content/"))).toEqual([
      "v1/content/data/a.txt",
      "v1/content/data/b.txt",
      "v2/content/data/d.txt",
    ]);
  });

  it("with any file changed or lost is wrong", () => {
    for (const path of files.keys()) {
      expect([path, codes(new Map([...files].filter(([other]) => other !== path)))]).not.toEqual([path, []]);
      const changed = bytes(`${new TextDecoder().decode(files.get(path))} `);
      expect([path, codes(new Map([...files, [path, changed]]))]).not.toEqual([path, []]);
    }
    expect(codes(new Map([...files, ["v1/content/e.txt", bytes("e")]]))).toEqual(["E023"]);
    expect(codes(files, ["v1/content/empty/"])).toEqual(["E024"]);
  });
});

/** Public objects, right and wrong, fetched by conformance/setup.sh; the code of the fault stands in the name. */
const FIXTURES = ".conformance/suites/ocfl-fixtures";

function objectAt(folder: string): { readonly files: Files; readonly strange: readonly string[] } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const inside = (parent: string, name: string): string => join(parent, name).slice(folder.length + 1);
  return {
    files: new Map(
      entries
        // Git keeps no empty folder: the fixtures have this file in its place.
        .filter((entry) => entry.isFile() && entry.name !== ".keep")
        .map(({ parentPath, name }) => [inside(parentPath, name), readFileSync(join(parentPath, name))]),
    ),
    strange: entries
      .filter((entry) => entry.isDirectory() && readdirSync(join(entry.parentPath, entry.name)).length === 0)
      .map(({ parentPath, name }) => `${inside(parentPath, name)}/`),
  };
}

describe.runIf(existsSync(FIXTURES)).each(["1.0", "1.1"])("of the public objects of OCFL %s", (spec) => {
  const named = (kind: string): [string, string[]][] =>
    readdirSync(join(FIXTURES, spec, kind)).map((name) => {
      const { files, strange } = objectAt(join(FIXTURES, spec, kind, name));
      return [name, codes(files, strange)];
    });

  it("the good ones are right", () => {
    expect(named("good-objects").filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it("the bad ones have the faults that they are named for", () => {
    const missed = named("bad-objects").filter(([name, found]) =>
      (name.match(/E\d{3}/g) ?? ["?"]).some((code) => !found.includes(code)),
    );
    expect(missed).toEqual([]);
  });

  it("the doubtful ones are warned about, as they are named, and nothing more", () => {
    const missed = named("warn-objects").filter(
      ([name, found]) =>
        (name.match(/W\d{3}/g) ?? ["?"]).some((code) => !found.includes(code)) ||
        found.some((code) => code.startsWith("E")),
    );
    expect(missed).toEqual([]);
  });
});
