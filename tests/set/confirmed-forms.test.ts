import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { BuildOptions, BuildReport, Diagnostic } from "../../src/index.ts";
import { docxParts } from "../support/docx-text.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
let made = 0;

type Edit = (content: { replace: (file: string, from: string | RegExp, to: string) => void; folder: string }) => void;

/** Builds a changed copy of the sample; only what the orders of one kind need. */
async function edited(
  edit: Edit,
  options: Partial<BuildOptions> = {},
): Promise<BuildReport & { readonly content: string }> {
  made += 1;
  const content = `${folder.path}/${made}/content`;
  cpSync("content", content, { recursive: true });
  const replace = (file: string, from: string | RegExp, to: string): void => {
    const path = `${content}/${file}`;
    const text = readFileSync(path, "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change in ${file}`);
    writeFileSync(path, changed);
  };
  edit({ replace, folder: content });
  const report = await build(`${folder.path}/${made}/out`, {
    content: [content],
    only: ["agreement-committee"],
    ...options,
  });
  return { ...report, content };
}

const unconfirmed: Edit = ({ replace }) => replace("people/orehov-sd.yaml", /^surname: .*/m, "surname: Коломиец");
const aboutWords = (report: BuildReport): Diagnostic[] =>
  report.diagnostics.filter(({ code }) => code.startsWith("TRC40"));

/** Bodies of every DOCX of a folder. */
function docxXml(out: string): string {
  return [...filesOf(out)]
    .filter(([name]) => name.endsWith(".docx"))
    .map(([, bytes]) => docxParts(bytes).get("word/document.xml") ?? "")
    .join("\n");
}

/** The block of a finding, as a clerk would paste it. */
function pasted([hint = ""]: readonly string[]): string {
  return hint
    .split("\n")
    .slice(1)
    .map((line) => line.slice(2))
    .join("\n");
}

describe("a form nobody is sure of", () => {
  it("stops the build at the property of the record, once for the whole set, with the reason and a block to paste", async () => {
    const report = await edited(unconfirmed, { only: ["agreement-committee", "agreement-base"] });
    const [finding, ...others] = aboutWords(report);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TRC4001", severity: "error", actual: "Коломиец", expected: "Коломийца" });
    expect(finding?.place).toMatchObject({ start: { line: 2, column: 10 } });
    expect(finding?.place?.file).toContain("people/orehov-sd.yaml");
    expect(finding?.why?.ru).toContain("«Коломийца» или «Коломиеца»");
    expect(report.published).toBeNull();
  });

  it("is asked once: the pasted block settles it for every document", async () => {
    const [finding] = aboutWords(await edited(unconfirmed));
    const block = pasted((finding?.hints ?? []).map(({ ru }) => ru)).replace(
      "genitive: Коломийца",
      "genitive: Коломиеца",
    );
    const report = await edited((content) => {
      unconfirmed(content);
      writeFileSync(`${content.folder}/lexicon.yaml`, `${block}\n`);
    });
    expect(report.diagnostics).toEqual([]);
    expect(docxXml(`${folder.path}/${made}/out`)).toContain("Коломиеца Семёна");
  });

  it("is marked in a draft of both formats, and the draft is made", async () => {
    const report = await edited(unconfirmed, { draft: true });
    expect(aboutWords(report).map(({ severity }) => severity)).toEqual(["warning"]);
    expect(docxXml(`${folder.path}/${made}/out`)).toMatch(
      /<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">Коломийца</,
    );
  });

  it("does not matter in the nominative", async () => {
    const report = await edited(unconfirmed, { only: ["regulation"] });
    expect(report.diagnostics).toEqual([]);
  });

  it("of a second word is pasted under the first", async () => {
    const report = await edited((content) => {
      unconfirmed(content);
      content.replace("organisations/committee.yaml", "title: председатель,", "title: кванториан,");
    });
    const findings = aboutWords(report);
    expect(findings.map(({ code }) => code).sort()).toEqual(["TRC4001", "TRC4002"]);
    const blocks = findings.map(({ hints }) => pasted(hints.map(({ ru }) => ru)));
    const file = `${blocks[0]}\n${(blocks[1] ?? "").replace(/^ {2}(?=\S)/, "  ")}\n`;
    const settled = await edited((content) => {
      unconfirmed(content);
      content.replace("organisations/committee.yaml", "title: председатель,", "title: кванториан,");
      writeFileSync(`${content.folder}/lexicon.yaml`, file);
    });
    expect(settled.diagnostics).toEqual([]);
  });
});

describe("a form given by hand in the record", () => {
  it("wins over everything, for the full name and for the initials", async () => {
    const report = await edited((content) => {
      unconfirmed(content);
      content.replace("people/orehov-sd.yaml", /^gender:/m, "surnameCases: {genitive: Коломиеца}\ngender:");
    });
    expect(report.diagnostics).toEqual([]);
    expect(docxXml(`${folder.path}/${made}/out`)).toContain("Коломиеца Семёна");
  });

  it("that cannot be that case is printed with a warning", async () => {
    const report = await edited((content) =>
      content.replace("people/orehov-sd.yaml", /^gender:/m, "surnameCases: {genitive: Орехову}\ngender:"),
    );
    expect(aboutWords(report)).toMatchObject([
      { code: "TRC4003", severity: "warning", actual: "Орехову", expected: "Орехова" },
    ]);
    expect(docxXml(`${folder.path}/${made}/out`)).toContain("Орехову Семёна");
  });
});
