import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, type Fields, fields, items, list, shortDate, string } from "../values.ts";

type Ground = { readonly pointer: string; readonly target: ContentRecord | undefined };

/** A document is not older than what it rests on. */
export const olderThanGround: RecordRule = {
  code: "TRC2123",
  validations: ["V16"],
  severity: "error",
  why: text(
    "Документ ссылается на то, что уже есть: основание не может быть моложе его",
    "A document rests on what exists already",
  ),
  example: { file: "orders/2025/88-od-2025.yaml", wrong: "date: 2025-09-04", right: "date: 2025-09-08" },
  *check(facts): Iterable<Finding> {
    for (const own of facts.documents) {
      if (own.record.collection === "regulations") continue;
      for (const { pointer, target } of groundsOf(facts, own.record)) {
        const ground = facts.dated(target);
        if (ground === undefined || ground.date <= own.date) continue;
        yield {
          record: own.record,
          pointer,
          message: text(
            `Документ от ${shortDate(own.date)} ссылается на более поздний – от ${shortDate(ground.date)}`,
            `The document of ${own.date} refers to a later one, of ${ground.date}`,
          ),
          hints: [text("Исправьте дату документа или ссылку", "Mend the date of the document or the reference")],
          related: [
            { record: own.record, pointer: own.pointer, message: text("дата документа", "date of the document") },
            { record: ground.record, pointer: ground.pointer, message: text("дата основания", "date of the ground") },
          ],
          actual: own.date,
        };
      }
      yield* repealed(own.record, own.date);
    }
  },
};

function* repealed(record: ContentRecord, date: string): Iterable<Finding> {
  for (const { pointer, fields: item } of items(record.data, "repeal")) {
    const old = day(item["date"]);
    if (old === undefined || old <= date) continue;
    yield {
      record,
      pointer: `${pointer}/date`,
      message: text(
        `Приказ от ${shortDate(date)} отменяет более поздний – от ${shortDate(old)}`,
        `The order of ${date} repeals a later one, of ${old}`,
      ),
      hints: [text("Проверьте год отменяемого приказа", "Check the year of the repealed order")],
      actual: old,
    };
  }
}

/** What a document rests on, each with the pointer to the reference. */
function* groundsOf(facts: Facts, record: ContentRecord): Iterable<Ground> {
  const { data } = record;
  const one = (collection: string, value: unknown, pointer: string): Ground => ({
    pointer,
    target: facts.find(collection, value),
  });
  for (const { pointer, fields: ground } of items(data, "grounds")) {
    yield one("orders", ground["order"], `${pointer}/order`);
    yield one("regulations", ground["regulation"], `${pointer}/regulation`);
  }
  yield one("orders", data["granted"], "/granted");
  for (const { pointer, fields: amended } of items(data, "amends"))
    yield one("orders", amended["order"], `${pointer}/order`);
  for (const [name, collection] of LISTS)
    for (const [index, id] of list(data[name]).entries()) yield one(collection, id, `/${name}/${index}`);
  yield one("orders", fields(data["approved"])["order"], "/approved/order");
  if (record.collection === "plans") yield one("regulations", data["regulation"], "/regulation");
  if (record.collection === "documents") yield one("orders", data["order"], "/order");
}

const LISTS: readonly (readonly [name: string, collection: string])[] = [
  ["revokes", "orders"],
  ["basedOn", "orders"],
  ["orders", "orders"],
  ["agreements", "agreements"],
];

/** The status comes first: agreements, plans and the centre's own orders about its work follow it. */
export const beforeStatus: RecordRule = {
  code: "TRC2124",
  validations: ["V17"],
  severity: "error",
  why: text(
    "До приказа о статусе центра ещё нет: заключать договоры, утверждать план и назначать ответственных рано",
    "Before the order that grants the status there is no centre to act for",
  ),
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong: "date: 2025-09-02\nbasedOn: []",
    right: "date: 2025-09-10\nbasedOn: []",
  },
  *check(facts): Iterable<Finding> {
    const status = facts.statusOrder;
    if (status === undefined) return;
    const followers = [
      ...facts.all("agreements"),
      ...facts.all("plans"),
      ...facts.ofKind("orders", "order-responsible", "order-operation"),
    ];
    for (const record of followers) {
      const own = facts.dated(record);
      if (own === undefined || own.date >= status.date) continue;
      yield {
        record,
        pointer: own.pointer,
        message: text(
          `${shortDate(own.date)} центра ещё не было: статус присвоен ${shortDate(status.date)}`,
          `On ${own.date} there was no centre: the status was granted on ${status.date}`,
        ),
        hints: [text(`Дата – не раньше ${status.date}`, `The date is not before ${status.date}`)],
        related: [
          {
            record: status.record,
            pointer: "/date",
            message: text("приказ о присвоении статуса", "the order that grants the status"),
          },
        ],
        actual: own.date,
      };
    }
  },
};

