import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeLocksOld } from "../support/killed-run.ts";
import { runs } from "../support/runs.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
/** The sample with the year 2026/2027 begun, and what was said of it. */
let begun = new Map<string, string>();
let said = { code: -1, stdout: "", stderr: "" };
beforeAll(async () => {
  mkdirSync(folder.path, { recursive: true });
  cpSync("content", content, { recursive: true });
  said = await year("2026/2027");
  begun = tree();
});
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

type Fields = { readonly [key: string]: unknown };

const year = (...argv: string[]) => trc("year", ...argv, "--content", content);
const check = () => trc("check", "--content", content);
const text = (inside: string): string => readFileSync(`${content}/${inside}`, "utf8");
const read = (inside: string): Fields => parse(text(inside)) as Fields;
const edit = (inside: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): void => {
  const before = text(inside);
  const after = changes.reduce((words, [from, to]) => words.replace(from, to), before);
  expect(after).not.toBe(before);
  writeFileSync(`${content}/${inside}`, after);
};
const activity = (name: string, period: string, more = ""): void =>
  writeFileSync(
    `${content}/activities/2025-2026/${name}.yaml`,
    `plan: "2025-2026"\ndirection: management\ntitle: Совещание ${name}\nform: meeting\naudience: [координаторы]\nperiod: ${period}\nplace: каб. 1\nresponsible: [lugovaya-ol]\nexpected: протокол\n${more}`,
  );
const periodOf = (name: string): unknown => read(`activities/2026-2027/${name}-2026.yaml`).period;
/** Every file as it is, but for what a run leaves beside it. */
const tree = (): Map<string, string> =>
  new Map(
    [...filesOf(content)]
      .filter(([name]) => !name.includes(".trc-"))
      .map(([name, bytes]) => [name, bytes.toString("utf8")]),
  );

