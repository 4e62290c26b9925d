import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { digestOf, folderStore } from "../../../../src/base/cache/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** A store of so many entries of 1,000 bytes with their heads, the later the younger. */
async function filled(name: string, count: number, limitBytes: number) {
  const path = join(folder.path, name);
  const store = folderStore(path, limitBytes);
  const names = Array.from({ length: count }, (_, index) => digestOf(String(index)));
  for (const [index, one] of names.entries()) {
    await store.write(one, new Uint8Array(1000 - 65));
    utimesSync(join(path, one.slice(0, 2), one.slice(2)), 1_000_000 + index, 1_000_000 + index);
  }
  const left = (): string[] => {
    const files = readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => file.replace(/[\\/]/, ""));
    return names.filter((one) => files.includes(one));
  };
  return { store, names, left };
}

describe("a store in a folder", () => {
  it("lets go of the oldest when there is too much, but not of what a run has used", async () => {
    const { store, names, left } = await filled("full", 20, 16_000);
    await store.prune([names[0] ?? ""]);
    expect(left()).toEqual([names[0], ...names.slice(7)]);
    await store.prune();
    expect(left().length).toBe(14);
  });

  it("of many entries takes a part for the whole, and looks at all where that is too much", async () => {
    const roomy = await filled("roomy", 1200, 1_400_000);
    await roomy.store.prune();
    expect(roomy.left().length).toBe(1200);
    const full = folderStore(join(folder.path, "roomy"), 1_000_000);
    await full.prune();
    expect(roomy.left()).toEqual(roomy.names.slice(-875));
  });
});
