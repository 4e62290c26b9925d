import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { folderStore } from "../../src/base/cache/index.ts";
import { type BuildOptions, type UpdateReport, updateSet } from "../../src/project/pipeline/index.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** Three centres of one region, equal but for their names. */
function region() {
  const root = join(folder.path, String(++count));
  const small = new SmallProject(join(root, "first"));
  const content = ["a", "b", "c"].map((name) => join(root, name));
  for (const centre of content) cpSync(small.content, centre, { recursive: true });
  const out = join(root, "out");
  const options = { templates: small.templates, only: [], formats: ["docx", "pdf"] } as const;
  const cache = folderStore(join(root, "cache"));
  const build = (other: Partial<BuildOptions> = {}): Promise<UpdateReport> =>
    updateSet({ ...options, content, out, cache, ...other });
  const edit = (centre: string, file: string, change: (text: string) => string): void => {
    const path = join(root, centre, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  };
  return { root, out, build, edit };
}

const errors = ({ diagnostics }: UpdateReport): string[] =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ place }) => place?.file ?? "");

it("makes of each centre what it makes of it alone, and lays it down before it begins the next", async () => {
  const { root, out, build } = region();
  const staged: boolean[] = [];
  let seen = 0;
  const report = await build({
    cache: null,
    onProgress: () => {
      // What stands beside the folder while the last of thirty steps are done.
      if (++seen > 20) staged.push(existsSync(join(root, ".out.trc-stage/b")) && !existsSync(out));
    },
  });
  expect(errors(report)).toEqual([]);
  expect([seen, new Set(staged)]).toEqual([30, new Set([true])]);
  const files = filesOf(out);
  const alone = join(root, "alone");
  await build({ cache: null, content: [join(root, "b")], out: alone });
  const own = [...filesOf(alone)].filter(([name]) => name !== "manifest.json");
  expect(own.length).toBe(10);
  for (const [name, bytes] of own) expect(files.get(`b/${name}`)).toEqual(bytes);
  expect(report.documents.map(({ centre }) => centre)).toEqual(["a", "b", "c"].flatMap((name) => Array(5).fill(name)));
});

it("makes nothing of centres whose records have not changed, and comes to the same folder", async () => {
  const { root, out, build, edit } = region();
  await build();
  expect((await build()).work).toEqual({ rendered: 0, written: 0 });
  edit("b", "orders/one.yaml", (text) => text.replace("открытых дверей", "закрытых дверей"));
  const report = await build();
  expect(report.work.rendered).toBe(3);
  const fresh = join(root, "fresh");
  await build({ cache: null, out: fresh });
  expect(filesOf(out)).toEqual(filesOf(fresh));
});

it("finds what is wrong in every centre, and leaves the folder as it was when anything is", async () => {
  const { out, build, edit } = region();
  await build();
  const files = filesOf(out);
  edit("a", "orders/one.yaml", (text) => text.replace("date:", "day:"));
  edit("c", "orders/one.yaml", (text) => text.replace("date:", "day:"));
  const report = await build();
  expect([...new Set(errors(report).map((file) => file.split("/").at(-3)))]).toEqual(["a", "c"]);
  expect([report.documents, report.published]).toEqual([[], null]);
  expect(filesOf(out)).toEqual(files);
  const [at = ""] = errors(report);
  expect(report.sourceOf(at)).toContain("day:");
});
