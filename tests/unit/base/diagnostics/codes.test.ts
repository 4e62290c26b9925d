import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FINDINGS } from "../../../../src/desk/explain/index.ts";

const sources = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.includes("codes"))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
const used = new Set(
  sources.flatMap((source) => [...source.matchAll(/(?:"|\bFINDINGS\.)(TRC\d{4})\b/g)].map((match) => match[1] ?? "")),
);

describe("the table of codes", () => {
  it("explains every code that the program can give", () => {
    expect([...used].filter((code) => !FINDINGS.has(code)).sort()).toEqual([]);
  });

  it("holds no code that the program cannot give", () => {
    // TRC0002 is the fault of the program itself, printed without a diagnostic.
    expect([...FINDINGS.keys()].filter((code) => !used.has(code) && code !== "TRC0002")).toEqual([]);
  });
});
