import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/text/index.ts";
import { addToArchive, verifyArchive } from "../../src/office/archive/index.ts";
import { consolidate } from "../../src/project/consolidate/index.ts";
import { pdfText } from "../support/pdf-text.ts";
import { copyOfSample, edit, issue, issued } from "../support/register.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** The sample with a scanned order and its file. */
function withOrder(file: { readonly name: string; readonly bytes: Uint8Array } | null, pages = 2): string {
  const content = copyOfSample(join(folder.path, String(++count), "content"));
  mkdirSync(join(content, "scans"));
  if (file !== null) writeFileSync(join(content, "scans", file.name), file.bytes);
  writeFileSync(
    join(content, "orders/2025/90-od-2025.yaml"),
    `kind: order-paper
number: "90-ОД"
date: 2025-09-11
issuer: centre
subject: Об организации дежурства
control: self
caseIndex: "01-05"
pages: ${pages}
${file === null ? "" : `scan: scans/${file.name}`}
`,
  );
  return content;
}

type Parts = { readonly pages?: number; readonly catalog?: string; readonly trailer?: string; readonly xmp?: string };

/** A PDF as another program writes it: the tree of its pages packed among other objects. */
function pdf({ pages = 2, catalog = "", trailer = "", xmp = "" }: Parts = {}): Buffer {
  const inside = `<< /Type /Pages /Count ${pages} /Kids [] >>`;
  const packed = deflateSync(Buffer.from(`2 0 ${inside}`));
  const text = [
    "%PDF-1.7",
    `1 0 obj << /Type /Catalog /Pages 2 0 R ${catalog} >> endobj`,
    `3 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream`,
    `${packed.toString("latin1")}`,
    "endstream endobj",
    `4 0 obj << /Type /Metadata /Subtype /XML >> stream\n${xmp}\nendstream endobj`,
    `trailer << /Root 1 0 R ${trailer} >>`,
    "%%EOF",
  ];
  return Buffer.from(text.join("\n"), "latin1");
}

const A2B =
  "<x:xmpmeta><rdf:Description pdfaid:part='2'><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></x:xmpmeta>";

async function cardOf(content: string): Promise<string> {
  const out = join(content, "../out");
  const { diagnostics } = await build(out, { content: [content], only: ["order-paper.90-od-2025"], formats: ["pdf"] });
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return pdfText([...filesOf(out)].find(([name]) => name.endsWith(".pdf"))?.[1] ?? Buffer.alloc(0));
}

async function codesOf(content: string): Promise<string[]> {
  const { diagnostics } = await build(null, { content: [content], only: ["order-paper.90-od-2025"] });
  return diagnostics.map(({ code }) => code);
}

describe("a paper that was not made here", () => {
  it("has a card with its requisites, what its file is, and the digest of the file", async () => {
    const bytes = pdf();
    const card = await cardOf(withOrder({ name: "90.pdf", bytes }));
    expect(card).toContain("№ 90-ОД «Об организации дежурства»");
    expect(card).toContain("не PDF/A: хранится как есть");
    expect(card).toContain(sha256(bytes));
  });

  it.each([
    [pdf({ xmp: A2B, catalog: "/OutputIntents [<< /S /GTS_PDFA1 >>]" }), "назван PDF/A-2b"],
    [pdf({ xmp: A2B }), "назван PDF/A-2b, но ему не отвечает: хранится как есть"],
    [
      pdf({ xmp: A2B, catalog: "/OutputIntents [<< /S /GTS_PDFA1 >>] /X << /Type /FontDescriptor >>" }),
      "назван PDF/A-2b, но ему не отвечает: хранится как есть",
    ],
  ])("says which PDF/A it names itself, and what speaks against it: %#", async (bytes, words) => {
    const card = (await cardOf(withOrder({ name: "90.pdf", bytes }))).replace(/\s+/g, " ");
    expect(card).toContain(words);
    expect(card.includes("не отвечает")).toBe(words.includes("не отвечает"));
  });

  it("may be on paper alone", async () => {
    expect(await cardOf(withOrder(null))).toContain("бумага хранится в деле");
  });

  it.each([
    ["no file", null, "TRC3323"],
    ["a file of another kind", { name: "90.pdf", bytes: Buffer.from("PK\u0003\u0004") }, "TRC3324"],
    [
      "a picture under the name of a PDF",
      { name: "90.pdf", bytes: readFileSync("tests/fixtures/pictures/noted.png") },
      "TRC3324",
    ],
    ["a PDF that breaks off", { name: "90.pdf", bytes: pdf().subarray(0, -8) }, "TRC3324"],
    ["a PDF under a password", { name: "90.pdf", bytes: pdf({ trailer: "/Encrypt 9 0 R" }) }, "TRC3325"],
    [
      "a PDF with a script",
      { name: "90.pdf", bytes: pdf({ catalog: "/OpenAction << /S /JavaScript /JS (x) >>" }) },
      "TRC3325",
    ],
    ["more pages than the record says", { name: "90.pdf", bytes: pdf({ pages: 3 }) }, "TRC3014"],
  ])("is found wrong: %s", async (_, file, code) => {
    const content = withOrder(file);
    if (file === null) edit(join(content, "orders/2025/90-od-2025.yaml"), (text) => `${text}scan: scans/missing.pdf\n`);
    expect(await codesOf(content)).toEqual([code]);
  });

  it("shares the series of numbers, and is issued with the digest among its words", async () => {
    const content = withOrder({ name: "90.pdf", bytes: pdf() });
    const { entry } = await issued(content, "90-od-2025");
    expect(entry).toMatchObject({ number: "90-ОД", suffix: "-ОД", pages: 2, order: "90-od-2025" });
    writeFileSync(join(content, "scans/90.pdf"), pdf({ catalog: "/Lang (ru)" }));
    expect(await codesOf(content)).toContain("TRC8101");
    edit(join(content, "orders/2025/91-od-2025.yaml"), (text) => text.replace(/^number: .*$/m, 'number: "90-ОД"'));
    const taken = await issue(content, "91-od-2025");
    expect(taken.entry).toBeNull();
    expect(taken.diagnostics.map(({ code }) => code)).toContain("TRC2101");
  });

  it("lies in the archive beside its card, to the byte", async () => {
    const bytes = pdf();
    const content = withOrder({ name: "90.pdf", bytes });
    await issued(content, "90-od-2025");
    const archive = join(content, "../archive");
    const options = { content, templates: "templates", archive, documents: ["90-od-2025"], today: "2026-01-12" };
    const { added, diagnostics } = await addToArchive(options);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const bag = join(archive, added[0]?.bag ?? "", "data");
    expect(readFileSync(join(bag, "paper.pdf"))).toEqual(bytes);
    expect(existsSync(join(bag, "document.pdf"))).toBe(true);
    expect(readFileSync(join(bag, "passport.xml"), "utf8")).toContain(`sha256="${sha256(bytes)}"`);
    expect((await verifyArchive(archive, content)).diagnostics).toEqual([]);
  });

  it("has no text in force, and amendments of it are not tried on its card", async () => {
    const content = withOrder({ name: "90.pdf", bytes: pdf() });
    const question = { content, templates: "templates", at: "2026-01-01", drafts: true, out: null, formats: [] };
    const report = await consolidate({ ...question, document: "order-paper.90-od-2025" });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["TRC9508"]);
    edit(join(content, "orders/2026/4-od-2026.yaml"), (text) => text.replaceAll("87-od-2025", "90-od-2025"));
    const { diagnostics } = await build(null, { content: [content], only: ["order-amendment.4-od-2026"] });
    expect(diagnostics.map(({ code }) => code)).not.toContain("TRC2503");
  });
});

