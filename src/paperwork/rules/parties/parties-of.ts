import { type DataOf, dataOn, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";

/** A party of an agreement as far as it is filled in. */
export type Party = NonNullable<NonNullable<DataOf<"agreements">["parties"]>["first"]>;

/** The parties of an agreement that are there, two or three, with the pointer of each. */
export function partiesOf({ data: { parties = {} } }: RecordOf<"agreements">): (readonly [pointer: string, Party])[] {
  return (["first", "second", "third"] as const).flatMap((side) => {
    const party = parties[side];
    return party === undefined ? [] : [[`/parties/${side}`, party] as const];
  });
}

/** Who signs for each party: the parties of an agreement; of an act under it, the organisations of the agreement with the signers of the act. */
export function signersOf(
  record: RecordOf<"agreements"> | RecordOf<"documents">,
  facts: Facts,
): (readonly [pointer: string, Party])[] {
  if (record.collection === "agreements") return partiesOf(record);
  const { signers, agreement, date = "" } = record.data;
  const signed = facts.find("agreements", agreement);
  const { parties = {} } = signed === undefined ? {} : dataOn(signed, date);
  return (["first", "second"] as const).flatMap((side) => {
    const [signer, party] = [signers?.[side], parties[side]];
    return signer === undefined || party === undefined
      ? []
      : [[`/signers/${side}`, { organisation: party.organisation, ...signer } as Party] as const];
  });
}
