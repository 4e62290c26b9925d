import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { initCentre } from "../../src/desk/drafting/index.ts";
import { documentLines } from "../../src/paperwork/document/index.ts";
import { openSession } from "../../src/project/pipeline/index.ts";
import { readSources } from "../../src/project/reading/index.ts";
import { MADE_UP_CENTRES } from "../support/made-up-centres.ts";
import { addPapers } from "../support/made-up-papers.ts";
import { temporaryFolder } from "../support/samples.ts";

type Fields = { readonly [name: string]: unknown };
/** What happened in a year of a made-up centre: activities of its plan with what became of each, by id, and what was held beside the plan. */
type Year = {
  readonly activities: { readonly [id: string]: Fields };
  readonly results: { readonly [id: string]: Fields };
  /** Orders of the centre beside those it was made with. */
  readonly orders?: { readonly [id: string]: Fields };
};

const folder = temporaryFolder();
const session = await openSession(null);
let count = 0;
afterAll(folder.remove);

/** The lines of the two reports of a made-up centre whose year was so; its plan and results are put in place of those it was made with. */
async function reportsOf(
  centre: number,
  { activities, results, orders = {} }: Year,
): Promise<{ half: string[]; annual: string[] }> {
  const made = MADE_UP_CENTRES[centre];
  if (made === undefined) throw new Error("no such centre");
  count += 1;
  const content = join(folder.path, String(count));
  await initCentre({ folder: content, answers: made.answers, date: made.date });
  addPapers(content, made);
  const [plan = ""] = readdirSync(join(content, "activities"));
  const { coordinator } = parse(readFileSync(join(content, `plans/${plan}.yaml`), "utf8")) as Fields;
  for (const old of ["activities", "results", "documents"]) rmSync(join(content, old), { recursive: true });
  const write = (path: string, data: Fields): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), stringify(data));
  };
  for (const [id, data] of Object.entries(activities))
    write(`activities/${plan}/${id}.yaml`, {
      plan,
      direction: "conferences",
      form: "seminar",
      audience: ["педагоги"],
      place: "кабинет 5",
      responsible: [coordinator],
      expected: "рекомендации",
      ...data,
    });
  for (const [id, data] of Object.entries(results))
    write(`results/${plan}/${id}.yaml`, {
      plan,
      ...(data.title === undefined ? { activity: id } : {}),
      sessions: [],
      materials: [],
      ...data,
    });
  for (const [id, data] of Object.entries(orders))
    write(`orders/${id}.yaml`, {
      ...(parse(readFileSync(join(content, "orders/2025/20-od-2025.yaml"), "utf8")) as Fields),
      ...data,
    });
  const sources = await readSources({ content: [content], templates: "templates" });
  const { documents, diagnostics } = await session.make(
    sources,
    {
      only: ["report-half-year", "report-annual"],
      today: null,
      edition: "original",
      draft: true,
      rendering: {},
      engine: "test",
    },
    { plan: () => undefined, step: async () => undefined },
  );
  expect(
    diagnostics.filter(({ code }) => /^TRC(1|3|4|20)/.test(code)).map(({ code, message }) => code + message.ru),
  ).toEqual([]);
  const linesOf = (kind: string): string[] => {
    const found = documents.find(({ rendered: { model } }) => model.meta.kind === kind);
    return found === undefined ? [] : documentLines(found.rendered.model).map((line) => line.replaceAll("\u00a0", " "));
  };
  return { half: linesOf("report-half-year"), annual: linesOf("report-annual") };
}

/** A meeting of a day; `bySchool` is left out where nobody wrote who took part. */
function met(date: string, more: Fields = {}): Fields {
  return { date, teachers: 12, students: 0, managers: 1, parents: 0, organisations: 3, ...more };
}

/** Every whole number of a line behind a dash. */
function numbersOf(line: string): number[] {
  return [...line.matchAll(/– (\d+)/g)].map(([, number]) => Number(number));
}

