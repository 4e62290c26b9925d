import { isFields, isList, type YamlData } from "../../base/yaml/index.ts";
import type { ContentRecord } from "../records/index.ts";

/** Properties as they were on a day; `pointerTo` says where each stands in the record. */
export type AsOf<Data> = { readonly data: Data; readonly pointerTo: (property: string) => string };

/** Hand-given forms belong to the words they are forms of: they do not outlive them. */
const FORMS: { readonly [property: string]: readonly string[] } = {
  surname: ["cases", "surnameCases", "indeclinableSurname"],
  given: ["cases"],
  patronymic: ["cases"],
};

/**
 * The properties of a record on a day (ISO): each as the earliest entry of `earlier` that had not ended by then has it, else as the record itself.
 * With `earlier: [{to: 2026-07-10, surname: Петрова, absent: [phone]}]` the surname is «Петрова», and there is no telephone, up to and including that day.
 */
export function asOf<Data extends ContentRecord["data"] | object>(data: Data, date: string): AsOf<Data> {
  const own = data as ContentRecord["data"];
  const places = new Map<string, number>();
  const merged: { [property: string]: YamlData } = { ...own };
  const leaveOut = (property: string, index: number): void => {
    if (places.has(property)) return;
    delete merged[property];
    places.set(property, index);
  };
  for (const { entry, index } of earlierSince(own.earlier, date))
    for (const [property, value] of Object.entries(entry)) {
      if (property === "absent") for (const one of listOf(value)) leaveOut(one, index);
      if (property === "to" || property === "absent" || places.has(property)) continue;
      merged[property] = value;
      places.set(property, index);
      for (const form of FORMS[property] ?? []) {
        if (!(form in entry)) leaveOut(form, index);
      }
    }
  const pointerTo = (property: string): string => {
    const index = places.get(property);
    return index === undefined ? `/${property}` : `/earlier/${index}/${property}`;
  };
  return { data: merged as Data, pointerTo };
}

function listOf(value: YamlData): readonly string[] {
  return isList(value) ? value.map(String) : [];
}

type Entry = { readonly entry: ContentRecord["data"]; readonly index: number };

function earlierSince(earlier: YamlData | undefined, date: string): Entry[] {
  if (earlier === undefined || !isList(earlier)) return [];
  return earlier
    .flatMap((entry, index) => (isFields(entry) && String(entry.to ?? "") >= date ? [{ entry, index }] : []))
    .sort((a, b) => (String(a.entry.to) < String(b.entry.to) ? -1 : 1));
}
