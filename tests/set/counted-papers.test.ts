import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { pdfWords } from "../support/pdf-text.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

type Fields = { readonly [name: string]: unknown };

/** The sample record of a kind with other fields; undefined takes one away. */
function sampleWith(kind: string, fields: Fields): Fields {
  return { ...(parse(readFileSync(`templates/${kind}/sample.yaml`, "utf8")) as Fields), ...fields };
}

/** Codes of what is found in a record, and the words of its document. */
async function made(
  kind: string,
  fields: Fields,
): Promise<{ readonly codes: readonly string[]; readonly words: string }> {
  writeFileSync(`${content}/documents/one.yaml`, stringify(sampleWith(kind, fields)));
  const out = `${folder.path}/out`;
  rmSync(out, { recursive: true, force: true });
  const { diagnostics, documents } = await build(out, { content: [content], only: [`${kind}.one`], formats: ["pdf"] });
  const path = documents[0]?.files[0]?.path;
  const bytes = path === undefined ? undefined : filesOf(out).get(path);
  return {
    codes: diagnostics.map(({ code }) => code),
    words: bytes === undefined ? "" : (await pdfWords(bytes)).join(" "),
  };
}

describe("an analytical report", () => {
  const none = { events: undefined, monitoring: undefined, findings: undefined };
  const period = { from: "2025-09-01", to: "2025-12-31" };

  it("takes the figures of a period from the results, those of its half-year report", async () => {
    const { codes, words } = await made("analytical-report", { ...none, plan: "2025-2026", period });
    expect(codes).toEqual([]);
    expect(words).toContain("Состоялось встреч с участниками: 32; участников – 807");
    expect(words).toMatch(/Всего 32 807 396 351 168/);
  });

  it("counts no meeting after its day, and says why there was none", async () => {
    const day = "2025-11-25";
    const events = ["assessment-seminar", "young-teacher"];
    const early = { ...none, date: day, period: { ...period, to: day }, events, recommended: undefined };
    expect((await made("analytical-report", early)).words).toContain("встреч с участниками: 2; участников – 52");
    const late = { ...none, events: ["science-conference"] };
    expect((await made("analytical-report", late)).words).toContain(
      "встреч не было (ограничительные мероприятия по гриппу)",
    );
  });

  it("speaks of one event in the singular, of its table as well", async () => {
    const one = (await made("analytical-report", { ...none, events: ["assessment-seminar"] })).words;
    expect(one).toContain("Мероприятие и его участники показаны в таблице 1");
    expect(one).toContain("Таблица 1 – Участники мероприятия №");
    expect(one).not.toMatch(/мероприятий|Всего|каждой из них/);
  });

  it("says what changed, to tenths, with a dash where nothing was measured before", async () => {
    const measures = [
      { title: "Снизилось", unit: "%", before: 12.5, now: 10 },
      { title: "Впервые", unit: "ед.", now: 3 },
      { title: "Прежнее", unit: "ед.", before: 0, now: 0 },
    ];
    const { words } = await made("analytical-report", {
      ...none,
      monitoring: { title: "Наблюдения", before: "Было", now: "Стало", measures },
    });
    expect(words).toContain("Снизилось % 12,5 10,0 −2,5");
    expect(words).toContain("Впервые ед. – 3 –");
    expect(words).toContain("Прежнее ед. 0 0 0");
  });

  it("has to say something", async () => {
    expect((await made("analytical-report", none)).codes).not.toEqual([]);
  });
});

