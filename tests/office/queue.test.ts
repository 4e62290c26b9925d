import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { raise } from "../../src/base/diagnostics/index.ts";
import { FINDINGS } from "../../src/office/queue/findings.ts";
import { connect } from "../../src/office/queue/index.ts";
import { keptFaults, nameOfJob, readFaults, readRequest, strayPaths } from "../../src/office/queue/job.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

// Jobs on a server, with their kills: conformance/validators/queue.mjs.
const folder = temporaryFolder();
afterAll(folder.remove);
const request = { content: "region/a", out: "out/a", templates: null, formats: ["pdf"] as const };

it("names a job by the request, the bytes and the program", () => {
  const bytes = { digests: new Map([["region/a/centre.yaml", "1"]]) };
  const name = nameOfJob(request, bytes, "engine");
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(nameOfJob({ ...request }, { digests: new Map(bytes.digests) }, "engine")).toBe(name);
  const others = [
    nameOfJob({ ...request, out: "out/b" }, bytes, "engine"),
    nameOfJob(request, { digests: new Map([["region/a/centre.yaml", "2"]]) }, "engine"),
    nameOfJob(request, bytes, "another"),
  ];
  expect(new Set([name, ...others]).size).toBe(4);
});

it("takes only jobs that it understands as a whole", () => {
  expect(readRequest(request)).toEqual(request);
  const strange = [
    null,
    "build",
    {},
    { ...request, content: 1 },
    { ...request, templates: undefined },
    { ...request, formats: [] },
    { ...request, formats: ["pdf", "exe"] },
  ];
  for (const data of strange) expect(readRequest(data)).toBeNull();
});

it("lets no path of a job lead out of the common folder", async () => {
  expect(await strayPaths(request)).toEqual([]);
  const codes = async (change: object): Promise<string[]> =>
    (await strayPaths({ ...request, ...change })).map(({ code }) => code);
  for (const path of ["../a", "/etc", "region/../../a", ".", ""])
    for (const name of ["content", "out", "templates"]) expect(await codes({ [name]: path })).toEqual(["TRC6022"]);
});

it("keeps the errors of a job with it, as words and places", () => {
  const warning = raise(FINDINGS.TRC6023, { severity: "warning" });
  const kept = keptFaults([warning, raise(FINDINGS.TRC6022, { of: ["../a"] })]);
  expect(readFaults(kept)).toEqual([
    { code: "TRC6022", message: expect.objectContaining({ en: expect.stringContaining("../a") }), file: null },
  ]);
  expect(readFaults("job stalled more than allowable limit")).toBeNull();
});

it("says how to install what it needs", async () => {
  const nowhere = pathToFileURL(join(mkdtempSync(join(folder.path, "empty-")), "here.js")).href;
  const { diagnostics } = await connect({ redis: "redis://127.0.0.1:1", name: "builds" }, [nowhere]);
  expect(diagnostics.map(({ code, hints }) => [code, hints[0]?.en])).toEqual([
    ["TRC6020", expect.stringContaining("npm install bullmq ioredis")],
  ]);
});

it("tells of a server that does not answer, and asks for an address", async () => {
  // Nobody listens there.
  const gone = await trc("worker", "--redis", "redis://:secret@127.0.0.1:1");
  expect([gone.code, gone.stderr]).toEqual([1, expect.stringMatching(/TRC6021[\s\S]*ECONNREFUSED/)]);
  expect(gone.stderr).not.toContain("secret");
  for (const words of [["worker"], ["queue", "status", "--redis", "http://x"]]) {
    const { code, stderr } = await trc(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining("TRC_REDIS")]);
  }
  for (const limit of ["x", "0/5", "5"]) expect((await trc("worker", "--limit", limit)).code).toBe(2);
});
