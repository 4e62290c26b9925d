import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docxWords } from "../support/docx-text.ts";
import { copyOfSample } from "../support/register.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeAll(() => {
  copyOfSample(content);
  const pattern = readFileSync(`${content}/orders/2026/11-od-2026.yaml`, "utf8");
  const order = (id: string, number: string, date: string): void =>
    writeFileSync(
      `${content}/orders/2026/${id}.yaml`,
      pattern.replace('"11-ОД"', `"${number}"`).replace("date: 2026-02-05", `date: ${date}`),
    );
  order("case-12", "01-05/12-ОД", "2026-02-06");
  order("case-16", "01-05/16-ОД", "2026-02-09");
  const register = readFileSync(`${content}/documents/register-2026.yaml`, "utf8").replace("excerpt: true\n", "");
  writeFileSync(`${content}/documents/register-2026.yaml`, register);
  writeFileSync(`${content}/documents/cases-2026.yaml`, register.replace("suffix:", 'prefix: "01-05/"\nsuffix:'));
});
afterAll(folder.remove);

async function printed(id: string): Promise<string> {
  const out = `${folder.path}/${id}`;
  const { diagnostics } = await build(out, { content: [content], only: [id], formats: ["docx"] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const files = [...filesOf(out)].filter(([name]) => name.endsWith(".docx"));
  expect(files).toHaveLength(1);
  return files.map(([, bytes]) => docxWords(bytes).join(" ")).join(" ");
}

it("the register of an index leaves out the numbers with the index of a case before them", async () => {
  const text = await printed("register-2026");
  expect(text).toContain("с индексом «-ОД» за 2026 год");
  expect(text).not.toContain("01-05/12-ОД");
  expect(text).toContain("в том числе литерные номера: нет;");
});

it("the register of a case's index has them alone, with no letters and what is missing between them", async () => {
  const text = await printed("cases-2026");
  expect(text).toContain("с номерами вида «01-05/…-ОД» за 2026 год");
  expect(text).toContain(
    "зарегистрировано 2 (два) приказа с № 01-05/12-ОД по № 01-05/16-ОД, в том числе литерные номера: нет; пропущенные номера: 13–15.",
  );
});
