import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Fields, items, number } from "../values.ts";

/** A case of a nomenclature, with the pointer to it. */
export type Case = { readonly record: ContentRecord; readonly pointer: string; readonly fields: Fields };

/** The nomenclature in force in a year: its own, else the nearest earlier one, else the earliest. */
export function nomenclatureOf(facts: Facts, year: number): ContentRecord | undefined {
  const all = facts
    .ofKind("documents", "case-nomenclature")
    .flatMap((record) => {
      const own = number(record.data["year"]);
      return own === undefined ? [] : [{ record, own }];
    })
    .sort((a, b) => a.own - b.own);
  return (all.filter(({ own }) => own <= year).at(-1) ?? all[0])?.record;
}

/** The cases of a nomenclature, of all its sections. */
export function casesOf(record: ContentRecord): Case[] {
  return items(record.data, "sections").flatMap((section) =>
    items(section.fields, "cases", section.pointer).map((one) => ({
      record,
      pointer: one.pointer,
      fields: one.fields,
    })),
  );
}
