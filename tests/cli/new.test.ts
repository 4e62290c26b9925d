import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeAll(() => mkdirSync(folder.path, { recursive: true }));
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

const make = (...argv: string[]) => trc("new", ...argv, "--content", content);
const read = (inside: string): { readonly [key: string]: unknown } =>
  parse(readFileSync(`${content}/${inside}`, "utf8"));

describe("trc new", () => {
  it("takes the next free number and the next working day, and names what is left", async () => {
    const { code, stderr } = await make("order-general", "--date", "2026-05-01");
    expect(code).toBe(0);
    // 1 May is a holiday, 2 and 3 are a weekend; the last order of the centre in 2026 is № 11-ОД.
    expect(read("orders/2026/12-od-2026.yaml")).toMatchObject({
      number: "12-ОД",
      date: "2026-05-04",
      issuer: "centre",
      control: "self",
      caseIndex: "01-05",
      executor: "gonchar-tm",
    });
    expect(stderr).toContain("01.05.2026 – нерабочий день");
    const check = await trc("check", "--content", content);
    expect(check.code).toBe(1);
    const lines = [...stderr.matchAll(/строка (\d+):/g)].map(([, line]) => line);
    // The subject, and the first task with its day and who does it.
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(check.stderr).toContain(`12-od-2026.yaml:${line}:`);
  });

  it("dates a report after its period, for the body of the centre, on the orders of the period", async () => {
    rmSync(`${content}/reports/half-year-2025.yaml`);
    const { code, stderr } = await make("report-half-year", "--date", "2025-12-20");
    expect(code).toBe(0);
    const [file = ""] = readdirSync(`${content}/reports`).filter((name) => name !== "annual-2026.yaml");
    expect(read(`reports/${file}`)).toMatchObject({
      // The holidays of the New Year come after the period.
      date: "2026-01-12",
      submittedTo: "committee",
      orders: ["145-od-2025", "87-od-2025", "88-od-2025", "91-od-2025"],
    });
    expect(stderr).toContain("Дата – 12.01.2026");
    expect(stderr).not.toContain("2025-12-22");
  });

  it("turns the school year that a copied text names, that of a summer paper too", async () => {
    writeFileSync(
      `${content}/orders/2026/12-od-2026.yaml`,
      readFileSync(`${content}/orders/2026/11-od-2026.yaml`, "utf8")
        .replace('"11-ОД"', '"12-ОД"')
        .replace(/^date: .*/m, "date: 2026-06-15")
        .replace(
          /^subject: .*/m,
          "subject: О подготовке к 2026/2027 учебному году и об итогах 2025/2026 учебного года",
        ),
    );
    const { code, stderr } = await make(
      "order-general",
      "--like",
      "12-od-2026",
      "--date",
      "2027-06-15",
      "--id",
      "next",
    );
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(read("orders/2027/next.yaml").subject).toMatch(/2027\/2028 учебному году/);
  });

  it("makes a complete order of given values that passes the check and is in the set", async () => {
    const { code, stderr } = await make(
      "order-general",
      "--date",
      "2026-02-10",
      "--set",
      "subject=О проведении практикума",
      "--set",
      "items.0.text=провести практикум",
      "--set",
      "items.0.due=2026-02-20",
      "--set",
      "items.0.assignees=[sedyh-ln]",
      "--set",
      "acknowledge=[sedyh-ln]",
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("Запись полна")]);
    const check = await trc("check", "--content", content);
    expect([check.code, check.stderr]).toEqual([0, ""]);
  });

  it("writes a given value as what the schema says it is, and a text as it was typed", async () => {
    const given = ["number=0112", "subject=О режиме: с 9:00 #1", "items=[{text: 2026, assignees: [12e3]}]"];
    const { code } = await make("order-general", "--id", "typed", ...given.flatMap((one) => ["--set", one]));
    expect(code).toBe(0);
    const [file = ""] = readdirSync(`${content}/orders`, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith("typed.yaml"),
    );
    expect(read(`orders/${file}`)).toMatchObject({
      number: "0112",
      subject: "О режиме: с 9:00 #1",
      items: [{ text: "2026", assignees: ["12e3"] }],
    });
    const { code: calendar } = await make("calendar", "--set", "year=2031");
    expect([calendar, read("calendar/2031.yaml").year]).toEqual([0, 2031]);
  });

  it("counts the orders of each author by themselves", async () => {
    await make("order-general", "--date", "2026-07-01", "--set", "issuer=committee");
    expect(read("orders/2026/99-od-2026.yaml")).toMatchObject({ number: "99-ОД", issuer: "committee" });
  });

  it("takes no case from the sample that the nomenclature of the year does not have", async () => {
    const other = `${folder.path}/other`;
    cpSync("tests/fixtures/second-centre", other, { recursive: true });
    const set = [
      "--set",
      "number=63-О",
      "--set",
      "date=2024-12-30",
      "--set",
      "subject=О дежурстве",
      "--set",
      "pages=2",
    ];
    const { code, stderr } = await trc("new", "order-paper", ...set, "--content", other);
    expect([code, stderr]).toEqual([0, expect.stringContaining("«caseIndex»")]);
    expect(parse(readFileSync(`${other}/orders/2024/63-o-2024.yaml`, "utf8"))).toMatchObject({ caseIndex: null });
  });

  it("never goes back behind the last order of the series", async () => {
    const { stderr } = await make("order-general", "--date", "2025-12-01");
    expect(read("orders/2025/132-od-2025.yaml")).toMatchObject({ date: "2025-12-22" });
    expect(stderr).toContain("раньше последнего документа");
  });

  it("begins a new year with number 1 and says when the calendar of the year is unknown", async () => {
    const { stderr } = await make("order-general", "--date", "2027-01-04");
    expect(read("orders/2027/1-od-2027.yaml")).toMatchObject({ number: "1-ОД", date: "2027-01-04" });
    expect(stderr).toContain("Рабочего календаря на 2027 год нет");
  });

  it.each([
    ["order-amendment", "88-od-2025", "orders/2026/12-od-2026.yaml", { amends: [{ order: "88-od-2025" }] }],
    ["order-revocation", "91-od-2025", "orders/2026/12-od-2026.yaml", { revokes: ["91-od-2025"] }],
    ["approval-sheet", "1-2025-trc", "documents/approval-sheet-2026.yaml", { subject: { agreement: "1-2025-trc" } }],
    ["distribution-list", "4-od-2026", "documents/distribution-list-2026.yaml", { order: "4-od-2026" }],
  ])("puts the record named by --of where %s refers to it", async (kind, of, file, expected) => {
    expect((await make(kind, "--of", of, "--date", "2026-02-10")).code).toBe(0);
    expect(read(file)).toMatchObject(expected);
  });

  it("asks of an activity for one base school about that school", async () => {
    rmSync(`${content}/results/2025-2026/visits-uchebnoe.yaml`);
    await make("result", "--of", "visits-uchebnoe", "--date", "2026-02-10");
    expect(read("results/2025-2026/visits-uchebnoe.yaml").sessions).toMatchObject([
      { bySchool: [{ organisation: "base-uchebnoe", participants: null }] },
    ]);
  });

  it("keeps the names of the base schools where only their numbers are given", async () => {
    rmSync(`${content}/results/2025-2026/ai-webinar.yaml`);
    const numbers = ["--set", "sessions.0.bySchool.0.participants=3", "--set", "sessions.0.bySchool.1.participants=4"];
    await make("result", "--of", "ai-webinar", "--date", "2026-02-10", ...numbers);
    expect(read("results/2025-2026/ai-webinar.yaml").sessions).toMatchObject([
      {
        bySchool: [
          { organisation: "base-obraztsovo", participants: 3 },
          { organisation: "base-uchebnoe", participants: 4 },
        ],
      },
    ]);
  });

  it("names a numbered document by its kind, of which the folder has many", async () => {
    await make("minutes", "--date", "2026-02-10");
    expect(read("documents/minutes-3-2026.yaml")).toMatchObject({ kind: "minutes", number: "3" });
  });

  it("numbers what is sent in one journal, whatever number minutes and powers of attorney have", async () => {
    for (const file of ["letter-15-2026", "notice-20-2026", "application-2025"])
      rmSync(`${content}/documents/${file}.yaml`);
    const sent = {
      to: "to=[{organisation: committee}]",
      title: "title=О сведениях",
      text: "text=[Направляем сведения.]",
    };
    for (const kind of ["letter", "notice"])
      await make(kind, "--date", "2026-05-12", "--id", kind, "--set", sent.to, "--set", sent.title, "--set", sent.text);
    expect(["letter", "notice"].map((kind) => read(`documents/${kind}.yaml`).number)).toEqual(["12-08/1", "12-08/2"]);
    await make("status-application", "--date", "2026-05-12", "--id", "application");
    expect(read("documents/application.yaml")).toMatchObject({ number: "12-08/3" });
  });

  it("has registers kept by whoever draws up the list of cases, and a list of copies by who prepared the order", async () => {
    for (const file of ["distribution-145"]) rmSync(`${content}/documents/${file}.yaml`);
    await make("incoming-register", "--date", "2026-12-30", "--id", "incoming-register");
    expect(read("documents/incoming-register.yaml")).toMatchObject({ keeper: "gonchar-tm" });
    await make("distribution-list", "--of", "112-od-2025", "--date", "2026-12-30", "--id", "copies");
    expect(read("documents/copies.yaml")).toMatchObject({ prepared: read("orders/2025/112-od-2025.yaml").executor });
  });

  it("makes those acquainted with an order who have a task in a list that is given whole", async () => {
    const items =
      "items=[{text: провести семинар, due: 2026-06-10, assignees: [lugovaya-ol]}, {text: а, assignees: [sedyh-ln]}]";
    await make("order-general", "--date", "2026-05-12", "--set", "subject=О семинаре", "--set", items);
    expect(read("orders/2026/12-od-2026.yaml")).toMatchObject({ acknowledge: ["lugovaya-ol", "sedyh-ln"] });
  });

  it("says which record a paper can be about where the one that was named cannot be it", async () => {
    renameSync(`${content}/results/2025-2026/ai-webinar.yaml`, `${content}/results/2025-2026/webinar-held.yaml`);
    const { code, stderr } = await make("certificate", "--of", "ai-webinar", "--date", "2026-02-10");
    expect([code, stderr]).toEqual([1, expect.stringContaining("Напишите: --of webinar-held")]);
    const other = await make("certificate", "--of", "145-od-2025", "--date", "2026-02-10");
    expect(other.stderr).toContain("Назовите запись одной из папок: results");
  });

  it("takes the plan and the name of a result from its activity, and refuses a second one", async () => {
    rmSync(`${content}/results/2025-2026/ai-webinar.yaml`);
    await make("result", "--of", "ai-webinar", "--date", "2026-02-10");
    expect(read("results/2025-2026/ai-webinar.yaml")).toMatchObject({
      plan: "2025-2026",
      activity: "ai-webinar",
      sessions: [
        {
          date: null,
          bySchool: [
            { organisation: "base-obraztsovo", participants: null },
            { organisation: "base-uchebnoe", participants: null },
          ],
        },
      ],
    });
    const again = await make("result", "--of", "ai-webinar");
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("TRC9004")]);
  });

  it.each([
    ["moved", { movedTo: null, reason: null, sessions: [] }],
    ["cancelled", { reason: null, sessions: [] }],
  ])("asks of a result that is %s for what it needs, and for no meeting", async (status, expected) => {
    rmSync(`${content}/results/2025-2026/ai-webinar.yaml`);
    await make("result", "--of", "ai-webinar", "--date", "2026-02-10", "--set", `status=${status}`);
    expect(read("results/2025-2026/ai-webinar.yaml")).toMatchObject(expected);
  });

  it("copies a record with the dates of the new school year", async () => {
    await make("agreement-base", "--like", "2-2025-trc", "--date", "2026-09-08");
    expect(read("agreements/1-2026-trc.yaml")).toMatchObject({
      number: "1/2026-ТРЦ",
      date: "2026-09-08",
      term: { from: "2026-09-12", to: "2027-08-31" },
      reportData: ["2027-01-15", "2027-06-01"],
    });
  });

  it("moves the name of the school year in the texts of a copy, and leaves the waivers to the record that they are of", async () => {
    const file = `${content}/orders/2025/91-od-2025.yaml`;
    const waiver = "waivers:\n  - {code: TRC2121, reason: по графику, date: 2025-09-12}\n";
    writeFileSync(file, `${readFileSync(file, "utf8")}${waiver}`);
    const { code, stdout } = await make("order-general", "--like", "91-od-2025", "--date", "2026-09-10", "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("на 2026/2027 учебный год");
    expect(stdout).not.toMatch(/2025\/2026|^waivers/m);
  });

  it("numbers a copy in the series of the record it is copied from, whatever the latest order has", async () => {
    const text = readFileSync(`${content}/orders/2026/11-od-2026.yaml`, "utf8");
    const newer = text.replace('"11-ОД"', '"12-01/7"').replace("date: 2026-02-05", "date: 2026-08-20");
    writeFileSync(`${content}/orders/2026/newer.yaml`, newer);
    const { stdout } = await make("order-general", "--like", "11-od-2026", "--date", "2026-09-01", "--dry-run");
    expect(stdout).toMatch(/^number: 12-ОД$/m);
  });

  it("names a person by surname and initials and knows the gender by the patronymic", async () => {
    const { code } = await make(
      "person",
      "--set",
      "surname=Щукина",
      "--set",
      "given=Юлия",
      "--set",
      "patronymic=Ильинична",
      "--set",
      "positions.0.title=учитель",
    );
    expect(code).toBe(0);
    expect(read("people/schukina-yui.yaml")).toMatchObject({
      gender: "feminine",
      positions: [{ title: "учитель", organisation: "centre" }],
    });
    expect((await trc("check", "--content", content)).stderr).toBe("");
  });

  it("prepares the calendar of the next year from the holidays of the last", async () => {
    await make("calendar", "--date", "2026-12-01");
    expect(read("calendar/2027.yaml")).toMatchObject({ year: 2027, transfers: [], source: null });
    expect((read("calendar/2027.yaml").holidays as unknown[]).length).toBe(14);
  });

  it("names the nomenclature of the year among all other documents", async () => {
    await make("case-cover", "--date", "2027-02-10", "--set", "year=2026", "--id", "cover");
    expect(read("documents/cover.yaml").nomenclature).toBe("nomenclature-2026");
  });

  it("makes up no price, no quantity and no hours: what nobody said is an empty place", async () => {
    for (const [kind, id] of [
      ["agreement-free-use", "invented-1"],
      ["certificate", "invented-2"],
      ["status-application", "invented-3"],
    ] as const) {
      await make(kind, "--date", "2026-02-10", "--id", id);
      const found = readdirSync(content, { recursive: true, encoding: "utf8" }).find((name) =>
        name.endsWith(`${id}.yaml`),
      );
      expect(JSON.stringify(read(found ?? ""))).not.toMatch(/"(?:price|quantity|count|hours)":\d/);
    }
  });

  it.each([
    ["transfer-act", { transfer: null, copies: 2 }],
    ["agreement-free-use", { majorRepairs: null, transferDays: null, place: "с. Примерное" }],
    ["order-commission", { purpose: null, acknowledge: ["lugovaya-ol", "gonchar-tm"] }],
    ["consent-processing", { giver: null }],
    ["certified-copy", { leaves: null }],
    ["additional-agreement", { extendsTo: null }],
    ["power-of-attorney", { until: null, place: "с. Примерное" }],
    ["notice", { text: [null] }],
    ["programme", { approved: { person: null }, place: null, days: [{ date: null }] }],
    ["order-amendment", { amends: [{ order: null, changes: [{ clause: null, action: null, text: null }] }] }],
    ["order-status", { action: null }],
    ["case-cover", { year: 2026, nomenclature: "nomenclature-2026", prepared: "gonchar-tm" }],
    ["case-inventory", { year: 2026 }],
    ["archive-inventory", { year: 2026, prepared: "gonchar-tm" }],
    ["order-register", { year: 2026 }],
  ])("takes no fact of %s from its sample and asks for no known one", async (kind, expected) => {
    rmSync(`${content}/documents/register-2026.yaml`);
    const { code, stderr } = await make(kind, "--date", "2026-10-05", "--id", "begun");
    expect([code, stderr]).toEqual([
      0,
      expect.not.stringMatching(/Не хватает свойства|здесь не заполняют|не по форме/),
    ]);
    const file = readdirSync(content, { recursive: true, encoding: "utf8" }).find((one) => one.endsWith("begun.yaml"));
    expect(read(file ?? "")).toMatchObject(expected);
  });

  it.each([
    ["case-inventory", "2027-01-14", { year: 2026 }],
    ["case-cover", "2027-02-10", { year: 2027 }],
    ["case-nomenclature", "2026-12-15", { year: 2027 }],
  ])("begins %s on %s for the year that it is of", async (kind, date, expected) => {
    expect((await make(kind, "--date", date, "--id", "begun")).code).toBe(0);
    expect(read("documents/begun.yaml")).toMatchObject(expected);
  });

  it("takes titles and terms of the cases of an inventory from the nomenclature, and the cases from the papers of the year", async () => {
    rmSync(`${content}/documents/archive-inventory-2025.yaml`);
    await make("archive-inventory", "--date", "2027-01-14", "--id", "begun");
    const { cases } = read("documents/begun.yaml");
    expect(cases).toContainEqual(expect.objectContaining({ index: "01-05", term: "Постоянно" }));
    expect(cases).toContainEqual({
      index: "12-04",
      title: "Отчёты о работе территориального ресурсного центра",
      from: null,
      to: null,
      documents: null,
      bytes: null,
      term: "Постоянно",
    });
    await make("archive-inventory", "--date", "2027-01-14", "--id", "one", "--set", "cases.0.index=12-03");
    expect(read("documents/one.yaml").cases).toMatchObject([
      { index: "12-03", title: "Планы работы территориального ресурсного центра", term: "5 лет ЭПК" },
    ]);
  });

  it("makes those of a commission acquainted with its order who work for the author", async () => {
    const people = {
      chair: "lugovaya-ol",
      secretary: "gonchar-tm",
      "members.0": "remchuk-pi",
      "members.1": "dubravina-vs",
    };
    const set = Object.entries(people).flatMap(([key, id]) => ["--set", `commission.${key}=${id}`]);
    await make("order-commission", "--date", "2026-02-10", "--id", "begun", ...set);
    expect(read("orders/2026/begun.yaml").acknowledge).toEqual(["lugovaya-ol", "gonchar-tm", "remchuk-pi"]);
  });

  it("begins every kind that the templates folder has; only its empty places are findings", async () => {
    const kinds = (await trc("new", "--content", content)).stdout.match(/^ {2}\S+/gm)?.map((name) => name.trim()) ?? [];
    expect(kinds.length).toBeGreaterThan(25);
    for (const kind of kinds) {
      const { code, stderr } = await trc(
        "new",
        kind,
        "--content",
        "tests/fixtures/second-centre",
        "--date",
        "2026-09-10",
        "--dry-run",
      );
      expect([kind, code]).toEqual([kind, 0]);
      expect(stderr).not.toMatch(/Неизвестное свойство|не дата|Записи «|null/);
    }
  });

  it("knows a kind that is new under the templates folder, without a change in the program", async () => {
    const templates = `${folder.path}/templates`;
    cpSync("templates", templates, { recursive: true });
    cpSync(`${templates}/order-general`, `${templates}/order-special`, { recursive: true });
    for (const file of ["kind.yaml", "schema.json", "sample.yaml"]) {
      const path = `${templates}/order-special/${file}`;
      writeFileSync(
        path,
        readFileSync(path, "utf8")
          .replaceAll("order-general", "order-special")
          .replace("Приказ по основной деятельности", "Особый приказ"),
      );
    }
    const listed = await trc("new", "--content", content, "--templates", templates);
    expect(listed.stdout).toContain("order-special");
    expect((await make("order-special", "--templates", templates, "--date", "2026-02-10")).code).toBe(0);
    expect(read("orders/2026/12-od-2026.yaml")).toMatchObject({ kind: "order-special", number: "12-ОД" });
  });

  it.each([
    [["order-genral"], "Возможно, имелось в виду: order-general"],
    [["order-amendment", "--of", "88-od-2026"], "Возможно, имелось в виду: 88-od-2025"],
    [["order-amendment", "--of", "sedyh-ln", "--id", "x"], "TRC9"],
    [["order-general", "--id", "Мой приказ"], "moy-prikaz"],
    [["person", "--like", "nobody"], "TRC9002"],
    [["order-general", "--set", "foo=1"], "TRC9007: Ключ --set foo: свойства «foo» у записи этого вида нет"],
    [["order-general", "--set", "items.0.txt=Провести"], "Возможно, имелось в виду: text"],
    [["order-general", "--set", "subject.x=1"], "TRC9007"],
  ])("says what is wrong with %j and how to correct it, writing nothing", async (argv, expected) => {
    const before = readdirSync(content, { recursive: true }).length;
    const { code, stderr } = await make(...argv);
    expect(code).toBe(1);
    expect(stderr).toContain(expected);
    expect(readdirSync(content, { recursive: true }).length).toBe(before);
  });

  it.each([[["--date", "2026-02-31"]], [["--set", "просто так"]]])(
    "takes %j for a wrong command line",
    async (argv) => {
      expect((await make("order-general", ...argv)).code).toBe(2);
    },
  );
});
