import type { Collection, ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { fields, items, list } from "../values.ts";

type Ground = { readonly pointer: string; readonly target: ContentRecord | undefined };

/** What a document rests on, each with the pointer to the reference. */
export function* groundsOf(facts: Facts, record: ContentRecord): Iterable<Ground> {
  const { data } = record;
  const one = (collection: Collection, value: unknown, pointer: string): Ground => ({
    pointer,
    target: facts.find(collection, value),
  });
  for (const { pointer, fields: ground } of items(data, "grounds")) {
    yield one("orders", ground.order, `${pointer}/order`);
    yield one("regulations", ground.regulation, `${pointer}/regulation`);
  }
  yield one("orders", data.granted, "/granted");
  for (const { pointer, fields: amended } of items(data, "amends"))
    yield one("orders", amended.order, `${pointer}/order`);
  for (const [name, collection] of LISTS)
    for (const [index, id] of list(data[name]).entries()) yield one(collection, id, `/${name}/${index}`);
  yield one("orders", fields(data.approved).order, "/approved/order");
  if (record.collection === "plans") yield one("regulations", data.regulation, "/regulation");
  if (record.collection === "documents") yield one("orders", data.order, "/order");
}

const LISTS: readonly (readonly [name: string, collection: Collection])[] = [
  ["revokes", "orders"],
  ["basedOn", "orders"],
  ["orders", "orders"],
  ["agreements", "agreements"],
];
