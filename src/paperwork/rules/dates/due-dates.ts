import type { RecordOf } from "../../records/index.ts";
import type { DatedRecord, Facts } from "../facts.ts";
import { located } from "../rule.ts";

type Due = DatedRecord<RecordOf<"orders"> | RecordOf<"agreements"> | RecordOf<"documents">>;

/** Every day by which something must be done. */
export function dueDates(facts: Facts): readonly Due[] {
  const orders = facts.all("orders").flatMap((record) => {
    const { tasks, items } = record.data;
    return termsOf(record, [...located(tasks, "/tasks"), ...located<{ readonly due?: string }>(items, "/items")]);
  });
  const agreements = facts.all("agreements").flatMap((record) => {
    const { reportDue, reportData } = record.data;
    const given = located(reportData, "/reportData").map(([pointer, date]) => ({ record, pointer, date }));
    return [...termsOf(record, located(reportDue, "/reportDue")), ...given];
  });
  const documents = facts
    .all("documents")
    .flatMap((record) =>
      termsOf(record, [
        ...located<{ readonly due?: string }>(record.data.recommended, "/recommended"),
        ...located(record.data.agenda, "/agenda").flatMap(([at, { decided }]) => located(decided, `${at}/decided`)),
      ]),
    );
  return [...orders, ...agreements, ...documents];
}

function termsOf(
  record: Due["record"],
  tasks: readonly (readonly [pointer: string, task: { readonly due?: string }])[],
): Due[] {
  return tasks.flatMap(([pointer, { due }]) =>
    due === undefined ? [] : { record, pointer: `${pointer}/due`, date: due },
  );
}
