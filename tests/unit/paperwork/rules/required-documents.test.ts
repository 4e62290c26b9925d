import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type Changes, FaultBase } from "../../../support/fault-base.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const LIST = "regulation/required-documents.yaml";

/** The sample, checked by a list of required documents of its own. */
function withList(change: (text: string) => string): FaultBase {
  const templates = `${folder.path}/templates`;
  cpSync("templates", templates, { recursive: true });
  writeFileSync(`${templates}/${LIST}`, change(readFileSync(`templates/${LIST}`, "utf8")));
  return new FaultBase("content", templates);
}

const sample = new FaultBase("content");
const messages = (code: string, changes: Changes, today: string | null = null, base = sample): string[] =>
  base
    .check(changes, today)
    .filter((one) => one.code === code)
    .map(({ message }) => message.ru);

/** The agreement without the days of reports: those of the list hold. */
const UNSAID: Changes = {
  "agreements/1-2025-trc.yaml": (sample.texts.get("agreements/1-2025-trc.yaml") ?? "").replace(
    /report: report-[a-z-]+, /g,
    "",
  ),
};

/** No report for the half-year, nor a letter that it is enclosed in. */
const UNREPORTED: Changes = {
  "reports/half-year-2025.yaml": null,
  "documents/letter-15-2026.yaml": (sample.texts.get("documents/letter-15-2026.yaml") ?? "").replace(
    ", report: half-year-2025",
    "",
  ),
};

describe("TRC2152", () => {
  const revocation = (sample.texts.get("orders/2025/127-od-2025.yaml") ?? "")
    .replace('"127-ОД"', '"12-ОД"')
    .replace("119-od-2025", "88-od-2025")
    .replaceAll("2025-12-08", "2026-02-09");

  it("takes a document that is revoked by the day of the check for none", () => {
    const changes = { "orders/2026/12-od-2026.yaml": revocation };
    const lacking = ["В комплекте нет: Приказ о регламентации работы"];
    expect(messages("TRC2152", changes, "2026-02-08")).toEqual([]);
    expect(messages("TRC2152", changes, "2026-02-09")).toEqual(lacking);
    // Without a day, what the records know counts.
    expect(messages("TRC2152", changes)).toEqual(lacking);
  });

  it("asks for a document of each base school, and says what to type to begin it", () => {
    const changes = { "agreements/3-2025-trc.yaml": null };
    expect(messages("TRC2152", changes)).toEqual([
      "В комплекте нет: Договор с базовой организацией (МБОУ «Учебновская СШ»)",
    ]);
    const found = sample.check(changes).find(({ code }) => code === "TRC2152");
    expect(found?.hints?.map(({ ru }) => ru)).toEqual([
      "Создайте документ: trc new agreement-base --set parties.second.organisation=base-uchebnoe",
    ]);
  });

  it("looks at the day that the set is drawn up for, whatever comes after it", () => {
    expect(messages("TRC2152", {}, "2035-10-01")).toEqual([]);
    // Without a day too: a later revocation is not its lack.
    const later = revocation.replaceAll("2026-02-09", "2026-10-09");
    expect(messages("TRC2152", { "orders/2026/12-od-2026.yaml": later })).toEqual([]);
  });

  it("asks for a report after its day", () => {
    const changes = { ...UNSAID, ...UNREPORTED };
    expect(messages("TRC2152", changes, "2026-01-31")).toEqual([]);
    expect(messages("TRC2152", changes, "2026-02-01")).toEqual(["В комплекте нет: Отчёт за полугодие"]);
    // The agreement names 30 January.
    expect(messages("TRC2152", UNREPORTED, "2026-01-30")).toEqual([]);
    expect(messages("TRC2152", UNREPORTED, "2026-01-31")).toEqual(["В комплекте нет: Отчёт за полугодие"]);
  });
});

describe("TRC2151", () => {
  it("reads the days of reports from the list of required documents", () => {
    const earlier = withList((text) => text.replace('"01-31"', '"01-21"'));
    expect(messages("TRC2151", {}, null, earlier)).toEqual([]);
    expect(messages("TRC2151", UNSAID, null, earlier)).toEqual([
      "Отчёт за полугодие датирован 22.01.2026, а срок – 21.01.2026",
    ]);
    const none = withList((text) => text.replace(/^.*report-annual.*\n/m, ""));
    const late = (sample.texts.get("reports/annual-2026.yaml") ?? "").replace("date: 2026-06-10", "date: 2026-07-10");
    expect(messages("TRC2151", { "reports/annual-2026.yaml": late })).toHaveLength(1);
    expect(messages("TRC2151", { "reports/annual-2026.yaml": late }, null, none)).toEqual([]);
  });
});
