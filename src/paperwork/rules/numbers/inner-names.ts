import { didYouMean, suggest } from "../../../base/diagnostics/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type Location, located, type RecordRule, type Text, text } from "../rule.ts";

/** Names that one record gives and another uses: directions, indicators, functions of the regulation, annexes. */
export const innerNames: RecordRule = {
  code: "TRC2104",
  title: text("Имя внутри другой записи не найдено", "A name inside another record is not found"),
  validations: ["V04"],
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
    for (const { record, pointer, name, known, what } of usesOf(facts)) {
      if (name === undefined || known === undefined || known.includes(name)) continue;
      const near = suggest(name, known, 1)[0];
      yield {
        record,
        pointer,
        message: text(`Нет ${what.ru} «${name}»`, `There is no ${what.en} "${name}"`),
        hints:
          near === undefined ? text(`Есть: ${known.join(", ")}`, `There are: ${known.join(", ")}`) : didYouMean([near]),
        expected: near,
      };
    }
  },
};

/** A place that uses a name, with the names that there are; undefined: the record that gives them is not there. */
type Use = Location & {
  readonly name: string | undefined;
  readonly known: readonly string[] | undefined;
  readonly what: Text;
};

const DIRECTION = text("направления", "direction");
const INDICATOR = text("показателя", "indicator");
const FUNCTION = text("функции Положения", "function");
const ANNEX = text("приложения", "annex");

function* usesOf(facts: Facts): Iterable<Use> {
  for (const record of [...facts.all("activities"), ...facts.all("results")]) {
    const plan = facts.find("plans", record.data.plan)?.data;
    const { direction: name } = record.data;
    yield { record, pointer: "/direction", name, known: plan && ids(plan.directions), what: DIRECTION };
  }
  for (const record of facts.all("reports")) {
    const plan = facts.find("plans", record.data.plan)?.data;
    for (const [at, { direction: name }] of located(record.data.directions, "/directions"))
      yield { record, pointer: `${at}/direction`, name, known: plan && ids(plan.directions), what: DIRECTION };
    for (const [at, { indicator: name }] of located(record.data.reasons, "/reasons"))
      yield { record, pointer: `${at}/indicator`, name, known: plan && ids(plan.indicators), what: INDICATOR };
  }
  for (const record of facts.all("plans")) {
    const regulation = facts.find("regulations", record.data.regulation)?.data;
    const functions = regulation && ids(regulation.functions).map((id) => `functions.${id}`);
    for (const [at, { clause: name }] of located(record.data.directions, "/directions"))
      if (name?.startsWith("functions."))
        yield { record, pointer: `${at}/clause`, name, known: functions, what: FUNCTION };
    const known = ids(record.data.directions);
    for (const [at, { measure }] of located(record.data.indicators, "/indicators"))
      yield { record, pointer: `${at}/measure/direction`, name: measure?.direction, known, what: DIRECTION };
  }
  for (const record of facts.all("orders"))
    for (const [at, { annex: name }] of located(record.data.items, "/items"))
      yield { record, pointer: `${at}/annex`, name, known: ids(record.data.annexes), what: ANNEX };
}

function ids(list: readonly { readonly id?: string }[] = []): string[] {
  return list.flatMap(({ id }) => id ?? []);
}
