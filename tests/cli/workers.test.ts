import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const small = new SmallProject(join(folder.path, "first"));
const centres = ["a", "b", "c"].map((name) => join(folder.path, name));
for (const centre of centres) cpSync(small.content, centre, { recursive: true });

type Ended = { readonly code: number | null; readonly printed: string };

/** Runs the compiled command over the three centres in so many threads, and stops it when it has printed so many signs of progress. */
function build(
  workers: number,
  out: string,
  { more = [] as string[], stopAfterMs = 0, folders = centres } = {},
): Promise<Ended> {
  const content = folders.flatMap((centre) => ["--content", centre]);
  const given = [
    "--templates",
    small.templates,
    "--out",
    join(folder.path, out),
    "--workers",
    String(workers),
    ...more,
  ];
  return new Promise((ended) => {
    const child = spawn(process.execPath, ["bin/trc.js", "build", ...content, ...given]);
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        printed += String(chunk);
      });
    if (stopAfterMs > 0) setTimeout(() => child.kill("SIGINT"), stopAfterMs);
    child.on("close", (code) => ended({ code, printed: printed.replaceAll(join(folder.path, out), "OUT") }));
  });
}

const edit = (centre: string, change: (text: string) => string): void => {
  const path = join(folder.path, centre, "orders/one.yaml");
  writeFileSync(path, change(readFileSync(path, "utf8")));
};

it("comes to the same bytes and says the same, whatever the number of threads", async () => {
  const one = await build(1, "one", { more: ["--no-cache"] });
  const two = await build(2, "two", { more: ["--no-cache"] });
  expect(one.code).toBe(0);
  expect(two.printed.replaceAll("../two", "../one")).toBe(one.printed.replaceAll("../two", "../one"));
  expect(filesOf(join(folder.path, "two"))).toEqual(filesOf(join(folder.path, "one")));
});

it("comes to the same of one centre, whose pages another thread lays out and writes", async () => {
  const runs = async (...more: string[]): Promise<readonly Ended[]> => {
    const same = { more: ["--no-cache", "--reporter", "json", ...more], folders: centres.slice(0, 1) };
    return [await build(1, "one", same), await build(2, "two", same)];
  };
  for (const format of ["docx", "pdf"]) {
    const [one, two] = await runs("--format", format);
    expect([two?.code, two?.printed]).toEqual([0, one?.printed]);
    expect(filesOf(join(folder.path, "two"))).toEqual(filesOf(join(folder.path, "one")));
  }
  // What is found where pages are laid out is told at the record.
  edit("a", (text) => text.replace("О первом", "О первом 漢"));
  const [one, two] = await runs();
  expect([two?.code, two?.printed]).toEqual([1, one?.printed]);
  expect(one?.printed).toMatch(/TRC5001[\s\S]*orders\/one\.yaml/);
  edit("a", (text) => text.replace("О первом 漢", "О первом"));
});

it("leaves the folder as it was when it is interrupted, or when a centre has errors, and names them in the order of the centres", async () => {
  const before = filesOf(join(folder.path, "two"));
  let stopped: Ended | null = null;
  // How long a start takes differs between machines: the signal has to fall into the run itself.
  for (let delay = 500; stopped?.code !== 130 && delay < 9000; delay += 500)
    stopped = await build(2, "two", { more: ["--no-cache"], stopAfterMs: delay });
  expect(stopped?.printed).toContain("Прервано");
  expect(filesOf(join(folder.path, "two"))).toEqual(before);
  edit("c", (text) => text.replace("date:", "day:"));
  edit("a", (text) => text.replace("date:", "day:"));
  const one = await build(1, "two", { more: ["--reporter", "json", "--no-cache"] });
  const two = await build(2, "two", { more: ["--reporter", "json", "--no-cache"] });
  expect([two.code, two.printed]).toEqual([1, one.printed]);
  expect(filesOf(join(folder.path, "two"))).toEqual(before);
});
