import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { folderStore, memoryStore, type Store } from "../../src/base/cache/index.ts";
import { type BuildOptions, openSession, type UpdateReport, updateSet } from "../../src/project/pipeline/index.ts";
import { runs } from "../support/runs.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** A new project with a folder for its cache and one for its output. */
function project(): {
  readonly small: SmallProject;
  readonly out: string;
  readonly cache: string;
  readonly build: Build;
} {
  const root = join(folder.path, String(++count));
  const small = new SmallProject(root);
  const [out, cache] = [join(root, "out"), join(root, "cache")];
  const build: Build = (options = {}) =>
    updateSet({
      content: [small.content],
      templates: small.templates,
      out,
      only: [],
      formats: ["docx", "pdf"],
      cache: folderStore(cache),
      ...options,
    });
  return { small, out, cache, build };
}
type Build = (options?: Partial<BuildOptions>) => Promise<UpdateReport>;

function errors(report: UpdateReport): string[] {
  return report.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message.ru}`);
}

describe("a second build", () => {
  it("with nothing changed makes nothing, whatever the times of files say", async () => {
    const { small, out, build } = project();
    const first = await build();
    expect(errors(first)).toEqual([]);
    expect(first.work.rendered).toBe(first.documents.length);
    const files = filesOf(out);
    for (const name of small.list("orders")) utimesSync(join(small.content, "orders", name), 1, 1);
    const second = await build();
    expect(second.work).toEqual({ rendered: 0, written: 0 });
    expect(second.documents).toEqual(first.documents);
    expect([second.diagnostics, second.waived, second.published]).toEqual([
      first.diagnostics,
      first.waived,
      { removed: [], kept: [] },
    ]);
    expect(filesOf(out)).toEqual(files);
  });

  it("writes no file anew of a document that comes out as it was", async () => {
    const { small, out, build } = project();
    await build();
    const files = filesOf(out);
    for (const name of small.list("orders")) {
      const path = join(small.content, "orders", name);
      writeFileSync(path, `# looked through\n${readFileSync(path, "utf8")}`);
    }
    const again = await build();
    expect(again.work.rendered).toBeGreaterThan(0);
    expect(again.work.written).toBe(0);
    expect(filesOf(out)).toEqual(files);
  });

  it("puts back what was deleted or corrupt in the output, and makes nothing", async () => {
    const { out, build } = project();
    await build();
    const files = filesOf(out);
    rmSync(out, { recursive: true });
    expect((await build()).work).toEqual({ rendered: 0, written: 0 });
    expect(filesOf(out)).toEqual(files);
    const [victim = ""] = [...files.keys()].filter((name) => name.endsWith(".pdf"));
    writeFileSync(join(out, victim), "changed by hand");
    const report = await build();
    expect(report.published?.kept.map(({ path }) => path)).toEqual([victim]);
    expect(filesOf(out).get(victim)).toEqual(files.get(victim));
  });

  it("makes anew only what depends on the record that changed", async () => {
    const { small, build } = project();
    await build();
    small.edit("orders/one.yaml", (text) => text.replace("открытых дверей", "закрытых дверей"));
    const report = await build();
    // The order itself, and the register and the cover, which list orders; the other order and its sheet stay.
    expect(report.work.rendered).toBe(3);
    small.edit("people/kulik-sp.yaml", (text) => text.replace("Кулик", "Куликова"));
    // The order she is acquainted with, its sheet, and the register, which says who is acquainted.
    expect((await build()).work.rendered).toBe(3);
  });

  it("sees a record that appears where there was none, and one that goes", async () => {
    const { small, build } = project();
    await build();
    small.write("orders/three.yaml", order({ number: "3-О", date: "2024-11-11", subject: "О третьем" }));
    const more = await build();
    // The new order, the register that lists orders, and the cover that lists documents.
    expect([more.work.rendered, more.documents.length]).toEqual([3, 6]);
    small.remove("orders/three.yaml");
    const less = await build();
    expect([less.work.rendered, less.documents.length]).toEqual([0, 5]);
  });

  it("makes anew only what a template, a partial or a profile is used for", async () => {
    const { small, build } = project();
    await build();
    small.editTemplate("acquaintance-sheet/body.hbs", (text) => text.replace("Должность", "Работа"));
    expect((await build()).work.rendered).toBe(1);
    small.editTemplate("order-general/item.hbs", (text) => `${text} `);
    expect((await build()).work.rendered).toBe(2);
    small.editTemplate("profiles/gost-2025.yaml", (text) => text.replace("{ widthMm: 80 }", "{ widthMm: 79 }"));
    // All but the orders and their sheet and register of 2024 follow the standard of 2016.
    const report = await build();
    expect(report.work.rendered).toBe(report.documents.filter(({ profile }) => profile === "gost-2025").length);
    small.editTemplate("profiles/gost-2016.yaml", (text) => text.replace("widowLines: 2", "widowLines: 3"));
    const all = await build();
    expect(all.work.rendered).toBe(all.documents.length);
  });

  it("sees that a kind's own measures changed, or became wrong", async () => {
    const { small, out, build } = project();
    const measures = (own: string): void =>
      small.editTemplate("order-general/kind.yaml", (text) => `${text.replace(/\nlayout: .*/, "")}\nlayout: ${own}`);
    measures("{ spacing: { beforeSignaturePt: 20 } }");
    await build();
    measures("{ spacing: { beforeSignaturePt: 60 } }");
    await build();
    const files = filesOf(out);
    rmSync(out, { recursive: true });
    await build({ cache: null });
    expect(filesOf(out)).toEqual(files);
    measures("{ spacings: { beforeSignaturePt: 60 } }");
    const wrong = (await build()).diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ code, place }) => [code, place?.file.split("/").slice(-2).join("/")]);
    expect(wrong).toEqual([["TRC5103", "order-general/kind.yaml"]]);
  });

  it("reports the warnings again that were found the first time", async () => {
    const { small, build } = project();
    small.edit("people/kulik-sp.yaml", (text) => text.replace("заведующая библиотекой", "жрец"));
    const first = await build();
    const clean = await build({ cache: null });
    const second = await build();
    expect(first.diagnostics).toEqual(clean.diagnostics);
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect(second.work.rendered).toBe(0);
  });

  it("does not believe a cache that is damaged or not its own", async () => {
    const { small, out, cache, build } = project();
    const first = await build();
    const files = filesOf(out);
    for (const [index, name] of [...filesOf(cache).keys()].entries()) {
      const bytes = readFileSync(join(cache, name));
      const damage = [Buffer.from(""), bytes.subarray(0, 70), Buffer.from("чужой файл"), flipped(bytes)][index % 4];
      writeFileSync(join(cache, name), damage ?? "");
    }
    rmSync(out, { recursive: true });
    const again = await build();
    expect(again.work.rendered).toBe(first.documents.length);
    expect(filesOf(out)).toEqual(files);
    writeFileSync(join(small.content, "..", "file"), "");
    const nowhere = await build({ cache: folderStore(join(small.content, "..", "file")) });
    expect(errors(nowhere)).toEqual([]);
  });

  it("keeps its cache small", async () => {
    const { cache, build } = project();
    await build({ cache: folderStore(cache, 20_000) });
    const left = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(left.length).toBeLessThan(12);
    expect((await build({ cache: folderStore(cache, 20_000) })).work.rendered).toBeGreaterThanOrEqual(0);
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const last = copy.length - 1;
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

type Edit = (small: SmallProject) => void;

/** Edits that a clerk or an engineer makes, sound and unsound. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("one", "two", "extra"),
      fc.constantFrom("1-О", "2-О", "9-О"),
      days(),
      fc.constantFrom("О деле", "О «деле» & прочем"),
      fc.subarray(["kulik-sp", "lebed-ek", "strizh-am", "no-such"]),
    )
    .map(
      ([name, number, date, subject, acknowledge]) =>
        (small: SmallProject) =>
          small.write(`orders/${name}.yaml`, order({ number, date, subject, acknowledge })),
    ),
  fc.constantFrom("one", "two", "extra").map((name) => (small: SmallProject) => small.remove(`orders/${name}.yaml`)),
  fc
    .constantFrom("Кулик", "Кузнец", "Цой")
    .map(
      (surname) => (small: SmallProject) =>
        small.edit("people/kulik-sp.yaml", (text) => text.replace(/surname: .*/, `surname: ${surname}`)),
    ),
  fc
    .constantFrom("tight", "spaced", "wrong")
    .map(
      (style) => (small: SmallProject) =>
        small.edit("settings.yaml", (text) => text.replace(/initialsStyle: .*/, `initialsStyle: ${style}`)),
    ),
  fc
    .constantFrom("gost-2016", "gost-2025", null)
    .map(
      (profile) => (small: SmallProject) =>
        small.edit(
          "settings.yaml",
          (text) => text.replace(/\nprofile: .*/, "") + (profile === null ? "" : `\nprofile: ${profile}`),
        ),
    ),
  fc
    .constantFrom("volkov-ii", "lebed-ek")
    .map(
      (head) => (small: SmallProject) =>
        small.edit("centre.yaml", (text) => text.replace(/person: [a-z-]+/, `person: ${head}`)),
    ),
  fc
    .constantFrom("открытых", "закрытых")
    .map(
      (word) => (small: SmallProject) =>
        small.editTemplate("order-general/item.hbs", (text) => text.replace(/\n*$/, ` ${word}\n`).slice(-2000)),
    ),
  fc
    .constantFrom("present", "absent")
    .map(
      (state) => (small: SmallProject) =>
        small.editTemplate("order-general/unmentioned.hbs", () =>
          state === "present" ? "" : "{{> sheet-signatory-new}}",
        ),
    ),
  fc
    .constantFrom("here", "gone")
    .map(
      (state) => (small: SmallProject) =>
        state === "here"
          ? writeFileSync(join(small.templates, "partials", "sheet-signatory-new.hbs"), "новое")
          : rmSync(join(small.templates, "partials", "sheet-signatory-new.hbs"), { force: true }),
    ),
  fc
    .constantFrom(79, 80, 81)
    .map(
      (width) => (small: SmallProject) =>
        small.editTemplate("profiles/gost-2025.yaml", (text) =>
          text.replace(/stamp: { widthMm: \d+ }/, `stamp: { widthMm: ${width} }`),
        ),
    ),
  fc
    .constantFrom("2024-09-30", "2026-09-30")
    .map(
      (day) => (small: SmallProject) =>
        small.editTemplate("profiles/gost-2025.yaml", (text) => text.replace(/from: .*/, `from: ${day}`)),
    ),
  fc
    .constantFrom("Номер", "№ приказа")
    .map(
      (word) => (small: SmallProject) =>
        small.editTemplate("order-register/body.hbs", (text) =>
          text.replace(/\| (Номер|№) приказа/, `| ${word} приказа`),
        ),
    ),
  fc
    .constantFrom("02 Приказы", "09 Иное")
    .map(
      (group) => (small: SmallProject) =>
        small.editTemplate("order-general/kind.yaml", (text) => text.replace(/group: .*/, `group: "${group}"`)),
    ),
  fc
    .constantFrom("", "layout: { widowLines: 3 }", "layout: { portrait: { leftMm: 40 } }", "layout: { widowLine: 3 }")
    .map(
      (own) => (small: SmallProject) =>
        small.editTemplate("order-general/kind.yaml", (text) => `${text.replace(/\n+layout: .*|\n+$/g, "")}\n${own}\n`),
    ),
);

