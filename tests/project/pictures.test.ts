import { appendFileSync, copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { folderStore } from "../../src/base/cache/index.ts";
import { addToArchive } from "../../src/office/archive/index.ts";
import { type BuildOptions, buildSet, type UpdateReport, updateSet } from "../../src/project/pipeline/index.ts";
import { docxParts } from "../support/docx-text.ts";
import { copyOfSample, issued } from "../support/register.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

const PICTURES = ["emblem.svg", "noted.png", "noted.jpg", "alpha.png", "palette.png", "progressive.jpg", "grey.jpg"];
const LONG = "Слова пункта, которых хватает на несколько строк листа, чтобы картинка не поместилась под ними. ".repeat(
  12,
);

/** Orders with pictures in the text, an emblem over them. */
function project(text: string): {
  readonly small: SmallProject;
  readonly build: Build;
  readonly options: BuildOptions;
} {
  const root = join(folder.path, String(++count));
  const small = new SmallProject(root);
  mkdirSync(join(small.content, "pictures"));
  for (const name of PICTURES) put(small, name, name);
  small.edit("centre.yaml", (yaml) => `${yaml}emblem: {file: pictures/emblem.svg, alt: Эмблема лицея}\n`);
  small.editTemplate("order-general/body.hbs", (body) =>
    body.replace("{{> order-foot}}", `${text}\n\n{{> order-foot}}`),
  );
  const options = {
    content: [small.content],
    templates: small.templates,
    out: join(root, "out"),
    only: ["order-general.one"],
    formats: ["docx", "pdf"] as const,
  };
  const build: Build = (other = {}) => updateSet({ ...options, cache: folderStore(join(root, "cache")), ...other });
  return { small, build, options };
}
type Build = (options?: Partial<BuildOptions>) => Promise<UpdateReport>;

function put(small: SmallProject, fixture: string, name: string): void {
  copyFileSync(join("tests/fixtures/pictures", fixture), join(small.content, "pictures", name));
}

function filesAfter(report: UpdateReport): { readonly docx: Buffer; readonly pdf: Buffer } {
  expect(
    report.diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => [code, message.ru]),
  ).toEqual([]);
  const files = filesOf(join(folder.path, String(count), "out"));
  const of = (ending: string): Buffer => {
    const found = [...files].filter(([name]) => name.endsWith(ending));
    expect(found.length).toBe(1);
    return found[0]?.[1] ?? Buffer.alloc(0);
  };
  return { docx: of(".docx"), pdf: of(".pdf") };
}

