import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSample, builtSample } from "../support/built-sample.ts";
import { docxParts, docxWords, docxWordsByColumns } from "../support/docx-text.ts";
import { pdfPages, pdfWords } from "../support/pdf-text.ts";
import { build, filesOf, SAMPLES, type SampleName, temporaryFolder } from "../support/samples.ts";
import { readableTexts, secretsOn } from "../support/secrets.ts";

type Edition = "original" | "public";

const folder = temporaryFolder();
const built = new Map<string, BuiltSample>();
const NAMES = Object.keys(SAMPLES) as SampleName[];

beforeAll(async () => {
  for (const name of NAMES)
    for (const edition of ["original", "public"] as const)
      built.set(`${name}-${edition}`, await builtSample(name, edition));
  // Those that the tests below try to build over.
  for (const name of NAMES)
    for (const edition of ["original", "public"] as const) {
      const { out } = set(name, edition);
      cpSync(out, `${folder.path}/${name}-${edition}`, { recursive: true });
      if (edition === "public") cpSync(`${out}.redactions.json`, `${folder.path}/${name}-public.redactions.json`);
    }
}, 600_000);
afterAll(folder.remove);

function set(name: SampleName, edition: Edition): BuiltSample {
  const found = built.get(`${name}-${edition}`);
  if (found === undefined) throw new Error(`not built: ${name} ${edition}`);
  return found;
}

/** Secrets found in the files of each document: `document › file › place: what`. */
async function findings(name: SampleName, edition: Edition): Promise<string[]> {
  const { report, files } = set(name, edition);
  const found: string[] = [];
  for (const document of report.documents) {
    const secrets = secretsOn(SAMPLES[name], document.date ?? "9999-12-31");
    for (const { path } of document.files)
      for (const [where, text] of await readableTexts(path, files.get(path) ?? new Uint8Array()))
        for (const { what, found: holds } of secrets)
          if (holds(text)) found.push(`${document.id} › ${path.slice(-4)} › ${where}: ${what}`);
  }
  return found;
}

