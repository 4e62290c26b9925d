import type { DataOf, RecordOf } from "../../records/index.ts";

/** A party of an agreement as far as it is filled in. */
export type Party = NonNullable<NonNullable<DataOf<"agreements">["parties"]>["first"]>;

/** The parties of an agreement that are there, two or three, with the pointer of each. */
export function partiesOf({ data: { parties = {} } }: RecordOf<"agreements">): (readonly [pointer: string, Party])[] {
  return (["first", "second", "third"] as const).flatMap((side) => {
    const party = parties[side];
    return party === undefined ? [] : [[`/parties/${side}`, party] as const];
  });
}
