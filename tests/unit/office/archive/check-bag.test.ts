import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeBag } from "../../../../src/office/archive/bag.ts";
import { checkBag } from "../../../../src/office/archive/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

async function verdict(path: string): Promise<readonly string[]> {
  const { value, diagnostics } = await checkBag(path);
  return value === undefined ? ["unread"] : [...new Set(diagnostics.map(({ severity }) => severity))].sort();
}

describe("a bag", () => {
  it("of ours is whole, and with any of its files changed, lost or added it is not", async () => {
    const bag = makeBag(new Map([["a.txt", new TextEncoder().encode("а")]]), [["Source-Organization", "Школа"]]);
    const path = join(folder.path, "bag");
    const write = (files: ReadonlyMap<string, Uint8Array>): void => {
      rmSync(path, { recursive: true, force: true });
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), bytes);
      }
    };
    write(bag);
    expect(await verdict(path)).toEqual([]);
    for (const name of ["data/a.txt", "bag-info.txt", "manifest-sha256.txt", "bagit.txt"]) {
      write(new Map([...bag, [name, new TextEncoder().encode("BagIt")]]));
      expect([name, await verdict(path)]).toEqual([name, ["error"]]);
      write(new Map([...bag].filter(([other]) => other !== name)));
      expect([name, await verdict(path)]).toEqual([name, ["error"]]);
    }
    write(new Map([...bag, ["data/b.txt", new Uint8Array()]]));
    expect(await verdict(path)).toEqual(["error"]);
    expect(await verdict(join(folder.path, "none"))).toEqual(["unread"]);
  });
});

/** Public bags, right and wrong, fetched by conformance/setup.sh: the folder says which they are. */
const SUITE = ".conformance/suites/bagit";

describe.skipIf(!existsSync(SUITE))("the public bags", () => {
  const groups = (existsSync(SUITE) ? readdirSync(SUITE) : [])
    .filter((name) => /^v\d/.test(name))
    .flatMap((version) => readdirSync(join(SUITE, version)).map((group) => join(SUITE, version, group)));
  it.each(groups)("%s are judged as their folder says", async (group) => {
    const isWarning = group.endsWith("/warning");
    for (const { name } of readdirSync(group, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const said = await verdict(join(group, name));
      const wanted = [name, isWarning || group.endsWith("/valid"), isWarning];
      expect([name, !said.includes("error"), isWarning && said.includes("warning")]).toEqual(wanted);
    }
  });
});
