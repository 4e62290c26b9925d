import type { ContentRecord } from "../../records/index.ts";
import { items, list } from "../values.ts";

type Mention = { readonly pointer: string; readonly id: string };

/** People that an order gives something to do. */
export function mentioned({ data }: ContentRecord): Mention[] {
  const found: Mention[] = [];
  const add = (pointer: string, id: unknown): void => {
    if (typeof id === "string" && id !== "self") found.push({ pointer, id });
  };
  add("/coordinator", data.coordinator);
  add("/responsible", data.responsible);
  for (const { pointer, fields: one } of items(data, "responsibilities")) {
    add(`${pointer}/person`, one.person);
    add(`${pointer}/deputy`, one.deputy);
  }
  for (const { pointer, fields: one } of items(data, "items"))
    for (const [index, id] of list(one.assignees).entries()) add(`${pointer}/assignees/${index}`, id);
  for (const { pointer, fields: one } of items(data, "consultations")) add(`${pointer}/person`, one.person);
  add("/control", data.control);
  return found;
}
