import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxWords } from "../support/docx-text.ts";
import { pdfWords } from "../support/pdf-text.ts";
import { copyOfSample, edit, issued } from "../support/register.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
const MARK = "restriction: {mark: Для служебного пользования, copy: 2}\n";
const PRINTED = "Для служебного пользования Экз. № 2";
const place = { content: [content] };

beforeAll(() => {
  copyOfSample(content);
  edit(`${content}/orders/2025/131-od-2025.yaml`, (text) => `${text}${MARK}`);
});
afterAll(folder.remove);

async function words(only: string): Promise<{ readonly docx: string; readonly pdf: string }> {
  const out = `${folder.path}/${only}`;
  const { diagnostics } = await build(out, { ...place, only: [only] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [docx, pdf] = [".docx", ".pdf"].map((ext) => [...filesOf(out)].find(([name]) => name.endsWith(ext))?.[1]);
  const plain = (list: readonly string[]): string => list.join(" ").replace(/\s+/g, " ");
  return {
    docx: plain(docxWords(docx ?? Buffer.alloc(0))),
    pdf: plain((await pdfWords(docx === undefined ? new Uint8Array() : (pdf ?? new Uint8Array()))).flat()),
  };
}

describe("a record with a mark of restricted access", () => {
  it("gives a document that opens with the mark and the number of the copy, in both formats", async () => {
    const { docx, pdf } = await words("order-general.131-od-2025");
    expect(docx).toMatch(new RegExp(`^${PRINTED} `));
    expect(pdf).toContain(PRINTED);
    expect((await words("order-general.91-od-2025")).docx).not.toContain("служебного");
  });

  it.each([
    "plans/2025-2026",
    "reports/half-year-2025",
    "regulations/regulation-2025",
    "agreements/1-2025-trc",
    "documents/act-1-2025",
  ])("may be %s as well", async (id) => {
    const file = `${content}/${id}.yaml`;
    edit(file, (text) => `${text}${MARK}`);
    try {
      expect((await words(id.split("/")[1] ?? "")).docx).toMatch(new RegExp(`^${PRINTED} `));
    } finally {
      edit(file, (text) => text.replace(MARK, ""));
    }
  });

  it("is shown by the register and the inventory of its case", async () => {
    expect((await words("register-2025")).docx).toContain(PRINTED.replace(" Экз", ", Экз"));
    expect((await words("inventory-01-05")).docx).toContain(PRINTED.replace(" Экз", ", Экз"));
  });

  it("is told by the register that is written into a spreadsheet", async () => {
    const file = `${folder.path}/register.xlsx`;
    await trc("export", "--xlsx", file, "--content", content, "--templates", "templates");
    const rows = utils.sheet_to_json<{ [column: string]: string }>(read(readFileSync(file)).Sheets.Журнал ?? {});
    expect(rows.filter((row) => row.Гриф !== undefined && row.Гриф !== "")).toMatchObject([
      { "№": "131-ОД", Гриф: "Для служебного пользования, экз. № 2" },
    ]);
  });

  it("is never in the public edition, and the log of redactions says why", async () => {
    const out = `${folder.path}/public`;
    const { documents, diagnostics } = await build(out, { ...place, edition: "public" });
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ id }) => id)).toContain("order-general.91-od-2025");
    expect(documents.map(({ id }) => id)).not.toContain("order-general.131-od-2025");
    const log = JSON.parse(readFileSync(`${out}.redactions.json`, "utf8"));
    expect(log.notPublished).toContainEqual(
      expect.objectContaining({ id: "order-general.131-od-2025", ground: "на документе гриф ограничения доступа" }),
    );
    for (const [name, bytes] of filesOf(out))
      if (name.endsWith(".docx")) expect(docxWords(bytes).join(" ")).not.toContain("служебного");
  });

  it("is refused when it is asked for in the public edition by its name", async () => {
    const { diagnostics } = await build(null, { ...place, edition: "public", only: ["131-od-2025"] });
    expect(diagnostics).toMatchObject([
      { code: "TRC6509", place: { file: `${content}/orders/2025/131-od-2025.yaml`, start: { line: 20 } } },
    ]);
  });

  it("does not lend its sentences to a public document", async () => {
    edit(`${content}/regulations/regulation-2025.yaml`, (text) => `${text}${MARK}`);
    const { diagnostics } = await build(null, { ...place, edition: "public", only: ["145-od-2025"] });
    edit(`${content}/regulations/regulation-2025.yaml`, (text) => text.replace(MARK, ""));
    expect(diagnostics).toMatchObject([
      { code: "TRC6509", place: { file: `${content}/orders/2025/145-od-2025.yaml` }, related: [{}] },
    ]);
  });

  it("has its mark in the register of issued documents", async () => {
    const { entry } = await issued(content, "131-od-2025", { today: "2025-12-22" });
    expect(entry?.restriction).toBe("Для служебного пользования, Экз. №\u00a02");
    const { stdout } = await trc("register", "list", "--content", content);
    expect(stdout.replace(/\s+/g, " ")).toContain("– Для служебного пользования, Экз. № 2");
  });
});
