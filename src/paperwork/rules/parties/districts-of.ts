import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { located } from "../rule.ts";

/** Districts of an order that grants or extends the status, each with its base school. */
export function districtsOf(
  facts: Facts,
  order: RecordOf<"orders">,
): { readonly pointer: string; readonly base: string | undefined }[] {
  return located(order.data.districts, "/districts").flatMap(([pointer, id]) => {
    const district = facts.find("districts", id);
    return district === undefined ? [] : [{ pointer, base: district.data.base }];
  });
}
