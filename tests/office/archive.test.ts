import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addToArchive,
  copiesDiffer,
  dueForDestruction,
  findArchived,
  listArchive,
  mirrorArchive,
  renewArchive,
  verifyArchive,
  writeContainer,
} from "../../src/office/archive/index.ts";
import { Chains } from "../support/openssl-chains.ts";
import { copyOfSample, issued, ORDERS_2025 } from "../support/register.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import {
  STAMP_ROOT,
  STAMP_SERVICE,
  startTimeStampService,
  type TimeStampService,
} from "../support/time-stamp-service.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
const pristine = `${folder.path}/pristine`;
const archive = `${folder.path}/archive`;

const add = (documents: readonly string[] = [], target = archive) =>
  addToArchive({ content, templates: "templates", archive: target, documents, today: "2026-01-12" });
const codes = async (root = archive): Promise<string[]> => [
  ...new Set((await verifyArchive(root, content)).diagnostics.map(({ code }) => code)),
];

beforeAll(async () => {
  copyOfSample(content);
  for (const [id, today] of ORDERS_2025.slice(0, 3)) await issued(content, id, { today });
  await issued(content, "1-2025-trc");
  const { diagnostics, added } = await add([], pristine);
  expect(diagnostics).toEqual([]);
  expect(added.map(({ document }) => document)).toEqual([
    "order-responsible.87-od-2025",
    "order-operation.88-od-2025",
    "order-general.91-od-2025",
    "agreement-committee.1-2025-trc",
  ]);
});
beforeEach(() => {
  for (const name of [archive, `${folder.path}/mirror`, `${folder.path}/mirror.damaged`, `${archive}.damaged`])
    rmSync(name, { recursive: true, force: true });
  cpSync(pristine, archive, { recursive: true });
});
afterAll(folder.remove);

