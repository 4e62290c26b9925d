import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToArchive } from "../../src/office/archive/index.ts";
import { repairRegister } from "../../src/office/issue/index.ts";
import { kindSample } from "../support/kind-samples.ts";
import { copyOfSample, edit, issue, issued, ORDERS_2025, registerFiles, writeDraft } from "../support/register.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

let folder: ReturnType<typeof temporaryFolder>;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  content = copyOfSample(`${folder.path}/content`);
});
afterEach(() => folder.remove());

const codes = async (): Promise<string[]> =>
  (await build(null, { content: [content], only: ORDERS_2025.map(([id]) => id) })).diagnostics.map(({ code }) => code);

describe("trc issue", () => {
  it("checks the number that stands, enters the document and leaves its record alone", async () => {
    const record = `${content}/orders/2025/87-od-2025.yaml`;
    const before = readFileSync(record, "utf8");
    const { entry, diagnostics } = await issued(content, "87-od-2025", { today: "2025-09-08" });
    expect(diagnostics).toEqual([]);
    expect(entry).toMatchObject({
      document: "order-responsible.87-od-2025",
      number: "87-ОД",
      date: "2025-09-08",
      year: 2025,
    });
    expect(readFileSync(record, "utf8")).toBe(before);
    expect(registerFiles(content)).toEqual(["register/2025/order-responsible-87-od-2025.yaml"]);
    expect(await codes()).toEqual([]);
  });

  it("takes the ends of lines that git writes on Windows for no change, and any other change for one", async () => {
    await issued(content, "87-od-2025", { today: "2025-09-08" });
    const file = `${content}/register/2025/order-responsible-87-od-2025.yaml`;
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("\n", "\r\n"));
    expect(await codes()).toEqual([]);
    writeFileSync(file, text.replace("87-ОД", "87-ОД\r"));
    expect(await codes()).not.toEqual([]);
  });

  it("says that the folder of records is not there", async () => {
    const { code, stderr } = await trc("issue", "91-od-2025", "--content", `${folder.path}/nowhere`);
    expect([code, stderr]).toEqual([1, expect.stringContaining("TRC0001")]);
  });

  it("gives the next number of the series, past every number that stands in a draft, and keeps the rest of the record", async () => {
    writeDraft(content, "seminar", "2025-12-22");
    const { entry } = await issued(content, "seminar");
    expect(entry?.number).toBe("132-ОД");
    expect(readFileSync(`${content}/orders/2025/seminar.yaml`, "utf8")).toContain('number: "132-ОД"  # черновик\n');
  });

  it("chains the entries of a series: each bears the seal of the one before it, and the seal is the digest of the lines above", async () => {
    for (const [id, today] of ORDERS_2025.slice(0, 3)) await issued(content, id, { today });
    const { createHash } = await import("node:crypto");
    let previous = "";
    for (const id of ["order-responsible-87-od-2025", "order-operation-88-od-2025", "order-general-91-od-2025"]) {
      const text = readFileSync(`${content}/register/2025/${id}.yaml`, "utf8");
      const [, above = "", seal] = /^([\s\S]*\n)seal: ([0-9a-f]{64})\n$/.exec(text) ?? [];
      expect(createHash("sha256").update(above).digest("hex")).toBe(seal);
      expect(/previous: "([0-9a-f]+)"/.exec(text)?.[1] ?? "").toBe(previous);
      previous = seal ?? "";
    }
  });

  it("freezes the words: a change of the record, of a person or of the wording is an error that shows them and the way out", async () => {
    await issued(content, "91-od-2025", { today: "2025-09-12" });
    edit(`${content}/orders/2025/91-od-2025.yaml`, (text) => text.replace("due: 2025-09-19", "due: 2025-09-18"));
    const { diagnostics } = await build(null, { content: [content], only: ["91-od-2025"] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC8101"]);
    expect(diagnostics[0]?.message.ru).toContain("19.09.2025 → ");
    expect(diagnostics[0]?.hints.map(({ ru }) => ru).join(" ")).toContain("trc new order-amendment --of 91-od-2025");
  });

  it.each([
    ["twice", "TRC8111", {}, "87-od-2025"],
    ["under a number that is taken", "TRC8112", { number: "88-ОД" }, "88-od-2025"],
    ["under a taken number in other letters", "TRC8112", { number: "88-од" }, "88-od-2025"],
    ["behind a later number in other letters", "TRC8113", { number: "113-од" }, "112-od-2025"],
    ["before its day", "TRC8116", { today: "2025-09-01" }, null],
    ["behind a later number", "TRC8113", { number: "113-ОД" }, "112-od-2025"],
    ["under a number that is none", "TRC8114", { number: "первый" }, null],
  ])("does not issue %s", async (_what, code, options, before) => {
    if (before !== null) await issued(content, before);
    const { entry, diagnostics } = await issue(content, "87-od-2025", options);
    expect(entry).toBeNull();
    expect(diagnostics.filter(({ severity }) => severity === "error").map((one) => one.code)).toEqual([code]);
  });

  it("says of an issued paper how such a one is changed", async () => {
    await issued(content, "1-2025-trc");
    const { diagnostics } = await issue(content, "1-2025-trc", {});
    const hints = diagnostics.flatMap((one) => (one.code === "TRC8111" ? one.hints.map(({ ru }) => ru) : []));
    expect(hints.map((hint) => hint.split(": ").at(-1))).toEqual([
      "trc new additional-agreement --of 1-2025-trc",
      "trc annul 1-2025-trc",
    ]);
  });

  it("issues what is made for each row of a record with the one of all, never by itself", async () => {
    const record = "documents/sample-of-consent-processing.yaml";
    writeFileSync(`${content}/${record}`, kindSample(record) ?? "");
    const all = "consent-processing.sample-of-consent-processing";
    const { entry, diagnostics } = await issue(content, `${all}.sedyh-ln`);
    expect([entry, ...diagnostics.map(({ code }) => code)]).toEqual([null, "TRC8126"]);
    expect(diagnostics[0]?.hints[0]?.ru).toContain(`trc issue ${all}`);
    expect((await issued(content, all)).entry?.document).toBe(all);
  });

  it("says how the number of an agreement is left open where its number is taken", async () => {
    await issued(content, "1-2025-trc");
    const { diagnostics } = await issue(content, "2-2025-trc", { number: "1/2025-ТРЦ" });
    const hints = diagnostics.flatMap((one) => one.hints.map(({ ru }) => ru));
    expect(hints.join(" ")).toContain('number: "__/2025-ТРЦ"');
  });

  it("does not freeze a text that refers to an order without a number", async () => {
    writeDraft(content, "seminar", "2025-12-22");
    writeDraft(content, "later", "2025-12-22");
    edit(`${content}/orders/2025/later.yaml`, (text) => text.replace("items:", "grounds:\n  - order: seminar\nitems:"));
    const { entry, diagnostics } = await issue(content, "later");
    expect([entry, ...diagnostics.map(({ code }) => code)]).toEqual([null, "TRC8117"]);
    await issued(content, "seminar");
    expect((await issued(content, "later")).entry?.number).toBe("133-ОД");
  });

  it("warns of a lettered number and issues it", async () => {
    const { entry, diagnostics } = await issue(content, "112-od-2025", { number: "112а-ОД" });
    expect([entry?.number, ...diagnostics.map(({ code }) => code)]).toEqual(["112а-ОД", "TRC8115"]);
  });

  it("issues a document that has no number of its own", async () => {
    const { entry } = await issued(content, "regulation-2025");
    expect(entry).toMatchObject({ regulation: "regulation-2025", number: "145-ОД", author: "committee" });
    expect(entry?.suffix).toBeUndefined();
  });

  it("says what is wrong where it cannot write, and leaves no trace", async () => {
    writeFileSync(`${content}/register`, "a file where a folder should be");
    expect((await issue(content, "87-od-2025")).diagnostics.map(({ code }) => code)).toContain("TRC8203");
    rmSync(`${content}/register`);
    mkdirSync(`${folder.path}/elsewhere`);
    symlinkSync(`${folder.path}/elsewhere`, `${content}/register`);
    expect((await issue(content, "87-od-2025")).diagnostics.map(({ code }) => code)).toEqual(["TRC8203"]);
  });

  it("says that there is no room, loses nothing and goes on when there is", async () => {
    const command = `trap "" XFSZ; ulimit -f 2; exec "$0" bin/trc.js issue 87-od-2025 --registered 2025-09-08 --content "$1"`;
    const { status, stderr } = spawnSync("bash", ["-c", command, process.execPath, content], { encoding: "utf8" });
    expect([status, stderr]).toEqual([1, expect.stringContaining("TRC8202")]);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
    expect([...filesOf(content).keys()].filter((name) => name.includes(".trc") || name.startsWith("register"))).toEqual(
      [],
    );
    expect((await issued(content, "87-od-2025")).entry?.number).toBe("87-ОД");
  });

  it.each(["../../etc/passwd", "order-general/../x", "нет такого", ""])("knows no document «%s»", async (name) => {
    const { entry, diagnostics } = await issue(content, name);
    expect(entry).toBeNull();
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("an entry that is removed", () => {
  const list = (...rest: readonly string[]) => trc("register", "list", "--content", content, ...rest);

  it("from the middle is missed by the check; from the end by whatever keeps the seals", async () => {
    for (const [id, today] of ORDERS_2025.slice(0, 3)) await issued(content, id, { today });
    const kept = `${folder.path}/kept.json`;
    writeFileSync(kept, (await list("--json")).stdout);
    const manifest = `${folder.path}/manifest.json`;
    writeFileSync(manifest, JSON.stringify({ registers: JSON.parse(readFileSync(kept, "utf8")).heads }));
    expect((await list("--against", kept)).code).toBe(0);
    const entry = (name: string): string => `${content}/register/2025/${name}.yaml`;
    const middle = readFileSync(entry("order-operation-88-od-2025"));
    rmSync(entry("order-operation-88-od-2025"));
    expect(await codes()).toEqual(expect.arrayContaining(["TRC8002", "TRC8007"]));
    writeFileSync(entry("order-operation-88-od-2025"), middle);
    rmSync(entry("order-general-91-od-2025"));
    // Nothing in the records distinguishes it from a draft whose number stands already.
    expect(await codes()).toEqual([]);
    for (const file of [kept, manifest]) {
      const { code, stderr } = await list("--against", file);
      expect([code, stderr]).toEqual([1, expect.stringContaining("TRC8008")]);
    }
    const { code, stderr } = await list("--against", `${content}/settings.yaml`, "--lang", "en");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/TRC8009: The file .* keeps no seals/)]);
  });
});

describe("two clerks who issue at once on two branches", () => {
  /** The registers of two branches merged, as git would: files of either side, none in conflict. */
  async function merged(number?: string): Promise<void> {
    writeDraft(content, "first", "2025-12-23");
    writeDraft(content, "second", "2025-12-23");
    await issued(content, "87-od-2025", { today: "2025-09-08" });
    const other = `${folder.path}/other`;
    cpSync(content, other, { recursive: true });
    writeDraft(other, "second", "2025-12-23", number);
    await issued(content, "first", { today: "2025-12-23" });
    await issued(other, "second", { today: "2025-12-24" });
    for (const path of ["orders/2025/second.yaml", "register/2025/order-general-second.yaml"])
      cpSync(`${other}/${path}`, `${content}/${path}`);
  }
  const repair = (handedOut: readonly string[] = []) => repairRegister({ content, templates: "templates", handedOut });
  const numberOf = (id: string): string =>
    /number: "([^"]+)"/.exec(readFileSync(`${content}/orders/2025/${id}.yaml`, "utf8"))?.[1] ?? "";

  it("are found out by the check and set right by one command, which renumbers the later of the two", async () => {
    await merged();
    const found = (await build(null, { content: [content], only: ["first", "second"] })).diagnostics.map(
      ({ code }) => code,
    );
    expect(found).toEqual(expect.arrayContaining(["TRC8003", "TRC8004"]));
    const { diagnostics, repaired } = await repair();
    expect(diagnostics).toEqual([]);
    expect(repaired).toMatchObject([{ document: "order-general.second", from: "132-ОД", to: "133-ОД", entry: 3 }]);
    expect([numberOf("first"), numberOf("second")]).toEqual(["132-ОД", "133-ОД"]);
    expect((await build(null, { content: [content], only: ["first", "second", "87-od-2025"] })).diagnostics).toEqual(
      [],
    );
    expect((await repair()).repaired).toEqual([]);
  });

  it("leave an annulled registration as it was, but for its place", async () => {
    await issued(content, "87-od-2025", { today: "2025-09-08" });
    writeDraft(content, "first", "2025-12-23");
    const other = `${folder.path}/other`;
    cpSync(content, other, { recursive: true });
    writeDraft(other, "second", "2025-12-23");
    await issued(content, "first", { today: "2025-12-23" });
    await issued(other, "second", { today: "2025-12-24" });
    const who = ["--by", "gonchar-tm", "--reason", "издан дважды", "--date", "2025-12-25"];
    expect((await trc("annul", "second", "--content", other, ...who)).code).toBe(0);
    const entries = ["order-general-second", "order-general-second-annulled-3"].map(
      (name) => `register/2025/${name}.yaml`,
    );
    for (const path of ["orders/2025/second.yaml", ...entries]) cpSync(`${other}/${path}`, `${content}/${path}`);
    const { diagnostics, repaired } = await repair();
    expect(diagnostics).toEqual([]);
    expect(repaired.map(({ document, to, entry }) => [document, to, entry])).toEqual([
      ["order-general.second", null, 3],
      ["order-general.second", null, 4],
    ]);
    expect((await build(null, { content: [content], only: ["first", "87-od-2025"] })).diagnostics).toEqual([]);
  });

  it("have given one number when its index is written otherwise", async () => {
    await merged("132-од");
    const found = (await build(null, { content: [content], only: ["first", "second"] })).diagnostics.map(
      ({ code }) => code,
    );
    expect(found).toEqual(expect.arrayContaining(["TRC8003", "TRC8004"]));
    expect((await repair()).repaired).toMatchObject([{ from: "132-од", to: "133-од", entry: 3 }]);
    expect((await build(null, { content: [content], only: ["first", "second", "87-od-2025"] })).diagnostics).toEqual(
      [],
    );
  });

  it("keep nothing that is not in the register", async () => {
    await merged();
    const { repaired, diagnostics } = await repair(["zz", "first"]);
    expect([repaired, diagnostics.map(({ code }) => code)]).toEqual([[], ["TRC8121"]]);
    const { code, stderr } = await trc("register", "repair", "--content", content, "--keep", "frist");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/TRC8121: Ключ --keep: документа «frist»/)]);
  });

  it("keep the number of what is handed out, and leave two handed-out ones to a person", async () => {
    await merged();
    const both = await repair(["first", "second"]);
    expect([both.repaired, both.diagnostics.map(({ code }) => code)]).toEqual([[], ["TRC8120"]]);
    expect((await repair(["order-general.second"])).repaired).toMatchObject([
      { document: "order-general.first", to: "133-ОД" },
    ]);
    expect([numberOf("first"), numberOf("second")]).toEqual(["133-ОД", "132-ОД"]);
  });

  it("keep the number of what is in the archive; an archive that cannot be read stops the repair", async () => {
    await merged();
    const archive = `${folder.path}/archive`;
    const { added, diagnostics } = await addToArchive({
      content: `${folder.path}/other`,
      archive,
      documents: ["second"],
      signatures: [],
      today: "2025-12-25",
    });
    expect([added.length, diagnostics.map(({ code }) => code)]).toEqual([1, []]);
    const options = { content, handedOut: [], dryRun: true };
    expect((await repairRegister({ ...options, archive })).repaired).toMatchObject([
      { document: "order-general.first" },
    ]);
    expect((await repairRegister({ ...options, archive: `${folder.path}/none` })).repaired).toMatchObject([
      { document: "order-general.second" },
    ]);
    writeFileSync(`${folder.path}/file`, "");
    const stopped = await repairRegister({ ...options, archive: `${folder.path}/file` });
    expect([stopped.repaired, stopped.diagnostics.map(({ code }) => code)]).toEqual([[], ["TRC8205"]]);
  });

  it("are not corrected where the register is damaged otherwise", async () => {
    await merged();
    edit(`${content}/register/2025/order-responsible-87-od-2025.yaml`, (text) => text.replace("pages: 6", "pages: 7"));
    const { diagnostics, repaired } = await repair();
    expect(repaired).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(["TRC8001", "TRC8120"]));
  });
});

