import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/index.ts";
import { type CompareReport, compareSets, writeRedlines } from "../../src/project/compare/index.ts";
import { pdfTags, tagsOf } from "../support/pdf-tags.ts";
import { build, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const ORDER = "orders/2025/91-od-2025.yaml";
const [before, after] = [`${folder.path}/before`, `${folder.path}/after`];

beforeAll(() => {
  // Orders that are issued may not change: these are still being written.
  for (const copy of [before, after]) {
    cpSync("content", copy, { recursive: true });
    rmSync(`${copy}/register`, { recursive: true, force: true });
  }
  change(after);
});
afterAll(folder.remove);

/** Another day in one order, another order gone. */
function change(content: string): void {
  const path = `${content}/${ORDER}`;
  writeFileSync(path, readFileSync(path, "utf8").replace("due: 2025-09-19", "due: 2025-09-22"));
}

function compare(one: string, other: string): Promise<CompareReport> {
  return compareSets({
    before: one,
    after: other,
    content: "content",
    templates: "templates",
    only: ["order-general"],
  });
}

type Talk = { readonly code: number; readonly talk: string };
const diff = (...argv: string[]): Promise<Talk> => talkOf("diff", ...argv);

async function talkOf(...argv: string[]): Promise<Talk> {
  let talk = "";
  const write = (text: string): boolean => {
    talk += text;
    return true;
  };
  const stream = { write } as unknown as NodeJS.WritableStream;
  return { code: await run(argv, { stdout: stream, stderr: stream }), talk };
}

const NO_PROPERTIES = strToU8('<?xml version="1.0"?><coreProperties/>');
const docxXml = (bytes: Uint8Array): string => new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);

