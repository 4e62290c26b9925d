import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

type Report = {
  readonly documents: readonly {
    readonly title: string;
    readonly state: string;
    readonly hint: string | null;
    readonly due: string | null;
    readonly until: string | null;
  }[];
  readonly overdue: readonly { readonly date: string; readonly title: string; readonly kind: string }[];
  readonly coming: readonly {
    readonly date: string;
    readonly title: string;
    readonly who: readonly string[];
    readonly kind: string;
  }[];
  readonly notes: readonly string[];
};

async function status(date: string, ...argv: string[]): Promise<Report> {
  const { code, stdout } = await trc("status", "--content", content, "--date", date, "--json", ...argv);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}
const states = ({ documents }: Report): string[] => documents.map(({ state }) => state);

describe("trc status", () => {
  it("finds every document of section 6 of the sample, one agreement for each base school", async () => {
    const report = await status("2026-06-15");
    expect(report.documents).toHaveLength(10);
    expect(new Set(states(report))).toEqual(new Set(["there"]));
    expect(
      report.documents.filter(({ title }) => title.startsWith("Договор с базовой")).map(({ title }) => title),
    ).toEqual([
      "Договор с базовой организацией (МБОУ «Образцовская СШ»)",
      "Договор с базовой организацией (МБОУ «Учебновская СШ»)",
    ]);
  });

  it("sees that a document is dated later, that its term is over, that a report is not due yet", async () => {
    const early = await status("2025-09-09");
    expect(states(early)).toEqual([
      "there",
      "there",
      "planned",
      "planned",
      "there",
      "there",
      "there",
      "planned",
      "planned",
      "planned",
    ]);
    const late = await status("2026-09-10");
    expect(states(late)).toEqual([
      "there",
      "there",
      "expired",
      "expired",
      "there",
      "expired",
      "there",
      "expired",
      "later",
      "later",
    ]);
    expect(late.documents[2]?.hint).toBe("trc new agreement-base --like 2-2025-trc");
  });

  it("takes an agreement for prolonged from the day of the additional agreement, and reminds of its new end", async () => {
    const before = await status("2026-06-23", "--days", "80");
    const after = await status("2026-06-24", "--days", "80");
    const ends = ({ coming }: Report): number => coming.filter(({ title }) => title.includes("№ 1/2025-ТРЦ")).length;
    expect([before, after].map(({ documents }) => documents[1]?.until)).toEqual(["2026-08-31", "2027-08-31"]);
    expect([before, after].map(ends)).toEqual([1, 0]);
    expect(ends(await status("2027-08-20"))).toBe(1);
  });

  it("reminds of the end of a status only until an order has prolonged it, and then of the new end", async () => {
    const ends = ({ coming }: Report): string[] =>
      coming
        .filter(({ title }) => title.startsWith("Заканчивается статус"))
        .map(({ title }) => title.replace(/^.*№ /u, ""));
    expect(ends(await status("2026-06-21", "--days", "80"))).toEqual(["145-ОД"]);
    expect(ends(await status("2026-06-22", "--days", "80"))).toEqual([]);
    expect(ends(await status("2027-08-20"))).toEqual(["98-ОД"]);
  });

  it.each([
    [
      "agreements/3-2025-trc.yaml",
      "Договор с базовой организацией (МБОУ «Учебновская СШ»)",
      "trc new agreement-base --set parties.second.organisation=base-uchebnoe",
    ],
    ["orders/2025/88-od-2025.yaml", "Приказ о регламентации работы", "trc new order-operation"],
    ["reports/half-year-2025.yaml", "Отчёт за полугодие", "trc new report-half-year"],
  ])("misses %s and says how to begin it", async (file, title, hint) => {
    rmSync(`${content}/${file}`);
    const report = await status("2026-03-02");
    expect(report.documents.find((one) => one.title === title)).toMatchObject({ state: "missing", hint });
  });

  it("calls a report overdue after its day, and an activity after its period when no result is there", async () => {
    rmSync(`${content}/reports/half-year-2025.yaml`);
    rmSync(`${content}/results/2025-2026/assessment-seminar.yaml`);
    const report = await status("2026-02-02");
    expect(report.overdue.map(({ date, kind }) => [date, kind])).toEqual([
      ["2025-11-20", "activity"],
      ["2026-01-30", "report"],
    ]);
    expect((await status("2026-01-30")).overdue.map(({ kind }) => kind)).toEqual(["activity"]);
  });

  it("names what comes within the days asked for: items of orders, reports by agreement, ends of terms", async () => {
    const january = await status("2026-01-12", "--days", "10");
    expect(january.coming).toContainEqual(
      expect.objectContaining({ date: "2026-01-14", kind: "order", who: expect.arrayContaining(["remchuk-pi"]) }),
    );
    expect(january.coming.every(({ date }) => date <= "2026-01-22")).toBe(true);
    const august = await status("2026-08-20");
    expect(august.coming.filter(({ kind }) => kind === "term")).toHaveLength(3);
  });

  it("lists the decisions of minutes that have a person and a day, under the number of the minutes", async () => {
    const { coming } = await status("2026-01-30", "--days", "7");
    expect(coming.filter(({ kind }) => kind === "document")).toEqual([
      expect.objectContaining({ date: "2026-01-30", who: ["lugovaya-ol"] }),
      expect.objectContaining({
        date: "2026-02-06",
        title: "предложить кандидатуры экспертов конференции (протокол от 15.01.2026 № 2)",
        who: ["dubravina-vs", "chernyh-if"],
      }),
    ]);
  });

  it("lists the recommendations of an analytical report and of an inspection act that have a day", async () => {
    for (const kind of ["analytical-report", "inspection-act"])
      writeFileSync(
        `${content}/documents/${kind}.yaml`,
        readFileSync(`templates/${kind}/sample.yaml`, "utf8").replace(/^#.*/, ""),
      );
    const titles = async (day: string): Promise<readonly (readonly [string, readonly string[]])[]> =>
      (await status(day, "--days", "7")).coming
        .filter(({ kind }) => kind === "document")
        .map(({ title, who }) => [title, who]);
    expect(await titles("2026-02-25")).toContainEqual([
      "провести практикум по критериям оценивания (аналитическая справка от 20.01.2026 № 1)",
      ["sedyh-ln"],
    ]);
    expect(await titles("2026-06-26")).toContainEqual([
      "пронумеровать листы дела № 12-02 и оформить лист-заверитель (акт проверки от 25.06.2026 № 1)",
      ["gonchar-tm"],
    ]);
  });

  it("says when the calendar of the coming year is not there", async () => {
    expect((await status("2026-12-01")).notes).toEqual([expect.stringContaining("trc new calendar --set year=2027")]);
    expect((await status("2026-02-02")).notes).toEqual([]);
  });

  it("takes an order that was revoked for none", async () => {
    mkdirSync(`${content}/orders/2026`, { recursive: true });
    const revocation = readFileSync(`${content}/orders/2025/127-od-2025.yaml`, "utf8");
    writeFileSync(
      `${content}/orders/2026/12-od-2026.yaml`,
      revocation
        .replace('"127-ОД"', '"12-ОД"')
        .replace("119-od-2025", "88-od-2025")
        .replaceAll("2025-12-08", "2026-02-09"),
    );
    expect((await status("2026-02-10")).documents.find(({ title }) => title.includes("регламентации"))?.state).toBe(
      "missing",
    );
    const { code, stderr } = await trc("check", "--content", content, "--today", "2026-02-10");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/TRC2152: В комплекте нет: Приказ о регламентации работы/),
    ]);
  });

  it("lists no task of an order that is revoked by the day", async () => {
    mkdirSync(`${content}/orders/2025`, { recursive: true });
    const revocation = readFileSync(`${content}/orders/2025/127-od-2025.yaml`, "utf8");
    writeFileSync(
      `${content}/orders/2025/132-od-2025.yaml`,
      revocation
        .replace('"127-ОД"', '"132-ОД"')
        .replace("119-od-2025", "131-od-2025")
        .replaceAll("2025-12-08", "2025-12-24"),
    );
    const tasks = async (day: string): Promise<number> =>
      (await status(day)).coming.filter(({ title }) => title.includes("131-ОД")).length;
    expect([await tasks("2025-12-23"), await tasks("2026-01-10")]).toEqual([2, 0]);
  });

  it("takes the grant of a status that a later order has ended for none", async () => {
    const grant = readFileSync(`${content}/orders/2025/145-od-2025.yaml`, "utf8");
    writeFileSync(
      `${content}/orders/2026/20-od-2026.yaml`,
      grant
        .replace('"145-ОД"', '"20-ОД"')
        .replaceAll("action: grant", "action: revoke\nreason: в связи с ликвидацией")
        .replace(/^date: .*$/m, "date: 2026-03-02")
        .replace(/^statusFrom: .*$/m, "statusFrom: 2026-03-16"),
    );
    const state = async (day: string): Promise<string | undefined> =>
      (await status(day)).documents.find(({ title }) => title.includes("статуса"))?.state;
    // What is left is the order of the next school year.
    expect([await state("2026-03-13"), await state("2026-03-16")]).toEqual(["there", "planned"]);
  });

  it("names a school as it was called on the day", async () => {
    const file = `${content}/organisations/base-uchebnoe.yaml`;
    const names = readFileSync(file, "utf8");
    writeFileSync(
      file,
      names.replace(
        /^names:\n {2}- /m,
        'names:\n  - full: "Старое название"\n    short: "Старое название"\n    gender: neuter\n    to: 2026-02-28\n  - from: 2026-03-01\n    ',
      ),
    );
    const title = async (day: string): Promise<string | undefined> =>
      (await status(day)).documents.filter(({ title: one }) => one.startsWith("Договор с базовой")).at(-1)?.title;
    expect([await title("2026-02-28"), await title("2026-03-02")]).toEqual([
      "Договор с базовой организацией (Старое название)",
      "Договор с базовой организацией (МБОУ «Учебновская СШ»)",
    ]);
  });

  it("reports which documents are approved and which are in the register", async () => {
    expect(
      (
        await trc(
          "sign-off",
          "regulation",
          "--content",
          content,
          "--as",
          "kuznets-mr",
          "--role",
          "lawyer",
          "--date",
          "2025-09-05",
        )
      ).code,
    ).toBe(0);
    const issued = await trc("issue", "order-status.145-od-2025", "--content", content, "--registered", "2025-09-05");
    // The title has quotation marks of its own.
    expect(issued.stdout).toMatch(/^Издан документ: Приказ .*»\.\n/);
    const { documents } = await status("2026-02-10");
    expect(documents[0]).toMatchObject({ approvals: 1, registered: null });
    expect(documents.find(({ title }) => title.includes("статуса"))).toMatchObject({ registered: "2025-09-05" });
  });

  it("is readable", async () => {
    const { stdout } = await trc("status", "--content", content, "--date", "2026-02-10");
    expect(stdout).toContain(
      "  есть запись   План работы на учебный год от 12.09.2025, по 31.08.2026; в реестре нет, одобрений нет\n",
    );
    expect(stdout).toMatch(/ {2}есть {10}Приказ о лицах, ответственных за работу .*; в реестре с 08\.09\.2025\n/);
    expect(stdout).toMatch(/13\.02\.2026 {13}принять заявки на участие в конференции .* – Соловей\sГ\.\sС\./);
  });
});

