import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type BuiltSample, builtSample } from "../support/built-sample.ts";
import { Goldens } from "../support/goldens.ts";
import { kindSample, kindSampleFile } from "../support/kind-samples.ts";
import { pdfTags } from "../support/pdf-tags.ts";
import { pdfPages } from "../support/pdf-text.ts";
import { readAloud } from "../support/read-aloud.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const kinds = readdirSync("templates", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`templates/${entry.name}/kind.yaml`))
  .map(({ name }) => name)
  .sort();

/** What a reader sees, line by line and page by page: one document of each kind. `npm run goldens -- <kind>` writes one anew, without a name all. */
const goldens = new Goldens("tests/goldens", kinds, process.env.TRC_UPDATE_GOLDENS);
/** What a screen reader says of the same documents. */
const spoken = new Goldens("tests/goldens/read-aloud", kinds, process.env.TRC_UPDATE_GOLDENS);
const folder = temporaryFolder();
let sets: readonly Pick<BuiltSample, "report" | "files">[] = [];
beforeAll(async () => {
  const sample = await builtSample("sample");
  const shown = new Set(sample.report.documents.map(({ kind }) => kind));
  sets = [sample, await samplesOf(kinds.filter((kind) => !shown.has(kind)))];
});
afterAll(folder.remove);

/** Documents of the sample records of kinds, made among the records of the sample. */
async function samplesOf(lacking: readonly string[]): Promise<Pick<BuiltSample, "report" | "files">> {
  const [content, out] = [`${folder.path}/content`, `${folder.path}/out`];
  cpSync("content", content, { recursive: true });
  for (const kind of lacking) {
    const { for: source } = parse(readFileSync(`templates/${kind}/kind.yaml`, "utf8")) as {
      for: { collection: string };
    };
    const file = kindSampleFile(source.collection, kind);
    writeFileSync(join(content, file), kindSample(file) ?? "");
  }
  const report = await build(out, {
    content: [content],
    only: lacking.map((kind) => `${kind}.sample-of-${kind}`),
    formats: ["pdf"],
  });
  expect(report.diagnostics).toEqual([]);
  return { report, files: filesOf(out) };
}

/** The first document of a kind in the sample, or of its own sample record, and its PDF. */
function firstOf(kind: string): { readonly title: string; readonly pdf: Uint8Array } {
  const set = sets.find(({ report }) => report.documents.some((one) => one.kind === kind));
  const document = set?.report.documents.find((one) => one.kind === kind);
  const path = document?.files.find(({ format }) => format === "pdf")?.path ?? "";
  return { title: document?.title ?? "", pdf: set?.files.get(path) ?? new Uint8Array() };
}

async function shown(kind: string): Promise<string> {
  const { title, pdf } = firstOf(kind);
  const pages = await pdfPages(pdf);
  const texts = pages.map((page, index) =>
    [`=== страница ${index + 1} ===`, ...page.map(({ text, artifact }) => shownLine(text.trim(), artifact))].join("\n"),
  );
  return `${[title, ...texts].join("\n")}\n`;
}

/** The hyphen of a divided word is read as an optional one, which an editor would not show. */
function shownLine(text: string, artifact: boolean): string {
  const seen = text.replaceAll("\u00ad", "-");
  return artifact ? `(${seen})` : seen;
}

describe("the pages of", () => {
  it.each(kinds)("%s are as they were agreed", async (kind) => {
    const text = await shown(kind);
    expect(text).toBe(goldens.agreed(kind, text));
  });

  it("no kind that is gone are kept", () => {
    expect([...goldens.gone(), ...spoken.gone()]).toEqual([]);
  });
});

describe("the reading of", () => {
  it.each(kinds)("%s is as it was agreed", async (kind) => {
    const text = readAloud(await pdfTags(firstOf(kind).pdf));
    expect(text).toBe(spoken.agreed(kind, text));
  });
});

describe("writing them anew", () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const before = { "one.txt": "1", "two.txt": "2", "gone.txt": "0", "pictures/one.png": "picture" };
  const cases = ["one", "two", "new"];
  const agreedAll = (asked: string | undefined): { readonly [name: string]: string } => {
    mkdirSync(join(folder.path, "pictures"), { recursive: true });
    for (const [name, text] of Object.entries(before)) writeFileSync(join(folder.path, name), text);
    const some = new Goldens(folder.path, cases, asked);
    for (const name of cases) some.agreed(name, `now ${name}`);
    return Object.fromEntries([...filesOf(folder.path)].map(([name, bytes]) => [name, bytes.toString()]));
  };

  it("touches nothing when it is not asked for", () => {
    expect(agreedAll(undefined)).toEqual(before);
  });

  it("of one case touches that case alone", () => {
    expect(agreedAll("two")).toEqual({ ...before, "two.txt": "now two" });
  });

  it("of all drops the text of a kind that is gone, and keeps the pictures", () => {
    expect(agreedAll("all")).toEqual({
      "new.txt": "now new",
      "one.txt": "now one",
      "pictures/one.png": "picture",
      "two.txt": "now two",
    });
  });

  it("of a case that is not there says so and touches nothing", () => {
    for (const [name, text] of Object.entries(before)) writeFileSync(join(folder.path, name), text);
    expect(() => new Goldens(folder.path, cases, "tow")).toThrow("no such case: tow; there are: one, two, new");
    expect(readFileSync(join(folder.path, "one.txt"), "utf8")).toBe("1");
  });
});