describe("trc archive", () => {
  it("leaves no empty folder where nothing was taken in", async () => {
    const { diagnostics } = await add(["112-od-2025"], `${folder.path}/new/archive`);
    expect(diagnostics.map(({ code }) => code)).toContain("TRC8302");
    expect(existsSync(`${folder.path}/new`)).toBe(false);
  });

  it("is checked by public programs alone", () => {
    const bag = `${archive}/2025/order-general-91-od-2025`;
    const options = { cwd: bag, encoding: "utf8" as const };
    for (const sum of ["sha256", "sha512"])
      expect(
        execFileSync(`${sum}sum`, ["-c", "--quiet", `manifest-${sum}.txt`, `tagmanifest-${sum}.txt`], options),
      ).toBe("");
    expect(readFileSync(`${bag}/bagit.txt`, "utf8")).toBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    const words = readFileSync(`${bag}/data/words.txt`, "utf8");
    expect(words).toContain(
      "утвердить план работы территориального ресурсного центра".replace("утвердить", "твердить"),
    );
    expect(filesOf(`${bag}/data`).has("records/orders/2025/91-od-2025.yaml")).toBe(true);
    expect(filesOf(`${bag}/data`).has("templates/order-general/body.hbs")).toBe(true);
  });

  it("has the same bytes when it is made again", async () => {
    await add([], `${folder.path}/again`);
    expect([...filesOf(`${folder.path}/again`)]).toEqual([...filesOf(pristine)]);
  });

  it("verifies what it holds, with the register, and finds documents by words, number and case", async () => {
    const report = await verifyArchive(archive, content);
    expect(report.diagnostics).toEqual([]);
    expect(report.bags.every(({ intact }) => intact)).toBe(true);
    expect((await listArchive(archive)).value?.map(({ number, caseIndex }) => [number, caseIndex])).toContainEqual([
      "91-ОД",
      "01-05",
    ]);
    expect((await findArchived(archive, "утверждении ПЛАНА 12.09.2025")).value?.map(({ number }) => number)).toEqual([
      "91-ОД",
    ]);
    expect((await findArchived(archive, "чего тут нет")).value).toEqual([]);
  });

  it("takes in only what is issued, and only once", async () => {
    expect((await add(["112-od-2025"])).diagnostics.map(({ code }) => code)).toContain("TRC8302");
    expect((await add(["91-od-2025"])).diagnostics.map(({ code }) => code)).toEqual(["TRC8301"]);
    expect((await add()).added).toEqual([]);
    expect(await codes()).toEqual([]);
  });

  it("gives out a container with every file in its root", async () => {
    const { value, diagnostics } = await writeContainer(archive, "91-od-2025", `${folder.path}/container.zip`);
    expect(diagnostics).toEqual([]);
    const zip = readFileSync(value?.out ?? "");
    const { default: PizZip } = await import("pizzip");
    const names = Object.keys(new PizZip(zip).files);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining(["checksums.txt", "data.yaml", "document.pdf", "passport.xml", "source.docx"]),
    );
    expect(names.filter((name) => name.includes("/"))).toEqual([]);
    expect((await writeContainer(archive, "нет")).diagnostics[0]?.code).toBe("TRC8319");
  });

  it("counts terms from the year after the end of an agreement and names the first day of destruction", async () => {
    const agreement = (await listArchive(archive)).value?.find(({ document }) => document.startsWith("agreement"));
    expect(agreement).toMatchObject({ article: "11", term: "5 лет ЭПК", destroyNotBefore: "2032-01-01" });
    expect((await dueForDestruction(archive, "2031-12-31")).value?.due).toEqual([]);
    const { value: due } = await dueForDestruction(archive, "2032-01-01");
    expect([due?.due.length, due?.lasting]).toEqual([1, 3]);
  });

  it("keeps a document as long as the nomenclature keeps its case", async () => {
    const own = `${folder.path}/own-term`;
    cpSync(content, own, { recursive: true });
    const file = `${own}/documents/nomenclature-2026.yaml`;
    const text = readFileSync(file, "utf8");
    const changed = text.replace(/(index: "12-02"[\s\S]*?term: )"?5 лет ЭПК"?/, "$1Постоянно");
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    const target = `${folder.path}/own-term-archive`;
    const documents = ["agreement-committee.1-2025-trc"];
    await addToArchive({ content: own, templates: "templates", archive: target, documents, today: "2026-06-30" });
    expect((await listArchive(target)).value?.[0]).toMatchObject({ term: "постоянно", destroyNotBefore: null });
  });

  it("counts the term of an agreement from the end to which an additional agreement has moved it", async () => {
    const target = `${folder.path}/prolonged/archive`;
    const documents = ["agreement-committee.1-2025-trc"];
    await addToArchive({ content, templates: "templates", archive: target, documents, today: "2026-06-30" });
    expect((await listArchive(target)).value?.[0]).toMatchObject({ destroyNotBefore: "2033-01-01" });
  });

  it("finds out a register whose end was cut off, by the heads that the bags keep", async () => {
    const entry = `${content}/register/2025/order-general-91-od-2025.yaml`;
    const kept = readFileSync(entry);
    rmSync(entry);
    expect(await codes()).toEqual(["TRC8317"]);
    writeFileSync(entry, kept);
    expect(await codes()).toEqual([]);
  });
});

describe("a second copy", () => {
  const mirror = `${folder.path}/mirror`;
  const yes = async (): Promise<boolean> => true;

  it("is made, then repaired from the good side after asking; the damaged one is put aside", async () => {
    expect((await mirrorArchive(archive, mirror, yes)).diagnostics).toEqual([]);
    expect([...filesOf(mirror)]).toEqual([...filesOf(archive)]);
    const damaged = `${archive}/2025/order-general-91-od-2025/data/document.pdf`;
    writeFileSync(damaged, "corrupt");
    rmSync(`${mirror}/accessions/000002.txt`);
    const refused = await mirrorArchive(archive, mirror, async () => false);
    expect([refused.done, readFileSync(damaged, "utf8")]).toEqual([false, "corrupt"]);
    const { done, diagnostics, steps } = await mirrorArchive(archive, mirror, yes);
    expect([done, diagnostics]).toEqual([true, []]);
    expect(steps.map(({ action }) => action).sort()).toEqual(["copy", "repair"]);
    expect([...filesOf(archive)]).toEqual([...filesOf(pristine)]);
    expect([...filesOf(mirror)]).toEqual([...filesOf(pristine)]);
    expect(readFileSync(`${archive}.damaged/2025/order-general-91-od-2025/data/document.pdf`, "utf8")).toBe("corrupt");
  });

  it("touches nothing when both sides are damaged", async () => {
    await mirrorArchive(archive, mirror, yes);
    for (const side of [archive, mirror]) writeFileSync(`${side}/2025/order-general-91-od-2025/data/words.txt`, "x");
    const { done, diagnostics } = await mirrorArchive(archive, mirror, yes);
    expect([done, diagnostics.map(({ code }) => code)]).toEqual([false, ["TRC8321"]]);
  });
});