describe("trc year", () => {
  it("begins a year from the last one, and touches nothing that was there", async () => {
    const before = tree();
    const { code, stdout, stderr } = said;
    expect([code, stderr]).toEqual([0, ""]);
    const after = begun;
    for (const [name, words] of before) expect([name, after.get(name)]).toEqual([name, words]);
    const made = [...after.keys()].filter((name) => !before.has(name));
    for (const name of made) expect(stdout).toContain(`/${name}`);
    expect(made.filter((name) => !name.startsWith("activities/"))).toEqual([
      "agreements/1-2026-trc.yaml",
      "agreements/2-2026-trc.yaml",
      "calendar/2027.yaml",
      "documents/nomenclature-2027.yaml",
      "orders/2026/12-od-2026.yaml",
      "orders/2026/13-od-2026.yaml",
      "orders/2026/14-od-2026.yaml",
      "plans/2026-2027.yaml",
    ]);
    expect(made.filter((name) => name.startsWith("activities/2026-2027/"))).toHaveLength(
      readdirSync("content/activities/2025-2026").length,
    );
  });

  it("moves days, terms, numbers, references and the name of the year, each by its own rule", () => {
    const read = (inside: string): unknown => parse(begun.get(inside) ?? "");
    const periodOf = (name: string): unknown => (read(`activities/2026-2027/${name}-2026.yaml`) as Fields).period;
    // 8 September 2025 is a Monday, and so is 7 September 2026; the order of the status is the one that prolonged it.
    expect(read("orders/2026/12-od-2026.yaml")).toMatchObject({
      number: "12-ОД",
      date: "2026-09-07",
      from: "2026-09-07",
      to: "2027-08-31",
      plan: "2026-2027",
      grounds: [{ order: "98-od-2026" }],
    });
    expect(read("orders/2026/14-od-2026.yaml")).toMatchObject({
      date: "2026-09-11",
      grounds: [{ order: "98-od-2026" }, { order: "12-od-2026" }],
      items: [
        { text: "утвердить план работы территориального ресурсного центра на 2026/2027 учебный год" },
        { due: "2026-09-17" },
        // 19 September 2026 is a Saturday.
        { due: "2026-09-18" },
      ],
    });
    expect(read("agreements/1-2026-trc.yaml")).toMatchObject({
      number: "1/2026-ТРЦ",
      term: { from: "2026-09-14", to: "2027-08-31" },
      reportData: ["2027-01-15", "2027-06-01"],
      plan: "2026-2027",
    });
    // The head of the autumn has left; the plan is approved by the order of the new year, on its day.
    expect(read("plans/2026-2027.yaml")).toMatchObject({
      schoolYear: { from: "2026-09-01", to: "2027-08-31" },
      approved: { person: "klenov-pa", date: "2026-09-11", order: "14-od-2026" },
      unconfirmed: ["approved", "indicators"],
    });
    expect(read("documents/nomenclature-2027.yaml")).toMatchObject({ year: 2027, date: "2026-12-14" });
    expect(read("calendar/2027.yaml")).toMatchObject({ year: 2027, transfers: [], unconfirmed: ["transfers"] });
    expect(periodOf("assessment-seminar")).toEqual({ date: "2026-11-19" });
    expect(periodOf("courses")).toEqual({ from: "2026-10-26", to: "2026-10-30" });
    expect(periodOf("council")).toEqual({ inMonths: ["2026-09", "2027-01", "2027-05"] });
    expect(periodOf("portal")).toEqual({ wholeYear: true });
  });

  it("moves the terms of activities inside the working days of their months", async () => {
    const terms = [
      // 1 October 2025 is a Wednesday; the Wednesday beside it in 2026 is of September.
      ["first-of-month", "{date: 2025-10-01}", { date: "2026-10-07" }],
      // 4 November is a holiday, 2025 a Tuesday.
      ["holiday", "{date: 2025-11-05}", { date: "2026-11-05" }],
      ["saturday", "{date: 2025-11-15}", { date: "2026-11-14" }],
      ["days", "{dates: [2025-11-10, 2026-02-12]}", { dates: ["2026-11-09", "2027-02-11"] }],
      ["week", "{from: 2026-06-01, to: 2026-06-05}", { from: "2027-06-07", to: "2027-06-11" }],
      ["up-to", "{by: 2025-09-26}", { by: "2026-09-25" }],
      ["monthly", "{every: month}", { every: "month" }],
      ["words", "{by: 2026-05-15, text: до 15 мая}", { by: "2027-05-15", text: "до 15 мая" }],
      [
        "months",
        "{inMonths: [2025-09, 2025-11], text: 'сентябрь, ноябрь'}",
        { inMonths: ["2026-09", "2026-11"], text: "сентябрь, ноябрь" },
      ],
    ] as const;
    for (const [name, period] of terms) activity(name, period);
    await year("2026/2027");
    expect(terms.map(([name]) => [name, periodOf(name)])).toEqual(terms.map(([name, , expected]) => [name, expected]));
  });

  it("asks about words of a term that would say another day, and about texts of that time", async () => {
    activity("worded", "{date: 2025-11-20, text: 20 ноября}");
    activity("named", "{wholeYear: true}", "baseSchools: [base-uchebnoe]\n");
    edit("activities/2025-2026/named.yaml", [
      /title: .*/,
      "title: Итоги 2025–2026 учебного года и план развития на 2025–2027 годы",
    ]);
    const { stdout } = await year("2026/2027");
    expect(periodOf("worded")).toEqual({ date: "2026-11-19" });
    expect(read("activities/2026-2027/worded-2026.yaml").unconfirmed).toEqual(["period"]);
    expect(read("activities/2026-2027/named-2026.yaml")).toMatchObject({
      title: "Итоги 2026–2027 учебного года и план развития на 2025–2027 годы",
      unconfirmed: ["title"],
    });
    expect(stdout).toContain("named-2026.yaml: title: текст говорит о прежнем времени");
  });

  it("knows the year of the plan in texts by what stands around it", async () => {
    const texts = [
      ["в 2025/26 учебном году", "в 2026/27 учебном году"],
      ["на 2025–2026 уч. год", "на 2026–2027 уч. год"],
      ["на 2025/2026 год", "на 2026/2027 год"],
      ["в 2025–2026 годах", "в 2025–2026 годах"],
      [
        "по приказу от 05.09.2025 № 145-ОД «О плане на 2025/2026 учебный год»",
        "по приказу от 05.09.2025 № 145-ОД «О плане на 2025/2026 учебный год»",
      ],
    ] as const;
    for (const [index, [before]] of texts.entries()) {
      activity(`text-${index}`, "{wholeYear: true}");
      edit(`activities/2025-2026/text-${index}.yaml`, [/^expected: .*/m, `expected: ${before}`]);
    }
    await year("2026/2027");
    const moved = texts.map((_, index) => read(`activities/2026-2027/text-${index}-2026.yaml`));
    expect(moved.map(({ expected, unconfirmed }) => [expected, unconfirmed])).toEqual(
      texts.map(([before, after]) => [after, before === after ? ["expected"] : undefined]),
    );
  });

  it("makes a set that has to be confirmed and nothing else, and that is then made", async () => {
    await year("2026/2027");
    const first = await check();
    expect([first.code, [...new Set(first.stderr.match(/TRC\d{4}(?=:)/g))]]).toEqual([0, ["TRC2181"]]);
    const asked = [...first.stderr.matchAll(/--> \S+\/content\/(\S+?):/g)].map(([, file = ""]) => file);
    expect(asked).toEqual(["calendar/2027.yaml", "documents/nomenclature-2027.yaml", "plans/2026-2027.yaml"]);
    for (const file of asked) edit(file, [/\nunconfirmed:(.*\n?)( {2}- .*\n)*/, "\n"]);
    const only = ["order-responsible.12-od-2026", "work-plan.2026-2027", "agreement-base.1-2026-trc"];
    const built = await trc(
      "build",
      "--content",
      content,
      "--out",
      `${folder.path}/out`,
      "--format",
      "docx",
      "--only",
      only.join(","),
    );
    expect([built.code, built.stderr]).toEqual([0, ""]);
  });

  it("leaves open who has left and what is no longer in force, names it, and `check` finds it", async () => {
    rmSync(`${content}/orders/2026/98-od-2026.yaml`);
    edit("people/shevchenko-dl.yaml", [/(from: \d{4}-\d\d-\d\d)/, "$1, to: 2026-06-30"]);
    const { code, stdout } = await year("2026/2027");
    expect(code).toBe(0);
    expect(read("orders/2026/12-od-2026.yaml").grounds).toEqual([{ order: null }]);
    expect(read("activities/2026-2027/math-olympiad-2026.yaml").responsible).toEqual([null]);
    expect(stdout).toContain("Шевченко на 01.09.2026 уже не работает");
    expect(stdout).toContain("документ № 145-ОД на 07.09.2026 уже не действует");
    // A copy of the order that granted the status would grant it again.
    expect(stdout).toContain("trc new order-status --set action=extend --set granted=145-od-2025");
    expect(stdout).toContain("Срок приказа № 145-ОД вышел, поэтому основания пусты");
    const listed = [...stdout.matchAll(/^ {2}(\S+\.yaml:\d+): /gm)].map(([, place = ""]) => place);
    expect(listed.length).toBeGreaterThan(4);
    const { code: checked, stderr } = await check();
    expect(checked).toBe(1);
    for (const place of listed) expect(stderr).toContain(place);
  });

  it("makes no agreement that lasts, no order that is there, and no calendar twice", async () => {
    cpSync(`${content}/orders/2025/88-od-2025.yaml`, `${content}/orders/2026/20-od-2026.yaml`);
    edit(
      "orders/2026/20-od-2026.yaml",
      ["88-ОД", "20-ОД"],
      ["date: 2025-09-08", "date: 2026-09-02"],
      ["from: 2025-09-09", "from: 2026-09-03"],
    );
    edit("agreements/3-2025-trc.yaml", ["to: 2026-08-31", "to: 2028-08-31"]);
    const { stdout } = await year("2026/2027");
    const made = [...stdout.matchAll(/← (\S+)/g)].map(([, from]) => from);
    expect(made).toContain("orders/2025/87-od-2025.yaml");
    expect(made).not.toContain("orders/2025/88-od-2025.yaml");
    expect(made).not.toContain("agreements/3-2025-trc.yaml");
    expect(stdout).toMatch(/Уже есть, оставлено как есть:\n {2}\S+20-od-2026\.yaml/);
    // The series goes on after the order that was there.
    expect(read("orders/2026/21-od-2026.yaml")).toMatchObject({ number: "21-ОД", date: "2026-09-07" });
  });

  it("moves over more than one year and to the edge of what is known", async () => {
    const { code, stdout } = await year("2029/2030");
    expect(code).toBe(0);
    expect(stdout).toContain("calendar/2029.yaml");
    expect(stdout).toContain("calendar/2030.yaml");
    expect(read("plans/2029-2030.yaml")).toMatchObject({ schoolYear: { from: "2029-09-01", to: "2030-08-31" } });
    expect(read("activities/2029-2030/assessment-seminar-2029.yaml").period).toEqual({ date: "2029-11-22" });
  });

  it("shows with --dry-run what it would do, and writes nothing", async () => {
    const before = tree();
    const dry = await year("2026/2027", "--dry-run");
    expect([dry.code, tree()]).toEqual([0, before]);
    expect(dry.stdout).toContain("plans/2026-2027.yaml ← plans/2025-2026.yaml");
    expect(dry.stdout).toContain("Ничего не записано");
    const { stdout } = await year("2026/2027", "--dry-run", "--json");
    const report = JSON.parse(stdout) as {
      readonly files: readonly { readonly text: string }[];
      readonly written: boolean;
    };
    expect([report.written, report.files.length]).toEqual([false, 44]);
    expect(report.files.filter(({ text: words }) => ![...begun.values()].includes(words))).toEqual([]);
  });

  it("says what is wrong with the year and writes nothing", async () => {
    const before = tree();
    for (const [argv, expected] of [
      [["2027"], "TRC9009"],
      [["2026/2028"], "TRC9009"],
      [["2024/2025"], "TRC9010"],
      [["2025/2026"], "TRC9011"],
      [["--undo", "2026/2027"], "TRC9012"],
      [["--undo", "next"], "TRC9009"],
    ] as const) {
      const { code, stderr } = await year(...argv);
      expect([code, stderr]).toEqual([1, expect.stringContaining(expected)]);
    }
    expect(tree()).toEqual(before);
  });

  it("refuses a year that has begun, however it is written", async () => {
    await year("2026-2027");
    const before = tree();
    const { code, stderr } = await year("2026/27");
    expect([code, tree()]).toEqual([1, before]);
    expect(stderr).toContain("TRC9011");
  });
});

