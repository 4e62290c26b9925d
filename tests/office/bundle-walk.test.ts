import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { unpackBundle } from "../../src/office/release/zip.ts";
import { identity } from "../support/certificates.ts";
import { issued } from "../support/register.ts";
import { approveAll, releaseOf, signerOf, smallCentre } from "../support/release.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const walk = join(folder.path, "walk");
let files: ReadonlyMap<string, Uint8Array>;
let git = "";
let readme = "";
let fingerprint = "";

beforeAll(async () => {
  const centre = await smallCentre(join(folder.path, "centre"));
  const [order = ""] = readdirSync(join(centre.content, "orders"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => (name.split("/").at(-1) ?? "").replace(".yaml", ""));
  await issued(centre.content, order, { templates: centre.templates, today: "2025-09-05" });
  await approveAll(centre);
  const who = await identity("Руководитель Учебного Центра", { from: "2020-01-01", to: "2049-12-31" });
  const signer = await signerOf(join(folder.path, "keys"), "head", who);
  fingerprint = signer.certificate?.fingerprint ?? "";
  const { bundle, diagnostics } = await releaseOf(centre, { signer });
  if (bundle === null) throw new Error(JSON.stringify(diagnostics));
  git = execFileSync("git", ["-C", centre.root, "rev-parse", "HEAD"], { encoding: "utf8" }).trim();
  files = await unpackBundle(readFileSync(bundle.path));
});

/** The bundle as a stranger has it: unpacked, and nothing else. */
beforeEach(() => {
  rmSync(walk, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(walk, path)), { recursive: true });
    writeFileSync(join(walk, path), bytes);
  }
  readme = readFileSync(join(walk, "README.txt"), "utf8");
});

/** Commands of a step, as the README has them: the lines that are set in. */
function step(number: number): string[] {
  const [, text = ""] = new RegExp(`Шаг ${number}\\.([\\s\\S]*?)(?=Шаг ${number + 1}\\.|$)`).exec(readme) ?? [];
  return text.split("\n").flatMap((line) => /^ {2}(\S.*)$/.exec(line)?.[1] ?? []);
}

/** What a step answers, with public tools alone. */
function answer(number: number): { readonly fine: boolean; readonly said: string } {
  const commands = step(number);
  expect(commands).not.toEqual([]);
  const ends = commands.map((command) => spawnSync("bash", ["-c", command], { cwd: walk, encoding: "utf8" }));
  const said = ends.map(({ stdout }) => stdout).join("");
  return { fine: ends.every(({ status }) => status === 0), said };
}

const change = (path: string, to: (bytes: Buffer) => Buffer | string): void =>
  writeFileSync(join(walk, path), to(readFileSync(join(walk, path))));
const named = (pattern: RegExp): string => [...files.keys()].find((path) => pattern.test(path)) ?? "";

describe("a stranger with the bundle, its README and public tools", () => {
  it("reads whose it is, from which commit, who signed it and which program made it", () => {
    expect(readme).not.toContain("{{");
    const [, centre] = /full: (.*)$/m.exec(readFileSync(join(walk, named(/centre\.yaml$/)), "utf8")) ?? [];
    expect(readme).toContain(`Чей:        ${centre?.replace(/^"|"$/g, "")}\n`);
    expect(readme).toContain(`Из чего:    ${git}`);
    expect(readme.replaceAll(":", "").toLowerCase()).toContain(fingerprint);
    const program = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; version: string };
    expect(readme).toContain(`Чем сделан: ${program.name}@${program.version}, фиксация `);
    expect(readme).toContain(`Node ${process.versions.node}`);
  });

  it("reaches the end of the walk", () => {
    expect(readme.match(/Шаг \d/g)).toEqual(["Шаг 1", "Шаг 2", "Шаг 3", "Шаг 4", "Шаг 5", "Шаг 6"]);
    for (const number of [1, 2, 4, 5]) expect([number, answer(number)]).toEqual([number, { fine: true, said: "" }]);
    const signed = answer(3);
    expect([signed.fine, signed.said.replaceAll(":", "").toLowerCase()]).toEqual([
      true,
      expect.stringContaining(fingerprint),
    ]);
    // The steps have had something to look at.
    for (const kind of [/\/register\/.*\.yaml$/, /^approvals\/.*\.txt$/]) expect(named(kind)).not.toBe("");
    // Step 6, with the repository at hand.
    const source = named(/^sources\/content\/.*centre\.yaml$/);
    const blob = execFileSync("git", ["hash-object", join(walk, source)], { encoding: "utf8" }).trim();
    const tree = execFileSync("git", ["-C", join(folder.path, "centre"), "ls-tree", "-r", git], { encoding: "utf8" });
    expect(tree).toContain(blob);
  });

  it.each([
    [
      1,
      "a changed document",
      () => change(named(/^original\/.*\.pdf$/), (bytes) => Buffer.concat([bytes, Buffer.from(" ")])),
    ],
    [2, "a file that was put there", () => writeFileSync(join(walk, "original/x.pdf"), "x")],
    [3, "sums made anew", () => change("SHA256SUMS", (bytes) => `${bytes}\n`)],
    [3, "a signature that was taken away", () => rmSync(join(walk, "signatures/SHA256SUMS.sig"))],
    [
      4,
      "a changed entry of the register",
      () => change(named(/\/register\/.*\.yaml$/), (bytes) => bytes.toString().replace("pages: ", "pages: 1")),
    ],
    [5, "other words than those approved", () => change(named(/^approvals\/.*\.txt$/), (bytes) => `${bytes}и ещё\n`)],
  ] as const)("is told by step %i of %s", (number, _, spoil) => {
    spoil();
    const { fine, said } = answer(number);
    expect(fine && said === "").toBe(false);
    expect([...filesOf(walk)].length).toBeGreaterThan(0);
  });
});
