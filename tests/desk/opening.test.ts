import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openInBrowser, rememberServed, servedAt, showInBrowser } from "../../src/desk/opening/index.ts";
import type { Preview } from "../../src/desk/page/index.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const state = join(folder.path, "state");
let preview: Preview;

beforeAll(async () => {
  vi.stubEnv("XDG_STATE_HOME", state);
  preview = await runningPreview(project);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await preview.close();
  folder.remove();
});

const statusOf = async (address: string) => (await fetch(address, { redirect: "manual" })).status;

describe("a page that a double click opens", () => {
  it("is opened by an address that holds no lasting secret and serves once", async () => {
    const address = preview.invite();
    const { pathname } = new URL(preview.address);
    expect(address).not.toContain(pathname.slice(1, -1));
    const answer = await fetch(address, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, pathname]);
    expect(await statusOf(address)).toBe(404);
    expect(await statusOf(new URL(`/open/${"a".repeat(22)}`, address).href)).toBe(404);
  });

  it("is found again by the user who started it, and by nobody else", async () => {
    vi.stubEnv("XDG_STATE_HOME", state);
    expect(await servedAt([project.content])).toBeNull();
    const forget = await rememberServed([project.content], preview.address);
    const [name = ""] = readdirSync(join(state, "trc"));
    expect(statSync(join(state, "trc", name)).mode & 0o777).toBe(0o600);
    expect(await statusOf((await servedAt([project.content])) ?? "")).toBe(302);
    expect(await servedAt([`${project.content}-other`])).toBeNull();
    await forget();
    expect(await servedAt([project.content])).toBeNull();
  });

  it("is not looked for where a program has ended without a word", async () => {
    vi.stubEnv("XDG_STATE_HOME", state);
    await rememberServed([project.content], "http://127.0.0.1:9/gone/");
    expect(await servedAt([project.content])).toBeNull();
  });

  it.each([
    [200, "https://example.org/"],
    [200, `//example.org/open/${"a".repeat(22)}`],
    [200, `/open/${"a".repeat(22)}/../../elsewhere`],
    [404, `/open/${"a".repeat(22)}`],
  ])("is not opened where another program has its port now and answers %d %s", async (status, words) => {
    vi.stubEnv("XDG_STATE_HOME", state);
    const other = createServer((_, answer) => answer.writeHead(status).end(words));
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    await rememberServed([project.content], `http://127.0.0.1:${(other.address() as AddressInfo).port}/gone/`);
    expect(await servedAt([project.content])).toBeNull();
    await new Promise((done) => other.close(done));
  });

  it("ends some time after the last browser has left, not while one looks", async () => {
    const own = await runningPreview(project);
    let ended = false;
    const watching = new AbortController();
    const events = await fetch(`${own.address}events`, { signal: watching.signal });
    const left = own.left(200).then(() => {
      ended = true;
    });
    await stateWhere(own.address, () => true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([events.status, ended]).toEqual([200, false]);
    watching.abort();
    await left;
    await own.close();
  });

  it("ends when no browser ever came", async () => {
    const own = await runningPreview(project);
    await own.left(50);
    await own.close();
  });
});

describe("the browser", () => {
  it("is asked through the program of the system", async () => {
    const [programs, seen] = [join(folder.path, "bin"), join(folder.path, "seen")];
    mkdirSync(programs);
    writeFileSync(
      join(programs, "xdg-open"),
      `#!/bin/sh\nprintf %s "$1" >'${seen}.part'\nmv '${seen}.part' '${seen}'\n`,
    );
    chmodSync(join(programs, "xdg-open"), 0o755);
    vi.stubEnv("PATH", `${programs}:${process.env.PATH}`);
    expect(await openInBrowser("http://127.0.0.1:1/open/x")).toBe(true);
    await vi.waitFor(() => expect(existsSync(seen)).toBe(true), 5000);
    expect(readFileSync(seen, "utf8")).toBe("http://127.0.0.1:1/open/x");
    vi.stubEnv("PATH", join(folder.path, "nothing"));
    expect(await openInBrowser("http://127.0.0.1:1/open/x")).toBe(false);
  });

  it("shows why nothing opened, as words and not as markup", async () => {
    let page = "";
    let foreign = 0;
    await showInBrowser("Не открылось", "папка <content>", async (address) => {
      foreign = await statusOf(new URL("/", address).href);
      page = await (await fetch(address)).text();
      return true;
    });
    expect(foreign).toBe(404);
    expect(page).toContain("<title>Не открылось</title>");
    expect(page).toContain("папка &lt;content&gt;</pre>");
  });

  it("is not waited for where there is none", async () => {
    await showInBrowser("Не открылось", "нечем", async () => false);
  });
});
