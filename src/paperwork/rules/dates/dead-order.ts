import { revocationsOf, revokedOn } from "../../facts/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { DATED, dayOf } from "../reference-date.ts";
import { each, type Finding, located, type RecordRule, text } from "../rule.ts";
import { groundsOf } from "./grounds-of.ts";

/** Nobody amends or revokes what is no longer in force. */
export const deadOrder: RecordRule = {
  code: "TRC2159",
  title: text("Ссылка на отменённый приказ", "A reference to a revoked order"),
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
    yield* deadGrounds(facts);
    yield* deadOrdersOfReports(facts);
    yield* deadOrdersInTexts(facts);
  },
};

const deadGrounds = each("orders", function* (record, facts) {
  const grounds = groundsOf(facts, record).filter(({ target }) => target !== undefined);
  if (grounds.length === 0) return;
  const date = facts.dated(record)?.date ?? "";
  // Asked of those alone that name an order: it looks through all orders.
  const revoked = revokedOn(facts.dossier, date);
  for (const { pointer, target } of grounds) {
    if (target === undefined || !revoked.has(target.id)) continue;
    const revocations = revocationsOf(facts.dossier, target.id);
    const others = revocations.filter(({ id }) => id !== record.id);
    const first = others.every(({ data }) => (data.date ?? "") > date);
    if (first && others.length < revocations.length) continue;
    yield {
      pointer,
      message: text(
        `Приказ ${facts.named(target)} к этому дню уже отменён`,
        `The order "${target.id}" was revoked by that day`,
      ),
      hints: text("Проверьте, тот ли приказ указан", "Check whether it is the right order"),
      related: revocations.map((order) => ({
        record: order,
        pointer: "/revokes",
        message: text("приказ об отмене", "the order that revokes it"),
      })),
    };
  }
});

/** A report that lists an order that is no longer in force lists the one that has revoked it as well: both are of its time. */
const deadOrdersOfReports = each("reports", function* ({ data }, facts) {
  const { orders = [], date = "" } = data;
  if (orders.length === 0) return;
  const revoked = revokedOn(facts.dossier, date);
  for (const [pointer, id] of located(orders, "/orders")) {
    const revocations = revoked.has(id) ? revocationsOf(facts.dossier, id) : [];
    const [first] = revocations;
    if (first === undefined || revocations.some((one) => orders.includes(one.id))) continue;
    yield {
      pointer,
      message: text(
        `Приказ «${id}» к этому дню отменён, а приказа об отмене в списке нет`,
        `The order "${id}" was revoked by that day, and the order that revokes it is not in the list`,
      ),
      hints: text(
        `Назовите приказ, который действует, или добавьте приказ об отмене: ${first.id}`,
        `Name an order that is in force, or add the one that revokes it: ${first.id}`,
      ),
      related: { record: first, pointer: "/revokes", message: text("приказ об отмене", "the order that revokes it") },
    };
  }
});

/** «Исполнить приказ от 24.11.2025 № 119-ОД», which another has revoked by then; what takes its place, or says that it is gone, names it rightly. */
function* deadOrdersInTexts(facts: Facts): Iterable<Finding> {
  const gone = facts.all("orders").flatMap((record) => {
    const { number, date } = record.data;
    const revocations = number === undefined || date === undefined ? [] : revocationsOf(facts.dossier, record.id);
    return revocations.length === 0 ? [] : [{ record, number, date, revocations }];
  });
  if (gone.length === 0) return;
  for (const { record, date: day } of facts.documents) {
    if (!record.text.includes("№")) continue;
    for (const { found, place } of matchesIn(record, NAMED)) {
      const named = dayOf(found);
      const order = gone.find(({ number, date }) => number === found.groups?.number && date === named);
      if (order === undefined || order.record === record) continue;
      const revocation = order.revocations.find(({ data }) => (data.from ?? data.date ?? "9999") <= day);
      const [before, after] = [found.input.slice(0, found.index), found.input.slice(found.index)];
      const sentence = `${before.split(END).at(-1)}${after.split(END)[0]}`;
      if (revocation === undefined || revocation === record || !RELIES.test(before) || PAST.test(sentence)) continue;
      yield {
        ...place,
        message: text(
          `Приказ ${facts.named(order.record)} к этому дню уже отменён`,
          `The order "${order.record.id}" was revoked by that day`,
        ),
        hints: text("Назовите приказ, который действует", "Name an order that is in force"),
        related: {
          record: revocation,
          pointer: "/revokes",
          message: text("приказ об отмене", "the order that revokes it"),
        },
      };
    }
  }
}

const NAMED = new RegExp(`${DATED}[\\s\\u00a0]+№[\\s\\u00a0]*(?<number>\\d+[\\p{L}\\d/-]*)`, "giu");
/** A text goes by the order: in the same sentence, no further from it than the name of who issued it. */
const RELIES =
  /(?<!\p{L})(?:исполн(?:ить|ять|яя)|во[ \u00a0]исполнение|соблю(?:сти|дать|дая)|руководств\p{L}+|в[ \u00a0]соответствии[ \u00a0]с|на[ \u00a0]основании|согласно)[^.;:]{0,80}приказ\p{L}*[^.;:]{0,60}$/iu;
const PAST = /утрати|отмен|взамен|прежн|ранее|действовавш/iu;
const END = /(?<=\p{Ll}{3})[.;](?:\s|$)/u;
