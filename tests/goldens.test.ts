import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuildReport } from "../src/project/pipeline/index.ts";
import { pdfPages } from "./support/pdf-text.ts";
import { build, filesOf, temporaryFolder } from "./support/samples.ts";

/** What a reader sees, line by line and page by page: one document of each kind. `npm run goldens` writes them anew. */
const FOLDER = "tests/goldens";
const UPDATE = process.env["TRC_UPDATE_GOLDENS"] === "1";
const folder = temporaryFolder();
let report: BuildReport;
let files: Map<string, Buffer>;

beforeAll(async () => {
  report = await build(`${folder.path}/out`, { formats: ["pdf"] });
  files = filesOf(`${folder.path}/out`);
  if (UPDATE) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
  }
});
afterAll(folder.remove);

async function shown(path: string, title: string): Promise<string> {
  const pages = await pdfPages(files.get(path) ?? new Uint8Array());
  const texts = pages.map((page, index) =>
    [
      `=== страница ${index + 1} ===`,
      ...page.map(({ text, artifact }) => (artifact ? `(${text.trim()})` : text.trim())),
    ].join("\n"),
  );
  return `${[title, ...texts].join("\n")}\n`;
}

const kinds = readdirSync("templates", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`templates/${entry.name}/kind.yaml`))
  .map(({ name }) => name)
  .sort();

describe("the pages of", () => {
  it.each(kinds)("%s are as they were agreed", async (kind) => {
    const document = report.documents.find((one) => one.kind === kind);
    const text = await shown(document?.files[0]?.path ?? "", document?.title ?? "");
    const path = `${FOLDER}/${kind}.txt`;
    if (UPDATE) writeFileSync(path, text);
    expect(text).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
  });

  it("no kind that is gone are kept", () => {
    const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
    expect(pages.sort()).toEqual(kinds.map((kind) => `${kind}.txt`));
  });
});
