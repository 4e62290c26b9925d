import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const small = new SmallProject(join(folder.path, "first"));
const NAMES = ["a", "b", "c"];
const out = join(folder.path, "out");
const content = NAMES.flatMap((name) => ["--content", join(folder.path, name)]);
const given = ["--templates", small.templates, "--cache-dir", join(folder.path, "cache"), "--quiet"];
const build = (...more: readonly string[]): Promise<Answer> => trc("build", ...content, ...given, ...more);
const shard = (number: string): Promise<Answer> => build("--out", out, "--shard", number);
const part = (number: string): string => join(`${out}.shards`, number);

/** Sets variables of an array job for a while. */
async function within<T>(variables: { readonly [name: string]: string }, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}

beforeAll(async () => {
  for (const name of NAMES) cpSync(small.content, join(folder.path, name), { recursive: true });
  expect((await build("--out", join(folder.path, "whole"))).code).toBe(0);
});

it("comes to the same bytes as one run, and a shard that is built again to the same shard", async () => {
  for (const number of ["1/2", "2/2"]) expect((await shard(number)).code).toBe(0);
  const before = filesOf(part("2-of-2"));
  rmSync(part("2-of-2"), { recursive: true });
  await shard("2/2");
  expect(filesOf(part("2-of-2"))).toEqual(before);
  const merged = await trc("merge", "--out", out);
  expect([merged.code, merged.stdout]).toEqual([0, expect.stringContaining("документов – 15")]);
  expect(filesOf(out)).toEqual(filesOf(join(folder.path, "whole")));
});

it("names the shard that is lost, doubled, of another run or damaged, and leaves the folder as it was", async () => {
  const before = filesOf(out);
  const refused = async (...folders: readonly string[]): Promise<string> => {
    const { code, stderr } = await trc("merge", "--out", out, ...folders);
    expect(code).toBe(1);
    expect(filesOf(out)).toEqual(before);
    return stderr;
  };
  expect(await refused(part("1-of-2"))).toMatch(/TRC6010[\s\S]*Нет части 2 из 2/);
  cpSync(part("1-of-2"), join(folder.path, "again"), { recursive: true });
  expect(await refused(part("1-of-2"), part("2-of-2"), join(folder.path, "again"))).toMatch(
    /TRC6011[\s\S]*Часть 1 из 2/,
  );
  expect(await refused(part("1-of-2"), join(folder.path, "whole"))).toMatch(/TRC6012[\s\S]*whole/);
  const damaged = join(folder.path, "damaged");
  cpSync(part("1-of-2"), damaged, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(damaged, "manifest.json"), "utf8"));
  const endless = { ...manifest, shard: { ...manifest.shard, of: 2 ** 32 } };
  for (const text of ["{", "[]", JSON.stringify(endless)]) {
    writeFileSync(join(damaged, "manifest.json"), text);
    expect(await refused(damaged)).toMatch(/TRC6012[\s\S]*damaged/);
  }
  expect((await build("--out", join(folder.path, "other"), "--shard", "2/2", "--format", "pdf")).code).toBe(0);
  expect(await refused(part("1-of-2"), join(folder.path, "other.shards/2-of-2"))).toMatch(
    /TRC6012[\s\S]*другой сборки/,
  );
  const [victim = ""] = [...filesOf(part("2-of-2")).keys()].filter((name) => name.endsWith(".pdf"));
  const path = join(part("2-of-2"), victim);
  renameSync(path, `${path}.was`);
  writeFileSync(path, "changed");
  expect(await refused()).toMatch(/TRC6013/);
  rmSync(path);
  renameSync(`${path}.was`, path);
});

it.each([
  ["Slurm", "auto", { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "3", SLURM_ARRAY_TASK_COUNT: "4" }],
  ["GitLab", "auto", { CI_NODE_INDEX: "3", CI_NODE_TOTAL: "4" }],
  ["AWS Batch", "auto", { AWS_BATCH_JOB_ARRAY_INDEX: "2", AWS_BATCH_JOB_ARRAY_SIZE: "4" }],
  ["the matrix of GitHub", "auto", { TRC_JOB_INDEX: "2", TRC_JOB_TOTAL: "4" }],
  ["Kubernetes", "auto/4", { JOB_COMPLETION_INDEX: "2" }],
])("takes its number from %s", async (_name, number, variables) => {
  rmSync(part("3-of-4"), { recursive: true, force: true });
  expect((await within(variables, () => shard(number))).code).toBe(0);
  const { shard: told, documents } = JSON.parse(readFileSync(join(part("3-of-4"), "manifest.json"), "utf8"));
  expect([told.index, told.of, told.centres]).toEqual([3, 4, NAMES]);
  expect(new Set(documents.map(({ centre }: { readonly centre: string }) => centre)).size).toBe(1);
});

it("refuses a number that is none, and what is no whole original", async () => {
  for (const number of ["0/2", "3/2", "2", "auto", "auto/x"]) expect((await shard(number)).code).toBe(2);
  expect((await build("--shard", "1/2", "--edition", "public")).code).toBe(2);
  expect((await build("--shard", "1/2", "--only", "order-general")).code).toBe(2);
});

it("balances by the pages of an earlier run where it is told to", async () => {
  const manifest = join(folder.path, "whole/manifest.json");
  const told = JSON.parse(readFileSync(manifest, "utf8"));
  const heavy = told.documents.map((one: { readonly centre: string }) => ({
    ...one,
    pages: one.centre === "c" ? 90 : 1,
  }));
  const costs = join(folder.path, "costs.json");
  writeFileSync(costs, JSON.stringify({ ...told, documents: heavy }));
  for (const number of ["1/2", "2/2"])
    expect((await build("--out", join(folder.path, "even"), "--shard", number, "--costs", costs)).code).toBe(0);
  const centresOf = (number: string): string[] => [
    ...new Set(
      (
        JSON.parse(readFileSync(join(folder.path, "even.shards", number, "manifest.json"), "utf8")).documents as {
          centre: string;
        }[]
      ).map(({ centre }) => centre),
    ),
  ];
  expect([centresOf("1-of-2"), centresOf("2-of-2")]).toEqual([["c"], ["a", "b"]]);
});