/** Streams of a PDF unpacked, and what stands around them. */
function pdfText(pdf: Buffer): string {
  const source = pdf.toString("latin1");
  return source.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, data: string) => {
    try {
      return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
}

const EVERY = [
  'На рисунке :ref[scheme] – схема.\n\n::picture{file="pictures/emblem.svg" alt="Схема зала" title="Рисунок # – Схема" id=scheme width=60}',
  '::picture{file="pictures/noted.png" alt="Точки" width=400}',
  ...["noted.jpg", "alpha.png", "palette.png", "progressive.jpg", "grey.jpg"].map(
    (name) => `::picture{file="pictures/${name}" alt="Картинка ${name}" title="Рисунок # – ${name}"}`,
  ),
].join("\n\n");

describe("pictures of a document", () => {
  it("stand in its DOCX as drawings with their words, in its PDF as figures, without notes about them", async () => {
    const { build } = project(EVERY);
    const { docx, pdf } = filesAfter(await build());
    const parts = docxParts(docx);
    const media = [...parts.keys()].filter((name) => name.startsWith("word/media/"));
    expect(media.map((name) => name.replace(/.*\./, "")).sort()).toEqual([
      "jpeg",
      "jpeg",
      "jpeg",
      "png",
      "png",
      "png",
      "png",
      "png",
      "svg",
      "svg",
    ]);
    const document = parts.get("word/document.xml") ?? "";
    expect(document.match(/asvg:svgBlip/g)?.length).toBe(2);
    expect(
      [...document.matchAll(/<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)"/g)].map(([, id, alt]) => [id, alt]),
    ).toEqual(
      [
        "Эмблема лицея",
        "Схема зала",
        "Точки",
        ...["noted.jpg", "alpha.png", "palette.png", "progressive.jpg", "grey.jpg"].map((name) => `Картинка ${name}`),
      ].map((alt, index) => [String(index + 1), alt]),
    );
    expect([...parts.values()].join("")).not.toContain("SECRET");
    const text = pdfText(pdf);
    expect(text).not.toMatch(/SECRET|Exif/);
    expect(text.match(/\/S \/Figure/g)?.length).toBe(8);
    expect(text.match(/\/Subtype \/Image/g)?.length).toBe(6);
    expect(text).toContain("/DCTDecode");
    expect(text).toMatch(/\/Indexed/);
    // The drawing is paths: its blue shield.
    expect(text).toContain("0.1215686 0.3058824 0.6196078 rg");
  });

  it("are never wider than the column and keep their proportions", async () => {
    const { build } = project('::picture{file="pictures/noted.png" alt="Точки" width=400}');
    const { docx } = filesAfter(await build());
    const sizes = [...(docxParts(docx).get("word/document.xml") ?? "").matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)];
    const [, [, wide, high]] = sizes.map(([, cx, cy]) => [0, Number(cx) / 36000, Number(cy) / 36000]) as [
      unknown,
      [number, number, number],
    ];
    expect(wide).toBeCloseTo(165, 3);
    expect(wide / high).toBeCloseTo(48 / 32, 3);
  });

  it("go to the next page with their captions where they do not fit", async () => {
    const { options } = project(
      `1. ${LONG}\n\n::picture{file="pictures/emblem.svg" alt="Схема" title="Рисунок # – Схема" width=90}`,
    );
    const report = await buildSet(options);
    const [laid] = report.laid;
    const pages = laid?.input.layout.pages ?? [];
    const pageOf = (has: (item: (typeof pages)[number]["items"][number]) => boolean): number =>
      pages.findLastIndex(({ items }) => items.some(has));
    const picture = pageOf((item) => item.type === "chart" && item.chart.alt === "Схема");
    const caption = pageOf((item) => item.type === "line" && item.owner?.style === "figure-caption");
    expect([picture, caption]).toEqual([1, 1]);
  });

  it("go to the next page with a signature under them rather than leave it there alone", async () => {
    const { options } = project('::picture{file="pictures/emblem.svg" alt="Схема" width=112}');
    const [laid] = (await buildSet({ ...options, out: null })).laid;
    const pages = laid?.input.layout.pages ?? [];
    const last = pages.at(-1)?.items ?? [];
    expect([
      pages.length,
      last.some((item) => item.type === "chart"),
      last.some((item) => item.type === "line" && item.owner?.style === "signature-name"),
    ]).toEqual([2, true, true]);
  });

  it("are the same bytes whenever they are made", async () => {
    const { build } = project(EVERY);
    const first = filesAfter(await build({ cache: null }));
    const second = filesAfter(await build({ cache: null }));
    expect(second.docx.equals(first.docx)).toBe(true);
    expect(second.pdf.equals(first.pdf)).toBe(true);
  });

  it("make their documents anew when they change, and only those; they are sources of them", async () => {
    const { small, build, options } = project('::picture{file="pictures/noted.png" alt="Точки"}');
    const first = await build({ only: [] });
    expect(first.documents.find(({ id }) => id === "order-general.one")?.sources).toEqual(
      expect.arrayContaining(["pictures/emblem.svg", "pictures/noted.png"]),
    );
    expect((await build({ only: [] })).work).toEqual({ rendered: 0, written: 0 });
    put(small, "palette.png", "noted.png");
    const changed = await build({ only: [] });
    const digests = (report: UpdateReport): Map<string, string> =>
      new Map(report.documents.map(({ id, digest }) => [id, digest]));
    const [before, after] = [digests(first), digests(changed)];
    expect(
      [...after]
        .filter(([id, digest]) => before.get(id) !== digest)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["order-general.one", "order-general.two"]);
    const { inputs } = await buildSet({ ...options, out: null });
    expect(inputs.flatMap(({ files }) => files.map(({ inside }) => inside))).toContain("pictures/noted.png");
  });

  it("come into the public edition only where it is said, the emblem always", async () => {
    const { small, build } = project(
      '::picture{file="pictures/noted.png" alt="Скан с подписями"}\n\n::picture{file="pictures/grey.jpg" alt="Схема зала" public=true}',
    );
    cpSync("templates/editions", join(small.templates, "editions"), { recursive: true });
    const report = await build({ edition: "public" });
    const { docx } = filesAfter(report);
    const document = docxParts(docx).get("word/document.xml") ?? "";
    expect([...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt)).toEqual([
      "Эмблема лицея",
      "Схема зала",
    ]);
    expect(report.documents[0]?.sources).not.toContain("pictures/noted.png");
    expect(JSON.stringify(report.redactions)).toContain("public=true");
  });

  it("of an annex stand in the record of its order", async () => {
    const { small, options } = project("слова");
    small.edit(
      "orders/one.yaml",
      (yaml) =>
        `${yaml.replace("открытых дверей центра", "открытых дверей центра\n    annex: way")}annexes:
  - id: way
    title: Схема проезда
    pictures:
      - {file: pictures/noted.jpg, alt: Скан листа}
      - {file: pictures/emblem.svg, alt: Проезд от станции, title: Проезд, widthMm: 70, publish: true}
`,
    );
    const [laid] = (await buildSet({ ...options, out: null })).laid;
    const shown = laid?.rendered.model.annexes[0]?.blocks.filter(({ type }) => type === "picture");
    expect(shown).toMatchObject([
      { file: "pictures/noted.jpg", alt: "Скан листа", title: null },
      { file: "pictures/emblem.svg", title: "Рисунок 1 – Проезд", number: "1", widthMm: 70, public: true },
    ]);
  });

  it("that cannot be printed are findings at the directive that names them", async () => {
    const { small, build } = project(
      ["cmyk.jpg", "turned.jpg", "hostile.svg"]
        .map((name) => `::picture{file="pictures/${name}" alt="Картинка"}`)
        .join("\n\n"),
    );
    put(small, "cmyk.jpg", "cmyk.jpg");
    put(small, "turned.jpg", "turned.jpg");
    small.write("pictures/hostile.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    const found = (await build()).diagnostics.filter(({ code }) => /^TRC33/.test(code));
    const line = small.templates;
    expect(found.map(({ code, place }) => [code, place?.file.startsWith(line), place?.start.column])).toEqual([
      ["TRC3318", true, 1],
      ["TRC3318", true, 1],
      ["TRC3320", true, 1],
    ]);
    expect(new Set(found.map(({ place }) => place?.start.line)).size).toBe(3);
  });

  it("that a record names are findings in the record", async () => {
    const { small, build } = project("слова");
    small.remove("pictures/emblem.svg");
    const found = (await build()).diagnostics.filter(({ code }) => code === "TRC3317");
    const text = small.read("centre.yaml").split("\n");
    const line = text.findIndex((one) => one.startsWith("emblem:"));
    expect(
      found.map(({ place, hints, related }) => [place?.file, place?.start, hints.length, related?.[0]?.place.file]),
    ).toEqual([
      [
        `${small.content}/centre.yaml`,
        { line: line + 1, column: (text[line] ?? "").indexOf("pictures/") + 1 },
        1,
        `${small.templates}/partials/letterhead-names.hbs`,
      ],
    ]);
  });

  it("are frozen when their document is issued, and kept in the archive with its records", async () => {
    const content = join(folder.path, "issued");
    copyOfSample(content);
    mkdirSync(join(content, "pictures"));
    copyFileSync("tests/fixtures/pictures/emblem.svg", join(content, "pictures/emblem.svg"));
    appendFileSync(join(content, "centre.yaml"), "\nemblem: {file: pictures/emblem.svg, alt: Эмблема школы}\n");
    await issued(content, "order-responsible.87-od-2025", { today: "2025-09-08" });
    const archive = join(folder.path, "archive");
    const { diagnostics, added } = await addToArchive({
      content,
      templates: "templates",
      archive,
      documents: [],
      today: "2026-01-12",
    });
    expect(added).toHaveLength(1);
    expect(diagnostics).toEqual([]);
    const files = filesOf(archive);
    const kept = [...files].find(([name]) => name.endsWith("data/records/pictures/emblem.svg"));
    expect(kept?.[1].equals(readFileSync("tests/fixtures/pictures/emblem.svg"))).toBe(true);
    copyFileSync("tests/fixtures/pictures/gradient.svg", join(content, "pictures/emblem.svg"));
    const { diagnostics: found } = await buildSet({
      content: [content],
      templates: "templates",
      out: null,
      only: ["order-responsible.87-od-2025"],
      formats: [],
    });
    expect(found.map(({ code }) => code)).toEqual(["TRC8102"]);
  });
});