describe("the cover of a case", () => {
  const cover = { volume: undefined, archive: undefined };

  it("has the dates and leaves of its documents; the certifying sheet is in the inventory where there is one", async () => {
    const whole = await made("case-cover", cover);
    expect(whole.codes).toEqual([]);
    expect(whole.words).toContain("8 сентября 2025 г. – 22 декабря 2025 г.");
    expect(whole.words).not.toContain("ЗАВЕРИТЕЛЬ");
    const volume = { number: 2, from: "2025-12-01", to: "2025-12-31" };
    expect((await made("case-cover", { ...cover, volume })).words).toMatch(/ТОМ № 2.*ЛИСТ-ЗАВЕРИТЕЛЬ/);
  });

  it("has what the record says of a case that holds other documents too, and places to write in an empty one", async () => {
    const held = { from: "2025-01-09", to: "2025-12-30", leaves: 184 };
    const full = await made("case-cover", { ...cover, case: "01-14", held });
    expect(full.words).toMatch(/9 января 2025 г. – 30 декабря 2025 г. На 184 листах Хранить постоянно, ст. 157/);
    expect(full.words).toContain("184 (сто восемьдесят четыре) листа, с № 1 по № 184");
    const empty = await made("case-cover", { ...cover, case: "01-14" });
    expect(empty.codes).toEqual([]);
    expect(empty.words).toContain("(крайние даты)");
    expect(empty.words).not.toMatch(/На \d/);
  });
});

describe("an act of inspection", () => {
  it("counts what is missing", async () => {
    const checked = [
      { case: "01-05", listed: 2, present: 1, note: "том 2 выдан" },
      { case: "12-02", listed: 1, present: 1 },
    ];
    const { codes, words } = await made("inspection-act", { cases: { nomenclature: "nomenclature-2026", checked } });
    expect(codes).toEqual([]);
    expect(words).toContain("в наличии – 2 (два), не обнаружено – 1 (одно)");
  });

  it("is of cases or of work, of one of them", async () => {
    const work = { organisation: "base-uchebnoe", points: [{ what: "журнал", found: "журнал ведётся" }] };
    expect((await made("inspection-act", { work })).codes).not.toEqual([]);
    expect((await made("inspection-act", { cases: undefined })).codes).not.toEqual([]);
    const { codes, words } = await made("inspection-act", { cases: undefined, work, caseIndex: "12-05" });
    expect(codes).toEqual([]);
    expect(words).toContain("проверки работы МБОУ «Учебновская СШ»");
  });
});

describe("an act of transfer", () => {
  it("adds up what it hands over, says whether that is all, and takes nothing back that was not given", async () => {
    const row = (item: number, quantity: number) => ({ item, quantity, state: "исправны" });
    const rest = { transfer: "handover", property: [row(2, 1), row(3, 6)] };
    const all = await made("transfer-act", rest);
    expect(all.codes).toEqual([]);
    expect(all.words).toContain("25 240 (двадцать пять тысяч двести сорок) рублей 50 копеек");
    expect(all.words).toContain("передано полностью");
    const back = await made("transfer-act", { property: [row(1, 1), row(2, 3)] });
    expect(back.codes).toEqual([]);
    expect(back.words).toContain("возвращено полностью");
    expect((await made("transfer-act", { property: [row(2, 1)] })).words).toContain("Возвращена часть имущества");
  });
});

describe("an act on destruction", () => {
  it("counts units, not rows", async () => {
    const { documents } = sampleWith("destruction-act", {}) as { readonly documents: readonly Fields[] };
    const rows = [
      { ...documents[0], quantity: 3 },
      { ...documents[0], title: "Отчёт" },
    ];
    const { codes, words } = await made("destruction-act", { number: "9", documents: rows });
    expect(codes).toEqual([]);
    expect(words).toContain("Итого 4 (четыре) единицы хранения за");
  });
});

describe("an act of help", () => {
  it("names its item of the plan by the number that the plan prints", async () => {
    const { words } = await made("act", { number: "9" });
    const plan = readFileSync("tests/goldens/work-plan.txt", "utf8").replace(/\s+/g, " ");
    const number = /пункт (\d+\.\d+) плана работы на 2025\/2026 учебный год «Выездные/.exec(words)?.[1];
    expect(plan).toContain(`${number} Выездные консультации в Учебновском`);
  });
});