function digests(out: string): string[] {
  return [...filesOf(out)].map(([path, bytes]) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`);
}

describe.each(NAMES)("the public edition of %s", (name) => {
  it("is built without a single finding, of the kinds that are published", () => {
    const { report } = set(name, "public");
    expect(report.diagnostics).toEqual([]);
    const kinds = new Set(report.documents.map(({ kind }) => kind));
    for (const kind of [
      "acquaintance-sheet",
      "order-register",
      "participants-sheet",
      "case-inventory",
      "approval-sheet",
    ])
      expect(kinds).not.toContain(kind);
    for (const kind of ["regulation", "order-status", "agreement-base", "work-plan", "report-annual"])
      expect(kinds).toContain(kind);
  });

  it("holds no withheld value in texts, properties, parts and names of its files", async () => {
    expect(await findings(name, "public")).toEqual([]);
    // The manifest speaks of all documents: it may hold no name of a person's record at all.
    const manifest = set(name, "public").files.get("manifest.json")?.toString() ?? "";
    expect(manifest).toContain("(публичная редакция)");
    expect(manifest).not.toContain("people/");
    const ids = secretsOn(SAMPLES[name], "9999-12-31").filter(({ what }) => what.startsWith("id of"));
    for (const { what, found } of ids) expect(found(manifest), what).toBe(false);
  });

  it("is searched by a search that does find them in the originals", async () => {
    const found = await findings(name, "original");
    const kinds = (what: RegExp): number => found.filter((one) => what.test(one)).length;
    expect(kinds(/pages: surname of/)).toBeGreaterThan(10);
    expect(kinds(/\.pdf › pages: phone of/)).toBeGreaterThan(0);
    expect(kinds(/word\/document\.xml: surname of/)).toBeGreaterThan(10);
    if (name === "sample") expect(kinds(/word\/document\.xml as text: account/)).toBeGreaterThan(0);
  });

  it("has the numbers, dates and clauses of the originals, under a title and a name that tell the edition", () => {
    const originals = new Map(set(name, "original").report.documents.map((document) => [document.id, document]));
    for (const document of set(name, "public").report.documents) {
      const original = originals.get(document.id);
      expect([document.number, document.date]).toEqual([original?.number, original?.date]);
      expect(document.title).toBe(`${original?.title} (публичная редакция)`);
      expect(document.edition).toBe("public");
      expect(document.digest).not.toBe(original?.digest);
      for (const { path } of document.files) expect(path).toMatch(/ \(публичная редакция\)\.(docx|pdf)$/);
    }
    expect(new Set(set(name, "original").report.documents.map(({ edition }) => edition))).toEqual(
      new Set(["original"]),
    );
  });

  it("has its running line on every page, a mark for each signature, and no requisite of the office", async () => {
    const { report, files } = set(name, "public");
    for (const document of report.documents) {
      const file = (format: string): Uint8Array =>
        files.get(document.files.find((one) => one.format === format)?.path ?? "") ?? new Uint8Array();
      const pages = await pdfPages(file("pdf"));
      for (const page of pages)
        expect(
          page.some(({ text, artifact }) => artifact && text.startsWith("Публичная редакция")),
          document.id,
        ).toBe(true);
      const words = (await pdfWords(file("pdf"))).join(" ");
      expect(words, document.id).not.toMatch(/(?<!\p{L} )М\.П\.(?! \p{L})|ознакомлены:|согласны:/u);
      expect(docxParts(file("docx")).get("docProps/core.xml"), document.id).toContain("(публичная редакция)");
      const read = /agreement|transfer-act/.test(document.kind) ? docxWordsByColumns : docxWords;
      expect((await pdfWords(file("pdf"))).join(""), document.id).toBe(read(file("docx")).join(""));
    }
    const order = report.documents.find(({ kind }) => kind === "order-status");
    const pdf = files.get(order?.files.find(({ format }) => format === "pdf")?.path ?? "") ?? new Uint8Array();
    expect((await pdfWords(pdf)).join(" ")).toContain("(подпись)");
  });

  it("lies apart from the log, which says what was withheld and why, and repeats no value", () => {
    const { report, files, out } = set(name, "public");
    expect([...files.keys()].filter((path) => path.includes("redaction"))).toEqual([]);
    const path = `${out}.redactions.json`;
    expect(report.redactionLog).toBe(path);
    const log = JSON.parse(readFileSync(path, "utf8"));
    expect(log).toEqual(report.redactions);
    expect(log.documents.map(({ id }: { id: string }) => id)).toEqual(report.documents.map(({ id }) => id));
    for (const document of log.documents)
      for (const one of document.redactions) expect(one.ground.length, document.id).toBeGreaterThan(10);
    const text = JSON.stringify(log.documents.map(({ redactions }: { redactions: object[] }) => redactions));
    const secrets = secretsOn(SAMPLES[name], "9999-12-31").filter(({ what }) => !what.startsWith("id of"));
    for (const { what, found } of secrets) expect(found(text), what).toBe(false);
    const left = set(name, "original").report.documents.length - report.documents.length;
    expect(log.notPublished).toHaveLength(left);
  });
});

describe("the folder of a public edition", () => {
  it("never takes the set of another edition beside it", async () => {
    const out = `${folder.path}/sample-original`;
    const before = digests(out);
    const report = await build(out, { edition: "public", only: ["regulation"] });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["TRC6508"]);
    expect(digests(out)).toEqual(before);
    const other = await build(`${folder.path}/sample-public`, { only: ["regulation"] });
    expect(other.diagnostics.map(({ code }) => code)).toEqual(["TRC6508"]);
  });

  it("is not made of documents that are not published", async () => {
    const report = await build(`${folder.path}/none`, { edition: "public", only: ["acquaintance-sheet"] });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["TRC6506"]);
    expect(existsSync(`${folder.path}/none`)).toBe(false);
  });

  it("keeps the entries of documents that were not made anew", async () => {
    const out = `${folder.path}/sample-public`;
    const log = readFileSync(`${out}.redactions.json`, "utf8");
    const report = await build(out, { edition: "public", only: ["work-plan"] });
    expect(report.documents).toHaveLength(1);
    expect(readFileSync(`${out}.redactions.json`, "utf8")).toBe(log);
  });
});
