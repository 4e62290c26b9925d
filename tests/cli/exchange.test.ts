import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ImportReport } from "../../src/desk/exchange/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

const PLAN = ["--content", content, "--plan", "2025-2026"];

/** A table as a school has it: title over it, merged headings, subheadings, a column nobody knows. */
function table(
  rows: readonly (readonly (string | number | Date | null)[])[],
  merges: readonly string[] = [],
  bookType: "xlsx" | "xls" | "ods" | "csv" = "xlsx",
): string {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { cellDates: false, UTC: true },
  );
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  const book = utils.book_new(sheet, "План");
  const path = `${folder.path}/plan.${bookType}`;
  writeFileSync(path, write(book, { type: "buffer", bookType }));
  return path;
}

async function imported(path: string, ...argv: string[]): Promise<ImportReport> {
  const { code, stdout, stderr } = await trc("import", path, ...PLAN, "--json", ...argv);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

const SCHOOL_TABLE: readonly (readonly (string | number | Date | null)[])[] = [
  ["План работы ресурсного центра на 2025-2026 учебный год", null, null, null, null, null],
  [
    "№ п/п",
    "Наименование мероприятия ",
    "Сроки\nпроведения",
    "Категория участников",
    "Ответственые",
    "Ожидаемый результат",
    "Примечание",
  ],
  [1, 2, 3, 4, 5, 6, 7],
  ["1. Конференции, семинары и практикумы", null, null, null, null, null, null],
  [
    "1.1",
    "Семинар «Читательская грамотность»",
    "октябрь",
    "учителя-предметники; библиотекари",
    "Седых Л.Н.",
    "сборник заданий",
    "кофе-пауза",
  ],
  ["1.2", "Круглый стол с партнёрами", "2-я неделя марта", "методисты", "Л. Н. Седых, Ремчук П. И.", null, null],
  ["Олимпиады по предметам", null, null, null, null, null, null],
  [
    "2.1",
    "Олимпиада по биологии",
    new Date(Date.UTC(2026, 1, 12)),
    "обучающиеся 7–8 классов",
    "Неизвестный А.А.",
    "выявление одарённых детей",
    null,
  ],
  ["2.2", "Олимпиада по географии", null, null, null, null, null],
  ["Разное", null, null, null, null, null, null],
  ["3.1", "День открытых дверей", "в течение года", "родители", "директор", "буклет", null],
];
const SCHOOL_MERGES = ["A1:F1", "A4:G4", "A7:G7", "A10:G10", "C8:C9", "D8:D9", "E8:E9"];

describe("trc import", () => {
  it("reads the table that a school has: headings by their words, sections, merged cells, dates, people", async () => {
    const report = await imported(table(SCHOOL_TABLE, SCHOOL_MERGES));
    expect(report.columns.map(({ field }) => field)).toEqual([
      "number",
      "title",
      "period",
      "audience",
      "responsible",
      "expected",
      null,
    ]);
    const data = new Map(report.activities.map(({ title, text }) => [title, parse(text)]));
    expect(data.get("Семинар «Читательская грамотность»")).toEqual({
      plan: "2025-2026",
      direction: "conferences",
      title: "Семинар «Читательская грамотность»",
      form: "seminar",
      audience: ["учителя-предметники", "библиотекари"],
      period: { month: "2025-10", text: "октябрь" },
      place: "МБОУ «Примерненская СШ»",
      responsible: ["sedyh-ln"],
      expected: "сборник заданий",
    });
    expect(data.get("Круглый стол с партнёрами")).toMatchObject({
      form: "meeting",
      period: { month: "2026-03", text: "2-я неделя марта" },
      responsible: ["sedyh-ln", "remchuk-pi"],
      expected: null,
    });
    expect(data.get("Олимпиада по биологии")).toMatchObject({
      direction: "olympiads",
      form: "olympiad",
      period: { date: "2026-02-12" },
      responsible: [null],
    });
    expect(data.get("Олимпиада по географии")).toMatchObject({
      period: { date: "2026-02-12" },
      audience: ["обучающиеся 7–8 классов"],
    });
    expect(data.get("День открытых дверей")).toMatchObject({
      direction: null,
      period: { wholeYear: true },
      form: "other",
    });
    expect(existsSync(`${content}/activities/2025-2026/seminar-chitatelskaya-gramotnost.yaml`)).toBe(false);
  });

  it("loses no text of the table: it is in a record, in a comment of one, or in the report", async () => {
    const report = await imported(table(SCHOOL_TABLE, SCHOOL_MERGES));
    const all = JSON.stringify(report).replace(/\\n/g, " ");
    for (const text of SCHOOL_TABLE.flat().filter(
      (cell): cell is string => typeof cell === "string" && !/^[\d.]+$/.test(cell),
    )) {
      const period = new Set(["октябрь", "в течение года"]);
      const parts = period.has(text)
        ? []
        : /Седых|^директор$/.test(text)
          ? []
          : text.split(";").map((part) => part.replace(/\s+/g, " ").trim());
      for (const part of parts) expect(all).toContain(part.replaceAll('"', '\\"'));
    }
    const guests = report.activities.find(({ title }) => title.includes("биологии"));
    expect(guests?.text).toContain("Неизвестный А.А.");
    expect(report.activities[0]?.text).toContain("# Примечание: «кофе-пауза»");
  });

  it("writes records whose only findings are the places that the table left empty", async () => {
    const report = await imported(table(SCHOOL_TABLE, SCHOOL_MERGES), "--write");
    expect(report.written).toBe(true);
    for (const { file } of report.activities) expect(existsSync(file)).toBe(true);
    const { stderr } = await trc("check", "--content", content);
    const faults = [...stderr.matchAll(/^ошибка (TRC\d+).*\n\s+--> (\S+?):/gm)].map(
      ([, code, file = ""]) => `${code} ${file.split("/").at(-1)}`,
    );
    expect(new Set(faults.map((fault) => fault.slice(0, 7)))).toEqual(new Set(["TRC1103"]));
    expect(faults.some((fault) => fault.includes("seminar-chitatelskaya"))).toBe(false);
  });

  it("takes nothing twice", async () => {
    const path = table(SCHOOL_TABLE, SCHOOL_MERGES);
    await imported(path, "--write");
    const again = await imported(path, "--write");
    expect(again.activities).toEqual([]);
    expect(again.skipped.filter(({ why }) => String(why).includes("уже есть"))).toHaveLength(5);
  });

  it("reports where a table differs from the records that are there, and nothing of one that does not", async () => {
    const path = `${folder.path}/round.xlsx`;
    expect((await trc("export", ...PLAN, "--xlsx", path)).code).toBe(0);
    const same = await imported(path);
    expect(same.activities).toEqual([]);
    expect(same.skipped.filter(({ why }) => String(why).includes("уже есть")).length).toBeGreaterThan(30);
    expect(same.skipped.filter(({ why }) => String(why).includes("отличается"))).toEqual([]);
    const title = "Муниципальная олимпиада по химии для 8 классов";
    for (const [term, differs] of [
      ["март", ""],
      ["2-я неделя марта", "; отличается – Срок: в таблице «2-я неделя марта», в записи «март 2026 г.»"],
    ])
      expect(
        (
          await imported(
            table([
              ["Мероприятие", "Срок"],
              [title, term ?? ""],
            ]),
          )
        ).skipped[0]?.why,
      ).toBe(`такое мероприятие в плане уже есть: chemistry-olympiad${differs}`);
    const changed = await imported(
      table([
        ["Мероприятие", "Сроки", "Кол-во участников", "Ответственный"],
        ["Вебинар «Нейросети в работе учителя: возможности и ограничения»", "10.12.2025", "45 человек", "Ремчук П. И."],
      ]),
    );
    expect(changed.skipped.map(({ why }) => why)).toEqual([
      "такое мероприятие в плане уже есть: ai-webinar; отличается – Кол-во участников: в таблице «45 человек», в записи «40»; Сроки: в таблице «10.12.2025», в записи «3 декабря 2025 г.»",
    ]);
  });

  it("takes the number of participants, and asks about one it cannot read", async () => {
    const report = await imported(
      table([
        ["Мероприятие", "Срок", "Количество участников"],
        ["Вебинар по физике", "5 марта", 30],
        ["Вебинар по химии", "6 марта", "не менее 25 чел."],
        ["Вебинар по биологии", "7 марта", "20–25"],
      ]),
    );
    const records = report.activities.map(({ text }) => parse(text) as { target?: unknown });
    expect(records.map(({ target }) => target)).toEqual([{ participants: 30 }, { participants: 25 }, undefined]);
    expect(report.activities[2]?.text).toContain("# Количество участников: «20–25» – число не понято");
  });

  it.each(["xlsx", "csv"] as const)("refuses a cell of %s that turns its text, and writes nothing", async (type) => {
    const path = table(
      [
        ["Мероприятие", "Срок"],
        ["Вебинар по \u202eхимии", "5 марта"],
      ],
      [],
      type,
    );
    const { code, stdout, stderr } = await trc("import", path, ...PLAN, "--write");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("TRC1004");
    expect(stderr).toContain("строка 2, графа 1");
  });

  it.each(["xls", "ods", "csv"] as const)("reads %s as well", async (type) => {
    const report = await imported(
      table(
        [
          ["Мероприятие", "Срок", "Ответственный"],
          ["Вебинар по химии", "5 марта", "Алиев Э.А."],
        ],
        [],
        type,
      ),
    );
    expect(parse(report.activities[0]?.text ?? "")).toMatchObject({
      form: "webinar",
      period: { date: "2026-03-05", text: "5 марта" },
      responsible: ["aliev-ea"],
    });
  });

  it("shows in Russian what will be, and writes nothing without --write", async () => {
    const before = readdirSync(content, { recursive: true }).length;
    const { stdout } = await trc("import", table(SCHOOL_TABLE, SCHOOL_MERGES), ...PLAN);
    expect(stdout).toContain("Примечание → не узнана");
    expect(stdout).toContain("! Ответственые: «Неизвестный А.А.» – такого человека нет в папке people");
    expect(stdout).toContain("Ничего не записано. Чтобы создать записи, добавьте --write");
    expect(readdirSync(content, { recursive: true }).length).toBe(before);
  });

  it.each([
    ["a file that is not there", () => `${folder.path}/none.xlsx`, "TRC0001"],
    [
      "a file that is no table",
      () => {
        writeFileSync(`${folder.path}/bad.xlsx`, Buffer.from("PK\u0003\u0004 и ещё что-то"));
        return `${folder.path}/bad.xlsx`;
      },
      "TRC910",
    ],
    [
      "a table without headings",
      () =>
        table([
          ["раз", "два"],
          ["три", "четыре"],
        ]),
      "TRC9103",
    ],
  ])("says what is wrong with %s", async (_what, path, code) => {
    const result = await trc("import", path(), ...PLAN);
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(code)]);
  });

  it("names the plans when the one asked for is not there", async () => {
    const { stderr } = await trc("import", table(SCHOOL_TABLE), "--content", content, "--plan", "2025-2027");
    expect(stderr).toContain("--plan 2025-2026");
  });
});