describe("an archive that the world has touched", () => {
  const mirror = `${folder.path}/mirror`;
  const yes = async (): Promise<boolean> => true;
  const bag = "2025/order-general-91-od-2025";
  const said = async (root = archive) => (await verifyArchive(root, content)).diagnostics;

  it("holds litter of Explorer and Finder without harm, and no copy takes it over", async () => {
    for (const name of [
      ".DS_Store",
      "Thumbs.db",
      "~$приказ.docx",
      ".~lock.приказ.odt#",
      "2025/desktop.ini",
      `${bag}/data/._document.pdf`,
    ])
      writeFileSync(`${archive}/${name}`, "x");
    const [litter, ...rest] = await said();
    expect([litter?.code, litter?.severity, rest]).toEqual(["TRC8330", "warning", []]);
    expect(litter?.message.ru).toContain("Thumbs.db");
    const { done, steps } = await mirrorArchive(archive, mirror, yes);
    expect([done, steps.some(({ action }) => action === "repair")]).toEqual([true, false]);
    expect([...filesOf(mirror)]).toEqual([...filesOf(pristine)]);
  });

  it("names a file that is larger than any of its own, and does not read it", async () => {
    truncateSync(`${archive}/${bag}/data/document.pdf`, 3 * 1024 ** 3);
    const found = await said();
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ message }) => message.ru).join("\n")).toContain(`${bag}/data/document.pdf`);
  });

  it("says in one word that git for Windows has changed the ends of lines", async () => {
    expect(readFileSync(`${archive}/.gitattributes`, "utf8")).toBe("* -text\n");
    for (const [path, bytes] of filesOf(archive))
      if (!bytes.includes(0)) writeFileSync(`${archive}/${path}`, bytes.toString("utf8").replaceAll("\n", "\r\n"));
    const found = await said();
    expect(found.map(({ code }) => code)).toEqual(["TRC8310"]);
    expect(found[0]?.message.ru).toContain("core.autocrlf");
  });

  it("names the one line of the book that is damaged, and calls nothing genuine superfluous", async () => {
    const line = `${archive}/accessions/000003.txt`;
    writeFileSync(line, readFileSync(line, "utf8").replace(/^Title: .*$/m, "Title: x"));
    const found = await said();
    expect(found.map(({ code }) => code)).toEqual(["TRC8314"]);
    expect(found[0]?.message.ru).toContain(`Пакет ${bag} сам с собой сходится`);
  });

  it("names a bag whose line is gone once, and has it left where it is until the copies are compared", async () => {
    rmSync(`${archive}/accessions/000004.txt`);
    const found = await said();
    expect(found.map(({ code }) => code)).toEqual(["TRC8312"]);
    expect(found[0]?.message.ru).toContain("2025/agreement-committee-1-2025-trc сам с собой сходится");
    expect(found[0]?.hints[0]?.ru).toContain("Не убирайте пакет");
  });

  it("is made whole out of two copies, each of which has one half of a bag right; what neither has is told", async () => {
    await mirrorArchive(archive, mirror, yes);
    writeFileSync(`${archive}/${bag}/data/words.txt`, "x");
    rmSync(`${mirror}/${bag}/data/document.pdf`);
    const other = "2025/order-operation-88-od-2025";
    for (const side of [archive, mirror]) writeFileSync(`${side}/${other}/data/words.txt`, "x");
    const { done, diagnostics } = await mirrorArchive(archive, mirror, yes);
    expect([done, diagnostics.map(({ code }) => code)]).toEqual([true, ["TRC8321"]]);
    for (const side of [archive, mirror])
      expect((await said(side)).filter(({ message }) => !message.ru.includes(other))).toEqual([]);
  });

  it("is compared with a copy that lags behind", async () => {
    await mirrorArchive(archive, mirror, yes);
    rmSync(`${archive}/2025/agreement-committee-1-2025-trc`, { recursive: true });
    rmSync(`${archive}/accessions/000004.txt`);
    const reports = await Promise.all(
      [archive, mirror].map(async (one) => ({ archive: one, ...(await verifyArchive(one, null)) })),
    );
    expect(reports.map(({ diagnostics }) => diagnostics)).toEqual([[], []]);
    expect(copiesDiffer(reports).map(({ code }) => code)).toEqual(["TRC8320"]);
    expect(copiesDiffer(reports)[0]?.message.ru).toMatch(/записей – 3, .* – 4/);
  });
});

