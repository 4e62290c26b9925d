import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

async function answers(name: string, change: (text: string) => string = (text) => text): Promise<string> {
  const { stdout } = await trc("init", "--print-answers");
  const path = `${folder.path}/${name}.yaml`;
  writeFileSync(path, change(stdout));
  return path;
}

/** The base schools of the sample, again and again. */
function thirteen(_all: string, schools: string): string {
  return `bases:\n${Array.from({ length: 7 }, () => schools).join("")}coordinator`;
}

describe("trc init", () => {
  it.each(["2025-09-03", "2026-01-12", "2026-07-06", "2026-11-24", "2027-04-30"])(
    "makes a centre on %s that passes the check and makes the documents of section 6 that can be there",
    async (date) => {
      const content = `${folder.path}/centre-${date}`;
      const made = await trc("init", content, "--answers", await answers(`a-${date}`), "--date", date);
      expect([made.code, made.stderr]).toEqual([0, expect.stringContaining("Создан новый центр")]);
      const check = await trc("check", "--content", content, "--reporter", "json");
      expect(check.code).toBe(0);
      expect(
        JSON.parse(check.stdout).diagnostics.filter((one: { severity: string }) => one.severity === "error"),
      ).toEqual([]);
      const kinds = new Set(
        readdirSync(content, { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".yaml") && !name.startsWith(".schemas"))
          .map((name) => parse(readFileSync(`${content}/${name}`, "utf8")).kind),
      );
      for (const kind of [
        "regulation",
        "order-status",
        "order-responsible",
        "order-operation",
        "agreement-committee",
        "agreement-base",
        "work-plan",
      ])
        expect(kinds).toContain(kind);
    },
  );

  it("names one day of each report in the order, the agreement and the state of the set", async () => {
    const content = `${folder.path}/centre-2025-09-03`;
    const read = (inside: string) => parse(readFileSync(`${content}/${inside}`, "utf8"));
    const { reporting } = read("orders/2025/2-od-2025.yaml");
    const { reportDue } = read("agreements/1-2025-trc.yaml");
    const { period } = read("activities/2025-2026/report.yaml");
    expect(period).toEqual({ from: "2026-06-01", to: reportDue.at(-1).due });
    expect(reportDue).toMatchObject([
      // The last working day up to 31 January.
      { report: "report-half-year", due: "2026-01-30" },
      { report: "report-annual", due: "2026-06-15" },
    ]);
    expect(reporting.filter(({ report }: { report?: string }) => report !== undefined)).toMatchObject([
      { report: "report-half-year", due: "не позднее 31 января" },
      { report: "report-annual", due: "не позднее 15 июня" },
    ]);
    const { stdout } = await trc("status", "--content", content, "--date", "2025-12-01", "--days", "200", "--json");
    const { documents, coming } = JSON.parse(stdout);
    expect(JSON.stringify([documents, coming])).not.toMatch(/2026-01-31|2026-06-30/);
    const days = coming
      .filter(({ title }: { title: { ru: string } }) => /отч[её]т за/i.test(title.ru ?? title))
      .map(({ date }: { date: string }) => date);
    expect(days).toContain("2026-01-30");
    expect(days.filter((day: string) => day === "2026-01-30")).toHaveLength(1);
  });

  it("names in every record a schema that is there", async () => {
    const content = `${folder.path}/centre-2025-09-03`;
    for (const name of readdirSync(content, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".yaml") || name.startsWith(".schemas")) continue;
      const schema =
        /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(`${content}/${name}`, "utf8"))?.[1] ?? "";
      const path = new URL(schema, `file://${content}/${name}`);
      expect([name, existsSync(path)]).toEqual([name, true]);
    }
  });

  it("never writes into a folder that holds something", async () => {
    const content = `${folder.path}/full`;
    mkdirSync(content);
    writeFileSync(`${content}/letter.txt`, "важное");
    const { code, stderr } = await trc("init", content, "--answers", await answers("full-answers"));
    expect([code, stderr]).toEqual([1, expect.stringContaining("не пуста, она не тронута")]);
    expect(readdirSync(content)).toEqual(["letter.txt"]);
  });

  it.each([
    [
      "a line that is missing",
      (text: string) => text.replace(/^ {2}ogrn: .*$/m, ""),
      "Не хватает свойства «ogrn» в «centre»",
    ],
    [
      "a slip in a key",
      (text: string) => text.replace("coordinator:", "cordinator:"),
      "Возможно, имелось в виду: coordinator",
    ],
    [
      "an INN of nine digits",
      (text: string) => text.replace('"6700000014"', '"670000001"'),
      "«inn» записано не по форме",
    ],
    [
      "a person whose gender is not clear",
      (text: string) => text.replace("Ветрова Анна Сергеевна", "Цой Женя"),
      "centre.head",
    ],
    [
      "an acting head without an order",
      (text: string) => text.replace("title: директор}", "title: исполняющая обязанности директора}"),
      "приказ не назван",
    ],
    ["thirteen base schools", (text: string) => text.replace(/^bases:\n([\s\S]*?)^coordinator/m, thirteen), "bases"],
    ["YAML that is none", (text: string) => `${text}\n]`, "TRC1000"],
  ])("names %s in the answers and makes nothing", async (_what, change, expected) => {
    const content = `${folder.path}/not-made`;
    const { code, stderr } = await trc("init", content, "--answers", await answers("wrong", change));
    expect([code, stderr]).toEqual([1, expect.stringContaining(expected)]);
    expect(existsSync(content)).toBe(false);
  });

  it("begins an acting head with the order, and knows of no year before the centre", async () => {
    const content = `${folder.path}/august`;
    const path = await answers("august", (text) =>
      text.replace("title: директор}", 'title: директор, acting: {orderNumber: "12-к", orderDate: 2026-06-15}}'),
    );
    expect((await trc("init", content, "--answers", path, "--date", "2026-08-24")).code).toBe(0);
    const { heads } = parse(readFileSync(`${content}/centre.yaml`, "utf8"));
    expect(heads[0].from).toBe("2026-06-15");
    // The program knows the transfers of 2026; those of 2027 are asked for, the holidays of the law are there.
    expect(parse(readFileSync(`${content}/calendar/2027.yaml`, "utf8"))).toMatchObject({
      year: 2027,
      holidays: expect.arrayContaining([{ date: "2027-05-09", name: "День Победы" }]),
      unconfirmed: ["transfers"],
    });
    const { stdout, stderr } = await trc("check", "--content", content, "--reporter", "json");
    expect([stderr, stdout.match(/TRC2122/g)]).toEqual(["", null]);
    // The school year 2025/2026 has had no centre that could report.
    const status = await trc("status", "--content", content, "--date", "2026-08-26", "--json");
    const { documents, overdue } = JSON.parse(status.stdout);
    expect([documents.filter(({ kind }: { kind: string }) => kind.startsWith("report")), overdue]).toEqual([[], []]);
    const later = await trc("status", "--content", content, "--date", "2027-02-01", "--json");
    expect(JSON.parse(later.stdout).overdue.map(({ date }: { date: string }) => date)).toContain("2027-01-29");
  });

  it("marks what it made up: nothing of it is issued or made to be signed before somebody has looked at it", async () => {
    const content = `${folder.path}/unconfirmed`;
    const at = ["--content", content];
    const path = await answers("acting", (text) =>
      text
        .replace("title: директор}", 'title: директор, acting: {orderNumber: "12-к", orderDate: 2025-08-20}}')
        .replace(/^bases:\n[\s\S]*?^coordinator/m, "bases: []\ncoordinator"),
    );
    expect((await trc("init", content, "--answers", path, "--date", "2025-09-03")).code).toBe(0);
    const check = await trc("check", ...at, "--reporter", "json");
    const found: { code: string; severity: string; place: { file: string } }[] = JSON.parse(check.stdout).diagnostics;
    const marked = found.filter(({ code }) => code === "TRC2181");
    expect([check.code, new Set(marked.map(({ severity }) => severity))]).toEqual([0, new Set(["warning"])]);
    const files = readdirSync(content, { recursive: true, encoding: "utf8" });
    const starters = files.filter((name) =>
      /^(orders|agreements|plans|activities|regulations|documents).*yaml$/.test(name),
    );
    expect(marked).toHaveLength(starters.length);
    const out = ["--out", `${folder.path}/unconfirmed-out`, "--format", "docx", "--no-cache"];
    const build = await trc("build", ...at, ...out);
    expect([build.code, build.stderr]).toEqual([1, expect.stringContaining("TRC2181")]);
    expect((await trc("build", "--draft", ...at, ...out)).code).toBe(0);
    const issue = await trc("issue", "1-od-2025", ...at, "--registered", "2025-09-08");
    expect([issue.code, issue.stderr]).toEqual([1, expect.stringContaining("TRC8122")]);
    const order = `${content}/orders/2025/1-od-2025.yaml`;
    writeFileSync(order, readFileSync(order, "utf8").replace(/^unconfirmed: .*$/m, ""));
    expect((await trc("issue", "1-od-2025", ...at, "--registered", "2025-09-08")).code).toBe(0);
  });

  it("takes an answer as data, whatever it holds", async () => {
    const content = `${folder.path}/quoted`;
    const path = await answers("quoted-answers", (text) =>
      text
        .replace(
          "Лесная Ольга Ивановна, title: заместитель",
          'Лесная Ольга Ивановна, title: "заместитель: \\"{{первый}}\\" # \\n'.slice(0, -3),
        )
        .replace("методической работе}", 'методической работе"}'),
    );
    const { code } = await trc("init", content, "--answers", path, "--date", "2025-09-03");
    expect(code).toBe(0);
    expect(parse(readFileSync(`${content}/people/lesnaya-oi.yaml`, "utf8")).positions[0].title).toContain(
      '"{{первый}}" #',
    );
  });

  it("writes a file of answers by itself, in UTF-8 whatever the shell makes of what is printed, and over none", async () => {
    const path = `${folder.path}/ответы.yaml`;
    const { code, stdout } = await trc("init", "--save-answers", path);
    expect([code, stdout]).toEqual([0, ""]);
    const { stdout: printed } = await trc("init", "--print-answers");
    expect(readFileSync(path, "utf8").trimEnd()).toBe(printed.trimEnd());
    writeFileSync(path, "моё");
    const again = await trc("init", "--save-answers", path);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("TRC9004")]);
    expect(readFileSync(path, "utf8")).toBe("моё");
  });

  it("asks for a file of answers where there is no terminal to ask on", () => {
    const result = (() => {
      try {
        return execFileSync("node", ["bin/trc.js", "init", `${folder.path}/silent`], {
          stdio: ["ignore", "pipe", "pipe"],
        }).toString();
      } catch (error) {
        return String((error as { stderr: Buffer }).stderr);
      }
    })();
    expect(result).toContain("trc init --save-answers");
    expect(existsSync(`${folder.path}/silent`)).toBe(false);
  });

  it("ships the calendars of the sample but for school holidays, which each school sets for itself", () => {
    for (const year of [2025, 2026]) {
      const { schoolHolidays, ...known } = parse(readFileSync(`content/calendar/${year}.yaml`, "utf8"));
      expect(schoolHolidays).toBeDefined();
      expect(parse(readFileSync(`templates/starter/calendar/${year}.yaml`, "utf8"))).toEqual(known);
    }
  });
});
