import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeAccession } from "../../src/office/archive/accession.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

const folder = temporaryFolder();
const pristine = `${folder.path}/pristine`;
const [root, outside] = [`${folder.path}/place`, `${folder.path}/outside`];
const [content, archive] = [`${root}/content`, `${root}/archive`];
let templates: string;

/** A centre with one issued and archived order and one draft. */
beforeAll(async () => {
  const project = new SmallProject(pristine);
  templates = project.templates;
  project.write("orders/three.yaml", order({ number: "__-О", date: "2024-11-05", subject: "О третьем" }));
  const common = ["--content", project.content, "--templates", templates];
  expect((await trc("issue", "one", ...common, "--registered", "2024-11-29")).code).toBe(0);
  const add = await trc("archive", "add", ...common, "--archive", `${pristine}/archive`, "--date", "2024-12-02");
  expect(add.code).toBe(0);
});
beforeEach(() => {
  for (const path of [root, outside]) rmSync(path, { recursive: true, force: true });
  cpSync(pristine, root, { recursive: true });
  mkdirSync(outside);
});
afterAll(folder.remove);

const issue = (name = "three", ...options: readonly string[]): Promise<Answer> =>
  trc("issue", name, "--content", content, "--templates", templates, "--registered", "2024-11-29", ...options);
const add = (...names: readonly string[]): Promise<Answer> =>
  trc("archive", "add", ...names, "--content", content, "--templates", templates, "--archive", archive);
const archived = (...command: readonly string[]): Promise<Answer> => trc("archive", ...command, "--archive", archive);

/** Refused with one of the codes, in words, and nothing was written outside. */
function expectRefused({ code, stderr, stdout }: Answer, ...codes: readonly string[]): void {
  expect(code).toBe(1);
  expect(codes).toContain(/ошибка (TRC\d{4})/.exec(stderr)?.[1]);
  expect(stderr + stdout).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(filesOf(outside).size).toBe(0);
}

describe("links in the folders that are written", () => {
  it.each(["register", "register/2024", ".trc-journal.json", "orders/three.yaml"])("content/%s", async (path) => {
    const kept = `${folder.path}/kept`;
    rmSync(kept, { recursive: true, force: true });
    if (existsSync(`${content}/${path}`)) cpSync(`${content}/${path}`, kept, { recursive: true });
    rmSync(`${content}/${path}`, { recursive: true, force: true });
    symlinkSync(path.startsWith(".") ? `${outside}/journal` : kept, `${content}/${path}`);
    const answer = await issue();
    if (answer.code === 0) throw new Error(answer.stdout);
    expectRefused(answer, "TRC8203", "TRC8202", "TRC0004");
  });

  it.each(["2024", "accessions", "README.txt", ".trc-staged"])("archive/%s", async (path) => {
    rmSync(`${archive}/${path}`, { recursive: true, force: true });
    symlinkSync(outside, `${archive}/${path}`);
    expect((await issue()).code).toBe(0);
    const answer = await add("three");
    if (path === ".trc-staged") {
      // What a cut run left goes, the link and not what it leads to.
      expect(answer.code).toBe(0);
      expect(filesOf(outside).size).toBe(0);
    } else if (path === "README.txt") expectRefused(await archived("verify"), "TRC8310", "TRC8311", "TRC8312");
    else expectRefused(answer, "TRC8203", "TRC8202", "TRC8314");
  });

  it("the second copy", async () => {
    const mirror = `${root}/mirror`;
    mkdirSync(mirror);
    symlinkSync(outside, `${mirror}/2024`);
    expectRefused(await archived("mirror", mirror, "--yes"), "TRC8203", "TRC8202");
  });

  it("the container", async () => {
    symlinkSync(`${outside}/container.zip`, `${root}/container.zip`);
    expectRefused(await archived("export", "one", "--out", `${root}/container.zip`), "TRC8202");
  });
});

