import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/text/index.ts";
import { packZip } from "../../src/base/zip/index.ts";
import {
  addToArchive,
  findArchived,
  importContainer,
  listArchive,
  verifyArchive,
  writeContainer,
} from "../../src/office/archive/index.ts";
import { copyOfSample, issued } from "../support/register.ts";
import { temporaryFolder } from "../support/samples.ts";

/** The sender issues an order and hands its container out; the archive of a successor takes it in. */
const folder = temporaryFolder();
const content = `${folder.path}/content`;
const sender = `${folder.path}/sender`;
const target = `${folder.path}/successor`;
const container = `${folder.path}/91-od.zip`;
let files: { readonly [name: string]: Uint8Array };

const take = (file: string, archive = target) => importContainer(file, { archive, today: "2026-02-02" });

beforeAll(async () => {
  copyOfSample(content);
  await issued(content, "91-od-2025", { today: "2025-09-12" });
  await addToArchive({ content, templates: "templates", archive: sender, documents: [], today: "2026-01-12" });
  expect((await writeContainer(sender, "91-od-2025", container)).diagnostics).toEqual([]);
  files = unzipSync(readFileSync(container));
});
afterAll(folder.remove);

describe("the container of another organisation", () => {
  it("is taken in with every file as it came, is whole by the book, and is given out again byte for byte", async () => {
    const { value, diagnostics } = await take(container);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      document: "received.order-general-91-od-2025",
      bag: "2025/received-order-general-91-od-2025",
    });
    // The register beside is not the sender's: it owes nothing to this bag.
    const other = `${folder.path}/other`;
    mkdirSync(`${other}/register`, { recursive: true });
    expect((await verifyArchive(target, other)).diagnostics).toEqual([]);
    expect((await findArchived(target, "91-ОД план")).value).toMatchObject([{ number: "91-ОД", term: "постоянно" }]);
    const again = `${folder.path}/again.zip`;
    await writeContainer(target, "received.order-general-91-od-2025", again);
    expect(readFileSync(again).equals(readFileSync(container))).toBe(true);
  });

  it("is taken in once, and not where it was issued", async () => {
    expect((await take(container)).diagnostics.map(({ code }) => code)).toEqual(["TRC8301"]);
    expect((await take(container, sender)).diagnostics.map(({ code }) => code)).toEqual(["TRC8301"]);
  });

  it("tells documents of two organisations with one name apart", async () => {
    const passport = textOf("passport.xml").replace(
      /<identifier>[^<]+/,
      "<identifier>11111111-2222-5333-8444-555555555555",
    );
    const { value, diagnostics } = await take(packed({ "passport.xml": passport }));
    expect([value?.document, diagnostics]).toEqual(["received.order-general-91-od-2025-2", []]);
    expect((await listArchive(target)).value).toHaveLength(2);
  });

  const damages: readonly (readonly [what: string, file: () => string, says: RegExp])[] = [
    ["a changed file", () => packed({ "document.pdf": "%PDF-1.7 %%EOF" }, { sums: false }), /document\.pdf изменён/],
    [
      "another file than the passport has",
      () => packed({ "document.pdf": "%PDF-1.7 %%EOF" }),
      /не тот, что в паспорте/,
    ],
    ["a lost file", () => packed({ "source.docx": null }, { sums: false }), /нет файла source\.docx/],
    ["no original", () => packed({ "document.pdf": null }), /нет файла document\.pdf/],
    ["an added file", () => packed({ "new.txt": "x" }, { sums: false }), /new\.txt нет в checksums\.txt/],
    ["a folder", () => packed({ "data/new.txt": "x" }), /не файл в корне/],
    ["a path that leads out", () => packed({ "../new.txt": "x" }), /не файл в корне/],
    ["names that Windows takes for one", () => packed({ "Passport.XML": "x" }), /повторяется/],
    ["a passport that is no XML", () => packed({ "passport.xml": "<passport" }), /паспорт не читается: это не XML/],
    ["a passport of others", () => packed({ "passport.xml": "<passport/>" }), /не того вида/],
    [
      "a passport with another number",
      () => packed({ "passport.xml": textOf("passport.xml").replace("<number>91-ОД", "<number>92-ОД") }),
      /number – «92-ОД» и «91-ОД»/,
    ],
    [
      "an entry with another day",
      () => packed({ "register-entry.yaml": textOf("register-entry.yaml").replace("2025-09-12", "2025-09-13") }),
      /запись реестра изменена/,
    ],
    [
      "a sealed entry that leads elsewhere",
      () =>
        packed({
          "register-entry.yaml": sealedAnew(
            textOf("register-entry.yaml").replace(/^document: .*$/m, "document: ../../x.y"),
          ),
        }),
      /запись реестра изменена/,
    ],
    ["no ZIP", () => written("a.zip", "нет"), /это не ZIP/],
    ["no file", () => `${folder.path}/none.zip`, /нет/],
  ];
  it.each(damages)("is refused with %s, and nothing is written", async (_what, file, says) => {
    const archive = `${folder.path}/refused`;
    rmSync(archive, { recursive: true, force: true });
    const { value, diagnostics } = await take(file(), archive);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC8345"]);
    expect(diagnostics[0]?.message.ru).toMatch(says);
    expect((await listArchive(archive)).diagnostics.map(({ code }) => code)).toEqual(["TRC8318"]);
  });

  it("is refused with a signature of something else", async () => {
    const { diagnostics } = await take(packed({ "document.pdf.sig": "нет" }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC8304"]);
  });
});

function textOf(name: string): string {
  return Buffer.from(files[name] ?? []).toString();
}

function sealedAnew(entry: string): string {
  const above = entry.replace(/^seal: .*\n$/m, "");
  return `${above}seal: ${sha256(above)}\n`;
}

/** The container with other files; `sums` writes checksums.txt anew. */
function packed(changes: { readonly [name: string]: string | null }, { sums = true } = {}): string {
  const all = new Map<string, Uint8Array | string>(Object.entries(files));
  for (const [name, content] of Object.entries(changes))
    if (content === null) all.delete(name);
    else all.set(name, content);
  if (sums) {
    all.delete("checksums.txt");
    const lines = [...all].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
    all.set("checksums.txt", lines.sort().join(""));
  }
  return written("changed.zip", packZip(all));
}

function written(name: string, bytes: Uint8Array | string): string {
  writeFileSync(`${folder.path}/${name}`, bytes);
  return `${folder.path}/${name}`;
}
