import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BundleManifest, encodeSums, PART } from "../../src/office/release/bundle-format.ts";
import { packBundle, unpackBundle } from "../../src/office/release/zip.ts";
import { releaseOf, type SmallCentre, smallCentre, verify } from "../support/release.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let centre: SmallCentre;
let files: Map<string, Uint8Array>;
const textOf = (path: string): string => Buffer.from(files.get(path) ?? []).toString();

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "centre"));
  const { bundle, diagnostics } = await releaseOf(centre, { draft: true });
  if (bundle === null) throw new Error(JSON.stringify(diagnostics));
  files = await unpackBundle(readFileSync(bundle.path));
});

describe("the inventory of a bundle", () => {
  it("names every document with its pages, and every file with the digest that sha256sum finds", () => {
    const text = textOf(PART.inventory);
    const { documents, publicDocuments } = JSON.parse(textOf(PART.manifest)) as BundleManifest;
    expect(documents.length).toBeGreaterThan(2);
    for (const { title, pages } of [...documents, ...publicDocuments])
      expect(text).toContain(`${title}; страниц – ${pages}\n`);
    const listed = [...text.matchAll(/^ {3}(\S.*)\n {3}SHA-256 ([0-9a-f]{64})$/gm)].map(([, path, sum]) => [path, sum]);
    const held = [...files].filter(([path]) => path.startsWith(PART.original) || path.startsWith(PART.public));
    const sums = held.map(([path, bytes]) => [
      path,
      execFileSync("sha256sum", { input: bytes, encoding: "utf8" }).slice(0, 64),
    ]);
    expect(listed.sort()).toEqual(sums.sort());
  });

  it.each([PART.inventory, PART.readme])("%s changed with all digests computed anew is found out", async (name) => {
    const forged = new Map(files).set(
      name,
      Buffer.from(textOf(name).replace(/\d/, (digit) => (digit === "1" ? "2" : "1"))),
    );
    forged.set(PART.sums, encodeSums(forged));
    const path = join(folder.path, "forged.zip");
    writeFileSync(path, packBundle(forged));
    const { findings, ok } = await verify(path);
    expect(ok).toBe(false);
    expect(findings.filter(({ state }) => state === "failed").map(({ check }) => check)).toEqual(["inventory"]);
  });

  it("takes its words from the templates, and says so where they are not", async () => {
    const templates = join(folder.path, "templates");
    cpSync(centre.templates, templates, { recursive: true });
    const wording = join(templates, "release/wording.yaml");
    const good = readFileSync(wording, "utf8");
    writeFileSync(wording, good.replace("ОПИСЬ КОМПЛЕКТА", "ПЕРЕЧЕНЬ"));
    const out = join(folder.path, "own.zip");
    await releaseOf({ ...centre, templates }, { draft: true, out });
    expect(Buffer.from((await unpackBundle(readFileSync(out))).get(PART.inventory) ?? []).toString()).toMatch(
      /^ПЕРЕЧЕНЬ\n/,
    );
    expect((await verify(out)).ok).toBe(true);
    writeFileSync(wording, good.replace("title:", "titel:"));
    const codes = async (): Promise<string[]> =>
      (await releaseOf({ ...centre, templates }, { draft: true, out })).diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
    expect(await codes()).toContain("TRC1101");
    rmSync(wording);
    expect(await codes()).toEqual(["TRC7017"]);
  });
});