describe("trc year --undo", () => {
  it("gives back the tree as it was, and the year can be begun again", async () => {
    const before = tree();
    const folders = readdirSync(content, { recursive: true }).length;
    const { stdout } = await year("2027/2028");
    expect(stdout).toMatch(/номенклатуры на 2027 год нет.* на 2026 год; если она нужна: trc new case-nomenclature/);
    const begun = tree();
    const dry = await year("--undo", "2027/2028", "--dry-run");
    expect([dry.code, tree()]).toEqual([0, begun]);
    const { code, stderr } = await year("--undo", "2027/2028");
    expect([code, stderr, tree()]).toEqual([0, "", before]);
    expect(readdirSync(content, { recursive: true }).length).toBe(folders);
    await year("2027/2028");
    expect(tree()).toEqual(begun);
  });

  it("keeps and names what somebody has changed", async () => {
    await year("2026/2027");
    edit("activities/2026-2027/portal-2026.yaml", [/^place: .*/m, "place: каб. 7"]);
    const changed = text("activities/2026-2027/portal-2026.yaml");
    const { code, stderr, stdout } = await year("--undo", "2026/2027");
    expect(code).toBe(0);
    expect(stderr).toMatch(/предупреждение TRC9013: Файл \S+portal-2026\.yaml изменён/);
    expect(stdout).toContain("Оставлено изменённых: 1");
    expect(readdirSync(`${content}/activities/2026-2027`)).toEqual(["portal-2026.yaml"]);
    expect(text("activities/2026-2027/portal-2026.yaml")).toBe(changed);
  });

  it("removes nothing of a year whose documents are issued", async () => {
    await year("2026/2027");
    const issued = await trc("issue", "12-od-2026", "--content", content, "--registered", "2026-09-07");
    expect(issued.code).toBe(0);
    const before = tree();
    const { code, stderr } = await year("--undo", "2026/2027");
    expect([code, tree()]).toEqual([1, before]);
    expect(stderr).toMatch(/TRC9014: .*12-od-2026\.yaml/);
  });
});

