import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, type Marks, replay, type Step, unmarked } from "../../../../src/paperwork/amendments/index.ts";
import {
  type Block,
  type DocumentModel,
  documentLines,
  type Section,
} from "../../../../src/paperwork/document/index.ts";
import { runs } from "../../../support/runs.ts";

const text = (words: string) => [{ type: "text", text: words } as const];
const clause = (number: string, words: string): Block => ({
  type: "clause",
  id: `c-${number}`,
  label: `${number}.`,
  level: number.split(".").length - 1,
  list: "body.clauses",
  inlines: text(words),
});
const section = (blocks: readonly Block[], of: Partial<Section> = {}): Section => ({
  id: "body",
  role: "body",
  number: null,
  title: "Приказ",
  orientation: "portrait",
  blocks,
  ...of,
});
const META = {
  id: "order.1",
  kind: "order",
  title: "Приказ",
  number: "1-ОД",
  date: "2026-01-12",
  author: "Школа",
  language: "ru-RU",
  profile: "gost-2016",
  variant: "order",
} as const;
const model = (blocks: readonly Block[], annexes: readonly Section[] = []): DocumentModel => ({
  meta: META,
  body: section(blocks),
  annexes,
});
const step = (change: Change, act = "a", from = "2026-02-01"): Step => ({ change, act, from });

const SIGNATURE: Block = { type: "signature", post: [text("Директор")], name: text("М.П. Иванова"), seal: false };
const ORDER = model([
  clause("1", "Утвердить график до 31 января."),
  clause("2", "Поручить методисту:"),
  clause("2.1", "вести учёт."),
  { type: "item", marker: "dash", label: "–", level: 0, list: "l", inlines: text("заявок;") },
  clause("3", "Контроль оставляю за собой."),
  SIGNATURE,
]);
const MARKS: Marks<Step> = {
  repealed: ({ act }) => text(`Утратил силу (${act}).`),
  changed: (steps) => text(`(${steps.map(({ act }) => act).join(", ")})`),
  annex: (number) => [text(`Приложение № ${number}`)],
};
const lines = (changes: readonly Change[], of = ORDER): string[] =>
  documentLines(
    replay(
      of,
      changes.map((change) => step(change)),
      unmarked(),
    ).model,
  );
const conflicts = (steps: readonly Step[], of = ORDER) =>
  replay(of, steps, unmarked()).conflicts.map(({ kind }) => kind);

