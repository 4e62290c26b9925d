import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltSample, builtSample } from "../support/built-sample.ts";
import { docxParts, docxWords, docxWordsByColumns } from "../support/docx-text.ts";
import { pdfPages, pdfWords } from "../support/pdf-text.ts";
import { SAMPLES, type SampleName } from "../support/samples.ts";

/** Kinds that section 6 of the regulation and the office around it ask for. */
const KINDS = [
  "acquaintance-sheet",
  "act",
  "agreement-base",
  "agreement-committee",
  "approval-sheet",
  "archive-inventory",
  "bundle-cover",
  "case-inventory",
  "case-nomenclature",
  "consultation-log",
  "destruction-act",
  "distribution-list",
  "equipment-log",
  "order-amendment",
  "order-general",
  "order-operation",
  "order-register",
  "order-responsible",
  "order-revocation",
  "order-status",
  "participants-sheet",
  "regulation",
  "report-annual",
  "report-half-year",
  "request-form",
  "work-plan",
];

const built = new Map<SampleName, BuiltSample>();
beforeAll(async () => {
  for (const name of Object.keys(SAMPLES) as SampleName[]) built.set(name, await builtSample(name));
});

function sample(name: SampleName): BuiltSample {
  const found = built.get(name);
  if (found === undefined) throw new Error(`not built: ${name}`);
  return found;
}

async function textOf(name: SampleName, id: string): Promise<string> {
  const { report, files } = sample(name);
  const path = report.documents
    .find((document) => document.id === id)
    ?.files.find(({ format }) => format === "pdf")?.path;
  return (await pdfWords(files.get(path ?? "") ?? new Uint8Array())).join(" ");
}

describe.each(Object.keys(SAMPLES) as SampleName[])("the set of %s", (name) => {
  it("is built without a single finding", () => {
    expect(sample(name).report.diagnostics).toEqual([]);
  });

  it("holds every kind of document", () => {
    const held = new Set(sample(name).report.documents.map(({ kind }) => kind));
    expect(KINDS.filter((kind) => !held.has(kind))).toEqual([]);
  });

  it("has the same words, in the same order, in PDF and in DOCX", async () => {
    const { report, files } = sample(name);
    for (const document of report.documents) {
      const [docx, pdf] = ["docx", "pdf"].map((format) =>
        files.get(document.files.find((file) => file.format === format)?.path ?? ""),
      );
      const read = /agreement|transfer-act/.test(document.kind) ? docxWordsByColumns : docxWords;
      const [left, right] = [read(docx ?? new Uint8Array()), await pdfWords(pdf ?? new Uint8Array())];
      // A word cut at the edge of a narrow cell, or behind a hyphen, is two pieces of text in PDF and one in DOCX.
      expect(right.join(""), document.id).toBe(left.join(""));
      expect(Math.abs(left.length - right.length), document.id).toBeLessThan(left.length / 10 + 3);
    }
  });

  it("has as many pages as the manifest says, numbered from the second page of each section", async () => {
    const { report, files } = sample(name);
    for (const document of report.documents) {
      const pages = await pdfPages(
        files.get(document.files.find(({ format }) => format === "pdf")?.path ?? "") ?? new Uint8Array(),
      );
      expect(pages.length, document.id).toBe(document.pages);
      expect(
        pages[0]?.some(({ text, artifact }) => artifact && /^\d+$/.test(text.trim())),
        document.id,
      ).toBe(false);
      let expected = 1;
      for (const page of pages) {
        const number = page.find(({ text, artifact }) => artifact && /^\d+$/.test(text.trim()))?.text.trim();
        expected = number === undefined ? 1 : expected + 1;
        if (number !== undefined) expect(Number(number), document.id).toBe(expected);
      }
    }
  });

  it("writes well-formed parts with named styles, native lists, ru-RU and no present time", () => {
    for (const [path, bytes] of sample(name).files) {
      if (!path.endsWith(".docx")) continue;
      const parts = docxParts(bytes);
      expect(parts.get("word/styles.xml"), path).toContain('w:lang w:val="ru-RU"');
      expect(parts.get("word/styles.xml"), path).toContain("Текст документа");
      expect(parts.get("docProps/core.xml"), path).not.toMatch(new RegExp(`${new Date().getFullYear() + 1}`));
      for (const [part, xml] of parts) if (part.endsWith(".xml")) expect(unclosed(xml), `${path} ${part}`).toBe("");
    }
  });

  it("gives every file a name that Windows and Linux take, no two the same when case is folded", () => {
    const names = [...sample(name).files.keys()];
    expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length);
    for (const one of names) expect(one).not.toMatch(/[<>:"\\|?*\u0000-\u001f\u00a0]/);
  });
});

describe("names and heads by date", () => {
  it("an order of 2025 carries the district, one of 2026 the municipal okrug", async () => {
    expect(await textOf("sample", "order-status.145-od-2025")).toContain("«СМОЛЕНСКИЙ РАЙОН»");
    const later = await textOf("sample", "order-status.98-od-2026");
    expect(later).toContain("«СМОЛЕНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ»");
    expect(later).not.toContain("«СМОЛЕНСКИЙ РАЙОН»");
  });

  it("a report of 2026 cites an order of 2025 with the name its author had then", async () => {
    const report = await textOf("sample", "report-annual.annual-2026");
    expect(report).toContain("«СМОЛЕНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ»");
    expect(report).toMatch(
      /комитета по образованию Администрации муниципального образования «Смоленский район» Смоленской области от 05\.09\.2025 № 145-ОД/,
    );
  });

  it("orders before and after the change of director are signed by the right one", async () => {
    expect(await textOf("sample", "order-general.131-od-2025")).toContain("М.П. Берёзкина");
    expect(await textOf("sample", "order-amendment.4-od-2026")).toContain("П.А. Кленов");
  });

  it("the profile follows the date of the document", () => {
    const profiles = (name: SampleName): string[] => [
      ...new Set(sample(name).report.documents.map(({ profile }) => profile)),
    ];
    expect(profiles("sample")).toEqual(["gost-2025"]);
    expect(profiles("second")).toEqual(["gost-2016"]);
  });
});

describe("the second sample", () => {
  it("carries nothing of the first: neither places nor people nor wording of records", async () => {
    const { report } = sample("second");
    for (const { id } of report.documents)
      expect(await textOf("second", id), id).not.toMatch(/Смоленск|Примернен|Берёзкин|Кленов|Образцов/i);
  });

  it("speaks of three base schools where the first speaks of two", async () => {
    expect(await textOf("sample", "regulation.regulation-2025")).toContain(
      "координирует деятельность двух базовых образовательных организаций",
    );
    expect(await textOf("second", "regulation.regulation-2024")).toContain(
      "координирует деятельность трёх базовых образовательных организаций",
    );
  });
});

/** The first tag that is not closed in its place; empty when the part is well-formed. */
function unclosed(xml: string): string {
  const open: string[] = [];
  for (const [tag, close, name, , self] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (self === "/") continue;
    if (close === "/") {
      if (open.pop() !== name) return tag;
    } else open.push(name ?? "");
  }
  const rest = xml.replace(/<\?[^>]*\?>/g, "").replace(/<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, "");
  return (
    open.join(" ") +
    (/[<>]/.exec(rest)?.[0] ?? "") +
    (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.exec(rest)?.[0] ?? "")
  );
}
