import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { RecordForm } from "../../src/desk/page/page-types.ts";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
afterAll(() => folder.remove());

const ORDER = `${project.content}/orders/one.yaml`;
const TEXT = project.read("orders/one.yaml");
const textOf = (round: number): string => TEXT.replace("О первом", `О деле ${round} ${"очень ".repeat(200)}важном`);

/** Starts the desk that a clerk starts, writes one text after another through it, and kills it so long after the first. Returns the texts it said it had written. */
async function writeUntilKilled(ms: number): Promise<string[]> {
  const argv = ["bin/trc.js", "desk", "--port", "0", "--content", project.content, "--templates", project.templates];
  const child = spawn(process.execPath, [...argv, "--no-cache"]);
  const address = await new Promise<string>((resolve) => {
    child.stderr.on("data", (chunk) => {
      const found = /http:\S+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
  });
  const headers = { "Content-Type": "application/json", Origin: new URL(address).origin };
  const written: string[] = [];
  const ended = new Promise((done) => child.once("close", done));
  try {
    for (let round = 0; ; round++) {
      const file = encodeURIComponent(ORDER);
      const form = (await (await fetch(`${address}record?file=${file}`)).json()) as RecordForm;
      const body = JSON.stringify({ file: ORDER, digest: form.digest, text: textOf(round) });
      const answer = await fetch(`${address}do/text`, { method: "POST", headers, body });
      if (((await answer.json()) as { kind: string }).kind === "written") written.push(textOf(round));
      // The program is quick when it has begun.
      if (round === 0) setTimeout(() => child.kill("SIGKILL"), ms);
    }
  } catch {
    await ended;
    return written;
  }
}

it("loses nothing that it has said to be written, and leaves no half of a file, whenever it is killed", async () => {
  let rounds = 0;
  for (const ms of runs([7, 60], [1, 3, 5, 8, 13, 21, 34, 55, 89, 144])) {
    project.write("orders/one.yaml", TEXT);
    const written = await writeUntilKilled(ms);
    rounds += written.length;
    // The last one may have been written before its answer was sent.
    const last = written.length;
    expect([written.at(-1) ?? TEXT, textOf(last)]).toContain(project.read("orders/one.yaml"));
  }
  expect(rounds).toBeGreaterThan(0);
  // What was unfinished goes with the next start that writes.
  expect(await writeUntilKilled(200)).not.toEqual([]);
  expect(readdirSync(join(project.content, "orders")).filter((name) => name.endsWith(".yaml"))).toEqual([
    "one.yaml",
    "two.yaml",
  ]);
});