describe("papers among the others", () => {
  it("stand in registers and inventories with their own sheets, are grounds and are answered", async () => {
    const content = withOrder({ name: "90.pdf", bytes: pdf({ pages: 7 }) }, 7);
    edit(join(content, "orders/2025/91-od-2025.yaml"), (text) =>
      text.replace(/^grounds:.*(?:\n {2}.*)*$/m, "grounds: [{order: 90-od-2025}]"),
    );
    copyFileSync("tests/fixtures/pictures/noted.jpg", join(content, "scans/vh-12.jpg"));
    writeFileSync(
      join(content, "documents/vh-12-2026.yaml"),
      readFileSync("templates/incoming/sample.yaml", "utf8").replace(/^pages:/m, "scan: scans/vh-12.jpg\npages:"),
    );
    copyFileSync("templates/incoming-register/sample.yaml", join(content, "documents/incoming-2026.yaml"));
    edit(join(content, "documents/letter-15-2026.yaml"), (text) =>
      text.replace(/^reply:.*$/m, "reply: {incoming: vh-12-2026}"),
    );
    const out = join(content, "../out");
    const only = ["incoming", "incoming-register", "letter", "order-register", "case-inventory", "order-general"];
    const { diagnostics } = await build(out, { content: [content], only, formats: ["pdf"] });
    expect(diagnostics).toEqual([]);
    const files = [...filesOf(out)];
    const textOf = async (name: string): Promise<string> => {
      const [, bytes = Buffer.alloc(0)] = files.find(([path]) => path.includes(name)) ?? [];
      return (await pdfText(bytes)).replace(/\s+/g, " ");
    };
    expect(await textOf("Приказ от 12.09.2025")).toContain("от 11.09.2025 № 90-ОД «Об организации дежурства»");
    expect(await textOf("Журнал регистрации приказов (МБОУ «Примерненская СШ», -ОД) за 2025")).toMatch(
      /90-ОД 11\.09\.2025 Об организации дежурства Берёзкина М\.П\. – 7 01-05/,
    );
    const [, from, to] =
      /№ 90-ОД «Об организации дежурства» (\d+)–(\d+)/.exec(await textOf("Внутренняя опись дела 01-05")) ?? [];
    expect(Number(to) - Number(from)).toBe(6);
    expect(await textOf("Письмо")).toContain("На № 04-11/37 от 15.01.2026");
    expect(await textOf("Журнал регистрации входящих")).toMatch(/12-вх 16\.01\.2026 .*23\.01\.2026 № 12-08\/15/);
    expect(await textOf("Карточка входящего")).toContain("JPEG");
    const { entry } = await issued(content, "vh-12-2026", { today: "2026-02-01" });
    expect(entry).toMatchObject({ number: "12-вх", pages: 1 });
  });
});
