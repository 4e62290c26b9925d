import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/page/index.ts";
import type { ActionAnswer, ActionAsked, DeskAnswer } from "../../src/desk/page/page-types.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const ORDER = `${project.content}/orders/one.yaml`;
const DOCUMENT = "order-general.one";
let desk: Preview;

beforeAll(async () => {
  desk = await runningPreview(project);
  await stateWhere(desk.address, ({ documents }) => documents.length > 0);
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

async function act(
  action: string,
  values: ActionAsked["values"] = null,
  { about = null, sure = false, who = "" }: Partial<Pick<ActionAsked, "about" | "sure" | "who">> = {},
): Promise<ActionAnswer> {
  const answer = await fetch(`${desk.address}do/act`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: new URL(desk.address).origin },
    body: JSON.stringify({ action, about, values, sure, who }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ActionAnswer;
}
async function step(way: "undo" | "redo"): Promise<DeskAnswer> {
  const headers = { "Content-Type": "application/json", Origin: new URL(desk.address).origin };
  const answer = await fetch(`${desk.address}do/${way}`, { method: "POST", headers, body: "{}" });
  return (await answer.json()) as DeskAnswer;
}
const codes = ({ findings }: ActionAnswer): string[] => findings.map(({ code }) => code);
const names = ({ form }: ActionAnswer): string[] => (form?.fields ?? []).map(({ name }) => name);
const stageOf = (stage: string) =>
  stateWhere(desk.address, ({ documents }) =>
    documents.some((one) => one.id.endsWith(DOCUMENT) && one.stage === stage),
  );

describe("new records", () => {
  it("are chosen by what they are called, from today on", async () => {
    const { form } = await act("new");
    expect(form?.values).toEqual({ type: null, date: "2024-11-05" });
    expect(form?.fields[0]?.choices).toContainEqual({ value: "person", label: "Лицо" });
    // The register and approvals have actions of their own.
    expect(form?.fields[0]?.choices?.map(({ value }) => value)).not.toContain("approval");
  });

  it("get a number, a date and a name by what they are about", async () => {
    const asked = await act("new", { type: "order-general", date: "2024-11-05" });
    expect(names(asked)).toContain("subject");
    expect(project.list("orders")).toEqual(["one.yaml", "two.yaml"]);
    const made = await act("new", { ...asked.form?.values, subject: "О третьем" }, { who: "lebed-ek" });
    expect(made.form).toBeNull();
    expect(made.show).toBe(`record:${project.content}/orders/3-o-2024.yaml`);
    expect(project.read("orders/3-o-2024.yaml")).toMatch(/^number: "?3-О"?/m);
    expect(project.read("orders/3-o-2024.yaml")).toMatch(/^subject: О третьем/m);
    const about = `${project.content}/orders/3-o-2024.yaml`;
    await stateWhere(desk.address, ({ records }) => records.some(({ file }) => file === about));
    const [begun] = (await act("history", null, { about })).links;
    expect(begun?.label).toMatch(/^05\.11\.2024 – Создана: Лебедь /);
    expect(begun?.note).toContain("+ kind: order-general");
    project.remove("orders/3-o-2024.yaml");
  });

  it("can be taken back, and made again, as long as nobody else has written in them", async () => {
    const asked = await act("new", { type: "order-general", date: "2024-11-05" });
    await act("new", { ...asked.form?.values, subject: "О лишнем" });
    const inside = "orders/3-o-2024.yaml";
    const text = project.read(inside);
    const [undo, redo] = [() => step("undo"), () => step("redo")];
    expect(await undo()).toMatchObject({ kind: "removed", file: `${project.content}/${inside}` });
    expect(project.list("orders")).toEqual(["one.yaml", "two.yaml"]);
    expect(await redo()).toMatchObject({ kind: "written", text });
    expect(project.read(inside)).toBe(text);
    project.write(inside, `${text}# от руки\n`);
    expect(await undo()).toMatchObject({ kind: "stale" });
    expect(project.read(inside)).toContain("# от руки");
    project.write(inside, text);
    expect(await undo()).toMatchObject({ kind: "removed" });
    project.write(inside, "subject: чужое\n");
    expect(await redo()).toMatchObject({ kind: "stale" });
    expect(project.read(inside)).toBe("subject: чужое\n");
    project.remove(inside);
  });

  it("are called by the name of the person", async () => {
    const asked = await act("new", { type: "person", date: "2024-11-05" });
    expect(names(asked)).toEqual(expect.arrayContaining(["surname", "given", "patronymic"]));
    const named = { surname: "Ёлкина", given: "Анна", patronymic: "Ильинична" };
    const made = await act("new", { ...asked.form?.values, ...named });
    expect(made.show).toBe(`record:${project.content}/people/elkina-ai.yaml`);
    expect(project.read("people/elkina-ai.yaml")).toMatch(/^gender: feminine/m);
    expect(made.said.join()).toContain("Осталось заполнить");
    project.remove("people/elkina-ai.yaml");
  });

  it("are copied for the next year with the next number, and refused in words", async () => {
    const asked = await act("duplicate", null, { about: ORDER });
    expect(asked.form?.values).toEqual({ date: "2025-09-05" });
    const made = await act("duplicate", { date: "2025-09-05" }, { about: ORDER });
    const file = String(made.show)
      .replace("record:", "")
      .slice(project.content.length + 1);
    expect(project.read(file)).toMatch(/^date: 2025-09-05/m);
    project.remove(file);
    const late = await act("duplicate", { date: "2024-13-40" }, { about: ORDER });
    expect([late.show, late.findings.length > 0]).toEqual([null, true]);
  });
});

describe("a document", () => {
  it("is issued only when it is approved: the refusal is a finding, nothing is written", async () => {
    const { documents } = await stateWhere(desk.address, (state) => state.documents.length > 0);
    const about = documents.find(({ id }) => id.endsWith(DOCUMENT))?.id ?? "";
    const refused = await act("issue", null, { about });
    expect(codes(refused)).toContain("TRC9302");
    expect(refused.form).toMatchObject({ sure: false, words: [] });
    // Even who says to be sure.
    const forced = await act("issue", { registered: "2024-11-05" }, { about, sure: true });
    expect(codes(forced)).toContain("TRC9302");
    expect(project.list(".")).not.toContain("register");
  });

  it("is approved by who may, issued with its words shown before, annulled with a reason", async () => {
    const about = DOCUMENT;
    const asked = await act("approve", null, { about });
    expect(asked.form?.fields[0]).toMatchObject({ name: "person", control: "reference", me: true });
    const stranger = await act("approve", { person: "orlov-dv", date: "2024-11-05" }, { about });
    expect(codes(stranger)).toContain("TRC7002");
    expect(stranger.form).not.toBeNull();
    for (const person of ["lebed-ek", "volkov-ii"]) await act("approve", { person, date: "2024-11-05" }, { about });
    await stageOf("approved");
    const shown = await act("issue", { registered: "2024-11-05" }, { about });
    expect(codes(shown).filter((code) => code === "TRC9302")).toEqual([]);
    expect(shown.form?.words.join("\n")).toContain("Провести день открытых дверей центра");
    expect(shown.form?.sure).toBe(true);
    expect(project.list(".")).not.toContain("register");
    // Nothing else is issued than what was shown: a number that was changed meanwhile is shown first.
    for (const values of [{ registered: "2024-11-05" }, { ...shown.form?.values, number: "9-О" }]) {
      const other = await act("issue", values, { about, sure: true });
      expect(other.form?.sure).toBe(true);
      expect(project.list(".")).not.toContain("register");
    }
    const issued = await act("issue", shown.form?.values ?? null, { about, sure: true });
    expect(issued.said[0]).toContain("Издан документ");
    expect(project.list("register/2024")).toHaveLength(1);
    await stageOf("issued");
    const none = await act("annul", { person: "lebed-ek", reason: " ", date: "2024-11-05" }, { about });
    expect(none.form).not.toBeNull();
    const annulled = await act("annul", { person: "lebed-ek", reason: "Описка", date: "2024-11-05" }, { about });
    expect(annulled.said[0]).toContain("аннулирована");
    expect(project.list("register/2024")).toHaveLength(2);
    await stageOf("approved");
  });

  it("is not issued twice by two presses", async () => {
    const sure = { about: DOCUMENT, sure: true };
    const number = { number: "7-О", registered: "2024-11-05" };
    const values = (await act("issue", number, { about: DOCUMENT })).form?.values ?? null;
    const both = await Promise.all([act("issue", values, sure), act("issue", values, sure)]);
    expect(both.filter(({ form }) => form === null).length).toBeLessThanOrEqual(1);
  });
});

async function handOver(name: string, body: string): Promise<string> {
  const answer = await fetch(`${desk.address}do/upload?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { Origin: new URL(desk.address).origin },
    body,
  });
  return ((await answer.json()) as { name: string }).name;
}

describe("the set", () => {
  it("is searched, documents and records alike", async () => {
    const { links } = await act("search", { words: "день открытых дверей" });
    expect(links.filter(({ show }) => show?.startsWith("record:")).length).toBeGreaterThan(1);
    expect(links.some(({ show }) => show?.endsWith(DOCUMENT))).toBe(true);
    expect((await act("search", { words: "такого нет нигде" })).links).toEqual([]);
  });

  it("knows who approved, issued and annulled, without git", async () => {
    const { links } = await act("history", null, { about: ORDER });
    const said = links.map(({ label }) => label).join("\n");
    expect(said).toContain("05.11.2024 – Одобрение: Волков Илья Ильич");
    expect(said).toContain("Издан документ: Приказ");
    expect(said).toContain("Регистрация аннулирована: Лебедь");
  });

  it("knows what was changed through the desk, and by whom, without git", async () => {
    const file = `${project.content}/orders/two.yaml`;
    const before = project.read("orders/two.yaml");
    const headers = { "Content-Type": "application/json", Origin: new URL(desk.address).origin };
    const { digest } = (await (await fetch(`${desk.address}record?file=${encodeURIComponent(file)}`)).json()) as {
      digest: string;
    };
    const wishes = [{ change: { kind: "set", at: "/subject", value: "О пятом" }, was: "О втором" }];
    const asked = { file, digest, wishes, group: "visit", who: "lebed-ek" };
    await fetch(`${desk.address}do/change`, { method: "POST", headers, body: JSON.stringify(asked) });
    const { links } = await act("history", null, { about: file });
    expect(links[0]?.label).toMatch(/^05\.11\.2024 – Правка: Лебедь /);
    expect(links[0]?.note).toBe("− subject: О втором · + subject: О пятом");
    const { title, said } = await act("history", null, { about: file });
    expect([title, said.join()]).toEqual(["История", expect.stringMatching(/О (?:втором|пятом)/)]);
    await step("undo");
    expect(project.read("orders/two.yaml")).toBe(before);
    expect((await act("history", null, { about: file })).links[0]?.note).toBe(
      "− subject: О пятом · + subject: О втором",
    );
  });

  it("is made as files beside the records", async () => {
    expect((await act("build")).form?.values).toEqual({ edition: "original" });
    const made = await act("build", { edition: "draft" });
    expect(made.said[0]).toContain("out-draft");
    expect(readdirSync(join(folder.path, "project", "out-draft"))).toContain("manifest.json");
    expect((await act("build", { edition: "__proto__" })).form).not.toBeNull();
    cpSync("templates/editions", join(project.templates, "editions"), { recursive: true });
    const { said } = await act("build", { edition: "public" });
    expect(said.at(-1)).toMatch(/^Что и почему скрыто – .*\.json \(этот файл не публикуется\)$/);
  });

  it("is no bundle while it has errors; a bundle is verified when it is handed over", async () => {
    const refused = await act("release", { draft: false }, { sure: true });
    expect([refused.form === null, refused.findings.length > 0]).toEqual([false, true]);
    expect(readdirSync(join(folder.path, "project"))).not.toContain("release");
    const none = await act("verify", { file: "1/../../etc/passwd", rebuild: false });
    expect(none.form).not.toBeNull();
    const wrong = await act("verify", { file: await handOver("чужой.zip", "PK не комплект"), rebuild: false });
    expect([wrong.form, wrong.said]).toEqual([null, ["ПРОВЕРКА НЕ ПРОЙДЕНА"]]);
  });

  it("says nothing of a document that the archive has not", async () => {
    const { form, findings } = await act("archived", null, { about: DOCUMENT });
    expect([form, findings.map(({ code }) => code)]).toEqual([null, ["TRC8318"]]);
  });

  it("takes nothing into the archive that is not issued", async () => {
    const about = "order-general.two";
    const refused = await act("archive", { date: "2024-11-05", file: null }, { about, sure: true });
    expect([refused.form === null, refused.findings.length > 0]).toEqual([false, true]);
    expect(readdirSync(join(folder.path, "project"))).not.toContain("archive");
  });

  it("is exported only where there is a plan", async () => {
    expect((await act("export")).form?.values).toEqual({ what: "xlsx", plan: null });
    const refused = await act("export", { what: "ics", plan: null });
    expect(codes(refused)).toEqual(["TRC9102"]);
    expect((await act("export", { what: "__proto__", plan: null })).form).not.toBeNull();
  });

  it("is brought to today's format when what was shown is asked for, and back", async () => {
    const old = project.read("settings.yaml");
    expect(old).not.toMatch(/^format:/m);
    const asked = await act("upgrade");
    expect(asked.form?.words.join()).toContain("settings.yaml");
    expect(project.read("settings.yaml")).toBe(old);
    const other = await act("upgrade", { ...asked.form?.values, shown: "" }, { sure: true });
    expect([other.form === null, project.read("settings.yaml")]).toEqual([false, old]);
    const made = await act("upgrade", asked.form?.values, { sure: true });
    expect([made.form, made.said]).toEqual([null, ["Записи приведены к формату 2"]]);
    expect(project.read("settings.yaml")).toMatch(/^format: 2$/m);
    const back = await act("upgrade", { ...asked.form?.values, back: true });
    const undone = await act("upgrade", back.form?.values, { sure: true });
    expect([undone.form, project.read("settings.yaml")]).toEqual([null, old]);
  });

  it("has no school year to take back that was not begun", async () => {
    expect(codes(await act("undo-year", { year: "2030/2031" }))).toEqual(["TRC9012"]);
    expect((await act("undo-year")).form?.submit).toBe("Дальше");
  });

  it("takes an issued document into the archive, and the tree says so", async () => {
    await stageOf("issued");
    const asked = await act("archive", null, { about: DOCUMENT });
    expect(asked.form?.said[0]).toMatch(/^Приказ от .* № /);
    const made = await act("archive", { date: "2024-11-06", file: null }, { about: DOCUMENT, sure: true });
    expect([made.form, made.said]).toEqual([null, ["Принято документов: 1"]]);
    await stageOf("archived");
    const { said, form } = await act("archived", null, { about: DOCUMENT });
    expect([...said, ...(form?.said ?? [])].join()).toContain("Принят в архив: 06.11.2024");
  });

  it("knows which words each commit has changed, where git keeps them", async () => {
    const place = join(folder.path, "project");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Лебедь", "-c", "user.email=l@example.org", "-C", place, ...args]);
    git("init", "-q");
    git("add", "content");
    git("commit", "-q", "-m", "Записи");
    project.write("orders/two.yaml", project.read("orders/two.yaml").replace("О втором", "О новом"));
    git("commit", "-q", "-a", "-m", "Тема приказа");
    const { links } = await act("history", null, { about: `${project.content}/orders/two.yaml` });
    const [{ label, note } = { label: "", note: "" }] = links;
    expect(label).toMatch(/^\d\d\.\d\d\.\d{4} – Тема приказа$/);
    expect(note).toBe("Лебедь · − subject: О втором · + subject: О новом");
  });

  it("takes a table only where it can be read", async () => {
    const file = await handOver("план.csv", "а;б\n1;2\n");
    const refused = await act("import", { file, plan: null });
    expect([refused.form === null, refused.findings.length > 0]).toEqual([false, true]);
  });
});

it("takes no file of a page of another site", async () => {
  const answer = await fetch(`${desk.address}do/upload?name=a`, {
    method: "POST",
    headers: { Origin: "https://example.org" },
    body: "a",
  });
  expect(answer.status).toBe(403);
});

it("does nothing that it does not know", async () => {
  for (const body of [
    { action: "format", about: null, values: null, sure: false },
    { action: "new", about: null, values: null },
    { action: "__proto__", about: null, values: {}, sure: true },
  ]) {
    const answer = await fetch(`${desk.address}do/act`, {
      method: "POST",
      headers: { Origin: new URL(desk.address).origin },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(400);
  }
});
