import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listRegister } from "../../src/office/issue/index.ts";
import { docxWords } from "../support/docx-text.ts";
import { edit, issue, issued } from "../support/register.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const pristine = new SmallProject(`${folder.path}/pristine`);
const { templates } = pristine;
const content = `${folder.path}/content`;
const archive = `${folder.path}/archive`;
const project = ["--content", content, "--templates", templates];
const REASON = "приказ зарегистрирован дважды";

const draft = (id: string, date: string, subject: string): void =>
  pristine.write(`orders/${id}.yaml`, order({ number: "__-О", date, subject, acknowledge: ["lebed-ek"] }));

beforeAll(async () => {
  draft("first", "2024-11-05", "О деле первом");
  draft("second", "2024-11-06", "О деле втором");
  draft("third", "2024-11-07", "О деле третьем");
  for (const id of ["first", "second"]) await issued(pristine.content, id, { templates, today: "2024-11-11" });
});
beforeEach(() => {
  for (const path of [content, archive]) rmSync(path, { recursive: true, force: true });
  cpSync(pristine.content, content, { recursive: true });
});

const annul = (document: string, ...rest: string[]): Promise<Answer> =>
  trc("annul", document, ...project, "--by", "lebed-ek", "--reason", REASON, "--date", "2024-11-12", ...rest);
const codes = ({ stderr }: Answer): string[] => [...new Set(stderr.match(/TRC\d{4}/g))];
/** Exit code of a check, and whether the words of an issued document are found changed. */
const frozen = async (): Promise<[number, boolean]> => {
  const answer = await trc("check", ...project);
  return [answer.code, codes(answer).includes("TRC8101")];
};
const numberOf = (id: string): string | undefined =>
  /^number: "(.*)"/m.exec(readFileSync(`${content}/orders/${id}.yaml`, "utf8"))?.[1];
const entry = "register/2024/order-general-second-annulled-3.yaml";

