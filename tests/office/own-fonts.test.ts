import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/text/index.ts";
import { unpackBundle } from "../../src/office/release/zip.ts";
import { layFonts, madeFont } from "../support/made-fonts.ts";
import { approveAll, commit, releaseOf, smallCentre, verify } from "../support/release.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

describe("a release in a family of the project", () => {
  it("carries its files and names their digests, and is made again of itself alone", async () => {
    const centre = await smallCentre(join(folder.path, "centre"));
    const regular = madeFont({ family: "Гарнитура", face: "regular" });
    layFonts(centre.content, {
      "Моя гарнитура/Обычный шрифт.ttf": regular,
      "Моя гарнитура/b.ttf": madeFont({ family: "Гарнитура", face: "bold" }),
      "Моя гарнитура/i.ttf": madeFont({ family: "Гарнитура", face: "italic" }),
      "Моя гарнитура/bi.ttf": madeFont({ family: "Гарнитура", face: "boldItalic" }),
    });
    appendFileSync(join(centre.content, "settings.yaml"), "font: Гарнитура\n");
    commit(centre.root);
    await approveAll(centre);
    const made = await releaseOf(centre);
    expect(made.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const bundle = join(centre.root, "release/bundle.zip");
    const files = await unpackBundle(readFileSync(bundle));
    const path = "sources/content/content/fonts/Моя гарнитура/Обычный шрифт.ttf";
    expect(Buffer.from(files.get(path) ?? []).equals(Buffer.from(regular))).toBe(true);
    const origin = Buffer.from(files.get("provenance.intoto.json") ?? []).toString("utf8");
    expect(JSON.parse(origin).predicate.buildDefinition.resolvedDependencies).toContainEqual({
      name: path,
      digest: { sha256: sha256(regular) },
    });
    const report = await verify(bundle, { rebuild: true });
    expect(report.findings.filter(({ state }) => state === "failed")).toEqual([]);
    expect(report.findings.find(({ check }) => check === "rebuild")?.state).toBe("proven");
  });
});
