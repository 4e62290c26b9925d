import { suggest } from "../../../base/diagnostics/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, items, string } from "../values.ts";

/** Names that one record gives and another uses: directions, indicators, functions of the regulation, annexes. */
export const innerNames: RecordRule = {
  code: "TRC2104",
  title: text("Имя внутри другой записи не найдено", "A name inside another record is not found"),
  validations: ["V04"],
  severity: "error",
  why: text(
    "Имя связывает записи: без него строка не попадёт ни в план, ни в отчёт",
    "The name links the records: without it the line is in neither plan nor report",
  ),
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "direction: conferenses",
    right: "direction: conferences",
  },
  *check(facts): Iterable<Finding> {
    for (const record of [...facts.all("activities"), ...facts.all("results")])
      yield* unknown(
        record,
        "/direction",
        record.data.direction,
        names(facts, record, "directions"),
        "направления",
        "direction",
      );
    for (const record of facts.all("reports")) {
      for (const { pointer, fields: item } of items(record.data, "directions"))
        yield* unknown(
          record,
          `${pointer}/direction`,
          item.direction,
          names(facts, record, "directions"),
          "направления",
          "direction",
        );
      for (const { pointer, fields: item } of items(record.data, "reasons"))
        yield* unknown(
          record,
          `${pointer}/indicator`,
          item.indicator,
          names(facts, record, "indicators"),
          "показателя",
          "indicator",
        );
    }
    for (const record of facts.all("plans")) yield* plan(facts, record);
    for (const record of facts.all("orders")) {
      const annexes = items(record.data, "annexes").flatMap(({ fields: annex }) => string(annex.id) ?? []);
      for (const { pointer, fields: item } of items(record.data, "items"))
        yield* unknown(record, `${pointer}/annex`, item.annex, annexes, "приложения", "annex");
    }
  },
};

function* plan(facts: Facts, record: ContentRecord): Iterable<Finding> {
  const regulation = facts.find("regulations", record.data.regulation);
  const functions = items(regulation?.data ?? {}, "functions").flatMap(({ fields: one }) => string(one.id) ?? []);
  const directions = items(record.data, "directions").flatMap(({ fields: one }) => string(one.id) ?? []);
  for (const { pointer, fields: item } of items(record.data, "directions")) {
    const clause = string(item.clause);
    if (regulation === undefined || clause === undefined || !clause.startsWith("functions.")) continue;
    yield* unknown(
      record,
      `${pointer}/clause`,
      clause,
      functions.map((id) => `functions.${id}`),
      "функции Положения",
      "function",
    );
  }
  for (const { pointer, fields: item } of items(record.data, "indicators")) {
    const direction = fields(item.measure).direction;
    yield* unknown(record, `${pointer}/measure/direction`, direction, directions, "направления", "direction");
  }
}

/** Names that the plan of a record gives. */
function names(facts: Facts, record: ContentRecord, list: string): readonly string[] | null {
  const plan = facts.find("plans", record.data.plan);
  return plan === undefined ? null : items(plan.data, list).flatMap(({ fields: one }) => string(one.id) ?? []);
}

function* unknown(
  record: ContentRecord,
  pointer: string,
  value: unknown,
  known: readonly string[] | null,
  what: string,
  english: string,
): Iterable<Finding> {
  if (typeof value !== "string" || known === null || known.includes(value)) return;
  const near = suggest(value, known, 1)[0];
  yield {
    record,
    pointer,
    message: text(`Нет ${what} «${value}»`, `There is no ${english} "${value}"`),
    hints: [
      near === undefined
        ? text(`Есть: ${known.join(", ")}`, `There are: ${known.join(", ")}`)
        : text(`Возможно, имелось в виду: ${near}`, `Did you mean ${near}?`),
    ],
    actual: value,
    ...(near === undefined ? {} : { expected: near }),
  };
}