describe("words of issued documents that are others now", () => {
  /** Changes files of the sample, where seven orders are issued; file and line of each finding, and how many documents it names. */
  async function foundAt(...changes: readonly (readonly [string, string, string])[]): Promise<string[]> {
    const root = `${folder.path}/issued`;
    cpSync("content", root, { recursive: true });
    for (const [file, from, to] of changes) edit(`${root}/${file}`, (text) => text.replace(from, to));
    const only = ["order-general", "order-operation", "order-responsible", "order-revocation"];
    const { diagnostics } = await build(null, { content: [root], only });
    return diagnostics
      .filter(({ code }) => /TRC81/.test(code))
      .map(({ place, message }) => {
        const named = message.ru.match(/«Приказ от /g)?.length;
        return `${place?.file.slice(root.length + 1)}:${place?.start.line}, ${named}`;
      });
  }

  it.each([
    // One changed word is one finding at its own line, however many documents print it in whatever case.
    [
      "a surname",
      [["people/lugovaya-ol.yaml", "surname: Луговая-Полевая", "surname: Ветрова"]],
      ["people/lugovaya-ol.yaml:2, 6"],
    ],
    [
      "capitals",
      [["people/lugovaya-ol.yaml", "surname: Луговая-Полевая", "surname: ЛУГОВАЯ-ПОЛЕВАЯ"]],
      ["people/lugovaya-ol.yaml:2, 6"],
    ],
    [
      "a post",
      [["people/remchuk-pi.yaml", "title: учитель инф", "title: учителя инф"]],
      ["people/remchuk-pi.yaml:7, 5"],
    ],
    [
      "a telephone that is printed",
      [["people/lugovaya-ol.yaml", "00-00-03", "00-00-77"]],
      ["people/lugovaya-ol.yaml:6, 1"],
    ],
    ["a day", [["orders/2025/91-od-2025.yaml", "2025-09-19", "2025-09-18"]], ["orders/2025/91-od-2025.yaml:16, 1"]],
    // Initials are in no value: the finding stands at the first document and names the others.
    [
      "a given name",
      [["people/lugovaya-ol.yaml", "given: Ольга", "given: Анна"]],
      ["orders/2025/87-od-2025.yaml:2, 6"],
    ],
    // What no issued document prints changes without complaint.
    [
      "a telephone that is not printed",
      [["people/remchuk-pi.yaml", "gender:", 'phone: "+7 (4812) 00-00-99"\ngender:']],
      [],
    ],
    [
      "two causes",
      [
        ["people/lugovaya-ol.yaml", "00-00-03", "00-00-77"],
        ["orders/2025/88-od-2025.yaml", "subject: ", "subject: О деле. "],
      ],
      ["orders/2025/88-od-2025.yaml:6, 2", "people/lugovaya-ol.yaml:6, 1"],
    ],
  ] as const)("are told once, at the value that has changed: %s", async (_, changes, found) => {
    expect((await foundAt(...changes)).sort()).toEqual(found);
  });
});