describe("an archive in a strange place", () => {
  it("says what is wrong and writes nothing", async () => {
    const target = `${folder.path}/strange`;
    writeFileSync(target, "a file");
    expect((await add([], target)).diagnostics.map(({ code }) => code)).toEqual(["TRC8202"]);
    rmSync(target);
    mkdirSync(target);
    mkdirSync(`${folder.path}/outside`);
    symlinkSync(`${folder.path}/outside`, `${target}/2025`);
    expect((await add([], target)).diagnostics.map(({ code }) => code)).toEqual(["TRC8203"]);
    expect(filesOf(`${folder.path}/outside`).size).toBe(0);
    renameSync(target, `${target}-gone`);
    expect(await codes(target)).toEqual(["TRC8318"]);
  });
});

describe("trc archive renew", () => {
  const chains = new Chains(`${folder.path}/chains`);
  let service: TimeStampService;
  beforeAll(async () => {
    service = await startTimeStampService(chains, STAMP_SERVICE);
  });
  afterAll(() => service.stop());
  const bag = `${archive}/2025/order-general-91-od-2025`;
  const renew = (documents: readonly string[] = ["91-od-2025"]) =>
    renewArchive({ archive, templates: "templates", documents, tsa: service.address, today: "2026-02-01" });
  /** Whether OpenSSL takes a stamp over an earlier version of the bag. */
  const opensslTakes = async (version: string, stamp: string): Promise<boolean> => {
    const data = ["-data", `${version}/tagmanifest-sha512.txt`, "-in", stamp, "-token_in"];
    const done = spawnSync("openssl", ["ts", "-verify", ...data, "-CAfile", await chains.certificate(STAMP_ROOT)]);
    return done.status === 0;
  };

  it("puts a stamp over each version into the next, and public programs prove them", async () => {
    expect((await renew([])).added).toEqual([]);
    expect(await renew()).toMatchObject({ diagnostics: [], added: [{ bag: "2025/order-general-91-od-2025+2" }] });
    expect(await renew()).toMatchObject({ diagnostics: [], added: [{ bag: "2025/order-general-91-od-2025+3" }] });
    expect(await opensslTakes(bag, `${bag}+2/data/evidence.1.tst`)).toBe(true);
    expect(await opensslTakes(`${bag}+2`, `${bag}+3/data/evidence.2.tst`)).toBe(true);
    expect(await opensslTakes(bag, `${bag}+3/data/evidence.2.tst`)).toBe(false);
    expect(readFileSync(`${bag}+3/data/evidence.1.tst`)).toEqual(readFileSync(`${bag}+2/data/evidence.1.tst`));
    const passport = readFileSync(`${bag}+3/data/passport.xml`, "utf8");
    expect(passport.match(/role="evidence"/g)).toHaveLength(2);
    expect(passport).toContain('<event date="2026-02-01">к документу принята метка времени</event>');
    // Stamped before, it is one of those that are stamped without being named.
    expect((await renew([])).added).toHaveLength(1);
    expect(await codes()).toEqual([]);
  });

  it("takes nothing in without a right answer, and finds a stamp that is of other bytes", async () => {
    const before = filesOf(archive);
    service.answer = Buffer.from("<html>");
    expect((await renew()).diagnostics.map(({ code }) => code)).toEqual(["TRC8333"]);
    service.answer = null;
    expect(filesOf(archive)).toEqual(before);
    await renew();
    await renew();
    expect(await codes()).toEqual([]);
    cpSync(`${bag}+3/data/evidence.2.tst`, `${bag}+2/data/evidence.1.tst`);
    expect(await codes()).toContain("TRC8333");
  });
});