describe("paths that lead out", () => {
  it.each(["../outside/x", "2024/../../outside", "/etc/x", "2024/x\u0000y", "C:/x"])(
    "as the promise of a cut run: %j",
    async (bag) => {
      mkdirSync(`${archive}/.trc-staged`);
      writeFileSync(`${archive}/.trc-staged/x`, "x");
      writeFileSync(
        `${archive}/.trc-pending.json`,
        JSON.stringify({ bag, path: "accessions/000002.txt", accession: "" }),
      );
      expectRefused(await add(), "TRC8206");
    },
  );

  it.each(["not json", "[]", '{"bag":1}', '{"bag":"2024/x"}'])("or a promise that is none: %s", async (text) => {
    for (const name of [".trc-pending.json", ".trc-journal.json"]) {
      writeFileSync(`${archive}/${name}`, text);
      expectRefused(await add(), "TRC8206");
      expectRefused(await archived("verify"), "TRC8206");
      rmSync(`${archive}/${name}`);
    }
    writeFileSync(`${content}/.trc-journal.json`, text);
    expectRefused(await issue(), "TRC8206");
  });

  it.each(["../outside/x.yaml", "register/../../outside/x.yaml", "/etc/x"])("in the journal: %s", async (path) => {
    const journal = { schema: "trc/journal/1", files: { [path]: "x\n" } };
    writeFileSync(`${content}/.trc-journal.json`, JSON.stringify(journal));
    expectRefused(await issue(), "TRC8206");
  });

  it.each([
    ".git/config",
    "orders/.git/config.yaml",
    ".trc-lock",
    "settings.yaml",
    "people/ivanova-aa.yaml",
    "register/one.yaml",
    "orders/x.yml",
    "orders/X.yaml",
  ])("in the journal, inside but not of the register: %s", async (path) => {
    const files = { "register/2024/order-general-one.yaml": "x\n", [path]: "[core]\n\tfsmonitor = false\n" };
    writeFileSync(`${content}/.trc-journal.json`, JSON.stringify({ schema: "trc/journal/2", folder: null, files }));
    const before = filesOf(content);
    expectRefused(await issue("three", "--dry-run"), "TRC8206");
    expectRefused(await issue(), "TRC8206");
    expect(filesOf(content)).toEqual(before);
  });

  it.each(["accessions/x.txt", "accessions/.x.txt", "2024/order-general-one/bagit.txt", "README.txt", ".git/config"])(
    "in the journal of an archive: %s",
    async (path) => {
      mkdirSync(`${archive}/.trc-staged`);
      const journal = { schema: "trc/journal/2", folder: "2024/x", files: { [path]: "x\n" } };
      writeFileSync(`${archive}/.trc-journal.json`, JSON.stringify(journal));
      const before = filesOf(archive);
      expectRefused(await add(), "TRC8206");
      expect(filesOf(archive)).toEqual(before);
    },
  );

  it("a dry run reports a whole journal and does not complete it", async () => {
    const files = { "orders/three.yaml": readFileSync(`${content}/orders/three.yaml`, "utf8") };
    const journal = { schema: "trc/journal/2", folder: null, files };
    writeFileSync(`${content}/.trc-journal.json`, JSON.stringify(journal));
    const before = filesOf(content);
    expectRefused(await issue("three", "--dry-run"), "TRC8204");
    const repair = ["register", "repair", "--dry-run", "--content", content, "--templates", templates];
    expectRefused(await trc(...repair), "TRC8204");
    expect(filesOf(content)).toEqual(before);
    expect((await issue()).code).toBe(0);
    expect(existsSync(`${content}/.trc-journal.json`)).toBe(false);
  });

  it.each(["../outside", "2024/../../outside", "2024", "2024/.x", "2024/X"])("in the book: %s", async (bag) => {
    const text = encodeAccession({
      entry: 2,
      document: "order-general.two",
      bag,
      supplements: null,
      disposedBy: null,
      received: "2024-12-02",
      title: "x",
      tagmanifestSha256: "0".repeat(64),
      tagmanifestSha512: "0".repeat(128),
      readmeSha256: "0".repeat(64),
      previous: "0".repeat(64),
    }).text;
    writeFileSync(`${archive}/accessions/000002.txt`, text);
    expectRefused(await archived("verify"), "TRC8314");
    expectRefused(await archived("mirror", `${root}/mirror`), "TRC8314");
    expectRefused(await archived("export", "two"), "TRC8319");
  });

  it.each(["../one", "..", "", "order-general.one/../x", "один", "one\u0000", "a".repeat(300)])(
    "as the name of a document: %j",
    async (name) => {
      expectRefused(await issue(name), "TRC8110", "TRC0004");
      expectRefused(await archived("export", name, "--out", `${root}/x.zip`), "TRC8319");
      expectRefused(await archived("attach", name, `${root}/x.sig`), "TRC8319");
      expectRefused(await archived("dispose", name, "--act", "Акт от 20.01.2032 № 1"), "TRC8319");
    },
  );
});

