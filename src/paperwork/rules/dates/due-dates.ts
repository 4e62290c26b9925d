import type { Facts } from "../facts.ts";
import type { Spot } from "../rule.ts";
import { day, type Fields, items, list } from "../values.ts";

type DatedSpot = Spot & { readonly date: string };

/** Every day by which something must be done. */
export function* dueDates(facts: Facts): Iterable<DatedSpot> {
  for (const record of [...facts.all("orders"), ...facts.all("agreements")]) {
    const data: Fields = record.data;
    for (const name of ["tasks", "items", "reportDue"]) {
      for (const { pointer, fields: item } of items(data, name)) {
        const date = day(item.due);
        if (date !== undefined) yield { record, pointer: `${pointer}/due`, date };
      }
    }
    for (const [index, value] of list(data.reportData).entries()) {
      const date = day(value);
      if (date !== undefined) yield { record, pointer: `/reportData/${index}`, date };
    }
  }
}