function days(): fc.Arbitrary<string> {
  return fc.constantFrom("2024-09-05", "2024-12-30", "2025-08-18", "2025-09-01", "2025-02-30");
}

describe("a build that knows earlier ones", () => {
  it("comes to the same bytes and findings as one that knows nothing, after any edits", {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 7 }), async (steps) => {
        const { small, out, cache, build } = project();
        const shared: Store = memoryStore(folderStore(cache));
        const session = await openSession(null);
        for (const edit of [() => undefined, ...steps]) {
          edit(small);
          // Clean, from a cold process with the cache on disk, and from a process that goes on.
          const clean = await build({ cache: null, out: `${out}-clean` });
          const cold = await build({ cache: shared });
          const warm = await build({ cache: null, session, out: `${out}-warm` });
          for (const [report, where] of [
            [cold, out],
            [warm, `${out}-warm`],
          ] as const) {
            expect(report.diagnostics).toEqual(clean.diagnostics);
            expect(report.documents).toEqual(clean.documents);
            if (errors(clean).length === 0) expect(filesOf(where)).toEqual(filesOf(`${out}-clean`));
          }
        }
        rmSync(join(out, ".."), { recursive: true, force: true });
      }),
      { numRuns: runs(2, 12), interruptAfterTimeLimit: 240_000, markInterruptAsFailure: false },
    );
  });
});
