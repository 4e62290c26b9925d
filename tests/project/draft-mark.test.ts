import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { release } from "../../src/office/release/index.ts";
import { unpackBundle } from "../../src/office/release/zip.ts";
import { docxWords } from "../support/docx-text.ts";
import { pdfWords } from "../support/pdf-text.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";
import { trc } from "../support/trc.ts";

const MARK = "ЧЕРНОВИК – не для подписания и рассылки";
const folder = temporaryFolder();
afterAll(folder.remove);
let project: SmallProject;

beforeAll(() => {
  project = new SmallProject(folder.path);
  for (const name of ["editions", "release"])
    cpSync(join("templates", name), join(project.templates, name), { recursive: true });
});

describe("a draft of a bundle", () => {
  it("says so on the cover, in PDF and in DOCX, and nowhere else", async () => {
    const out = join(folder.path, "bundle.zip");
    const { content, templates } = project;
    const options = { content: [content], templates, out, signer: null, signDocuments: false, today: "2025-09-05" };
    const { bundle, diagnostics } = await release({ ...options, draft: true });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(bundle?.documents).toBeGreaterThan(3);
    const marked: string[] = [];
    let documents = 0;
    for (const [path, bytes] of await unpackBundle(readFileSync(out))) {
      if (!/^(original|public)\/.*\.(pdf|docx)$/.test(path)) continue;
      documents++;
      const text = path.endsWith(".pdf") ? await pdfWords(bytes) : docxWords(bytes);
      if (text.join(" ").includes(MARK)) marked.push(path);
    }
    expect(documents).toBeGreaterThan(8);
    expect(marked.length).toBeGreaterThanOrEqual(2);
    for (const path of marked) expect(path).toMatch(/\/Титульный лист/);
    expect(new Set(marked.map((path) => path.split(".").at(-1)))).toEqual(new Set(["pdf", "docx"]));
  });

  it("says so on no cover that is issued: its words stand, and a draft can be made as before", async () => {
    const { content, templates } = project;
    const issued = await trc("issue", "cover", "--content", content, "--templates", templates);
    expect([issued.code, issued.stderr]).toEqual([0, expect.not.stringContaining("ошибка")]);
    const out = join(folder.path, "later.zip");
    const options = { content: [content], templates, out, signer: null, signDocuments: false, today: "2025-09-05" };
    const { bundle, diagnostics } = await release({ ...options, draft: true });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(bundle?.documents).toBeGreaterThan(3);
  });

  it("is the only one to say so: a build is none", async () => {
    const out = join(folder.path, "out");
    const { code } = await trc("build", "--content", project.content, "--templates", project.templates, "--out", out);
    expect(code).toBe(0);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as {
      documents: { files: { path: string }[] }[];
    };
    const paths = manifest.documents.flatMap(({ files }) => files.map(({ path }) => path));
    const covers = paths.filter((path) => /Титульный лист.*\.pdf$/.test(path));
    expect(covers).toHaveLength(1);
    for (const path of covers)
      expect((await pdfWords(readFileSync(join(out, path)))).join(" ")).not.toContain("ЧЕРНОВИК");
  });
});