describe("an amendment", () => {
  it("without changes leaves the document as it was, to the last block", () => {
    expect(replay(ORDER, [], unmarked()).model).toBe(ORDER);
  });

  it("restates a clause with all that belongs to it, and leaves the signature", () => {
    expect(
      lines([{ clause: "2", action: "replace", text: "2. Поручить секретарю:\n2.1. вести журнал;\n– заявок" }]),
    ).toEqual([
      "1. Утвердить график до 31 января.",
      "2. Поручить секретарю:",
      "2.1. вести журнал;",
      "– заявок",
      "3. Контроль оставляю за собой.",
      expect.stringContaining("М.П. Иванова"),
    ]);
  });

  it("puts a new clause where its number belongs", () => {
    const added = lines([
      { clause: "4", action: "add", text: "Разместить на сайте" },
      { clause: "2.2", action: "add", text: "отвечать на заявки." },
    ]);
    expect(added.slice(2, 7)).toEqual([
      "2.1. вести учёт.",
      "– заявок;",
      "2.2. отвечать на заявки.",
      "3. Контроль оставляю за собой.",
      "4. Разместить на сайте.",
    ]);
  });

  it("keeps the number of what lost its force and amends it no more", () => {
    const steps = [step({ clause: "2", action: "delete" }), step({ clause: "2", action: "replace", text: "Иное" })];
    const { model: text, conflicts: found } = replay(ORDER, steps, MARKS);
    expect(documentLines(text).slice(0, 3)).toEqual([
      "1. Утвердить график до 31 января.",
      "2. Утратил силу (a).",
      "3. Контроль оставляю за собой.",
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(["repealed"]);
  });

  it("changes words whatever their spaces, and only where they stand once", () => {
    const change: Change = { clause: "1", action: "words", words: "до 31 января", text: "до 10 февраля" };
    const nbsp = model([clause("1", "Утвердить график до\u00a031\u00a0января, не позже."), SIGNATURE]);
    expect(lines([change], nbsp)[0]).toBe("1. Утвердить график до 10 февраля, не позже.");
    expect(lines([{ clause: "1", action: "words", words: "график" }])[0]).toBe("1. Утвердить до 31 января.");
    expect(lines([{ clause: "1", action: "words", after: "график", text: "и план" }])[0]).toBe(
      "1. Утвердить график и план до 31 января.",
    );
    expect(lines([{ clause: "1", action: "words", words: "до 31 января", text: ", план" }])[0]).toBe(
      "1. Утвердить график, план.",
    );
    expect(conflicts([step({ clause: "1", action: "words", words: "граф", text: "план" })])).toEqual(["no-words"]);
    const twice = model([clause("1", "план и план")]);
    expect(conflicts([step({ clause: "1", action: "words", words: "план", text: "график" })], twice)).toEqual([
      "many-words",
    ]);
  });

  it("tells what is not there, what is there already, and two acts of one day at one place", () => {
    const other = step({ clause: "1", action: "words", words: "график", text: "план" }, "b");
    expect(conflicts([step({ clause: "9.1", action: "add", text: "x" })])).toEqual(["missing"]);
    expect(conflicts([step({ clause: "7", action: "delete" })])).toEqual(["missing"]);
    expect(conflicts([step({ annex: "2", clause: "1", action: "delete" })])).toEqual(["missing"]);
    expect(conflicts([step({ clause: "2.1", action: "add", text: "x" })])).toEqual(["taken"]);
    expect(conflicts([step({ clause: "1", action: "words", words: "Утвердить", text: "Принять" }), other])).toEqual([
      "same-day",
    ]);
    expect(
      conflicts([step({ clause: "1", action: "words", words: "Утвердить", text: "Принять" }), { ...other, act: "a" }]),
    ).toEqual([]);
  });

  it("marks a place once with the acts that changed it since it was restated", () => {
    const steps = [
      step({ clause: "1", action: "words", words: "график", text: "план" }, "a"),
      step({ clause: "1", action: "replace", text: "Утвердить перечень" }, "b", "2026-03-01"),
      step({ clause: "1", action: "words", words: "перечень", text: "список" }, "c", "2026-04-01"),
    ];
    expect(documentLines(replay(ORDER, steps, MARKS).model).slice(0, 2)).toEqual(["1. Утвердить список.", "(b, c)"]);
  });

  it("takes a clause for a clause and a section for a section, whatever their numbers", () => {
    const heading = (number: string, words: string): Block => ({
      type: "heading",
      id: `h-${number}`,
      level: 1,
      label: `${number}.`,
      list: "h",
      inlines: text(words),
    });
    const sections = model([
      heading("1", "Общее"),
      clause("1", "Первое."),
      heading("2", "Прочее"),
      clause("2.1", "А."),
    ]);
    const deleted = step({ clause: "2", action: "delete" });
    const named = step({ heading: "2.1", action: "replace", text: "Иное" });
    const { model: same, conflicts: found } = replay(sections, [deleted, named], unmarked());
    expect(documentLines(same)).toEqual(documentLines(sections));
    expect(found.map(({ kind, known }) => [kind, known])).toEqual([
      ["missing", ["1", "2.1"]],
      ["missing", ["1", "2"]],
    ]);
    expect(lines([{ clause: "1", action: "replace", text: "Второе." }], sections).slice(0, 2)).toEqual([
      "1. Общее",
      "1. Второе.",
    ]);
  });

  it("has a date, a fraction and a number of another clause at the beginning of a line for words", () => {
    const words =
      "Утвердить:\n10.12.2026 наступает срок\n10.12.2026. Срок\n2.5 миллиона рублей\n2.5. Пять\n1.1. Первое";
    expect(lines([{ clause: "1", action: "replace", text: words }]).slice(0, 6)).toEqual([
      "1. Утвердить:",
      "10.12.2026 наступает срок",
      "10.12.2026. Срок",
      "2.5 миллиона рублей",
      "2.5. Пять",
      "1.1. Первое.",
    ]);
    const { body } = replay(ORDER, [step({ clause: "1", action: "replace", text: words })], unmarked()).model;
    expect(body.blocks.slice(0, 6).map(({ type }) => type)).toEqual([
      "clause",
      ...Array.from({ length: 4 }, () => "paragraph"),
      "clause",
    ]);
  });

  it("changes the name of a section, a row of a table and a whole annex", () => {
    const cell = (words: string) => ({ paragraphs: [text(words)], span: 1, align: "left" as const });
    const row = (...cells: string[]) => ({ kind: "data" as const, cells: cells.map(cell) });
    const annex = section(
      [
        { type: "title", align: "center", inlines: text("Перечень") },
        { type: "heading", id: "h", level: 1, label: "1.", list: "x", inlines: text("Общее") },
        { type: "table", caption: null, widths: null, header: [], rows: [row("1", "Олимпиады"), row("3", "Семинары")] },
      ],
      { id: "annex-1", role: "annex", number: 1 },
    );
    const of = model([clause("1", "Утвердить.")], [annex]);
    const changed = lines(
      [
        { annex: "1", heading: "1", action: "replace", text: "Направления" },
        { annex: "1", row: "2", action: "add", cells: ["2", "Конкурсы"] },
        { annex: "1", row: "3", action: "words", words: "Семинары", text: "Практикумы" },
        { annex: "1", row: "3", action: "words", after: "Практикумы", text: ", мастер-классы" },
        { annex: "1", row: "1", action: "delete" },
      ],
      of,
    );
    expect(changed.slice(1)).toEqual(["Перечень", "1. Направления", "2 | Конкурсы", "3 | Практикумы, мастер-классы"]);
    expect(lines([{ annex: "1", action: "replace", text: "1. Первое\n1.1. Второе" }], of).slice(1)).toEqual([
      "Перечень",
      "1. Первое.",
      "1.1. Второе.",
    ]);
    expect(lines([{ annex: "2", action: "add", text: "Форма заявки\n1. Название" }], of).slice(-2)).toEqual([
      "Форма заявки",
      "1. Название.",
    ]);
  });
});

/** The same text as a plain list of numbers and words, changed by hand. */
type Plain = Map<string, string>;

function edited(plain: Plain, { clause: number = "", action, text: words = "" }: Change): Plain {
  const others = [...plain].filter(([one]) => one !== number && !one.startsWith(`${number}.`));
  if (action === "add") return new Map([...plain, [number, words]].sort(byNumber as never) as [string, string][]);
  return new Map([...others, [number, action === "delete" ? "" : words]].sort(byNumber as never) as [string, string][]);
}

function byNumber([a]: [string, string], [b]: [string, string]): number {
  const key = (number: string): string =>
    number
      .split(".")
      .map((part) => part.padStart(4, "0"))
      .join(".");
  return key(a) < key(b) ? -1 : 1;
}

describe("changes made one after another", () => {
  it("give the text that editing it by hand gives", () => {
    const clauses = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 });
    const choice = fc.tuple(fc.constantFrom("replace", "add", "delete"), fc.nat(), fc.boolean(), fc.nat({ max: 99 }));
    fc.assert(
      fc.property(clauses, fc.array(choice, { maxLength: 8 }), (counts, choices) => {
        let plain: Plain = new Map(
          counts.flatMap((subclauses, index) => [
            [`${index + 1}`, `Пункт ${index + 1}.`] as const,
            ...Array.from(
              { length: subclauses },
              (_, at) => [`${index + 1}.${at + 1}`, `Подпункт ${at + 1}.`] as const,
            ),
          ]),
        );
        const blocks = [...plain].map(([number, words]) => clause(number, words));
        const steps: Step[] = [];
        for (const [action, pick, below, salt] of choices) {
          const living = [...plain].filter(([, words]) => words !== "").map(([number]) => number);
          const at = living[pick % Math.max(1, living.length)];
          if (at === undefined) continue;
          const parent = below ? at : /^(.*)\.\d+$/.exec(at)?.[1];
          const siblings = [...plain.keys()].filter((one) => /^(.*)\.\d+$/.exec(one)?.[1] === parent);
          const next = Math.max(0, ...siblings.map((one) => Number(one.split(".").at(-1)))) + 1;
          const number = action === "add" ? [parent, next].filter((part) => part !== undefined).join(".") : at;
          if (number.split(".").length > 4) continue;
          const change: Change = {
            clause: number,
            action: action as "add",
            ...(action === "delete" ? {} : { text: `Слова ${salt}.` }),
          };
          plain = edited(plain, change);
          steps.push(step(change));
        }
        const result = replay(model([...blocks, SIGNATURE]), steps, unmarked());
        expect(result.conflicts).toEqual([]);
        expect(documentLines(result.model).slice(0, -1)).toEqual(
          [...plain].map(([number, words]) => `${number}. ${words}`),
        );
      }),
      { numRuns: runs(200, 5000) },
    );
  });
});
