import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Preview, startPreview } from "../../src/desk/page/index.ts";
import type { PageNews, PageState } from "../../src/desk/page/page-types.ts";
import { WORDS } from "../../src/desk/page/page-words.ts";
import { eventWhere, runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
let preview: Preview;

beforeAll(async () => {
  preview = await runningPreview(project);
});
afterAll(async () => {
  await preview.close();
  folder.remove();
});

type Answer = {
  readonly status: number;
  readonly text: string;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
};

/** A request as it stands: the path is not tidied and any header may be given. */
function ask(path: string, headers: { readonly [name: string]: string } = {}, method = "GET"): Promise<Answer> {
  const { hostname, port, pathname } = new URL(preview.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: `${pathname.slice(0, -1)}${path}`, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(chunks).toString("latin1"),
          headers: answer.headers,
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

const hasDocuments = ({ documents }: PageState): boolean => documents.length > 0;

describe("the preview", () => {
  it("listens to this machine only", () => {
    expect(new URL(preview.address).hostname).toBe("127.0.0.1");
  });

  it("answers nobody who does not know its secret, another at every start", async () => {
    const { origin, pathname } = new URL(preview.address);
    expect(pathname).toMatch(/^\/[\w-]{22}\/$/);
    const { documents } = await stateWhere(preview.address, hasDocuments);
    const [id = ""] = documents.map((one) => one.id);
    expect((await fetch(`${preview.address}pdf/${id}`)).status).toBe(200);
    for (const path of [
      "/",
      "/events",
      `/pdf/${id}`,
      "/page.js",
      `/${"a".repeat(22)}/`,
      `/${"a".repeat(22)}/pdf/${id}`,
    ]) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toContain("%PDF");
    }
  });

  it("cuts who asks too slowly, and takes no more than so many at a time", async () => {
    const { hostname, port } = new URL(preview.address);
    const closed: number[] = [];
    const started = performance.now();
    const sockets = Array.from({ length: 100 }, (_, index) => {
      const socket = connect(Number(port), hostname);
      socket
        .resume()
        .on("error", () => undefined)
        .on("close", () => closed.push(performance.now() - started));
      // Half of them begin a request that they never end.
      if (index % 2 === 0) socket.write("GET / HTTP/1.1\r\nHost: 127");
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(closed.length).toBeGreaterThanOrEqual(100 - 64);
    await new Promise((resolve) => setTimeout(resolve, 7500));
    expect(closed).toHaveLength(100);
    expect((await ask("/")).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it("serves its page with a policy that lets nothing in from elsewhere", async () => {
    const page = await ask("/");
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.headers["content-security-policy"]).not.toContain("unsafe");
    for (const [, address = ""] of page.text.matchAll(/(?:src|href)="([^"#]+)"/g)) {
      const asset = await ask(`/${address}`);
      expect([address, asset.status]).toEqual([address, 200]);
    }
    for (const address of ["/pdf.mjs", "/pdf.worker.mjs"]) expect((await ask(address)).status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
  });

  it.each([
    ["a foreign host", { host: "example.org" }],
    ["a name that was made to point here", { host: "127.0.0.1.example.org:80" }],
    ["a page of another site", { origin: "https://example.org" }],
    ["a page of another port", { origin: "http://127.0.0.1:1" }],
    ["a request across sites", { "sec-fetch-site": "cross-site" }],
    ["a request of a neighbour", { "sec-fetch-site": "same-site" }],
  ])("refuses %s", async (_name, headers) => {
    const { documents } = await stateWhere(preview.address, hasDocuments);
    for (const path of ["/", "/events", `/pdf/${documents[0]?.id}`]) {
      const answer = await ask(path, headers as { [name: string]: string });
      expect([400, 403]).toContain(answer.status);
      expect(answer.text).not.toContain("%PDF");
    }
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
    expect((await ask("/", {}, method)).status).toBe(405);
  });

  it.each([
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/pdf/..%2f..%2fpackage.json",
    "/pdf/%2e%2e%2f%2e%2e%2fcontent%2fcentre.yaml",
    "/content/centre.yaml",
    "//etc/passwd",
    "/constructor",
    "/__proto__",
    "/pdf/__proto__",
    "/pdf/%00",
    "/pdf/%",
  ])("serves nothing at %s", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/"name": "trc"|inn:|root:/);
  });

  it("shows every document of the set and gives its PDF", async () => {
    const { documents, problems } = await stateWhere(preview.address, hasDocuments);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(documents).toHaveLength(5);
    for (const { id, current } of documents) {
      expect(current).toBe(true);
      const pdf = await ask(`/pdf/${encodeURIComponent(id)}`);
      expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, "%PDF-"]);
    }
  });

  it("reports a saved record, and only its documents change", async () => {
    const before = await stateWhere(preview.address, hasDocuments);
    const version = ({ documents }: PageState, id: string): string | undefined =>
      documents.find((one) => one.id === id)?.version;
    project.edit("orders/two.yaml", (text) => text.replace("открытых дверей", "закрытых дверей"));
    const after = await stateWhere(
      preview.address,
      (state) => version(state, "order-general.two") !== version(before, "order-general.two"),
    );
    expect(version(after, "order-general.one")).toBe(version(before, "order-general.one"));
  });

  it("hands over the document that is looked at with the news of it, before the set", async () => {
    await stateWhere(preview.address, hasDocuments);
    await ask("/pdf/order-general.one");
    const news = eventWhere<PageNews>(preview.address, "document", ({ id }) => id === "order-general.one");
    await stateWhere(preview.address, hasDocuments);
    project.edit("orders/one.yaml", (text) => text.replace("О первом", "О десятом"));
    const { version, pdf } = await news;
    const made = Buffer.from(pdf ?? "", "base64").toString("latin1");
    expect(made).toBe((await ask("/pdf/order-general.one")).text);
    expect(made.slice(0, 5)).toBe("%PDF-");
    const { documents } = await stateWhere(preview.address, ({ documents }) =>
      documents.some((one) => one.version === version),
    );
    expect(documents.find((one) => one.version === version)?.id).toBe("order-general.one");
    project.edit("orders/one.yaml", (text) => text.replace("О десятом", "О первом"));
    await stateWhere(preview.address, ({ documents }) => documents.every((one) => one.version !== version));
  });

  it("keeps the last good documents while there are errors, reports their place, and is well when they are corrected", async () => {
    const before = await stateWhere(preview.address, hasDocuments);
    const good = project.read("orders/one.yaml");
    project.write("orders/one.yaml", good.replace("2024-09-05", "2024-02-30"));
    const broken = await stateWhere(preview.address, ({ problems }) =>
      problems.some(({ severity }) => severity === "error"),
    );
    const [problem] = broken.problems;
    expect(problem?.place).toMatchObject({ line: 3, column: 7 });
    expect(problem?.frame).toContain("2024-02-30");
    expect(problem?.place?.editor).toMatch(/^vscode:\/\/file\/.*orders\/one\.yaml:3:7$/);
    expect(problem?.documents).toContain("order-general.one");
    expect(broken.documents.map(({ id }) => id)).toEqual(before.documents.map(({ id }) => id));
    expect((await ask("/pdf/order-general.one")).text.slice(0, 5)).toBe("%PDF-");
    project.write("orders/one.yaml", good);
    const corrected = await stateWhere(preview.address, ({ problems }) =>
      problems.every(({ severity }) => severity !== "error"),
    );
    expect(corrected.documents.every(({ current }) => current)).toBe(true);
  });

  it.each(["ru", "en"] as const)("speaks %s: its page, its refusals and its findings", async (language) => {
    const { value } = await startPreview({
      content: [project.content],
      templates: project.templates,
      port: 0,
      language,
      cache: null,
    });
    if (value === undefined) throw new Error("the preview did not start");
    const get = async (path: string): Promise<string> => (await fetch(`${value.address.slice(0, -1)}${path}`)).text();
    const page = await get("/");
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toContain("{{");
    const words = `${page.replace(/<[^>]*>/g, "")} ${await get("/pdf/nothing")} ${await get("/nothing")}`;
    expect(words).toContain(language === "en" ? "There is no such document" : "Нет такого документа");
    expect(/[А-Яа-яЁё]/.test(words)).toBe(language === "ru");
    const message = await stateWhere(value.address, ({ problems }) => problems.length > 0);
    expect(message.problems[0]?.message).toMatch(language === "en" ? /working calendar/ : /календарь/);
    await value.close();
  });

  it("holds every word that its page names", () => {
    const html = readFileSync("src/desk/page/browser/index.html", "utf8");
    const named = [...html.matchAll(/\{\{(\w+)\}\}/g)].map(([, word = ""]) => word);
    expect(named.filter((word) => !(word in WORDS))).toEqual([]);
    const sources = readdirSync("src/desk/page/browser")
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`src/desk/page/browser/${name}`, "utf8"))
      .map((text) => text.replace(/^.*(?:\/\*\*|\/\/| от \$|RUSSIAN|replaceAll\("ё"|^\s*\*).*$/gm, ""));
    expect([html, ...sources].filter((text) => /[А-Яа-яЁё]/.test(text))).toEqual([]);
  });

  it("says so when its port is taken", async () => {
    const taken = await startPreview({
      content: [project.content],
      templates: project.templates,
      port: Number(new URL(preview.address).port),
      cache: null,
    });
    expect(taken.value).toBeUndefined();
    expect(taken.diagnostics.map(({ code }) => code)).toEqual(["TRC9301"]);
  });
});
