import { each, located, type RecordRule, text } from "../rule.ts";

/** Rows of an annex are numbered one after another. */
export const rowNumbers: RecordRule = {
  code: "TRC2216",
  title: text("Номера строк таблицы идут не по порядку", "The rows of a table are not numbered in order"),
  validations: ["V28"],
  severity: "warning",
  why: text(
    "Пропуск или повтор в нумерации строк читают как потерянную строку",
    "A gap or a repetition among the numbers of rows reads as a lost row",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong:
      'annexes: [{id: jury, title: Состав жюри, table: {columns: [{title: №, width: 8}, {title: Предмет, width: 92}], rows: [["1", физика], ["3", химия]]}}]',
    right:
      'annexes: [{id: jury, title: Состав жюри, table: {columns: [{title: №, width: 8}, {title: Предмет, width: 92}], rows: [["1", физика], ["2", химия]]}}]',
  },
  check: each("orders", function* ({ data: { annexes } }) {
    for (const [at, { table }] of located(annexes, "/annexes")) {
      if (!/^№/.test(table?.columns?.[0]?.title ?? "")) continue;
      const rows = located(table?.rows, `${at}/table/rows`);
      const numbers = rows.map(([, row]) =>
        typeof row[0] === "string" ? Number(row[0].replace(/\.$/, "")) : Number.NaN,
      );
      const wrong = numbers.findIndex((number, index) => number !== index + 1);
      // Numbers that are no plain row of 1, 2, 3 (codes, 1.1) are somebody's own.
      if (wrong < 0 || numbers[0] !== 1 || numbers.some((number) => !Number.isInteger(number))) continue;
      yield {
        pointer: `${rows[wrong]?.[0]}/0`,
        message: text(
          `Номер строки ${numbers[wrong]}, а по порядку – ${wrong + 1}`,
          `The row is numbered ${numbers[wrong]}, in order it is ${wrong + 1}`,
        ),
        hints: text(`Напишите: "${wrong + 1}"`, `Write: "${wrong + 1}"`),
        expected: String(wrong + 1),
      };
    }
  }),
};
