import { beforeAll, describe, expect, it } from "vitest";
import { documentLines } from "../../src/paperwork/document/index.ts";
import { build, SAMPLES } from "../support/samples.ts";

/** Words of each document of the sample and of the second centre, hard spaces as spaces. */
const sample = new Map<string, string>();
const second = new Map<string, string>();
/** Lines that open each annex: its mark and the mark of approval. */
const marks: string[] = [];

const KINDS = [
  "approval-sheet",
  "acquaintance-sheet",
  "agreement-base",
  "agreement-committee",
  "case-inventory",
  "case-nomenclature",
  "archive-inventory",
  "order-amendment",
  "order-commission",
  "order-general",
  "order-operation",
  "order-register",
  "order-responsible",
  "order-revocation",
  "order-status",
];

beforeAll(async () => {
  for (const [content, words] of [
    [SAMPLES.sample, sample],
    [SAMPLES.second, second],
  ] as const) {
    const { laid } = await build(null, { content: [content], only: KINDS });
    for (const { rendered } of laid) {
      const { model } = rendered;
      words.set(rendered.job.id, documentLines(model).join("\n").replaceAll("\u00a0", " "));
      if (model.meta.kind.startsWith("order-"))
        for (const annex of model.annexes)
          marks.push(
            documentLines({ ...model, body: { ...model.body, blocks: annex.blocks.slice(0, 2) }, annexes: [] })
              .join("\n")
              .replaceAll("\u00a0", " "),
          );
    }
  }
});

/** The words of one document of the sample. */
const of = (id: string): string => sample.get(id) ?? "";

describe("papers say what is so", () => {
  it("a remark that was settled is printed as settled", () => {
    expect(of("approval-sheet.approval-1-2025")).toContain("Уточнить сроки отчётности. Замечание учтено 09.09.2025");
  });

  it("a register does not claim that people have read an order, and holds no digest", () => {
    const register = of("order-register.register-2025");
    expect(register).toContain("Подлежат ознакомлению: 10 чел.");
    expect(register).toContain("Утратил силу: приказ от 08.12.2025 № 127-ОД");
    for (const text of [...sample.values(), ...second.values()]) {
      expect(text).not.toMatch(/Ознакомлены:|[0-9a-f]{32}/);
      expect(text).not.toMatch(/Отменён приказом/);
    }
  });

  it("an annex that its order approves names the order once", () => {
    expect(marks.length).toBeGreaterThan(15);
    for (const mark of marks) expect(mark.match(/ № \S+-(?:ОД|О)(?=\n|$)/g) ?? [mark], mark).toHaveLength(1);
  });

  it("a contract is refused by one side as the law has it", () => {
    const contracts = [...sample, ...second].filter(([id]) => id.startsWith("agreement-"));
    expect(contracts.length).toBe(7);
    for (const [, text] of contracts) {
      expect(text).not.toMatch(/по инициативе одной из Сторон/);
      expect(text).toMatch(/отказаться от договора \(статья 450\.1 Гражданского кодекса Российской Федерации\)/);
    }
  });

  it("people from elsewhere are named with their office, and those who take on more work agree to it", () => {
    expect(of("acquaintance-sheet.145-od-2025")).toContain("директор МБОУ «Образцовская СШ»");
    expect(of("order-responsible.87-od-2025")).toContain("С поручением дополнительной работы согласны:");
    expect(of("order-commission.2-od-2026")).not.toMatch(/ознакомлены:/);
  });

  it("blank forms are no documents of a case, and a list of cases counts what it lists", () => {
    expect(of("case-inventory.inventory-01-05")).not.toMatch(/форма, утверждённая/);
    expect(of("case-nomenclature.nomenclature-2026")).toContain("включено 15 (пятнадцать) заголовков дел");
    for (const text of sample.values()) expect(text).not.toMatch(/целость\b/);
  });

  it("initials are written in one way", () => {
    for (const text of sample.values()) expect(text).not.toMatch(/(?<!\p{L})\p{Lu}\. \p{Lu}\.(?! ?\d)/u);
    for (const text of second.values()) expect(text).not.toMatch(/(?<!\p{L})(?!М\.П\.)\p{Lu}\.\p{Lu}\.(?!\p{L})/u);
  });
});
