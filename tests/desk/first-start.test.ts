import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { yamlData } from "../../src/base/yaml/index.ts";
import { sampleAnswers } from "../../src/desk/drafting/index.ts";
import { type Preview, startPreview } from "../../src/desk/page/index.ts";
import type { ActionAnswer, ActionAsked, PageValue } from "../../src/desk/page/page-types.ts";
import { stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = join(folder.path, "Школа", "content");
let desk: Preview;

beforeAll(async () => {
  mkdirSync(join(folder.path, "Школа"));
  const { value } = await startPreview({
    content: [content],
    port: 0,
    cache: null,
    begin: true,
    clock: () => "2026-11-05",
  });
  if (value === undefined) throw new Error("the page did not start");
  desk = value;
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

async function act(
  action: string,
  values: ActionAsked["values"],
  sure = false,
  about: string | null = null,
): Promise<ActionAnswer> {
  const answer = await fetch(`${desk.address}do/act`, {
    method: "POST",
    headers: { Origin: new URL(desk.address).origin },
    body: JSON.stringify({ action, about, values, sure }),
  });
  return (await answer.json()) as ActionAnswer;
}

it("refuses a folder that is not there where nobody has asked to begin one", async () => {
  const { value, diagnostics } = await startPreview({ content: [content], port: 0, cache: null });
  expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["TRC0001"]]);
});

it("has the guide at hand, its pictures of this program and small", async () => {
  const at = (path: string) => fetch(`${desk.address}${path}`);
  const guide = await (await at("guide")).text();
  expect(guide).toContain('<h1 id="руководство-делопроизводителя">');
  const pictures = [...guide.matchAll(/<img src="(guide\/[^"]+)" alt="([^"]+)"/g)].map(([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThan(7);
  const sizes = await Promise.all(
    pictures.map(async (path) => {
      const answer = await at(path);
      expect([path, answer.headers.get("content-type")]).toEqual([path, "image/png"]);
      return (await answer.arrayBuffer()).byteLength;
    }),
  );
  expect(sizes.reduce((all, one) => all + one)).toBeLessThan(1_500_000);
  for (const path of ["guide/", "guide/nothing.png", "guide/..%2Fpage.js"]) expect((await at(path)).status).toBe(404);
});

it("opens a fictional centre in a folder apart, on a page with a secret of its own", async () => {
  await stateWhere(desk.address, ({ first }) => first);
  const { open, findings } = await act("sample", {});
  expect(findings).toEqual([]);
  const address = new URL(open ?? "", desk.address).href;
  expect(address).not.toBe(desk.address);
  const { documents } = await stateWhere(address, (state) => state.documents.length > 5);
  expect(documents.length).toBeGreaterThan(5);
  expect(existsSync(content)).toBe(false);
  expect(readdirSync(join(folder.path, "Школа"))).toEqual(["Учебный центр"]);
  // The second time it is the same one.
  expect((await act("sample", {})).open).toBe(open);
});

type Row = { readonly [name: string]: PageValue };
const rowsOf = (answer: ActionAnswer, name: string) => (answer.form?.values[name] ?? []) as readonly Row[];

it("asks page by page, refuses a wrong page in words, has the names confirmed, and ends with the first set", async () => {
  const sample = yamlData(sampleAnswers("ru")) as { [name: string]: never };
  // Whose gender is not clear, and whose surname is declined in two ways.
  const answers: { [name: string]: never } = {
    ...sample,
    clerk: { name: "Коломиец Женя", title: "делопроизводитель" } as never,
  };
  let asked = await act("init", null);
  let pages = 0;
  while (asked.form !== null && !asked.form.sure) {
    const [field] = asked.form.fields;
    const name = field?.name ?? "";
    if (name === "centre") {
      // What the command asks for and takes no for an answer stands there too.
      const optional = field?.fields?.filter(({ required, asked: is }) => !required && is);
      expect(optional?.map((one) => one.name)).toEqual(["phone", "email", "site"]);
      const wrong = await act("init", {
        ...asked.form.values,
        centre: { ...(answers.centre as unknown as object), inn: "1" },
      });
      expect(wrong.form?.fields[0]?.name).toBe("centre");
      expect(wrong.findings.map(({ code }) => code)).toContain("TRC1106");
    }
    asked = await act("init", { ...asked.form.values, ...(name in answers ? { [name]: answers[name] ?? null } : {}) });
    expect(asked.findings).toEqual([]);
    pages++;
  }
  expect(pages).toBe(9);
  expect(asked.form?.words.join("\n")).toContain("Ветрова Анна Сергеевна: родительный – Ветровой Анны Сергеевны");
  expect(rowsOf(asked, "people")).toContainEqual({ name: "Ветрова Анна Сергеевна", gender: "feminine" });
  expect(rowsOf(asked, "people")).toContainEqual({ name: "Коломиец Женя", gender: null });
  // Of a name without a gender there is no form yet.
  expect(rowsOf(asked, "forms")).toEqual([]);
  const people = rowsOf(asked, "people").map((row) => ({ ...row, gender: row.gender ?? "masculine" }));
  const known = await act("init", { ...asked.form?.values, people }, true);
  const [row, ...others] = rowsOf(known, "forms");
  expect([row?.name, row?.kind, row?.gender, others]).toEqual(["Коломиец", "surname", "masculine", []]);
  expect(known.form?.fields.find(({ name }) => name === "forms")?.settled).toBe(true);
  // The gender of every name is clear.
  expect(known.form?.fields.map(({ name }) => name)).toEqual(["people", "forms", "date"]);
  expect(existsSync(content)).toBe(false);
  const forms = [{ ...row, genitive: "Коломийца" }];
  // Of another gender it is another word: its forms are shown before anything is made.
  const women = people.map((one) => ({ ...one, gender: "feminine" }));
  const changed = await act("init", { ...known.form?.values, people: women, forms }, true);
  expect([rowsOf(changed, "forms"), existsSync(content)]).toEqual([[], false]);
  const made = await act("init", { ...known.form?.values, people, forms }, true);
  expect(made.said[0]).toContain("Центр создан");
  expect(yamlData(readFileSync(join(content, "lexicon.yaml"), "utf8"))).toMatchObject({
    forms: [{ kind: "surname", text: "Коломиец", gender: "masculine", cases: { genitive: "Коломийца" } }],
  });
  const [clerk = ""] = readdirSync(join(content, "people")).filter((name) => name.startsWith("kolomi"));
  expect(readFileSync(join(content, "people", clerk), "utf8")).toContain("gender: masculine");
  const { documents } = await stateWhere(desk.address, (state) => !state.first && state.documents.length > 5);
  expect(documents.map(({ title }) => title).join("\n")).toContain("План");
  // A centre is not begun over another one.
  expect((await act("init", { ...known.form?.values, people, forms }, true)).findings.map(({ code }) => code)).toEqual([
    "TRC9004",
  ]);
});

it("shows how each cell of a table was understood, takes corrections, then makes the records", async () => {
  // Two columns have one heading.
  const table = "№;Мероприятие;Форма;Срок;Ответственный;Срок\n1;Смотр кабинетов;смотр;когда-нибудь;Ветрова А.С.;\n";
  const upload = await fetch(`${desk.address}do/upload?name=plan.csv`, {
    method: "POST",
    headers: { Origin: new URL(desk.address).origin },
    body: table,
  });
  const { name: file } = (await upload.json()) as { name: string };
  const shown = await act("import", { file, plan: null });
  const [, rows] = shown.form?.fields ?? [];
  expect(rows?.fields?.[0]?.label).toBe("2. Смотр кабинетов");
  const hint = (answer: ActionAnswer, heading: string): string =>
    answer.form?.fields[1]?.fields?.[0]?.fields?.find(({ label }) => label === heading)?.hint ?? "";
  expect(hint(shown, "Срок")).toMatch(/^!/);
  expect(shown.form?.values.rows).toMatchObject({ 2: { 2: "смотр", 3: "когда-нибудь", 5: "" } });
  const { 2: _emptied, ...row } =
    (shown.form?.values.rows as { readonly 2?: { readonly 2?: PageValue } } | undefined)?.[2] ?? {};
  // Of the form nothing is left: an emptied cell is sent as one that is not there.
  const cells = { 2: { ...row, 3: "12.11.2026" } };
  const again = await act("import", { ...shown.form?.values, rows: cells, again: true }, true);
  expect(hint(again, "Срок")).toContain("12.11.2026");
  const made = await act("import", { ...again.form?.values }, true);
  expect(made.links.map(({ label }) => label)).toEqual(["Смотр кабинетов"]);
  const record = made.links[0]?.note ?? "";
  await stateWhere(desk.address, ({ records }) => records.some((one) => one.file === record));
  expect((await act("history", null, false, record)).links[0]?.label).toBe("05.11.2026 – Создана");
  const written = readFileSync(record, "utf8");
  expect(written).toContain("2026-11-12");
  expect(written).not.toContain("смотр");
});

it("says what is due and what the set lacks", async () => {
  const { links, form } = await act("due", null);
  expect(form?.values).toEqual({ date: "2026-11-05", days: 60 });
  expect(links.some(({ show }) => show?.startsWith("record:"))).toBe(true);
  expect(links.map(({ label }) => label).join("\n")).toMatch(/\d\d\.\d\d\.202\d – /);
});

it("exports the plan and the register as files beside the records", async () => {
  for (const [what, name] of [
    ["xlsx", "план.xlsx"],
    ["ics", "план.ics"],
  ]) {
    const { said, form } = await act("export", { what: what ?? null, plan: null });
    expect([form, said]).toEqual([null, [`Записан файл export/${name}`]]);
  }
  expect(readdirSync(join(folder.path, "Школа", "export")).sort()).toEqual(["план.ics", "план.xlsx"]);
});