describe("a run that is killed", () => {
  /** Killed after so many steps of writing in a folder of the records. */
  const cut = (inside: string, step: number): boolean => {
    const argv = ["--import", resolve("tests/support/break-at-step.mjs"), "bin/trc.js", "year", "2026/2027"];
    const { signal } = spawnSync(process.execPath, [...argv, "--content", content], {
      env: { ...process.env, TRC_BREAK: `${content}${inside}:after:${step}` },
    });
    makeLocksOld(content);
    return signal === "SIGKILL";
  };

  // In the root lie the lock and the journal, in the other folders the records.
  const MOMENTS = [
    ["", 3],
    ["/orders/2026", 12],
    ["/activities/2026-2027", 60],
    // Three folders with a moment at every fourth step, so that all of the many lie on both sides of the journal.
    ...["", "/activities/2026-2027", "/orders/2026"].flatMap((inside) =>
      Array.from({ length: runs(0, 40) }, (_, step) => [inside, step * 4 + 1] as const),
    ),
  ] as const;
  it.each(MOMENTS)("leaves all or nothing: %s after step %i", async (inside, step) => {
    const before = tree();
    const killed = cut(inside, step);
    const promised = readdirSync(content).includes(".trc-journal.json");
    // What is half there stands in the journal.
    expect(promised || tree().size === before.size || !killed).toBe(true);
    const { code, stderr } = await year("2026/2027");
    if (killed && promised)
      expect([code, stderr]).toEqual([0, expect.stringMatching(/замечание TRC9011: Прерванный запуск закончен/)]);
    else expect([code, stderr]).toEqual(killed ? [0, ""] : [1, expect.stringContaining("TRC9011")]);
    expect(tree()).toEqual(begun);
  });

  it("is completed by any other command that writes the records", async () => {
    expect(cut("/activities/2026-2027", 60)).toBe(true);
    expect(readdirSync(content)).toContain(".trc-journal.json");
    const { code, stderr } = await trc("register", "repair", "--content", content);
    expect([code, stderr]).toEqual([0, ""]);
    expect(tree()).toEqual(begun);
  });
});