describe("trc annul", () => {
  it("says who, when and why in an entry of its own, and changes nothing else", async () => {
    const before = filesOf(content);
    const { code, stdout } = await annul("second");
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Записано: ${content}/${entry}`)]);
    const after = filesOf(content);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([entry]);
    for (const [path, bytes] of before) expect([path, after.get(path)?.equals(bytes)]).toEqual([path, true]);
    const text = after.get(entry)?.toString("utf8");
    for (const line of ["registered: 2024-11-12", "annulledBy: lebed-ek", `annulledFor: "${REASON}"`, 'number: "4-О"'])
      expect(text).toContain(`\n${line}\n`);
    expect((await trc("check", ...project)).code).toBe(0);
  });

  it("goes along in a bundle, which is proven with it", async () => {
    await annul("second");
    const bundle = `${folder.path}/bundle.zip`;
    for (const name of ["release", "editions"])
      cpSync(`templates/${name}`, `${templates}/${name}`, { recursive: true });
    expect((await trc("release", "--draft", ...project, "--out", bundle)).code).toBe(0);
    const { code, stdout } = await trc("verify", bundle, "--rebuild-untrusted");
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("Записей в реестрах изданных документов – 3: цепочки целы"),
    ]);
    expect(stdout).toContain("Документы пересобраны из записей и шаблонов комплекта");
  });

  it("lets the record be changed, and no number be given twice", async () => {
    const record = `${content}/orders/second.yaml`;
    const reword = (): void => edit(record, (text) => text.replace("О деле втором", "О деле ином"));
    reword();
    expect(await frozen()).toEqual([1, true]);
    edit(record, (text) => text.replace("О деле ином", "О деле втором"));
    await annul("second");
    reword();
    expect((await trc("check", ...project)).code).toBe(0);
    // Under its old number it is issued no more; the next document gets the next one.
    expect((await issue(content, "second", { templates, today: "2024-11-13" })).entry).toBeNull();
    edit(record, (text) => text.replace(/^number: .*$/m, 'number: "__-О"'));
    await issued(content, "third", { templates, today: "2024-11-13" });
    const again = await issued(content, "second", { templates, date: "2024-11-13", today: "2024-11-13" });
    expect([numberOf("third"), numberOf("second"), again.written]).toEqual([
      "5-О",
      "6-О",
      expect.arrayContaining([`${content}/register/2024/order-general-second-again-5.yaml`]),
    ]);
    expect((await trc("check", ...project)).code).toBe(0);
    // Issued again, it is frozen again, and may be annulled again.
    edit(record, (text) => text.replace("О деле ином", "О деле втором"));
    expect(await frozen()).toEqual([1, true]);
    expect((await annul("second", "--date", "2024-11-14")).code).toBe(0);
    expect((await trc("check", ...project)).code).toBe(0);
  });

  it.each([
    ["of a document twice", ["second"], ["TRC8124"]],
    ["of a document that was never issued", ["third"], ["TRC8124"]],
    ["of one that is not there", ["tenth"], ["TRC8124"]],
    ["by nobody known", ["first", "--by", "nobody"], ["TRC8125"]],
    ["on a day before the registration", ["first", "--date", "2024-11-10"], ["TRC8116"]],
    ["on a day to come", ["first", "--date", "2999-01-01"], ["TRC8116"]],
    ["on no day", ["first", "--date", "2024-02-31"], []],
    ["for no reason", ["first", "--reason", " "], []],
  ])("is refused %s", async (_, [document = "", ...rest], found) => {
    await annul("second");
    const before = filesOf(content);
    const answer = await annul(document, ...rest);
    expect([answer.code, codes(answer)]).toEqual([found.length === 0 ? 2 : 1, found]);
    expect(answer.stderr).not.toMatch(/\n\s+at /);
    expect([...filesOf(content)]).toEqual([...before]);
  });

  it("writes nothing when it is only tried, and nothing into a register that is damaged", async () => {
    const before = [...filesOf(content)];
    const tried = await annul("second", "--dry-run");
    expect([tried.code, tried.stdout]).toEqual([0, expect.stringContaining(`Будет записано: ${content}/${entry}`)]);
    expect([...filesOf(content)]).toEqual(before);
    edit(`${content}/register/2024/order-general-first.yaml`, (text) => text.replace("О деле первом", "О деле"));
    expect(codes(await annul("second"))).toEqual(["TRC8001"]);
  });

  it("is shown by the register, and cannot be taken back by deleting its entry", async () => {
    const kept = `${folder.path}/heads.json`;
    await annul("second");
    const { stdout } = await trc("register", "list", ...project);
    expect(stdout).toContain(`регистрация аннулирована 12.11.2024 (lebed-ek): ${REASON}`);
    writeFileSync(kept, (await trc("register", "list", "--json", ...project)).stdout);
    rmSync(`${content}/${entry}`);
    expect((await listRegister(content, templates, kept)).diagnostics.map(({ code }) => code)).toEqual(["TRC8008"]);
  });

  it("is accepted by the archive, which keeps what was taken in before", async () => {
    const add = (id: string): Promise<Answer> =>
      trc("archive", "add", id, ...project, "--archive", archive, "--date", "2024-11-12");
    expect((await add("first")).code).toBe(0);
    await annul("first");
    await annul("second");
    // What is annulled is not issued, so there is nothing to take in.
    expect((await add("second")).code).toBe(1);
    const verified = await trc("archive", "verify", "--content", content, "--archive", archive);
    expect([verified.code, verified.stderr]).toEqual([0, ""]);
  });
});

describe("the journal of orders", () => {
  it("prints an annulled registration in its place, with who and why; the public edition tells neither", async () => {
    const centre = `${folder.path}/sample`;
    cpSync("content", centre, { recursive: true });
    const set = { content: [centre], formats: ["docx"] as const };
    const options = ["--content", centre, "--by", "gonchar-tm", "--reason", REASON, "--date", "2025-12-30"];
    expect((await trc("annul", "131-od-2025", ...options)).code).toBe(0);
    edit(`${centre}/orders/2025/131-od-2025.yaml`, (text) => text.replace(/^subject: /m, "subject: О другом. "));
    const out = `${folder.path}/out`;
    const { diagnostics } = await build(out, { ...set, only: ["register-2025"] });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const [words = ""] = [...filesOf(out)].flatMap(([name, bytes]) =>
      name.endsWith(".docx") ? docxWords(bytes).join(" ") : [],
    );
    expect(words).toMatch(
      /131-ОД .*Регистрация аннулирована 30\.12\.2025 \(Гончар .*\): приказ зарегистрирован дважды/,
    );
    expect(words).toContain("регистрация аннулирована: № 131-ОД");
    expect(words).not.toContain("О другом");
    const open = await build(`${folder.path}/public`, { ...set, edition: "public" });
    expect(open.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const [name, bytes] of filesOf(`${folder.path}/public`))
      if (name.endsWith(".docx")) expect(docxWords(bytes).join(" ")).not.toContain("зарегистрирован дважды");
  });
});
