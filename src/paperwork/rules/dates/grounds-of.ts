import type { RecordOf } from "../../records/index.ts";
import type { Facts, OfficialRecord } from "../facts.ts";
import { located } from "../rule.ts";

type Ground = {
  readonly pointer: string;
  readonly target:
    | RecordOf<"orders">
    | RecordOf<"agreements">
    | RecordOf<"regulations">
    | RecordOf<"plans">
    | RecordOf<"reports">
    | RecordOf<"documents">
    | undefined;
};

/** What a document rests on, each with the pointer to the reference. */
export function groundsOf(facts: Facts, record: OfficialRecord): Ground[] {
  const order = (pointer: string, id: string | undefined): Ground => ({ pointer, target: facts.find("orders", id) });
  const orders = (ids: readonly string[] | undefined, pointer: string): Ground[] =>
    located(ids, pointer).map(([at, id]) => order(at, id));
  switch (record.collection) {
    case "orders": {
      const { grounds, granted, application, amends, revokes } = record.data;
      return [
        ...located(grounds, "/grounds").flatMap(([at, ground]) => [
          order(`${at}/order`, ground.order),
          { pointer: `${at}/regulation`, target: facts.find("regulations", ground.regulation) },
        ]),
        order("/granted", granted),
        { pointer: "/application", target: facts.find("documents", application) },
        ...located(amends, "/amends").map(([at, amended]) => order(`${at}/order`, amended.order)),
        ...orders(revokes, "/revokes"),
      ];
    }
    case "agreements":
      return [
        ...orders(record.data.basedOn, "/basedOn"),
        { pointer: "/agreement", target: facts.find("agreements", record.data.agreement) },
      ];
    case "reports":
      return orders(record.data.orders, "/orders");
    case "plans":
      return [
        order("/approved/order", record.data.approved?.order),
        { pointer: "/regulation", target: facts.find("regulations", record.data.regulation) },
      ];
    case "documents":
      return [
        order("/order", record.data.order),
        order("/source/order", record.data.source?.order),
        order("/basis", record.data.basis),
        { pointer: "/plan", target: facts.find("plans", record.data.plan) },
        ...located(record.data.annexes, "/annexes").map(([at, annex]) => ({
          pointer: `${at}/report`,
          target: facts.find("reports", annex.report),
        })),
      ];
    case "regulations":
      return [];
  }
}
