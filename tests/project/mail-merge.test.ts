import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuildReport } from "../../src/project/pipeline/index.ts";
import { kindSample } from "../support/kind-samples.ts";
import { pdfPages } from "../support/pdf-text.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const RECORD = "documents/sample-of-consent-processing.yaml";
const folder = temporaryFolder();
const content = `${folder.path}/content`;
const out = `${folder.path}/out`;
const titles: string[] = [];
let report: BuildReport;

beforeAll(async () => {
  mkdirSync(content);
  for (const part of [
    "centre.yaml",
    "settings.yaml",
    "organisations",
    "people",
    "territories",
    "calendar",
    "laws.yaml",
  ])
    cpSync(`content/${part}`, `${content}/${part}`, { recursive: true });
  mkdirSync(`${content}/documents`);
  writeFileSync(`${content}/${RECORD}`, kindSample(RECORD) ?? "");
  report = await build(out, {
    content: [content],
    only: ["consent-processing"],
    onProgress: ({ title }) => titles.push(title),
  });
});
afterAll(folder.remove);

/** The words of each page, those of the page number apart. */
async function pagesOf(id: string): Promise<readonly string[]> {
  const path = report.documents.find((one) => one.id === id)?.files.find(({ format }) => format === "pdf")?.path ?? "";
  const pages = await pdfPages(filesOf(out).get(path) ?? new Uint8Array());
  return pages.map((lines) => lines.map(({ text }) => text).join("\n"));
}

describe("a kind with rows", () => {
  const all = "consent-processing.sample-of-consent-processing";

  it("makes a document of each row, named by the person, and one of all", () => {
    expect(report.diagnostics).toEqual([]);
    expect(report.documents.map(({ id, files }) => [id, files[1]?.path])).toEqual([
      [all, "06 Листы/Согласие на обработку персональных данных от 09.09.2025.pdf"],
      [`${all}.sedyh-ln`, "06 Листы/Согласие на обработку персональных данных (Седых Л.Н.).pdf"],
      [`${all}.kvasha-in`, "06 Листы/Согласие на обработку персональных данных (Кваша И.Н.).pdf"],
    ]);
    // Each is made, then written.
    expect(titles).toHaveLength(2 * 3);
  });

  it("prints in the one of all what stands in each, numbered anew", async () => {
    const pages = await pagesOf(all);
    expect(pages).toEqual([...(await pagesOf(`${all}.sedyh-ln`)), ...(await pagesOf(`${all}.kvasha-in`))]);
    expect(pages[1]).toContain("Кваша Ирина Наумовна");
    expect(pages[1]).not.toContain("Седых");
  });

  it("makes a form to fill in by hand where the record has no list", async () => {
    const form = (kindSample(RECORD) ?? "").replace(/people:.*\n/, "").replace("worker", "parent");
    const made = await build(null, {
      content: [content],
      overlay: new Map([[`${content}/${RECORD}`, Buffer.from(form)]]),
    });
    expect(made.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(made.documents.filter(({ kind }) => kind === "consent-processing").map(({ id }) => id)).toEqual([all]);
  });

  it("addresses a notice to each of its people, by post and name", async () => {
    const made = await build(`${out}-notices`, {
      overlay: new Map([
        [
          "content/documents/notice-20-2026.yaml",
          Buffer.from(
            readFileSync("content/documents/notice-20-2026.yaml", "utf8").replace(
              /to:\n( {2}-.*\n)+/,
              "people: [dubravina-vs, chernyh-if]\n",
            ),
          ),
        ],
      ]),
      only: ["notice"],
    });
    expect(made.diagnostics).toEqual([]);
    expect(made.documents.map(({ files }) => files[1]?.path)).toEqual([
      "08 Переписка/Уведомление от 05.02.2026 № 12-08-20.pdf",
      "08 Переписка/Уведомление от 05.02.2026 № 12-08-20 (Дубравина В.С.).pdf",
      "08 Переписка/Уведомление от 05.02.2026 № 12-08-20 (Черных И.Ф.).pdf",
    ]);
    const sheets = made.documents.map(
      ({ files }) => filesOf(`${out}-notices`).get(files[1]?.path ?? "") ?? new Uint8Array(),
    );
    const words = await Promise.all(sheets.map(async (pdf) => JSON.stringify(await pdfPages(pdf))));
    expect(words.map((one) => [/Дубравиной/.test(one), /Черных/.test(one)])).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
  });

  it("has no public edition of a document that is one person's", async () => {
    const made = await build(null, { content: [content], edition: "public" });
    expect(made.documents).toEqual([]);
  });
});