/** The order that approves a regulation carries it as its annex, and is an order of the committee about the status. */
export const regulationApproval: RecordRule = {
  code: "TRC2125",
  validations: ["V18"],
  severity: "error",
  why: text(
    "Номер и дата в грифе Положения – это приказ, к которому оно приложено",
    "The mark of approval on a regulation names the order it is annexed to",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16 «Гриф утверждения»",
  example: {
    file: "regulations/regulation-2025.yaml",
    wrong: 'approvedBy: "98-od-2026"',
    right: 'approvedBy: "145-od-2025"',
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("regulations")) {
      const order = facts.find("orders", record.data["approvedBy"]);
      if (order === undefined || order.data["regulation"] === record.id) continue;
      const right = facts.all("orders").find(({ data }) => data["regulation"] === record.id);
      yield {
        record,
        pointer: "/approvedBy",
        message: text(
          `Приказ «${order.id}» не утверждает это Положение`,
          `The order "${order.id}" does not approve this regulation`,
        ),
        hints: [
          right === undefined
            ? text(`Добавьте в приказ строку: regulation: ${record.id}`, `Add to the order: regulation: ${record.id}`)
            : text(
                `Положение приложено к другому приказу: approvedBy: ${right.id}`,
                `It is annexed to another order: approvedBy: ${right.id}`,
              ),
        ],
        related: [
          { record: order, pointer: "", message: text("приказ из грифа утверждения", "the order of the mark") },
        ],
        ...(right === undefined ? {} : { expected: right.id }),
        actual: order.id,
      };
    }
  },
};

/** Nobody amends or revokes what is no longer in force. */
export const deadOrder: RecordRule = {
  code: "TRC2159",
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Отменённый приказ нельзя ни изменить, ни отменить ещё раз, ни взять за основание",
    "A revoked order can be neither amended nor revoked again nor relied on",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "grounds: [{order: 119-od-2025}]\npreamble: в связи с переносом",
    right: "grounds: [{order: 88-od-2025}]\npreamble: в связи с переносом",
  },
  *check(facts): Iterable<Finding> {
    for (const own of facts.documents.filter(({ record }) => record.collection === "orders")) {
      const revoked = facts.revokedOn(own.date);
      for (const { pointer, target } of groundsOf(facts, own.record)) {
        if (target === undefined || !revoked.has(target.id)) continue;
        if (own.record.kind === "order-revocation" && ownRevocation(facts, own.record.data, target.id, own.record))
          continue;
        yield {
          record: own.record,
          pointer,
          message: text(
            `Приказ «${string(target.data["number"]) ?? target.id}» к этому дню уже отменён`,
            `The order "${target.id}" was revoked by that day`,
          ),
          hints: [text("Проверьте, тот ли приказ указан", "Check whether it is the right order")],
          related: revocations(facts, target.id).map((record) => ({
            record,
            pointer: "/revokes",
            message: text("приказ об отмене", "the order that revokes it"),
          })),
          actual: target.id,
        };
      }
    }
  },
};

function revocations(facts: Facts, id: string): readonly ContentRecord[] {
  return facts.ofKind("orders", "order-revocation").filter(({ data }) => list(data["revokes"]).includes(id));
}

/** The revocation itself is the only one, or the first. */
function ownRevocation(facts: Facts, data: Fields, id: string, record: ContentRecord): boolean {
  const earlier = revocations(facts, id).filter(
    (other) => other !== record && (day(other.data["date"]) ?? "") <= (day(data["date"]) ?? ""),
  );
  return earlier.length === 0;
}