describe("words of hostile length and sort", () => {
  it("of an act stay on one line of the book", async () => {
    const book = `${archive}/accessions/000002.txt`;
    const info = `${archive}/2024/order-general-one/bag-info.txt`;
    expect(readFileSync(info, "utf8")).toContain("Retention-Term: постоянно");
    expectRefused(await archived("dispose", "one", "--act", "Акт от 20.01.2032 № 1\nSeal: 0"), "TRC8324");
    expect(() => readFileSync(book)).toThrow();
    const { text } = encodeAccession({
      entry: 2,
      document: "order-general.one",
      bag: "2024/order-general-one",
      supplements: null,
      disposedBy: "Акт\nSeal: 0\r\nEntry: 9",
      received: "2024-12-02",
      title: "x",
      tagmanifestSha256: "",
      tagmanifestSha512: "",
      readmeSha256: "",
      previous: null,
    });
    expect(text).toContain("Disposed-By: Акт Seal: 0 Entry: 9\n");
    expect(text.split("\n")).toHaveLength(12);
  });
});

describe("an archive folder", () => {
  const none = `${root}/none`;

  it.each([
    ["verify"],
    ["list"],
    ["find", "приказ"],
    ["export", "one"],
    ["due"],
    ["due", "--act", "--content", content],
    ["inventory", "--year", "2024", "--content", content],
    ["attach", "one", "x.sig"],
    ["dispose", "one", "--act", "Акт от 20.01.2032 № 1"],
    ["mirror", `${root}/mirror`],
  ])("that is not there: archive %s", async (...command) => {
    const answer = await trc("archive", ...command, "--archive", none);
    expectRefused(answer, "TRC8318");
    expect(answer.stdout).not.toMatch(/ПОВРЕЖДЁН|цел/);
    for (const path of [none, `${root}/mirror`]) expect(existsSync(path)).toBe(false);
    writeFileSync(none, "a file");
    expectRefused(await trc("archive", ...command, "--archive", none), "TRC8205", "TRC8202");
  });

  it("is verified with a second copy and with records that are there", async () => {
    const copy = await archived("verify", "--mirror", none);
    expectRefused(copy, "TRC8318");
    expect(copy.stdout).toContain("Всё цело.");
    const records = await archived("verify", "--content", none);
    expectRefused(records, "TRC0001");
    expect(records.stdout).not.toContain("ПОВРЕЖДЁН");
  });

  it("may be a link: the user named it", async () => {
    symlinkSync(archive, `${root}/link`);
    const answer = await trc("archive", "verify", "--archive", `${root}/link`);
    expect([answer.code, answer.stdout]).toEqual([0, expect.stringContaining("Целых пакетов: 1 из 1")]);
  });

  it.each([
    ["itself", archive],
    ["a link to itself", `${root}/link`],
    ["a folder in it that is not there", `${archive}/copies/second`],
    ["the folder that it lies in", root],
  ])("is not copied onto %s", async (_, mirror) => {
    symlinkSync(archive, `${root}/link`);
    const before = filesOf(root);
    expectRefused(await archived("mirror", mirror), "TRC8328");
    expect([...filesOf(root)]).toEqual([...before]);
    expect(existsSync(`${archive}/copies`)).toBe(false);
  });
});

describe("an original that is no PDF", () => {
  it.each([
    ["another format", "PK\u0003\u0004"],
    ["an empty file", ""],
    ["a PDF that is cut short", "%PDF-1.7\n1 0 obj"],
  ])("is refused: %s", async (_, bytes) => {
    expect((await issue()).code).toBe(0);
    writeFileSync(`${root}/signed.pdf`, bytes);
    const before = filesOf(archive);
    expectRefused(await add("three", "--pdf", `${root}/signed.pdf`), "TRC8329");
    expect([...filesOf(archive)]).toEqual([...before]);
    writeFileSync(`${root}/signed.pdf`, "%PDF-1.7\nanother print\n%%EOF\n");
    expect((await add("three", "--pdf", `${root}/signed.pdf`)).stderr).toContain("TRC8305");
  });
});
