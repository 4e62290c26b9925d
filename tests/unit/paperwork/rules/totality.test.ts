import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../../../src/base/yaml/index.ts";
import type { Dossier } from "../../../../src/paperwork/records/index.ts";
import { runRules } from "../../../../src/paperwork/rules/index.ts";
import { FaultBase } from "../../../support/fault-base.ts";
import { runs } from "../../../support/runs.ts";

const base = new FaultBase("content");
/** Records that can be read, by their files. */
const files = [...base.texts].map(([file, text]) => ({
  file,
  read: readYaml({ path: file, bytes: new TextEncoder().encode(text) }).value,
}));

/** A dossier of the sample's records, unchecked, with some values taken away or made something else. */
function corrupt(seed: readonly (readonly [file: number, value: number, kind: number])[]): Dossier {
  const collections = new Map<string, Map<string, never>>();
  for (const [index, { file, read }] of files.entries()) {
    if (read === undefined) continue;
    const data = structuredClone(read.data) as { [key: string]: unknown };
    for (const [chosen, value, kind] of seed) if (chosen % files.length === index) damage(data, value, kind);
    const parts = file.split("/");
    const id = (parts.at(-1) ?? "").replace(".yaml", "");
    const collection = parts.length === 1 ? id : (parts[0] ?? "");
    const records = collections.get(collection) ?? new Map<string, never>();
    collections.set(collection, records);
    const kind = typeof data.kind === "string" ? data.kind : null;
    records.set(id, { collection, id, source: file, schema: "", ...read, kind, data } as never);
  }
  return { collections, schemas: { schemas: new Map(), kinds: new Set() } };
}

const STRANGE = [null, 0, -1, "", "x", true, [], {}, [null], "2025-13-45", ["", 7], { from: 5 }] as const;

/** Replaces the n-th value, counted through the record; the last kind takes it away. */
function damage(data: { [key: string]: unknown }, value: number, kind: number): void {
  const seeds: [holder: { [key: string]: unknown }, key: string][] = [];
  const visit = (holder: { [key: string]: unknown }): void => {
    for (const [key, child] of Object.entries(holder)) {
      seeds.push([holder, key]);
      if (typeof child === "object" && child !== null) visit(child as { [key: string]: unknown });
    }
  };
  visit(data);
  const [holder, key] = seeds[value % seeds.length] ?? [data, "x"];
  if (kind % (STRANGE.length + 1) === STRANGE.length && !Array.isArray(holder)) delete holder[key];
  else holder[key] = structuredClone(STRANGE[kind % STRANGE.length]);
}

describe("rules", () => {
  it("never throw, whatever is missing or strange in the records, and answer the same twice", () => {
    const seeds = fc.array(fc.tuple(fc.nat(500), fc.nat(200), fc.nat(100)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = { kinds: [], templates: [], documents: [], complete: true, today: "2026-12-31" };
        const once = runRules({ ...input, dossier: corrupt(seed) });
        expect(runRules({ ...input, dossier: corrupt(seed) })).toEqual(once);
      }),
      { numRuns: runs(12, 200) },
    );
  });
});
