import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { folderStore } from "../../src/base/cache/index.ts";
import { type BuildOptions, type UpdateReport, updateSet } from "../../src/project/pipeline/index.ts";
import { docxParts } from "../support/docx-text.ts";
import { layFonts, MADE_FACES, type MadeFont, madeFont } from "../support/made-fonts.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** A project whose settings name a family that lies beside its records. */
function project(made: MadeFont = {}): {
  readonly small: SmallProject;
  readonly out: string;
  readonly lay: (made: MadeFont) => void;
  readonly build: (options?: Partial<BuildOptions>) => Promise<UpdateReport>;
} {
  const root = join(folder.path, String(++count));
  const small = new SmallProject(root);
  const out = join(root, "out");
  small.edit("settings.yaml", (text) => `${text}font: Гарнитура центра\n`);
  const lay = (changed: MadeFont): void =>
    layFonts(
      small.content,
      Object.fromEntries(MADE_FACES.map((face) => [`${face}.TTF`, familyFace({ ...changed, face })])),
    );
  lay(made);
  const cache = folderStore(join(root, "cache"));
  const options = { content: [small.content], templates: small.templates, out, only: [], cache };
  return { small, out, lay, build: (more = {}) => updateSet({ ...options, formats: ["docx", "pdf"], ...more }) };
}

function familyFace(made: MadeFont): Uint8Array {
  return madeFont({ family: "Гарнитура центра", ...made });
}

const codes = ({ diagnostics }: UpdateReport): string[] =>
  diagnostics.filter(({ code }) => code.startsWith("TRC5")).map(({ code }) => code);

describe("a set in a family of its own", () => {
  it("is built in it, the same whatever the order of folders; a second build makes nothing", async () => {
    const { out, build, small } = project();
    const first = await build();
    expect(first.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const files = filesOf(out);
    for (const [name, bytes] of files)
      if (name.endsWith(".docx")) {
        const xml = [...docxParts(bytes).values()].join("");
        expect(xml).toContain('w:ascii="Гарнитура центра"');
        expect(xml).not.toContain("Times New Roman");
      } else if (name.endsWith(".pdf")) expect(bytes.toString("latin1")).toMatch(/\+Probe-[0-9a-f]{6}-regular/);
    expect((await build()).work).toEqual({ rendered: 0, written: 0 });
    const other = join(folder.path, "other-order");
    const listFolder: BuildOptions["listFolder"] = async (path) =>
      (await readdir(path, { withFileTypes: true })).reverse();
    await updateSet({
      content: [small.content],
      templates: small.templates,
      out: other,
      only: [],
      formats: ["docx", "pdf"],
      listFolder,
    });
    expect(filesOf(other)).toEqual(files);
  });

  it("is made anew when a file of it changes, and as before when the file is as before", async () => {
    const { out, build, lay } = project();
    const first = await build();
    const files = filesOf(out);
    lay({ hhea: [1900, -500, 0], win: [1900, 500] });
    expect((await build()).work.rendered).toBe(first.documents.length);
    expect(filesOf(out)).not.toEqual(files);
    lay({});
    expect((await build()).work).toEqual({ rendered: 0, written: 0 });
    expect(filesOf(out)).toEqual(files);
  });

  it("is refused at the file or the line of settings that is wrong", async () => {
    const { small, build } = project();
    small.remove("fonts/bold.TTF");
    const missing = (await build()).diagnostics.find(({ code }) => code === "TRC5015");
    expect(missing?.place?.file).toBe(`${small.content}/settings.yaml`);
    expect(small.read("settings.yaml").split("\n")[(missing?.place?.start.line ?? 0) - 1]).toBe(
      "font: Гарнитура центра",
    );
    layFonts(small.content, { "bold.TTF": familyFace({ face: "bold", fsType: 2 }) });
    const refused = (await build()).diagnostics.find(({ code }) => code === "TRC5011");
    expect(refused?.place).toMatchObject({ file: `${small.content}/fonts/bold.TTF`, start: { line: 1, column: 1 } });
  });

  it("says where a character stands that it lacks: in the record, or in the template", async () => {
    const { small, build } = project({ without: "Ω№" });
    small.write("orders/one.yaml", order({ number: "1-О", date: "2024-09-05", subject: "Об Ω" }));
    const report = await build();
    expect(codes(report)).toContain("TRC5001");
    const places = report.diagnostics
      .filter(({ code }) => code === "TRC5001")
      .map(({ actual, place }) => `${actual} ${place?.file.replace(/^.*\/(content|templates)\//, "$1/")}`);
    expect(places).toContain("Ω content/orders/one.yaml");
    expect(places).toContainEqual(expect.stringMatching(/^№ templates\/.*\.hbs$/));
  });
});
