import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Preview, startPreview } from "../../src/desk/page/index.ts";
import type { ActionAnswer, DeskAnswer, FormField, FormWish, RecordForm } from "../../src/desk/page/page-types.ts";
import { WORDS } from "../../src/desk/page/page-words.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const ORDER = `${project.content}/orders/one.yaml`;
const TEXT = project.read("orders/one.yaml").replace("subject: О первом", "subject: О первом   # утвердил директор");
let desk: Preview;

beforeAll(async () => {
  cpSync("templates/order-amendment", join(project.templates, "order-amendment"), { recursive: true });
  desk = await runningPreview(project);
  await stateWhere(desk.address, ({ documents }) => documents.length > 0);
});
beforeEach(() => project.write("orders/one.yaml", TEXT));
afterAll(async () => {
  await desk.close();
  folder.remove();
});

const formOf = async (file: string): Promise<RecordForm> =>
  (await fetch(`${desk.address}record?file=${encodeURIComponent(file)}`)).json() as Promise<RecordForm>;

async function act(action: string, asked: object, headers: { [name: string]: string } = {}): Promise<Response> {
  return fetch(`${desk.address}do/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: new URL(desk.address).origin, ...headers },
    body: JSON.stringify(asked),
  });
}

async function change(wishes: readonly FormWish[], seen?: string): Promise<DeskAnswer> {
  const digest = seen ?? (await formOf(ORDER)).digest;
  return (await (await act("change", { file: ORDER, digest, wishes })).json()) as DeskAnswer;
}

/** How many files were handed over and are kept. */
const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true }).filter((one) => String(one).endsWith(".csv")).length;

const subject = (value: string, was = "О первом"): FormWish => ({
  change: { kind: "set", at: "/subject", value },
  was,
});

describe("the desk", () => {
  it("gives the form of a record: its fields in Russian, what stands in them, the text as it is", async () => {
    const form = await formOf(ORDER);
    expect(form.data).toMatchObject({ number: "1-О", subject: "О первом" });
    expect(form.text).toBe(TEXT);
    expect(form.label).toContain("О первом");
    expect(form.fields.slice(0, 4).map(({ label }) => label)).toContain("Дата подписания");
    expect((await fetch(`${desk.address}record?file=/etc/passwd`)).status).toBe(404);
  });

  it("gives the clauses of the documents that a record refers to", async () => {
    project.write(
      "orders/three.yaml",
      `kind: order-amendment
number: 3-О
date: 2024-11-11
issuer: centre
subject: О внесении изменений в приказ
reason: кадровыми изменениями
amends:
  - order: one
    changes: [{clause: "1", action: delete}]
executor: lebed-ek
control: self
caseIndex: "01-05"
`,
    );
    const { fields, clauses } = await vi.waitFor(
      async () => {
        const form = await formOf(`${project.content}/orders/three.yaml`);
        expect(form.fields).not.toEqual([]);
        return form;
      },
      { timeout: 60_000, interval: 200 },
    );
    const of = (list: readonly FormField[] = [], name: string): FormField | undefined =>
      list.find((field) => field.name === name);
    const change = of(of(fields, "amends")?.item?.fields, "changes")?.item?.fields;
    expect(of(change, "clause")).toMatchObject({
      control: "suggested",
      clause: { by: "number", of: expect.arrayContaining(["order"]) },
    });
    expect(clauses["order one"]?.[0]).toMatchObject({ sort: "clause", number: "1", annex: null });
    // As it is without the changes that the record itself makes.
    expect(clauses["order one"]?.[0]?.text).toBe("Провести день открытых дверей центра.");
    project.remove("orders/three.yaml");
  });

  it("offers records by their names", async () => {
    const choices = (await (await fetch(`${desk.address}choices?file=${encodeURIComponent(ORDER)}`)).json()) as {
      [collection: string]: { id: string; label: string }[];
    };
    expect(choices.people?.find(({ id }) => id === "kulik-sp")?.label).toMatch(/^Кулик [А-Я][а-я]+ [А-Я][а-я]+$/);
    expect(choices.organisations?.map(({ id }) => id)).toContain("centre");
  });

  it("writes a change into the file at its own value, and the document follows", async () => {
    expect(await change([subject("О третьем")])).toMatchObject({ kind: "written", merged: false, undo: 1 });
    expect(project.read("orders/one.yaml")).toBe(TEXT.replace("О первом ", "О третьем "));
    await stateWhere(desk.address, ({ documents }) => documents.some(({ title }) => title.includes("О третьем")));
    await act("undo", {});
    expect(project.read("orders/one.yaml")).toBe(TEXT);
    await act("redo", {});
    expect(project.read("orders/one.yaml")).toBe(TEXT.replace("О первом ", "О третьем "));
  });

  it("makes the set once for a change of its own: that the file has changed is no news then", async () => {
    const own = new SmallProject(join(folder.path, "once"));
    let [runs, begun] = [0, (): void => undefined];
    const first = new Promise<void>((done) => {
      begun = done;
    });
    const { value: page } = await startPreview({
      content: [own.content],
      templates: own.templates,
      port: 0,
      cache: null,
      onRun: () => {
        runs += 1;
        begun();
      },
    });
    if (page === undefined) throw new Error("the page did not start");
    await first;
    const file = `${own.content}/orders/one.yaml`;
    const { digest } = (await (
      await fetch(`${page.address}record?file=${encodeURIComponent(file)}`)
    ).json()) as RecordForm;
    await fetch(`${page.address}do/change`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: new URL(page.address).origin },
      body: JSON.stringify({ file, digest, wishes: [subject("О третьем")] }),
    });
    await stateWhere(page.address, ({ documents }) => documents.some(({ title }) => title.includes("О третьем")));
    // Longer than the watch waits for a file to rest.
    await new Promise((done) => setTimeout(done, 500));
    expect(runs).toBe(2);
    await page.close();
  });

  it("takes back as one step what was typed in one visit of a field", async () => {
    for (const [was, value] of [
      ["О первом", "О п"],
      ["О п", "О пятом"],
    ] as const) {
      const { digest } = await formOf(ORDER);
      await act("change", { file: ORDER, digest, wishes: [subject(value, was)], group: "visit" });
    }
    await act("undo", {});
    expect(project.read("orders/one.yaml")).toBe(TEXT);
  });

  it("asks where somebody else has changed the same value meanwhile", async () => {
    const { digest } = await formOf(ORDER);
    const theirs = TEXT.replace("О первом ", "О чужом ");
    project.write("orders/one.yaml", theirs);
    expect(await change([subject("О своём")], digest)).toMatchObject({ kind: "conflict", theirs: "О чужом" });
    expect(project.read("orders/one.yaml")).toBe(theirs);
  });

  it("places a finding at its value, with the right value where it is known", async () => {
    project.write("orders/one.yaml", TEXT.replace("О первом ", 'О "первом" '));
    const { problems } = await stateWhere(desk.address, (state) =>
      state.problems.some(({ pointer, place }) => place?.file === ORDER && pointer === "/subject"),
    );
    const problem = problems.find(({ pointer, fix }) => pointer === "/subject" && fix !== null);
    expect(problem?.fix).toEqual({ was: 'О "первом"', value: "О «первом»" });
  });

  it("says how far each document has come", async () => {
    const { documents, records } = await stateWhere(desk.address, () => true);
    expect(documents.map(({ stage }) => stage)).toContain("waiting");
    expect(records.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining(["people", "organisations", "orders", "centre"]),
    );
  });

  it.each([
    ["a page of another site", { Origin: "https://example.org" }],
    ["a page of another port", { Origin: "http://127.0.0.1:1" }],
    ["a request across sites", { "Sec-Fetch-Site": "cross-site" }],
  ])("does nothing for %s", async (_name, headers) => {
    const { digest } = await formOf(ORDER);
    const answer = await act("change", { file: ORDER, digest, wishes: [subject("О чужом")] }, headers);
    expect(answer.status).toBe(403);
    expect(project.read("orders/one.yaml")).toBe(TEXT);
  });

  it("does nothing without the secret, and nothing that it does not know", async () => {
    const { origin } = new URL(desk.address);
    const { digest } = await formOf(ORDER);
    const asked = { file: ORDER, digest, wishes: [subject("О чужом")] };
    const post = { method: "POST", headers: { Origin: origin }, body: JSON.stringify(asked) };
    expect((await fetch(`${origin}/do/change`, post)).status).toBe(405);
    expect((await fetch(`${origin}/${"a".repeat(22)}/do/change`, post)).status).toBe(405);
    for (const [action, body] of [
      ["format", {}],
      ["change", { ...asked, more: true }],
      ["change", { ...asked, wishes: [{ change: { kind: "eval", at: "/subject" } }] }],
      ["__proto__", {}],
    ] as const)
      expect((await act(action, body)).status).toBe(400);
    expect(project.read("orders/one.yaml")).toBe(TEXT);
  });

  it.each(["../outside.yaml", "/etc/hosts.yaml", "register/2025/1.yaml"])("writes nothing at %s", async (path) => {
    const file = path.startsWith("/") ? path : `${project.content}/${path}`;
    const answer = await act("text", { file, digest: "", text: "a: 1\n" });
    expect(((await answer.json()) as DeskAnswer).kind).toBe("foreign");
  });

  it("takes files that come at once, each under a name of its own, and leaves none behind", async () => {
    const temporary = join(folder.path, "temporary");
    mkdirSync(temporary);
    vi.stubEnv("TMPDIR", temporary);
    const own = await runningPreview(project);
    const post = { method: "POST", headers: { Origin: new URL(own.address).origin }, body: "a" };
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${own.address}do/upload?name=a.csv`, post)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const names = await Promise.all(answers.map(async (one) => ((await one.json()) as { name: string }).name));
    expect(new Set(names).size).toBe(3);
    expect(filesIn(temporary)).toBe(3);
    const body = JSON.stringify({
      action: "verify",
      about: null,
      values: { file: names[0] ?? "" },
      sure: true,
    });
    const { form } = (await (await fetch(`${own.address}do/act`, { ...post, body })).json()) as ActionAnswer;
    expect([form, filesIn(temporary)]).toEqual([null, 2]);
    await own.close();
    expect(readdirSync(temporary)).toEqual([]);
    vi.unstubAllEnvs();
  });

  it("says that it has failed, to the page in a word and to the program that serves it", async () => {
    const faults: unknown[] = [];
    const { value: own } = await startPreview({
      content: [project.content],
      templates: project.templates,
      port: 0,
      cache: null,
      clock: () => {
        throw new Error("no clock");
      },
      onFault: (error) => faults.push(error),
    });
    if (own === undefined) throw new Error("the page did not start");
    const answer = await fetch(`${own.address}do/act`, {
      method: "POST",
      headers: { Origin: new URL(own.address).origin },
      body: JSON.stringify({ action: "search", about: null, values: {}, sure: true }),
    });
    expect([answer.status, await answer.text()]).toEqual([500, WORDS.fault.ru]);
    expect(faults).toEqual([new Error("no clock")]);
    await own.close();
  });

  it("takes no more than a record can be", async () => {
    const large = { file: ORDER, digest: "", text: "a".repeat(2 * 1024 * 1024) };
    expect((await act("text", large)).status).toBe(413);
    expect(project.read("orders/one.yaml")).toBe(TEXT);
  });
});
