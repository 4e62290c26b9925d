import { cpSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { Editor } from "../support/editor.ts";
import { randoms } from "../support/randoms.ts";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
let editor: Editor;

beforeAll(async () => {
  for (const name of ["content", "templates"]) cpSync(name, join(folder.path, name), { recursive: true });
  editor = await Editor.open(folder.path);
});
afterAll(async () => {
  editor.process.kill();
  await editor.ended;
  folder.remove();
});

/** What a test has typed into the record of a person is gone after it. */
afterEach(() => editor.close("content/people/gonchar-tm.yaml"));

const ORDER = "content/orders/2026/11-od-2026.yaml";
const order = readFileSync(ORDER, "utf8");

const renamed = order.replace("executor: gonchar-tm", "executor: gon|char-tm");

const labels = async (inside: string, marked: string): Promise<string[]> => {
  const { items } = await editor.ask<CompletionList>("completion", inside, marked);
  return items.map(({ label }) => label);
};
const hoverOf = async (inside: string, marked: string): Promise<string> => {
  const found = await editor.ask<Hover | null>("hover", inside, marked);
  return (found?.contents as { value: string } | undefined)?.value ?? "";
};

describe("completion", () => {
  it("finds a person by name and writes the id", async () => {
    const marked = order.replace("executor: gonchar-tm", "executor: Гонч|");
    const { items } = await editor.ask<CompletionList>("completion", ORDER, marked);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([["gonchar-tm", "Гончар Тамара Михайловна"]]);
    expect(items[0]?.textEdit).toMatchObject({ newText: "gonchar-tm", range: { start: { character: 10 } } });
  });
  it.each([
    ["in a list in brackets", "acknowledge: [lugovaya-ol, sol|]", "solovey-gs"],
    ["in a list of dashes", "acknowledge:\n  - солов|", "solovey-gs"],
    ["in a mapping in brackets", "items: [{text: один, assignees: [соло|", "solovey-gs"],
    ["an organisation by name", "issuer: Комит|", "committee"],
    ["the centre", "issuer: cen|", "centre"],
    ["a kind by its title", "kind: Приказ о признании|", "order-revocation"],
  ])("%s", async (_what, line, wanted) => {
    expect(await labels(ORDER, `kind: order-general\n${line}`)).toContain(wanted);
  });
  it("offers keys with Russian words, and not those that are there", async () => {
    const { items } = await editor.ask<CompletionList>(
      "completion",
      "content/people/gonchar-tm.yaml",
      "surname: Гончар\n|\ngiven: Тамара\n",
    );
    const names = items.map(({ label }) => label);
    expect(names).toContain("gender");
    expect(names).not.toContain("surname");
    expect(names).not.toContain("given");
    expect(items.find(({ label }) => label === "gender")?.detail).toMatch(/^Пол/);
  });
  it("offers the values of a list with their meanings, in a file with CRLF and signs of two units", async () => {
    const text = "surname: 😀\r\ngiven: Тамара\r\ngender: же|\r\n";
    const { items } = await editor.ask<CompletionList>("completion", "content/people/gonchar-tm.yaml", text);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([["feminine", "женский"]]);
  });
  it("works in a text that is no YAML yet", async () => {
    expect(await labels(ORDER, `kind: order-general\nitems: [{text: "\nexecutor: гонч|\n  bad: [`)).toEqual([
      "gonchar-tm",
    ]);
  });
  it("begins a new record", async () => {
    const { items } = await editor.ask<CompletionList>("completion", "content/people/new-one.yaml", "|");
    const begun = items.find(({ label }) => label === "Лицо");
    expect(begun?.insertText).toBe("surname: $1\ngiven: $2\ngender: $3\npositions: $4\n$0");
    await editor.close("content/people/new-one.yaml");
  });
  it("says nothing in a file outside the project", async () => {
    expect(await editor.ask("completion", "notes.yaml", "surname: |")).toMatchObject({ items: [] });
  });
});

describe("a template", () => {
  const TEMPLATE = "templates/order-general/body.hbs";
  afterEach(() => editor.close(TEMPLATE));
  it.each([
    ["a partial", "{{> to-per|", "to-person"],
    ["a helper", "{{genit|", "genitive"],
    ["a helper in a call", "{{join (plu|", "pluck"],
    ["a property of the record", "{{record.sub|", "subject"],
    ["what all records of a kind have", "{{#if record.ack|", "acknowledge"],
    ["a directive of several lines", ":::sign|", "signature"],
    ["a directive of one line", "::pageb|", "pagebreak"],
  ])("offers %s", async (_what, line, wanted) => {
    expect(await labels(TEMPLATE, `Слова\n${line}`)).toContain(wanted);
  });
  it("offers nothing in words, and no directive of another form", async () => {
    expect(await labels(TEMPLATE, "Слова genit|")).toEqual([]);
    expect(await labels(TEMPLATE, "{{done}} record.sub|")).toEqual([]);
    expect(await labels(TEMPLATE, "::sign|")).not.toContain("signature");
  });
  it("says what a word is", async () => {
    expect(await hoverOf(TEMPLATE, "{{geni|tive person}}")).toContain("genitive value");
    expect(await hoverOf(TEMPLATE, "{{> to-per|son person=record.executor}}")).toContain("person");
    expect(await hoverOf(TEMPLATE, "{{record.subj|ect}}")).toMatch(/Заголовок/);
    expect(await hoverOf(TEMPLATE, "gen|itive")).toBe("");
  });
});

describe("findings", () => {
  it("come as one types, in other files too, and go again", async () => {
    await editor.type(ORDER, order.replace("executor: gonchar-tm", "executor: nobody"));
    const [found] = await editor.findings(ORDER, (list) => list.some(({ code }) => code === "TRC2001"));
    expect(found).toMatchObject({ source: "trc", severity: 1, code: "TRC2001" });
    await editor.type(ORDER, order.replace('"11-ОД"', '"88-ОД"').replace("2026-02-05", "2025-09-08"));
    await editor.findings(ORDER, (list) => list.length > 0 && list.every(({ code }) => code !== "TRC2001"));
    await editor.type(ORDER, order);
    await editor.findings(ORDER, (list) => list.length === 0);
  });
  it("of a broken file name the place, of a deleted one the references", async () => {
    await editor.type(ORDER, order.replace("subject:", "subject: ["));
    await editor.findings(ORDER, (list) => list.some(({ code }) => String(code).startsWith("TRC10")));
    await editor.type(ORDER, order);
    await editor.findings(ORDER, (list) => list.length === 0);
    const person = join(folder.path, "content/people/temporary.yaml");
    cpSync("content/people/gonchar-tm.yaml", person);
    await editor.type(ORDER, order.replace("executor: gonchar-tm", "executor: temporary"));
    await editor.findings("content/people/temporary.yaml", (list) => list.length > 0);
    rmSync(person);
    await editor.findings(ORDER, (list) => list.some(({ code }) => code === "TRC2001"));
    await editor.type(ORDER, order);
  });
});

describe("explanations", () => {
  it("show the person behind an id with the forms of the name", async () => {
    const words = await hoverOf(ORDER, order.replace("executor: gonchar-tm", "executor: gon|char-tm"));
    expect(words).toContain("Гончар Тамара Михайловна");
    expect(words).toContain("| дательный | Гончар Тамаре Михайловне |");
  });
  it("show the clause behind a reference; clauses are offered by their words", async () => {
    const amending = "content/orders/2026/4-od-2026.yaml";
    const words = readFileSync(amending, "utf8");
    expect(await hoverOf(amending, words.replace('clause: "1"', 'clause: "|1"'))).toMatch(
      /^\*\*Пункт 1\*\* – № 87-ОД.*\n\nНазначить /,
    );
    const plan = readFileSync("content/plans/2025-2026.yaml", "utf8");
    const named = plan.replace("clause: functions.experiments", "clause: func|tions.experiments");
    expect(await hoverOf("content/plans/2025-2026.yaml", named)).toMatch(/^\*\*Пункт \d+\.\d+\*\* – /);
    const typed = words.replace('clause: "1"', "clause: Назначить|");
    const { items } = await editor.ask<CompletionList>("completion", amending, typed);
    expect(items[0]).toMatchObject({ label: "1", textEdit: { newText: '"1"' } });
    expect(items[0]?.detail).toMatch(/^Назначить /);
    await editor.close(amending);
  });
  it("show what a property is for", async () => {
    expect(await hoverOf("content/people/gonchar-tm.yaml", "surname: Гончар\ngen|der: feminine\n")).toContain(
      "- `feminine` – женский",
    );
  });
});

describe("references", () => {
  const marked = order.replace("executor: gonchar-tm", "executor: gon|char-tm");
  it("lead to the record", async () => {
    const { uri } = await editor.ask<Location>("definition", ORDER, marked);
    expect(uri).toBe(editor.uri("content/people/gonchar-tm.yaml"));
  });
  it("are all found, and all renamed with the file", async () => {
    const places = await editor.ask<Location[]>("references", ORDER, marked, {
      context: { includeDeclaration: false },
    });
    expect(new Set(places.map(({ uri }) => uri))).toContain(editor.uri(ORDER));
    const edit = await editor.ask<WorkspaceEdit>("rename", ORDER, renamed, { newName: "gonchar-new" });
    const changes = edit.documentChanges ?? [];
    expect(changes.at(-1)).toMatchObject({ kind: "rename", newUri: editor.uri("content/people/gonchar-new.yaml") });
    const edited = changes.flatMap((one) => ("edits" in one ? [one.textDocument.uri] : []));
    expect(new Set(edited)).toEqual(new Set(places.map(({ uri }) => uri)));
    expect(changes.length).toBe(edited.length + 1);
  });
  it("keep the name by which the register knows an order", async () => {
    const file = "content/orders/2025/127-od-2025.yaml";
    const marked = readFileSync(file, "utf8").replace("119-od-2025", "119-|od-2025");
    await expect(editor.ask("rename", file, marked, { newName: "119-new" })).rejects.toThrow(
      /переименовать её уже нельзя/,
    );
  });
  it("keep a name that is taken or is none", async () => {
    for (const newName of ["zhuk-ayu", "Гончар", "con"])
      await expect(editor.ask("rename", ORDER, marked, { newName })).rejects.toThrow(/[Зз]апис|Имя/);
  });
});

describe("corrections", () => {
  it("replace what a rule corrects by itself", async () => {
    const wrong = order.replace("О проведении", 'О "проведении"');
    await editor.type(ORDER, wrong);
    const found = await editor.findings(ORDER, (list) =>
      list.some(({ code }) => String(code).startsWith("TRC25") || String(code).startsWith("TRC41")),
    );
    expect(found.length).toBeGreaterThan(0);
    const lines = wrong.split("\n").length;
    const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
    const actions = await editor.ask<CodeAction[]>("codeAction", ORDER, `|${wrong}`, {
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title).join()).toContain("«");
    await editor.type(ORDER, order);
  });
  it("format keeps every word and comment", async () => {
    const edits = await editor.ask<TextEdit[]>("formatting", ORDER, `|${order.replace("\n", "   \n")}\n\n`, {
      options: {},
    });
    expect(edits.map(({ newText }) => newText)).toEqual([order]);
    expect(await editor.ask("formatting", ORDER, `|${order}`, { options: {} })).toEqual([]);
    const block = "kind: order-general\nsubject: |\n";
    expect(await editor.ask("formatting", ORDER, `|${block.replace("|", ">+")}  два  \n\n\n`, { options: {} })).toEqual(
      [],
    );
  });
  it("list what a record consists of", async () => {
    const list = await editor.ask<DocumentSymbol[]>("documentSymbol", ORDER, `|${order}`);
    expect(list.map(({ name }) => name)).toContain("annexes");
    expect(list.find(({ name }) => name === "items")?.children).toHaveLength(4);
  });
});

describe("the talk", () => {
  it("survives any request at any place of any text", async () => {
    const numbers = randoms(Number(process.env.TRC_SEED ?? 20_250_905));
    const random = (): number => numbers.next().value;
    const signs = [
      "{",
      "[",
      "- ",
      ": ",
      "\n",
      "\r\n",
      '"',
      "|",
      "🙂",
      "\u0000",
      "ё",
      "  ",
      "&a",
      "*a",
      "kind",
      "executor",
    ];
    for (let round = 0; round < runs(15, 300); round++) {
      const text = Array.from({ length: 40 }, () => signs[Math.floor(random() * signs.length)]).join("");
      await editor.type(ORDER, text);
      const position = { line: Math.floor(random() * 9), character: Math.floor(random() * 60) };
      const textDocument = { uri: editor.uri(ORDER) };
      for (const method of ["completion", "hover", "definition", "references", "documentSymbol", "formatting"])
        await editor.connection.sendRequest(`textDocument/${method}`, {
          textDocument,
          position,
          context: {},
          options: {},
        });
    }
    for (const uri of ["file:///c%3A/centre/content/people/a.yaml", "untitled:1", "file://server/share/a.yaml", "%%%"])
      await editor.connection.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    await editor.connection.sendRequest("textDocument/hover", {}).catch(() => undefined);
    await editor.connection.sendRequest("no/such", {}).catch(() => undefined);
    await editor.type(ORDER, order);
    expect(await hoverOf(ORDER, order.replace("executor: gonchar", "executor: go|nchar"))).toContain("Тамара");
  });
  it("ends with 0 after a shutdown, with 1 without it", async () => {
    const polite = await Editor.open(folder.path);
    expect(await polite.end()).toBe(0);
    const rude = await Editor.open(folder.path);
    await rude.connection.sendNotification("exit");
    expect(await rude.ended).toBe(1);
  });
  it("goes over a socket as well", async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as { port: number };
    const heard = new Promise<string>((done) => {
      server.once("connection", (socket) => {
        const body = JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "initialize",
          params: { processId: null, rootUri: null, capabilities: {} },
        });
        socket.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
        let all = "";
        socket.on("data", (data) => {
          all += String(data);
          if (!all.includes('"completionProvider"')) return;
          done(all);
          socket.destroy();
        });
      });
    });
    const client = new Editor(folder.path, "--socket", String(port));
    expect(await heard).toContain('"completionProvider"');
    expect(await client.ended).toBe(1);
    server.close();
  });
});
