import type { DataOf } from "../../records/index.ts";
import { located } from "../rule.ts";

/** The people of a commission that an order sets up, each with the pointer to it: chair, deputy, secretary, members. */
export function commissionPeople({ commission = {} }: DataOf<"orders">): (readonly [pointer: string, id: string])[] {
  const { chair, deputy, secretary, members } = commission;
  const places: readonly (readonly [pointer: string, id: string | undefined])[] = [
    ["/commission/chair", chair],
    ["/commission/deputy", deputy],
    ["/commission/secretary", secretary],
    ...located(members, "/commission/members"),
  ];
  return places.flatMap(([pointer, id]) => (id === undefined ? [] : [[pointer, id] as const]));
}