describe("trc doctor", () => {
  it("finds the machine and the sample in order", async () => {
    const { code, stdout } = await trc("doctor");
    expect([code, stdout]).toEqual([0, expect.stringContaining("Всё необходимое на месте.")]);
  });

  it("says what stops the work and the way out", async () => {
    const { code, stdout } = await trc("doctor", "--content", `${folder.path}/nowhere`);
    expect(code).toBe(1);
    expect(stdout).toContain("Создайте центр: trc init");
  });

  it("sees stale schemas beside the records and renews them", async () => {
    mkdirSync(`${content}/.schemas`);
    const before = await trc("doctor", "--content", content);
    expect([before.code, before.stdout]).toEqual([0, expect.stringContaining("trc doctor --refresh-schemas")]);
    const after = await trc("doctor", "--content", content, "--refresh-schemas");
    expect(after.stdout).toContain("те же, что у программы");
  });
});

describe("the list of required documents", () => {
  const list = "regulation/required-documents.yaml";
  const withList = (change: (text: string) => string): string => {
    const templates = `${folder.path}/templates`;
    rmSync(templates, { recursive: true, force: true });
    cpSync("templates", templates, { recursive: true });
    writeFileSync(`${templates}/${list}`, change(readFileSync(`templates/${list}`, "utf8")));
    return templates;
  };

  it("is one for the state of the set and for its check", async () => {
    const templates = withList((text) => `${text}- {group: Прочее, title: Памятка, kinds: [acquaintance-sheet]}\n`);
    const { stdout } = await trc("status", "--content", content, "--templates", templates, "--date", "2026-06-15");
    expect(stdout).toMatch(/НЕТ +Памятка/);
    const { code, stderr } = await trc("check", "--content", content, "--templates", templates);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/TRC2152: В комплекте нет: Памятка/)]);
  });

  it("that cannot be read is one finding of both, at its place", async () => {
    const templates = withList((text) => text.replace("kinds: [regulation]}", "kinds: [regulation}"));
    for (const command of ["status", "check"]) {
      const { code, stderr } = await trc(command, "--content", content, "--templates", templates);
      expect([code, stderr.match(/ошибка TRC\d+/g)]).toEqual([1, ["ошибка TRC1000"]]);
      expect(stderr).toContain(`${list}:4:`);
    }
  });

  it.each([
    ["a kind that there is not", "TRC3008", "kinds: [agreement-committee]", "kinds: [zzzzzzzzz]"],
    ["a day that there is not", "TRC1106", 'due: "01-31"', 'due: "02-31"'],
    ["a day of leap years alone", "TRC1106", 'due: "01-31"', 'due: "02-29"'],
  ])("with %s is one finding of both", async (_name, code, from, to) => {
    const templates = withList((text) => text.replace(from, to));
    for (const command of ["status", "check"]) {
      const report = await trc(command, "--content", content, "--templates", templates);
      expect([report.code, report.stderr.match(/TRC\d+(?=:)/g)]).toEqual([1, [code]]);
    }
  });

  it("that is not there is one finding of both when there is a regulation", async () => {
    const templates = withList((text) => text);
    rmSync(`${templates}/${list}`);
    for (const command of ["status", "check"]) {
      const { code, stderr } = await trc(command, "--content", content, "--templates", templates);
      expect([code, stderr.match(/TRC\d+(?=:)/g)]).toEqual([1, ["TRC3003"]]);
    }
  });

  it("may name a kind of the program that these templates lack", async () => {
    const templates = withList((text) => text);
    rmSync(`${templates}/report-half-year`, { recursive: true });
    rmSync(`${content}/reports/half-year-2025.yaml`);
    const { code, stdout } = await trc(
      "status",
      "--content",
      content,
      "--templates",
      templates,
      "--date",
      "2026-06-15",
    );
    expect([code, stdout]).toEqual([0, expect.stringMatching(/НЕТ +Отчёт за полугодие/)]);
  });
});

it("a reader who stops reading is no fault", () => {
  const shown = execFileSync(
    "sh",
    ["-c", "node bin/trc.js --help 2>&1 | head -1; node bin/trc.js status 2>&1 | head -1"],
    {
      encoding: "utf8",
    },
  );
  expect(shown).not.toContain("EPIPE");
});