const WEEK = { title: "Неделя мастер-классов", period: { month: "2025-10" }, baseSchools: ["base-shkola"] };
const COUNCIL = { title: "Заседания совета", form: "meeting", direction: "management", period: { wholeYear: true } };
const bySchool = (participants: number): Fields => ({ bySchool: [{ organisation: "base-shkola", participants }] });

describe("reports of a year with deviations", () => {
  const year: Year = {
    activities: {
      week: WEEK,
      day: { title: "День открытых дверей", period: { month: "2025-11" } },
      conference: { title: "Конференция педагогов", period: { month: "2025-12" } },
      festival: { title: "Фестиваль уроков", period: { months: { from: "2025-11", to: "2026-03" } } },
      late: { title: "Круглый стол", period: { month: "2025-12" } },
      council: COUNCIL,
      silent: { title: "Школа наставника", period: { month: "2025-09" } },
      spring: { title: "Весенний семинар", period: { month: "2026-04" } },
    },
    results: {
      week: { status: "partial", reason: "болезнь участников", sessions: [met("2025-10-16", bySchool(4))] },
      day: { status: "cancelled", reason: "карантин" },
      conference: {
        status: "moved",
        movedTo: "2026-02-12",
        reason: "карантин",
        orders: ["20-od-2025", "30-od-2026"],
        sessions: [met("2026-02-12")],
      },
      festival: { status: "cancelled", reason: "отказ участников", orders: ["30-od-2026"] },
      late: { status: "done", sessions: [met("2026-01-29")] },
      extra: {
        title: "Ломоносовские чтения",
        form: "конкурс",
        direction: "conferences",
        status: "extra",
        reason: "поручение учредителя",
        sessions: [met("2026-03-05")],
      },
    },
    orders: { "30-od-2026": { number: "30-ОД", date: "2026-02-05" } },
  };
  const read = reportsOf(0, year);

  it("add up in words and in the table", async () => {
    const { half, annual } = await read;
    for (const lines of [half, annual]) {
      const at = lines.findIndex((line) => line.startsWith("2.1. Планом работы"));
      const items = lines
        .slice(at + 1)
        .filter((_, index, rest) => rest.slice(0, index + 1).every((one) => /^–/.test(one)));
      const sum = items.reduce((total, line) => total + (numbersOf(line)[0] ?? 0), 0);
      expect([sum]).toEqual(numbersOf(lines[at] ?? ""));
      const [head = [], ...rows] = lines
        .slice(lines.findIndex((line) => line.startsWith("Таблица 1")) + 1)
        .map((line) => line.split(" | "))
        .filter((cells, index, all) => cells.length > 1 && all.slice(0, index).every((one) => one.length > 1));
      expect(head.slice(2, -1)).toEqual(["План", "Выполнено", "Выполняется", "Не выполнено", "Нет сведений"]);
      expect(rows.length).toBe(7);
      for (const [, , plan, ...parts] of rows)
        expect(parts.slice(0, -1).reduce((total, part) => total + Number(part), 0)).toBe(Number(plan));
      for (const line of lines.filter((one) => /^3\.\d+\. .*Запланировано/.test(one))) {
        const [plan, ...parts] = numbersOf(line.split(". Состоялось")[0]?.split(". Сведения о встречах")[0] ?? "");
        expect(parts.reduce((total, part) => total + part, 0)).toBe(plan);
      }
    }
  });

  it("tell of deviations in the gender of what is spoken of", async () => {
    const { half, annual } = await read;
    expect(half).toContain("– отменено мероприятие «День открытых дверей» (причина – карантин);");
    expect(half).toContain("– выполнено частично мероприятие «Неделя мастер-классов» (причина – болезнь участников).");
    expect(annual).toContain("– перенесено на 12.02.2026 мероприятие «Конференция педагогов» (причина – карантин);");
  });

  it("tell nothing that was decided or held after their day", async () => {
    const { half, annual } = await read;
    const text = half.join("\n");
    expect(text).not.toContain("12.02.2026");
    expect(text).not.toContain("отказ участников");
    expect(text).toMatch(/Фестиваль уроков .*\| Выполняется/);
    expect(text).toMatch(/Конференция педагогов .*\| Перенесено на другой срок: карантин/);
    // What was held after the period is not done in it.
    expect(text).toMatch(/Круглый стол .*\| Перенесено на другой срок/);
    expect(text).not.toContain("Ломоносовские");
    expect(annual.join("\n")).toMatch(
      /Конференция педагогов .*\| 12\.02\.2026 \|.*Выполнено с переносом срока: карантин/,
    );
    expect(annual.join("\n")).toMatch(/Фестиваль уроков .*\| Отменено: отказ участников/);
  });

  it("leave the capital of a name alone", async () => {
    expect((await read).annual.join("\n")).toContain("Мероприятие вне плана – «Ломоносовские чтения» (05.03.2026)");
  });

  it("keep what goes on all year apart from failures and from what nobody told", async () => {
    const { half } = await read;
    expect(half.join("\n")).toMatch(/Заседания совета .*\| Выполняется/);
    expect(half).toContain("– сведения о выполнении не представлены – 1.");
  });

  it("name the agreements in force without being told them", async () => {
    expect((await read).half.filter((line) => /^– с .*ТРЦ[;.]$/.test(line))).toHaveLength(3);
  });
});

