import { allRecords, type ContentRecord, repeated } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { rowsOf } from "../rows-of.ts";
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
    const told = new Set<string>();
    for (const { record, items, error } of listsOf(facts))
      for (const [[pointer, name], [first]] of repeated(items, ([, one]) => one)) {
        told.add(`${record.file} ${pointer}`);
        yield {
          record,
          pointer,
          ...(error === true ? { severity: "error" } : {}),
          message: text(`«${name}» в списке уже есть`, `The list names "${name}" already`),
          hints: HINTS,
          related: { record, pointer: first, message: text("первый раз", "the first time") },
        };
      }
    // A list that is named above is told by the property that it goes by.
    for (const record of allRecords(facts.dossier))
      for (const [pointer, first] of FROZEN.has(record.collection) ? [] : copiesIn(record.data, ""))
        if (![...told].some((one) => one.startsWith(`${record.file} ${pointer}`)))
          yield {
            record,
            pointer,
            message: text(
              "Эта строка списка уже есть: она повторена слово в слово",
              "The list has this very row already",
            ),
            hints: HINTS,
            related: { record, pointer: first, message: text("первый раз", "the first time") },
          };
  },
};

const HINTS = text("Удалите повтор или напишите, что имелось в виду", "Delete the repetition, or write what was meant");
/** Written by the program. */
const FROZEN = new Set(["register", "approvals"]);
/** Cells of a table may be alike, and empty rows are there to be filled in. */
const CELLS = /\/table\/rows\/\d+$/;

/** Rows of the lists of a record that stand there twice, each with the first one. */
function* copiesIn(value: unknown, pointer: string): Iterable<readonly [again: string, first: string]> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value) && !CELLS.test(pointer)) {
    const rows = value.map((row, index) => [`${pointer}/${index}`, JSON.stringify(row)] as const);
    for (const [[again], [first]] of repeated(rows, ([, row]) => (/[\p{L}\d]{3}/u.test(row) ? row : undefined)))
      yield [again, first];
  }
  for (const [key, inner] of Object.entries(value)) yield* copiesIn(inner, `${pointer}/${key}`);
}

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
  for (const record of facts.all("agreements"))
    yield { record, items: named(record.data.property, "/property", "inventory") };
  for (const record of facts.all("documents")) {
    // Who had a remark may stand in the sheet again, when it is settled.
    const approvals = located(record.kind === "approval-sheet" ? rowsOf(record) : [], "/rows").map(
      ([at, { person, decision }]) => [`${at}/person`, decision === "with-remarks" ? undefined : person] as const,
    );
    yield { record, items: approvals };
    const { present, invited, commission, chair, secretary } = record.data;
    for (const [key, list] of Object.entries({ present, invited, commission }))
      if (Array.isArray(list)) yield { record, items: located(list as readonly string[], `/${key}`) };
    // One person sits at a meeting once: in the chair, as its secretary, as a member or as a guest.
    const members = Array.isArray(present) ? (present as readonly string[]) : [];
    const guests = (Array.isArray(invited) ? (invited as readonly string[]) : []).map(
      (id, index) =>
        [`/invited/${index}`, members.includes(id) || id === chair || id === secretary ? id : undefined] as const,
    );
    yield { record, items: [["/chair", chair], ["/secretary", secretary], ...located(members, "/present"), ...guests] };
  }
}
