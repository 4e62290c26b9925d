import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import fc from "fast-check";
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
      unconfirmed: ["place"],
    });
    expect(data.get("Круглый стол с партнёрами")).toMatchObject({
      form: "other",
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

  it("keeps the word of a form as it is, and asks about one that the centre has not named", async () => {
    const path = table([
      ["Мероприятие", "Форма", "Срок"],
      ["«Мой лучший урок»", "Конкурс", "март"],
      ["Работа с текстом", "мастер-класс", "март"],
      ["Встреча весной", "Педагогические чтения", "март"],
      ["Работа с картой", "Семинар", "март"],
      ["Муниципальные семинары и конференция", "", "март"],
    ]);
    const { activities, newForms } = await imported(path);
    expect(activities.map(({ text }) => parse(text).form)).toEqual([
      "конкурс",
      "мастер-класс",
      "педагогические чтения",
      "seminar",
      "seminar",
    ]);
    expect(newForms).toEqual(["мастер-класс", "педагогические чтения"]);
    expect(activities.map(({ leftovers }) => leftovers.some(({ text }) => /класс|чтения|Конкурс/.test(text)))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(activities[1]?.text).toContain("# Форма: «мастер-класс» – такой формы у центра нет");
    const settings = readFileSync(`${content}/settings.yaml`, "utf8");
    const named = settings.replace("[конкурс]", "[конкурс, мастер-класс, педагогические чтения]");
    writeFileSync(`${content}/settings.yaml`, named);
    expect((await imported(path)).newForms).toEqual([]);
  });

  it("takes a cell that shows a month for the month, not for its first day", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Мероприятие", "Срок"],
      ["Слёт", null],
      ["Сбор", null],
    ]);
    sheet.B2 = { t: "n", v: 45_931, z: "[$-419]mmmm\\ yyyy;@" };
    sheet.B3 = { t: "n", v: 45_931, z: "dd/mm/yyyy" };
    const path = `${folder.path}/months.xlsx`;
    writeFileSync(path, write(utils.book_new(sheet, "План"), { type: "buffer", bookType: "xlsx" }));
    const { activities } = await imported(path);
    expect(activities.map(({ text }) => parse(text).period)).toEqual([{ month: "2025-10" }, { date: "2025-10-01" }]);
  });

  it("counts the days of a workbook of an old Excel for Mac from 1904", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Мероприятие", "Срок"],
      ["Слёт", null],
    ]);
    sheet.B2 = { t: "n", v: 45_931 - 1462, z: "dd/mm/yyyy" };
    const path = `${folder.path}/mac.xlsx`;
    const book = { ...utils.book_new(sheet, "План"), Workbook: { WBProps: { date1904: true } } };
    writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx" }));
    const { activities } = await imported(path);
    expect(activities.map(({ text }) => parse(text).period)).toEqual([{ date: "2025-10-01" }]);
  });

  it("says how each term, form and person was understood", async () => {
    const path = table([
      ["Мероприятие", "Форма", "Срок", "Ответственный", "Кол-во участников"],
      ["Работа с текстом", "", "ноябрь, февраль", "Седых Л.Н., П. И. Ремчук", "не менее 25 чел."],
      ["Семинар по праву", "", "до 25 сентября", "директор", 30],
      ["Турнир", "другое", "летние каникулы", "", ""],
      ["Слёт", "другое", "1 неделя мая", "", ""],
      ["Проба", "другое", "когда-нибудь", "", ""],
    ]);
    const { stdout } = await trc("import", path, ...PLAN);
    for (const line of [
      "Срок: «ноябрь, февраль» → 01.11.2025–30.11.2025, 01.02.2026–28.02.2026",
      "Ответственный: «Седых Л.Н., П. И. Ремчук» → Седых Любовь Николаевна, Ремчук Павел Игоревич",
      "Кол-во участников: «не менее 25 чел.» → 25",
      "Срок: «до 25 сентября» → до 25.09.2025",
      "Форма: «Семинар по праву» → семинар (по названию)",
      "Ответственный: «директор» → Кленов Пётр Андреевич",
      "! Срок: «летние каникулы» – дней этих каникул в календаре нет",
      "! Срок: «1 неделя мая» – срок понят приблизительно: 01.05.2026–31.05.2026",
      "! Срок: «когда-нибудь» – срок не понят",
    ])
      expect(stdout).toContain(line);
    const { activities } = await imported(path);
    expect(parse(activities[4]?.text ?? "").period).toEqual({ date: null, text: "когда-нибудь" });
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

  it("finds a person by the post of a head, whether the person's own record has it or only the terms of heads", async () => {
    const klenov = `${content}/people/klenov-pa.yaml`;
    const head = async (): Promise<unknown> => {
      const { activities } = await imported(
        table([
          ["Мероприятие", "Ответственные"],
          ["Приём заявок", "директор"],
        ]),
      );
      return activities.map(({ text, understood }) => [parse(text).responsible, understood.map(({ as }) => as)]);
    };
    const found = [[["klenov-pa"], ["Кленов Пётр Андреевич"]]];
    expect(await head()).toEqual(found);
    writeFileSync(klenov, readFileSync(klenov, "utf8").replace(/^positions:[\s\S]*/m, ""));
    expect(await head()).toEqual(found);
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

describe("trc new --rows", () => {
  const people = [
    ["Соколова Мария Андреевна", "учитель начальных классов", "МБОУ «Учебновская СШ»"],
    ["Ветров Илья Сергеевич", "заместитель директора: наука", "- школа № 5"],
  ];
  const begin = (kind: string, path: string, ...argv: string[]) =>
    trc("new", kind, "--rows", path, "--content", content, "--dry-run", ...argv);

  it.each(["xlsx", "csv"] as const)("takes the rows of a document from %s, word for word", async (type) => {
    const rows = people.map((cells, index) => [index + 1, ...cells]);
    const path = table([["Список участников"], ["№ п/п", "ФИО", "Должность", "Место работы"], ...rows, []], [], type);
    const { code, stdout } = await begin("certificate", path, "--set", "result=assessment-seminar");
    expect(code).toBe(0);
    expect(parse(stdout).participants).toEqual(
      people.map(([name, position, organisation], index) => ({ number: `${index + 1}`, name, position, organisation })),
    );
  });

  it("takes a table of participants as it is: a column for each part of the name, the school by any name, no numbers", async () => {
    const path = table([
      ["Фамилия", "Имя", "Отчество", "Организация", "Должность"],
      ["Соколова", "Мария", "Андреевна", "МБОУ «Учебновская СШ»", "учитель"],
      ["Цой", "Виктор", null, "Дом творчества", "педагог"],
    ]);
    const { code, stdout, stderr } = await begin("certificate", path, "--set", "result=assessment-seminar");
    expect([code, stderr]).toEqual([0, expect.stringContaining("сверьте их с журналом выдачи")]);
    expect(parse(stdout).participants).toEqual([
      { number: "1", name: "Соколова Мария Андреевна", organisation: "МБОУ «Учебновская СШ»", position: "учитель" },
      { number: "2", name: "Цой Виктор", organisation: "Дом творчества", position: "педагог" },
    ]);
    const parts = table([
      ["Фамилия", "Имя", "Отчество"],
      ["Седых", "Любовь", "Николаевна"],
    ]);
    expect(parse((await begin("consent-processing", parts)).stdout).people).toEqual(["sedyh-ln"]);
  });

  it("knows the people of the records by their names, and leaves nobody out", async () => {
    const named = table([
      ["№", "Работник"],
      [1, "Седых Л. Н."],
      [2, "Ремчук Павел Игоревич"],
    ]);
    const { stdout } = await begin("consent-processing", named);
    expect(parse(stdout).people).toEqual(["sedyh-ln", "remchuk-pi"]);
    const strange = await begin("consent-processing", table([["ФИО"], ["Седых Л. Н."], ["Неизвестный А. А."]]));
    expect([strange.code, strange.stderr]).toEqual([1, expect.stringContaining("3 – Неизвестный А. А.")]);
  });

  it.each([
    ["certificate", ["ФИО", "Телефон"], "Графы не узнаны: Телефон"],
    ["certificate", ["Телефон", "Адрес"], "нет ни одной нужной графы"],
    ["order-general", ["ФИО"], "не делает документ на каждую строку"],
  ])("says what it cannot take: %s from %s", async (kind, heading, reason) => {
    const { code, stderr } = await begin(kind, table([heading, heading.map(() => "Иванова Анна Петровна")]));
    expect(code).toBe(1);
    expect(stderr).toContain("TRC9105");
    expect(stderr).toContain(reason);
    const english = await trc("new", kind, "--rows", `${folder.path}/plan.xlsx`, "--content", content, "--lang", "en");
    expect(english.code).toBe(1);
  });
});

describe("trc new result --rows", () => {
  const HEAD = ["№ п/п", "ФИО", "Класс", "Должность", "Школа", "Дата", "Подпись"];
  const ROWS: readonly (readonly (string | null)[])[] = [
    ["1", "Соколова Мария Андреевна", "7 А", null, "МБОУ «Образцовская СШ»", "19.02.2026", null],
    ["2", "Ветров Илья Сергеевич", null, "учитель физики", "МБОУ «Учебновская СШ»", "19.02.2026", null],
    ["3", "Лугова Анна Петровна", null, "классный руководитель 5 А", "МБОУ «Учебновская СШ»", "19.02.2026", null],
    ["4", "Кленова Вера Ильинична", null, "заместитель директора", "МБОУ «Примерненская СШ»", "2026-02-20", null],
    ["5", "Соколова Мария Андреевна", "7 А", null, "МБОУ «Образцовская СШ»", "19.02.2026", null],
    ["Итого", null, null, null, null, null, null],
  ];
  const begin = (rows: readonly (readonly (string | null)[])[], type: "xlsx" | "csv" = "xlsx") =>
    trc(
      ...["new", "result", "--of", "college-day", "--id", "counted", "--content", content, "--dry-run"],
      ...["--set", "status=done", "--rows", table([["Лист регистрации"], ...rows], [], type)],
    );

  it.each(["xlsx", "csv"] as const)(
    "counts the participants of %s by day, category and base school, and names nobody",
    async (type) => {
      const { code, stdout, stderr } = await begin([HEAD, ...ROWS], type);
      expect(code).toBe(0);
      expect(parse(stdout).sessions).toEqual([
        {
          ...{ date: "2026-02-19", teachers: 2, students: 1, managers: 0, parents: 0, organisations: 2 },
          bySchool: [
            { organisation: "base-obraztsovo", participants: 1 },
            { organisation: "base-uchebnoe", participants: 2 },
          ],
        },
        { date: "2026-02-20", teachers: 0, students: 0, managers: 1, parents: 0, organisations: 1, bySchool: [] },
      ]);
      for (const [, name = ""] of ROWS) if (name !== null) expect(stdout + stderr).not.toContain(name.split(" ")[0]);
      expect(stderr).toContain("Строка 7 повторяет строку 3: участник учтён один раз");
      expect(stderr).toContain("Графы не нужны и пропущены: Подпись");
      expect(stderr).toContain("другие организации: МБОУ «Примерненская СШ»");
      expect(stderr).toContain("Запись полна");
    },
  );

  it("asks for the day and the schools that the table does not say", async () => {
    const { stdout, stderr } = await begin([HEAD.slice(1, 4), ...ROWS.slice(0, 2).map((row) => row.slice(1, 4))]);
    expect(parse(stdout).sessions).toEqual([
      {
        ...{ date: null, teachers: 1, students: 1, managers: 0, parents: 0, organisations: null },
        bySchool: [
          { organisation: "base-obraztsovo", participants: null },
          { organisation: "base-uchebnoe", participants: null },
        ],
      },
    ]);
    expect(stderr).toContain("Осталось заполнить (4)");
  });

  it("counts namesakes of two classes apart", async () => {
    const { stdout } = await begin([HEAD.slice(1, 3), ["Соколова Мария", "7 А"], ["Соколова Мария", "8 Б"]]);
    expect(parse(stdout).sessions).toMatchObject([{ students: 2 }]);
  });

  it.each<[string, readonly (string | null)[], string]>([
    ["who somebody is", ["Седых Л. Н.", null, null, "МБОУ «Образцовская СШ»", null], "строки 3"],
    ["a school that may be a base school", ["Седых Л. Н.", "7", null, "Образцовская школа", null], "базовая ли"],
    ["a day that is none", ["Седых Л. Н.", "7", null, "МБОУ «Образцовская СШ»", "31.02.2026"], "Дата не понята"],
  ])("says what it cannot judge: %s", async (_what, row, reason) => {
    const { code, stderr } = await begin([HEAD.slice(1, 6), row]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("TRC9105")]);
    expect(stderr).toContain(reason);
  });

  it("says which columns it needs", async () => {
    const { code, stderr } = await begin([
      ["ФИО", "Телефон"],
      ["Седых Л. Н.", "1"],
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("Нужны графы: ФИО и класс")]);
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

  it("gives back the words of whatever table a person has written", async () => {
    const letters = "абвгдежзийклмнопрстуфхцчшщыэюя".split("");
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9 });
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
    const month = fc.constantFrom("сентябрь", "октябрь", "ноябрь", "январь", "февраль", "март", "май");
    const term = fc.oneof(
      month,
      fc.uniqueArray(month, { minLength: 2, maxLength: 4 }).map((list) => list.join(", ")),
      fc
        .tuple(fc.constantFrom("до", "с", "не позднее", ""), fc.integer({ min: 1, max: 28 }))
        .map(([from, day]) => `${from} ${day} ноября`.trim()),
      fc.tuple(words, month).map(([some, one]) => `${some} ${one}`),
      fc.constantFrom(
        "ежемесячно",
        "1 раз в четверть",
        "Осенние каникулы",
        "в течение года",
        "по запросу",
        "05.10.2025",
      ),
      fc.constantFrom("10–14.11.2025", "I квартал", "постоянно", "3, 10 и 17 декабря", "раз в неделю"),
    );
    const list = fc.oneof(
      words,
      fc.array(words, { minLength: 2, maxLength: 3 }).map((all) => all.join(", ")),
      fc.tuple(words, words, words).map(([a, b, c]) => `${a} (${b}, ${c})`),
      fc.tuple(words, words, words).map(([a, b, c]) => `${a}, ${b}; ${c}`),
      words.map((all) => `${all} 5, 6 классов`),
    );
    const form = fc.oneof(fc.constantFrom("семинар", "открытый урок", "другое", "конкурс"), words);
    const number = fc.integer({ min: 1, max: 500 }).map(String);
    const row = fc.tuple(words, form, list, number, term, words, words);
    const rows = fc.sample(fc.uniqueArray(row, { minLength: 60, maxLength: 60, selector: ([title]) => title }), {
      numRuns: 1,
      ...(process.env.TRC_SEED === undefined ? { seed: 20_251_128 } : { seed: Number(process.env.TRC_SEED) }),
    })[0];
    const head = ["Мероприятие", "Форма", "Участники", "Количество участников", "Срок", "Место", "Ожидаемый результат"];
    const written = (rows ?? []).map((cells) => [...cells, "Седых Л. Н."]);
    rmSync(`${content}/activities/2025-2026`, { recursive: true });
    mkdirSync(`${content}/activities/2025-2026`);
    await imported(
      table([[...head, "Ответственные"], ["Конференции, семинары и практикумы", ...head.map(() => "")], ...written]),
      "--write",
    );
    const path = `${folder.path}/words.xlsx`;
    expect((await trc("export", "--xlsx", path, ...PLAN)).code).toBe(0);
    const sheet = read(readFileSync(path)).Sheets.План ?? {};
    const found = new Map(
      utils.sheet_to_json<Record<string, string | number>>(sheet).map((cells) => [cells.Мероприятие, cells]),
    );
    const plain = (text: unknown): string =>
      String(text ?? "")
        .toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/ ?[–-] ?/g, "–")
        .replaceAll(";", ",");
    for (const [title, ...cells] of written) {
      const back = found.get(title ?? "");
      const columns = ["Форма", "Категория участников", "Количество участников", "Срок", "Место проведения"];
      const names = [...columns, "Ожидаемый результат", "Ответственные"];
      expect(names.map((name) => plain(back?.[name]))).toEqual(cells.map(plain));
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
        .length + 4,
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
