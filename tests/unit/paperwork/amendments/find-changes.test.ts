import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findChanges, replay, unmarked } from "../../../../src/paperwork/amendments/index.ts";
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
const cells = (...words: string[]) => ({
  kind: "data" as const,
  cells: words.map((one) => ({ paragraphs: [text(one)], span: 1, align: "left" as const })),
});
const section = (blocks: readonly Block[], of: Partial<Section> = {}): Section => ({
  id: "body",
  role: "body",
  number: null,
  title: "",
  orientation: "portrait",
  blocks,
  ...of,
});
const document = (body: readonly Block[], annexes: readonly Section[] = []): DocumentModel => ({
  meta: {
    id: "order.1",
    kind: "order",
    title: "Приказ",
    number: "1-ОД",
    date: "2026-01-12",
    author: "Школа",
    language: "ru-RU",
    profile: "gost-2016",
    variant: "order",
  },
  body: section(body),
  annexes,
});
const SIGNATURE: Block = { type: "signature", post: [text("Директор")], name: text("М.П. Иванова"), seal: false };
const ORDER = document(
  [
    {
      type: "dateline",
      layout: "order",
      date: text("12.01.2026"),
      number: text("№ 1-ОД"),
      place: text("с. Примерное"),
    },
    clause("1", "Установить срок исполнения заявок\u00a0– 5\u00a0рабочих дней со дня регистрации."),
    clause("2", "Методисту вести:"),
    clause("2.1", "журнал заявок."),
    clause("3", "Контроль оставляю за собой."),
    SIGNATURE,
  ],
  [
    section(
      [
        { type: "heading", id: "h", level: 1, label: "1.", list: "x", inlines: text("Общее") },
        clause("1.1", "Регламент обязателен для работников школы."),
        {
          type: "table",
          caption: null,
          widths: null,
          header: [],
          rows: [cells("1", "Олимпиады"), cells("2", "Семинары")],
        },
      ],
      { id: "annex-1", role: "annex", number: 1 },
    ),
  ],
);
const LINES = documentLines(ORDER);
/** The changes that putting these lines in place of others asks for; null: the line goes. */
const found = (edits: { readonly [from: string]: string | readonly string[] | null }) =>
  findChanges(
    ORDER,
    LINES.flatMap((line) => {
      const key = Object.keys(edits).find((from) => line.startsWith(from));
      return key === undefined ? [line] : (edits[key] ?? []);
    }),
  );

describe("an edited text", () => {
  it("that nobody changed asks for nothing, whatever its spaces", () => {
    const none = { changes: [], outside: [], renumbered: [] };
    expect(findChanges(ORDER, LINES)).toEqual(none);
    expect(
      findChanges(
        ORDER,
        LINES.map((line) => `${line.replaceAll("\u00a0", " ")}  `),
      ),
    ).toEqual(none);
  });

  it("gives words, clauses, headings and rows as changes", () => {
    const { changes, outside } = found({
      "1. Установить": "1. Установить срок исполнения заявок – 3 рабочих дней со дня регистрации.",
      "2.1.": null,
      "3. Контроль": ["3. Контроль возложить на заместителя директора и методиста школы.", "4. Разместить на сайте."],
      "1. Общее": "1. Общие положения",
      "1 | Олимпиады": "1 | Конкурсы",
      "2 | Семинары": ["2 | Семинары", "3 | Практикумы"],
    });
    expect(outside).toEqual([]);
    expect(changes).toEqual([
      { clause: "1", action: "words", words: "5 рабочих дней", text: "3 рабочих дней" },
      { clause: "2.1", action: "delete" },
      { clause: "3", action: "replace", text: "Контроль возложить на заместителя директора и методиста школы." },
      { clause: "4", action: "add", text: "Разместить на сайте." },
      { annex: "1", heading: "1", action: "replace", text: "Общие положения" },
      { annex: "1", row: "1", action: "replace", cells: ["1", "Конкурсы"] },
      { annex: "1", row: "3", action: "add", cells: ["3", "Практикумы"] },
    ]);
  });

  it("has empty cells for empty", () => {
    expect(
      found({ "1 | Олимпиады": "1 | ", "2 | Семинары": ["2 | Семинары", "3 |  | Иванов | "] }).changes.map(
        (change) => change.cells,
      ),
    ).toEqual([
      ["1", ""],
      ["3", "", "Иванов", ""],
    ]);
  });

  it("tells of what no change can say, and of clauses that were renumbered", () => {
    expect(found({ Директор: "Заведующий М.П. Иванова" }).changes).toEqual([]);
    expect(found({ "12.01.2026": null }).outside).toHaveLength(1);
    expect(found({ "2. ": null, "2.1.": null, "3. ": "2. Контроль оставляю за собой." }).renumbered).toEqual([
      { before: "3", after: "2" },
    ]);
  });

  it("is what its changes make of the document", () => {
    const word = fc.constantFrom("план", "график", "срок", "отчёт", "школа", "журнал", "методист", "заявка");
    const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(" ")}.`);
    const edit = fc.oneof(
      fc.record({ kind: fc.constant("keep" as const) }),
      fc.record({ kind: fc.constant("words" as const), at: fc.nat(), word }),
      fc.record({ kind: fc.constant("other" as const), sentence }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, edit), { minLength: 1, maxLength: 8 }),
        fc.array(sentence, { maxLength: 3 }),
        (clauses, added) => {
          const model = document([
            ...clauses.map(([words], index) => clause(`${index + 1}`, `${index + 1} ${words}`)),
            SIGNATURE,
          ]);
          const wanted = [
            ...clauses.map(([words, one], index) => {
              const own = words.split(" ");
              if (one.kind === "words") own[one.at % own.length] = one.word;
              return `${index + 1}. ${index + 1} ${one.kind === "other" ? one.sentence : own.join(" ").replace(/\.?$/, ".")}`;
            }),
            ...added.map((words, index) => `${clauses.length + index + 1}. ещё ${words}`),
          ];
          const { changes, outside, renumbered } = findChanges(model, [...wanted, ...documentLines(model).slice(-1)]);
          expect([outside, renumbered]).toEqual([[], []]);
          const steps = changes.map((change) => ({ change, act: "a", from: "2026-02-01" }));
          const result = replay(model, steps, unmarked());
          expect(result.conflicts).toEqual([]);
          expect(documentLines(result.model).slice(0, -1)).toEqual(wanted);
        },
      ),
      { numRuns: runs(200, 5000) },
    );
  });
});
