import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/page/index.ts";
import type { RecordForm } from "../../src/desk/page/page-types.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const ORDER = `${project.content}/orders/one.yaml`;
const TEXT = project.read("orders/one.yaml");
let desk: Preview;

beforeAll(async () => {
  desk = await runningPreview(project);
  await stateWhere(desk.address, ({ documents }) => documents.length > 0);
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

type Said = { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown };

/** A talk of a text view with the language server, as the page has it: events come, messages are posted. */
class Listener {
  readonly #said: Said[] = [];
  #talk = "";
  #look: () => void = () => undefined;
  readonly #request = request(`${desk.address}language`, (answer) => {
    let text = "";
    answer.setEncoding("utf8").on("data", (chunk: string) => {
      const events = (text + chunk).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const [, name, data = ""] = /^event: (\w+)\ndata: (.*)$/m.exec(event) ?? [];
        if (name === "talk") this.#talk = data;
        else this.#said.push(JSON.parse(data) as Said);
      }
      this.#look();
    });
  });

  constructor() {
    this.#request.on("error", () => undefined).end();
  }

  async talk(): Promise<string> {
    await this.#until(() => this.#talk !== "" || undefined);
    return this.#talk;
  }

  async send(message: object): Promise<number> {
    return post(await this.talk(), JSON.stringify({ jsonrpc: "2.0", ...message }));
  }

  answer(id: number): Promise<Said> {
    return this.#until(() => this.#said.find((one) => one.id === id));
  }

  /** The first findings of a file that are as wanted. */
  findings(uri: string, wanted: (codes: readonly string[]) => boolean): Promise<readonly string[]> {
    return this.#until(() =>
      this.#said
        .filter(({ method }) => method === "textDocument/publishDiagnostics")
        .map(({ params }) => params as { readonly uri: string; readonly diagnostics: readonly { code: string }[] })
        .filter((one) => one.uri === uri)
        .map(({ diagnostics }) => diagnostics.map(({ code }) => code))
        .find(wanted),
    );
  }

  close(): void {
    this.#request.destroy();
  }

  #until<T>(found: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      this.#look = () => {
        const one = found();
        if (one !== undefined) resolve(one);
      };
      this.#look();
    });
  }
}

async function post(talk: string, body: string): Promise<number> {
  const headers = { Origin: new URL(desk.address).origin };
  const { status } = await fetch(`${desk.address}do/language?talk=${talk}`, { method: "POST", headers, body });
  return status;
}

const addressOf = async (file: string): Promise<string> =>
  ((await (await fetch(`${desk.address}record?file=${encodeURIComponent(file)}`)).json()) as RecordForm).address;

describe("the text view", () => {
  it("talks with the language server about the text as it is typed", async () => {
    const uri = await addressOf(ORDER);
    const listener = new Listener();
    await listener.send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    expect((await listener.answer(1)).result).toMatchObject({ capabilities: { hoverProvider: true } });
    await listener.send({ method: "initialized", params: {} });
    const text = TEXT.replace(/^executor: .*$/m, "executor: nobody");
    expect(text).not.toBe(TEXT);
    const opened = { uri, languageId: "yaml", version: 0, text };
    expect(await listener.send({ method: "textDocument/didOpen", params: { textDocument: opened } })).toBe(204);
    expect(await listener.findings(uri, (codes) => codes.includes("TRC2001"))).toContain("TRC2001");
    const line = text.split("\n").findIndex((row) => row.startsWith("executor:"));
    const at = { textDocument: { uri }, position: { line, character: 3 } };
    await listener.send({ id: 2, method: "textDocument/hover", params: at });
    expect(JSON.stringify((await listener.answer(2)).result)).toContain("Исполнитель");
    expect(project.read("orders/one.yaml")).toBe(TEXT);
    listener.close();
  });

  it("hears nobody but the pages that listen", async () => {
    const listener = new Listener();
    const talk = await listener.talk();
    expect(await post("another", "{}")).toBe(400);
    expect(await post(talk, "no message")).toBe(400);
    expect(await post(talk, "{}")).toBe(400);
    expect(await post(talk, '{"jsonrpc":"2.0","method":"initialized","params":{}}')).toBe(204);
    listener.close();
    await expect.poll(() => post(talk, '{"jsonrpc":"2.0","method":"initialized","params":{}}')).toBe(400);
  });
});

describe("the page", () => {
  const scripts = readdirSync("dist/preview").filter((name) => name.endsWith(".js"));
  const sizeOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join("dist/preview", name))).length, 0);

  it("is at most 400 KB gzipped without pdf.js, and all of it is served", async () => {
    expect(sizeOf([...scripts, "page.css", "index.html"])).toBeLessThan(400 * 1024);
    for (const name of scripts) expect((await fetch(desk.address + name)).status, name).toBe(200);
  });

  it("loads the editor when a text is first asked for", () => {
    const begins = [...readFileSync("dist/preview/page.js", "utf8").matchAll(/from"\.\/(part-\w+\.js)"/g)];
    expect(begins.length).toBeGreaterThan(0);
    expect(sizeOf(["page.js", ...begins.map(([, name = ""]) => name)])).toBeLessThan(40 * 1024);
  });
});