describe("letters of a table", () => {
  it("that look like others, cannot be seen or bear a strange mark are told of by the row", async () => {
    const row = ["2", "Cеминар по чтению", "октябрь", "учителя", "Сед\u200bых Л.Н.", "зары\u0306дка", ""];
    const { activities } = await imported(table([...SCHOOL_TABLE.slice(0, 4), row]));
    expect(activities.flatMap(({ leftovers }) => leftovers.map(({ why }) => String(why)))).toEqual(
      expect.arrayContaining([
        "В «Cеминар» латинские буквы: C",
        "Невидимый символ U+200B",
        "Надстрочный знак U+0306 не над своей буквой",
      ]),
    );
  });
});

describe("trc export", () => {
  it("gives a table from which import makes the same activities again", async () => {
    const path = `${folder.path}/out.xlsx`;
    expect((await trc("export", "--xlsx", path, ...PLAN)).code).toBe(0);
    const before = new Map(
      readdirSync(`${content}/activities/2025-2026`).map((name) => {
        const data = parse(readFileSync(`${content}/activities/2025-2026/${name}`, "utf8"));
        return [data.title, data];
      }),
    );
    rmSync(`${content}/activities/2025-2026`, { recursive: true });
    mkdirSync(`${content}/activities/2025-2026`);
    const report = await imported(path);
    expect(report.activities).toHaveLength(before.size);
    for (const { title, text, leftovers } of report.activities) {
      const { target, ...rest } = before.get(title);
      expect([title, leftovers]).toEqual([title, []]);
      // The table has a column for the people only, not for events and materials.
      const kept = target?.participants === undefined ? {} : { target: { participants: target.participants } };
      expect(parse(text)).toEqual({ ...rest, ...kept });
    }
  });

  it("gives the same bytes each time", async () => {
    await trc("export", "--xlsx", `${folder.path}/a.xlsx`, "--ics", `${folder.path}/a.ics`, ...PLAN);
    await trc("export", "--xlsx", `${folder.path}/b.xlsx`, "--ics", `${folder.path}/b.ics`, ...PLAN);
    for (const type of ["xlsx", "ics"])
      expect(readFileSync(`${folder.path}/a.${type}`).equals(readFileSync(`${folder.path}/b.${type}`))).toBe(true);
  });

  it("has the register: every order and agreement by date", async () => {
    await trc("export", "--xlsx", `${folder.path}/r.xlsx`, ...PLAN);
    const rows = utils.sheet_to_json<Record<string, string>>(
      read(readFileSync(`${folder.path}/r.xlsx`)).Sheets.Журнал ?? {},
    );
    expect(rows[0]).toMatchObject({ Дата: "05.09.2025", "№": "145-ОД", Запись: "145-od-2025" });
    expect(rows).toHaveLength(
      readdirSync(`${content}/orders`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"))
        .length + 3,
    );
  });

  it("makes a calendar of lines of 75 octets at most, an event for each stretch of an activity, each with its own UID", async () => {
    await trc("export", "--ics", `${folder.path}/c.ics`, ...PLAN);
    const text = readFileSync(`${folder.path}/c.ics`, "utf8");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).not.toMatch(/[^\r]\n|\ufffd/);
    const plain = text.replace(/\r\n /g, "");
    const uids = [...plain.matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid);
    const apart = ["2025-2026.council@trc", "2025-2026.council.2@trc", "2025-2026.council.3@trc"];
    expect(uids.filter((uid) => uid?.includes("council"))).toEqual(apart);
    expect(uids).toHaveLength(readdirSync(`${content}/activities/2025-2026`).length + apart.length - 1);
    expect(new Set(uids).size).toBe(uids.length);
    expect(plain).toContain("SUMMARY:Вебинар «Нейросети в работе учителя: возможности и ограничения»\r\n");
  });

  it("replaces an earlier export, whatever the case of its extension", async () => {
    const path = `${folder.path}/old.ICS`;
    writeFileSync(path, "old");
    expect((await trc("export", "--ics", path, ...PLAN)).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("BEGIN:VCALENDAR");
  });

  it.each([
    ["--ics", "content/orders/2026/4-od-2026.yaml", ".ics"],
    ["--xlsx", "content/centre.yaml", ".xlsx"],
    ["--xlsx", "out.csv", ".xlsx"],
    ["--ics", "out", ".ics"],
    ["--ics", "content/plan.ics", "папке записей"],
    ["--xlsx", "content/orders/plan.xlsx", "папке записей"],
    ["--xlsx", "content/../link/plan.xlsx", "папке записей"],
  ])("never writes over a record or into the content folder: %s %s", async (option, name, reason) => {
    rmSync(`${folder.path}/link`, { force: true });
    symlinkSync(`${content}/orders`, `${folder.path}/link`);
    const path = `${folder.path}/${name}`;
    const before = existsSync(path) ? readFileSync(path, "utf8") : null;
    const fine = ["--ics", "--xlsx"]
      .filter((one) => one !== option)
      .flatMap((one) => [one, `${folder.path}/fine.${one.slice(2)}`]);
    const { code, stderr } = await trc("export", option, path, ...fine, ...PLAN);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/ошибка TRC9104/)]);
    expect(stderr).toContain(reason);
    expect((await trc("export", option, path, ...PLAN, "--lang", "en")).stderr).toContain("Nothing is exported into");
    expect(existsSync(path) ? readFileSync(path, "utf8") : null).toBe(before);
    expect([existsSync(`${folder.path}/fine.ics`), existsSync(`${folder.path}/fine.xlsx`)]).toEqual([false, false]);
  });

  it("asks what to export when nothing is named", async () => {
    expect((await trc("export", ...PLAN)).code).toBe(2);
  });
});
