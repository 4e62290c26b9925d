import { type ContentRecord, repeated } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** What a list names, it names once. */
export const listedTwice: RecordRule = {
  code: "TRC2204",
  title: text("В списке одно и то же дважды", "A list names one thing twice"),
  validations: ["V28"],
  severity: "warning",
  why: text(
    "Повтор напечатается дважды, а в отчёте будет дважды посчитан",
    "What stands twice is printed twice, and counted twice in a report",
  ),
  example: {
    file: "activities/2025-2026/sport-festival.yaml",
    wrong: "audience: [обучающиеся, обучающиеся]",
    right: "audience: [обучающиеся, родители]",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, items, error } of listsOf(facts))
      for (const [[pointer, name], [first]] of repeated(items, ([, one]) => one))
        yield {
          record,
          pointer,
          ...(error === true ? { severity: "error" } : {}),
          message: text(`«${name}» в списке уже есть`, `The list names "${name}" already`),
          hints: text(
            "Удалите повтор или напишите, что имелось в виду",
            "Delete the repetition, or write what was meant",
          ),
          related: { record, pointer: first, message: text("первый раз", "the first time") },
        };
  },
};

type Named = readonly [pointer: string, name: string | undefined];
type Listed = {
  readonly record: ContentRecord<unknown>;
  readonly items: readonly Named[];
  /** What stands twice makes the document wrong: its name leads to one of both. */
  readonly error?: true;
};

/** Each property of a list, with its pointer. */
function named<T extends object>(list: readonly T[] | undefined, at: string, key: keyof T & string): Named[] {
  return located(list, at).map(([pointer, item]) => {
    const name = item[key];
    return [`${pointer}/${key}`, typeof name === "string" ? name : undefined];
  });
}

function* listsOf(facts: Facts): Iterable<Listed> {
  for (const record of facts.all("plans")) {
    const { directions, indicators, tasks } = record.data;
    yield { record, items: named(directions, "/directions", "id"), error: true };
    yield { record, items: named(directions, "/directions", "title") };
    yield { record, items: named(indicators, "/indicators", "id"), error: true };
    yield { record, items: named(indicators, "/indicators", "name") };
    yield { record, items: located(tasks, "/tasks") };
  }
  for (const record of facts.all("regulations"))
    yield { record, items: named(record.data.functions, "/functions", "id"), error: true };
  for (const record of facts.all("activities"))
    for (const key of ["audience", "responsible", "baseSchools", "partners"] as const)
      yield { record, items: located(record.data[key], `/${key}`) };
  for (const record of facts.all("results")) {
    const sessions = located(record.data.sessions, "/sessions");
    yield { record, items: located(record.data.orders, "/orders") };
    yield { record, items: named(record.data.sessions, "/sessions", "date") };
    for (const [at, { bySchool }] of sessions)
      yield { record, items: named(bySchool, `${at}/bySchool`, "organisation"), error: true };
  }
  for (const record of facts.all("reports")) {
    yield { record, items: named(record.data.directions, "/directions", "direction"), error: true };
    yield { record, items: named(record.data.reasons, "/reasons", "indicator"), error: true };
    yield { record, items: located(record.data.orders, "/orders") };
  }
  for (const record of facts.all("orders")) {
    const { annexes, responsibilities, acknowledge } = record.data;
    yield { record, items: named(annexes, "/annexes", "id"), error: true };
    yield { record, items: named(responsibilities, "/responsibilities", "direction") };
    yield { record, items: located(acknowledge, "/acknowledge") };
  }
  for (const record of facts.all("documents")) {
    const { present, invited, commission } = record.data;
    for (const [key, list] of Object.entries({ present, invited, commission }))
      if (Array.isArray(list)) yield { record, items: located(list as readonly string[], `/${key}`) };
  }
}
