import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { list, string } from "../values.ts";

/** Districts of an order that grants or extends the status, with their base schools. */
export function districtsOf(
  facts: Facts,
  order: ContentRecord,
): { readonly pointer: string; readonly district: ContentRecord; readonly base: string | undefined }[] {
  return list(order.data.districts).flatMap((id, index) => {
    const district = facts.find("districts", id);
    return district === undefined
      ? []
      : [{ pointer: `/districts/${index}`, district, base: string(district.data.base) }];
  });
}