describe("reports on base schools", () => {
  const table = (lines: readonly string[]): string[] => lines.filter((line) => /МБОУ «Школа № 1[12]», /.test(line));
  const activities = { week: WEEK, next: { title: "Практикум", period: { month: "2025-11" } } };

  it("print no 0 where nobody wrote who took part", async () => {
    const { half } = await reportsOf(0, {
      activities,
      results: {
        week: { status: "done", sessions: [met("2025-10-16", bySchool(4))] },
        next: { status: "done", sessions: [met("2025-11-06")] },
      },
    });
    expect(table(half).map((line) => line.split(" | ").slice(3))).toEqual([
      ["0", "сведения не представлены"],
      ["1", "1", "4"],
    ]);
    expect(half.join("\n")).toContain("Сведения об участии базовых организаций представлены по 1 встрече из 2.");
  });

  it("print a 0 that is true", async () => {
    const { half } = await reportsOf(0, {
      activities,
      results: {
        week: { status: "done", sessions: [met("2025-10-16", bySchool(4))] },
        next: { status: "done", sessions: [met("2025-11-06", { bySchool: [] })] },
      },
    });
    expect(table(half).map((line) => line.split(" | ").slice(3))).toEqual([
      ["0", "0", "0"],
      ["1", "1", "4"],
    ]);
    expect(half.join("\n")).not.toContain("представлены по");
  });

  it("speak of one school in the singular, and say that nothing was told instead of zeros", async () => {
    const { half } = await reportsOf(2, {
      activities: {
        week: { ...WEEK, period: { month: "2026-10" } },
        council: COUNCIL,
      },
      results: {},
    });
    const text = half.join("\n");
    expect(text).toContain("Таблица 2 – Участие базовой образовательной организации и её округа");
    expect(text).not.toMatch(/базовых|нескольк|Всего \| {2}\| \d/);
    expect(text).toContain("Сведения о встречах с участниками не представлены.");
    expect(text).not.toMatch(/Доля выполненных|Отклонений от плана нет|участий педагогических/);
    expect(text).toContain("| 10 | сведения не представлены |");
  });

  it("have no such section where there are no base schools", async () => {
    const { half } = await reportsOf(3, {
      activities: { week: { ...WEEK, baseSchools: undefined } },
      results: { week: { status: "done", sessions: [met("2025-10-09")] } },
    });
    expect(half.join("\n")).not.toMatch(/базов/i);
    expect(half.join("\n")).toContain("Доля выполненных мероприятий – 100 %.");
  });
});