const words = ({ documents }: CompareReport): string[] =>
  documents.flatMap(({ id, state, changes }) => [
    `${id} ${state}`,
    ...(changes ?? []).flatMap((line) =>
      line.words.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text}`),
    ),
  ]);

const CHANGED = ["order-general.91-od-2025 changed", "removed 19", "added 22"];

describe("two sets", () => {
  it("of records differ in the words that were changed and in no others", async () => {
    const report = await compare(before, after);
    expect(report.diagnostics).toEqual([]);
    expect(words(report)).toEqual(CHANGED);
    expect(report.same).toBeGreaterThan(2);
    expect(words(await compare(before, before))).toEqual([]);
  });

  it("that were built, or one of them, are compared by the words of their DOCX", async () => {
    const [one, other] = [`${folder.path}/one`, `${folder.path}/other`];
    await build(one, { content: [before], only: ["order-general"] });
    await build(other, { content: [after], only: ["order-general"] });
    expect(words(await compare(one, other))).toEqual(CHANGED);
    expect(words(await compare(one, after))).toEqual(CHANGED);
    const bare = `${folder.path}/bare`;
    await build(bare, { content: [after], only: ["order-general"], formats: ["pdf"] });
    expect((await compare(one, bare)).documents.map(({ changes }) => changes)).toEqual([null]);
  });

  it("of which one holds a document more tell so", async () => {
    const [one, fewer] = [`${folder.path}/one`, `${folder.path}/fewer`];
    await build(fewer, { content: [before], only: ["order-general.91-od-2025"] });
    const report = await compareSets({
      before: one,
      after: fewer,
      content: "content",
      templates: "templates",
      only: [],
    });
    expect(new Set(report.documents.map(({ state }) => state))).toEqual(new Set(["removed"]));
    const back = await compareSets({ before: fewer, after: one, content: "content", templates: "templates", only: [] });
    expect(new Set(back.documents.map(({ state }) => state))).toEqual(new Set(["added"]));
  });

  it.skipIf(spawnSync("git", ["--version"]).status !== 0)(
    "may be a revision of git and what is being worked on; neither the index nor the work tree is touched",
    () => {
      const work = `${folder.path}/repository`;
      mkdirSync(work);
      cpSync(before, `${work}/content`, { recursive: true });
      cpSync("templates", `${work}/templates`, { recursive: true });
      const git = (...argv: string[]): string =>
        spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...argv], {
          cwd: work,
          encoding: "utf8",
        }).stdout;
      git("init", "-q");
      git("add", ".");
      git("commit", "-qm", "a");
      change(`${work}/content`);
      const status = git("status", "--porcelain");
      const { stdout, status: code } = spawnSync(
        "node",
        [resolve("bin/trc.js"), "diff", "HEAD", "--only", "order-general"],
        {
          cwd: work,
          encoding: "utf8",
        },
      );
      expect(stdout).toContain("[-19-]{+22+}");
      expect(code).toBe(1);
      expect(git("status", "--porcelain")).toBe(status);
      expect(existsSync(`${work}/.git/index.lock`)).toBe(false);
      expect(readdirSync(work).sort()).toEqual([".git", "content", "templates"]);
    },
  );

  it("are written for Word with the changes tracked: a file for each document that changed", async () => {
    const to = `${folder.path}/redlines`;
    const { code, talk } = await diff(
      before,
      after,
      "--only",
      "order-general",
      "--docx",
      to,
      "--author",
      "Гончар Т.М.",
    );
    expect(code).toBe(1);
    const [file, ...others] = readdirSync(to);
    expect([file, others]).toEqual([expect.stringMatching(/^Приказ от 12\.09\.2025 № 91-ОД .*– правка\.docx$/), []]);
    expect(talk).toContain(`Записан ${to}/${file}`);
    const xml = docxXml(readFileSync(`${to}/${file}`));
    const changes = [...xml.matchAll(/<w:(ins|del) [^>]*w:author="Гончар Т\.М\."[^>]*>(.*?)<\/w:\1>/gs)];
    expect(changes.map(([, kind, inside = ""]) => `${kind} ${inside.replace(/<[^>]*>/g, "")}`)).toEqual([
      "del 19",
      "ins 22",
    ]);
    // As one file, when there is one document; and as its twin to be read and printed.
    const [alone, paper] = [`${folder.path}/одна.docx`, `${folder.path}/одна.pdf`];
    const both = ["--only", "order-general.91-od-2025", "--docx", alone, "--pdf", paper];
    expect((await diff(before, after, ...both)).code).toBe(1);
    expect(existsSync(alone)).toBe(true);
    const { root, title } = await pdfTags(readFileSync(paper));
    expect(title).toMatch(/№ 91-ОД.*, правка$/);
    expect(tagsOf(root, /^Span$/).map(({ alt }) => alt)).toEqual(["удалено: 19", "вставлено: 22"]);
    // The redline itself is a file of Word: its words are the later ones.
    const again = await diff(alone, alone);
    expect([again.code, again.talk]).toEqual([
      0,
      expect.stringContaining("Изменилось документов: 0, без изменений: 1"),
    ]);
  });

  it("get names that a file system takes, however long the title is that they share", async () => {
    const documents = ["a.1", "a.2"].map((id) => ({
      id,
      title: "О".repeat(200),
      state: "changed" as const,
      changes: [],
    }));
    const bytes = new Uint8Array([1]);
    const report = { documents, redline: async () => bytes, paper: async () => ({ value: bytes, diagnostics: [] }) };
    const { diagnostics, written } = await writeRedlines(report, {
      format: "docx",
      to: `${folder.path}/long`,
      content: before,
      compared: [],
    });
    expect([diagnostics, written.map((path) => path.replace(/^.*О/, ""))]).toEqual([
      [],
      [" (a.1) – правка.docx", " (a.2) – правка.docx"],
    ]);
    expect(readdirSync(`${folder.path}/long`)).toHaveLength(2);
  });

  it("may be two files of Word; what cannot be read or written is said", async () => {
    const [one, other] = ["one", "other"].map((set) => `${folder.path}/${set}`);
    const orderIn = (set: string | undefined): string => {
      const file = readdirSync(`${set}/02 Приказы`).find((name) => /91-ОД.*docx$/.test(name) && !name.includes("лист"));
      return `${set}/02 Приказы/${file}`;
    };
    const told = await diff(orderIn(one), orderIn(other));
    expect([told.code, told.talk]).toEqual([1, expect.stringContaining("[-19-]{+22+}")]);
    writeFileSync(`${folder.path}/нет.docx`, "не Word");
    expect((await diff(orderIn(one), `${folder.path}/нет.docx`)).talk).toMatch(/TRC9402.*повреждён/);
    expect((await diff(orderIn(one), `${folder.path}/никакого.docx`)).talk).toMatch(/TRC9402/);
    expect(
      (
        await diff(
          before,
          after,
          "--only",
          "order-general.91-od-2025",
          "--content",
          before,
          "--docx",
          `${before}/orders`,
        )
      ).talk,
    ).toMatch(/TRC9403.*папка записей/);
    const kept = readFileSync(orderIn(other));
    expect((await diff(orderIn(one), orderIn(other), "--docx", orderIn(other))).talk).toMatch(
      /TRC9403.*с ним и сравнивают/,
    );
    expect(readFileSync(orderIn(other)).equals(kept)).toBe(true);
    expect((await diff(before, after, "--author", "А")).code).toBe(2);
  });

  it("may be ours and what a partner made of it in Word: the clause and the line of the record are told", async () => {
    const built = `${folder.path}/sent`;
    await build(built, { content: [before], only: ["order-general.91-od-2025"], formats: ["docx"] });
    const name = readdirSync(built, { recursive: true }).find((file) => `${file}`.endsWith(".docx"));
    const bytes = readFileSync(join(built, `${name}`));
    const back = (change: (xml: string) => string, other: { readonly [path: string]: Uint8Array } = {}): string => {
      const parts = { ...unzipSync(bytes), ...other };
      const said = change(new TextDecoder().decode(parts["word/document.xml"]));
      writeFileSync(`${folder.path}/back.docx`, zipSync({ ...parts, "word/document.xml": strToU8(said) }));
      return `${folder.path}/back.docx`;
    };
    const answer = (file: string, ...argv: string[]): Promise<Talk> =>
      talkOf("compare-returned", file, ...argv, "--only", "order-general.91-od-2025");
    expect(
      await answer(
        back((xml) => xml),
        before,
      ),
    ).toMatchObject({
      code: 0,
      talk: expect.stringContaining("изменённых мест – 0"),
    });
    const changed = back((xml) => xml.replace("19.09.2025", "29.09.2025"));
    const paper = `${folder.path}/back.pdf`;
    const { code, talk } = await answer(changed, before, "--pdf", paper);
    expect(code).toBe(1);
    expect(tagsOf((await pdfTags(readFileSync(paper))).root, /^Span$/).map(({ alt }) => alt)).toEqual([
      ...["удалено: 19", "вставлено: 29"],
    ]);
    expect(talk).toMatch(/изменённых мест – 1, из них молча – 1; примечаний – 0, скрытых мест – 0/);
    expect(talk).toMatch(/пункт \d, слова изменены, молча\n.*\[-19-\]\{\+29\+\}/);
    // A date is printed otherwise than the record has it.
    const lines = readFileSync(`${before}/${ORDER}`, "utf8").split("\n");
    const line = lines.findIndex((one) => one.includes("due: 2025-09-19")) + 1;
    expect(talk).toContain(`before/orders/2025/91-od-2025.yaml:${line}:`);
    // A lone file is compared with the document that it is of, whichever side it stands on.
    const { code: differs, talk: told } = await diff(before, changed, "--only", "order-general");
    expect([differs, told]).toEqual([
      1,
      expect.stringMatching(/\[-19-\]\{\+29\+\}[\s\S]*документов: 1, без изменений: 0/),
    ]);
    expect((await diff(changed, built)).talk).toContain("[-29-]{+19+}");
    // Against the built set and the file itself the words are the same; lines of records are not at hand.
    for (const set of [built, join(built, `${name}`)])
      expect((await answer(changed, set)).talk).toMatch(/^ {2}слова изменены, молча/m);
    // A program may have lost the title: then the words tell which document it is, and that it is none of ours.
    const others = `${folder.path}/others`;
    await build(others, { content: [before], only: ["order-general"], formats: ["docx"] });
    const untitled = back((xml) => xml.replace("19.09.2025", "29.09.2025"), { "docProps/core.xml": NO_PROPERTIES });
    expect((await talkOf("compare-returned", untitled, others)).talk).toMatch(/№ 91-ОД.*изменённых мест – 1/);
    const stranger = back((xml) => xml.replace(/(<w:t[^>]*>)[^<]*/g, "$1чужое "), {
      "docProps/core.xml": NO_PROPERTIES,
    });
    expect(await talkOf("compare-returned", stranger, others)).toMatchObject({
      code: 1,
      talk: expect.stringMatching(/TRC9404.*back\.docx/),
    });
    expect((await diff(stranger, others)).talk).toMatch(/TRC9404.*back\.docx/);
    const alike = back((xml) => xml.replace("исполнением", "иc\u043fолнением"));
    for (const { talk: words } of [await answer(alike, before), await diff(before, alike, "--only", "order-general")])
      expect(words).toContain("на вид то же, но буквы другого алфавита: «иcполнением»");
  });

  it("that are none are named, with a way out", async () => {
    const { code, talk } = await diff("вчера", before, "--only", "order-general.91-od-2025");
    expect(code).toBe(1);
    expect(talk).toContain("TRC9401");
    expect(talk).toContain("HEAD");
  });
});
