import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A copy of the sample's records that a test may damage. */
function copyOfContent(): string {
  const content = `${folder.path}/content`;
  cpSync("content", content, { recursive: true });
  return content;
}

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`nothing changed in ${path}`);
  writeFileSync(path, changed);
}

describe("trc check", () => {
  it("passes the sample and writes nothing", async () => {
    const { code, stdout, stderr } = await trc("check");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Проверено: документов – \d+, страниц – \d+\. Ошибок нет\.\n$/);
  });

  it("corrects with --fix what can be corrected safely, and says where", async () => {
    const content = copyOfContent();
    const file = `${content}/orders/2026/11-od-2026.yaml`;
    const before = readFileSync(file, "utf8");
    edit(file, (text) => text.replace("принять заявки на участие в конференции", "представить отчёт в течении месяца"));
    const only = ["--content", content, "--only", "11-od-2026"];
    expect((await trc("check", ...only)).stderr).toContain("TRC4108");
    const { stderr } = await trc("check", "--fix", ...only);
    expect(stderr).toContain(`Исправлено в ${file}: 1\n`);
    expect(stderr).not.toContain("TRC4108");
    expect(readFileSync(file, "utf8")).toBe(
      before.replace("принять заявки на участие в конференции", "представить отчёт в течение месяца"),
    );
  });

  it("names file, line, column, the fault and the way out, several at once, without a stack trace", async () => {
    const content = copyOfContent();
    edit(`${content}/orders/2025/145-od-2025.yaml`, (text) => text.replace("date: 2025-09-05", "date: 2025-02-30"));
    edit(`${content}/people/klenov-pa.yaml`, (text) => text.replace("gender:", "gendre:"));
    edit(`${content}/orders/2025/87-od-2025.yaml`, (text) =>
      text.replace("coordinator: lugovaya-ol", "coordinator: lugovaya-lo"),
    );
    const { code, stderr } = await trc("check", "--content", content);
    expect(code).toBe(1);
    expect(stderr).toMatch(/TRC1105: «2025-02-30» – не дата\n\s+--> .*145-od-2025\.yaml:4:7/);
    expect(stderr).toMatch(/TRC1101: Неизвестное свойство «gendre»\n\s+--> .*klenov-pa\.yaml:5:1/);
    expect(stderr).toContain("Возможно, имелось в виду: gender");
    expect(stderr).toMatch(/TRC2001: Записи «lugovaya-lo» нет в папке people/);
    expect(stderr).toContain("Возможно, имелось в виду: lugovaya-ol");
    expect(stderr).not.toMatch(/at .*\.(ts|js):\d+/);
  });

  it.each([
    ["a tab", (text: string) => text.replace("patronymic:", "\tpatronymic:"), "TRC1000"],
    ["a key given twice", (text: string) => `${text}surname: Другая\n`, "TRC1005"],
    ["an unclosed quote", (text: string) => text.replace("surname: ", 'surname: "'), "TRC1000"],
    ["nothing", () => "", "TRC1002"],
    ["an alias bomb", () => `a: &a [x,x]\nb: &b [*a,*a]\n${"c: [*b,*b]\n"}`, "TRC1007"],
    ["a list", () => "- one\n", "TRC1024"],
  ])("reports %s in Russian", async (_what, change, code) => {
    const content = copyOfContent();
    writeFileSync(`${content}/people/klenov-pa.yaml`, change(readFileSync(`${content}/people/klenov-pa.yaml`, "utf8")));
    const result = await trc("check", "--content", content);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`ошибка ${code}`);
    expect(result.stderr).not.toMatch(/at .*\.(ts|js):\d+/);
  });

  it("gives machines one JSON object, and annotations to GitHub", async () => {
    const content = copyOfContent();
    edit(`${content}/people/klenov-pa.yaml`, (text) => text.replace("gender: masculine", "gender: male"));
    const json = await trc("check", "--content", content, "--reporter", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      errors: 1,
      diagnostics: [{ code: "TRC1104", place: { start: { line: 5 } } }],
    });
    const github = await trc("check", "--content", content, "--reporter", "github");
    expect(github.stdout).toMatch(/^::error file=.*klenov-pa\.yaml,line=5,.*title=TRC1104::/);
  });

  it("takes several content folders and patterns", async () => {
    const { code, stdout } = await trc("check", "--content", "content", "--content", "tests/fixtures/second-*");
    expect(code).toBe(0);
    expect(Number(/документов – (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(60);
  });

  it("says which folder is not there", async () => {
    const { code, stderr } = await trc("check", "--content", "contents");
    expect(code).toBe(1);
    expect(stderr).toContain("Папка «contents» не найдена");
  });
});

describe("trc build", () => {
  it("writes the set with its manifest, and only what is asked for", async () => {
    const out = `${folder.path}/out`;
    const all = await trc("build", "--out", out, "--only", "work-plan,order-status", "--format", "pdf");
    expect([all.code, all.stderr]).toEqual([0, ""]);
    const names = [...filesOf(out).keys()];
    expect(names.filter((name) => name.endsWith(".pdf"))).toHaveLength(3);
    expect(names.filter((name) => name.endsWith(".docx"))).toHaveLength(0);
    const manifest = JSON.parse(readFileSync(`${out}/manifest.json`, "utf8"));
    expect(manifest.documents[0]).toMatchObject({
      kind: "order-status",
      pages: expect.any(Number),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(manifest.documents[0].sources).toContain("orders/2025/145-od-2025.yaml");
    expect(all.stdout).toContain("Приказ от 05.09.2025 № 145-ОД");
  });

  it("changes one document after one changed line and leaves the others as they were", async () => {
    const content = copyOfContent();
    const out = `${folder.path}/out`;
    await trc("build", "--quiet", "--content", content, "--out", out, "--only", "order-general");
    const before = filesOf(out);
    edit(`${content}/orders/2026/11-od-2026.yaml`, (text) => text.replace("2026-02-13", "2026-02-16"));
    await trc("build", "--quiet", "--content", content, "--out", out, "--only", "order-general");
    const changed = [...filesOf(out)].filter(([name, bytes]) => !before.get(name)?.equals(bytes)).map(([name]) => name);
    expect(changed).toEqual([
      expect.stringMatching(/11-ОД\.docx$/),
      expect.stringMatching(/11-ОД\.pdf$/),
      "manifest.json",
    ]);
  });

  it("keeps the old set when the records have errors", async () => {
    const content = copyOfContent();
    const out = `${folder.path}/out`;
    await trc("build", "--quiet", "--content", content, "--out", out, "--only", "work-plan");
    const before = filesOf(out);
    rmSync(`${content}/people/lugovaya-ol.yaml`);
    const { code, stdout } = await trc("build", "--content", content, "--out", out);
    expect(code).toBe(1);
    expect(stdout).toContain("осталась прежней");
    expect(filesOf(out)).toEqual(before);
  });

  it("refuses to swap a folder that holds the project", async () => {
    const { code, stderr } = await trc("build", "--out", ".", "--only", "request-form");
    expect(code).toBe(1);
    expect(stderr).toContain("TRC6001");
    expect(existsSync("package.json")).toBe(true);
  });

  it("refuses an output folder inside the records or the templates, also by a link", async () => {
    const content = copyOfContent();
    const link = `${folder.path}/link`;
    symlinkSync(`${content}/people`, link);
    for (const out of [`${content}/out`, `${link}/out`]) {
      const { code, stderr } = await trc("build", "--content", content, "--out", out, "--only", "request-form");
      expect([code, stderr]).toEqual([1, expect.stringContaining("TRC6001")]);
      expect(existsSync(out)).toBe(false);
    }
    rmSync(link);
  });

  it("names what --only did not find", async () => {
    const { code, stderr } = await trc("build", "--out", `${folder.path}/out`, "--only", "work-plam");
    expect(code).toBe(1);
    expect(stderr).toContain("Возможно, имелось в виду: work-plan");
  });

  it("says so when the output folder cannot be written", async () => {
    mkdirSync(`${folder.path}/parent`);
    writeFileSync(`${folder.path}/parent/file`, "");
    const { code, stderr } = await trc("build", "--out", `${folder.path}/parent/file/out`, "--only", "request-form");
    expect(code).toBe(1);
    expect(stderr).toContain("TRC6003");
  });
});

describe("the command line itself", () => {
  it.each([
    [["bild"], "Неизвестная команда bild"],
    [["build", "--ot", "x"], "Неизвестный ключ --ot. Возможно, имелось в виду: --out."],
    [["build", "--out"], "После ключа --out"],
    [["build", "--format", "odt"], "Неверное значение ключа"],
    [["check", "--reporter", "xml"], "Допустимо: pretty, json, github"],
    [["check", "лишнее"], "Лишние аргументы"],
    [["build", "87-od-2025"], "trc build --only 87-od-2025"],
    [["issue", "87-od-2025", "88-od-2025"], "команде issue их нужно: 1"],
    [[], "Не указана команда"],
    [["archive", "due", "--prepared", "gonchar-tm"], "Ключ --prepared действует только вместе с --act"],
    [["sign-off", "--role", "head"], "Ключ --role действует только вместе с --as"],
    [["sign-off", "--p12", "x.p12"], "Ключ --p12 действует только вместе с --as"],
    [["release", "--sign-documents"], "Ключ --sign-documents действует только с ключом подписи"],
  ])("explains %j in Russian and exits 2", async (argv, message) => {
    const { code, stderr } = await trc(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    [["check", "--only"], "Ключ --only"],
    [["issue"], "Аргумент команды"],
    [["sign-off"], "Аргумент команды"],
    [["sign-off", "--as", "lugovaya-ol"], "Аргумент команды"],
    [["archive", "add"], "Аргумент команды"],
  ])("says of %j where the document that is not there was typed", async (argv, typed) => {
    const { code, stderr } = await trc(...argv, "order-statuz");
    expect(code).toBe(1);
    expect(stderr).toContain(`TRC0004: ${typed}: нет ни вида, ни документа «order-statuz»`);
    if (argv[0] !== "check") expect(stderr).not.toContain("--only");
  });

  it("reports findings in English when asked to, in any command", async () => {
    const content = copyOfContent();
    edit(`${content}/people/melnik-ab.yaml`, (text) => text.replace("given:", "gven:"));
    const check = await trc("check", "--content", content, "--lang", "en");
    expect(check.code).toBe(1);
    expect(check.stderr).toContain("error TRC1101");
    expect(check.stderr).toMatch(/Errors: \d+, warnings: 0, notes: 0\./);
    const issue = await trc("issue", "order-general.119-od-2025", "--content", content, "--lang", "en");
    expect([issue.code, issue.stderr]).toEqual([1, expect.stringContaining("error TRC1101")]);
    expect((await trc("explain", "TRC1101", "--lang", "en")).stdout).toContain("## Why");
    expect((await trc("check", "--only", "regulation", "--lang", "en")).stdout).toBe(
      "Checked: documents 1, pages 5. No errors.\n",
    );
  });

  it("prints help and version on stdout", async () => {
    const help = await trc("--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("build");
    expect((await trc("build", "--help")).stdout).toContain("--only");
    expect((await trc("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = await trc("--version", "--json");
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        name: "trc-documents",
        version: JSON.parse(readFileSync("package.json", "utf8")).version,
        // These are sources, not a program that was compiled from a commit.
        commit: null,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });
});
