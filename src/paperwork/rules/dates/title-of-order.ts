import { allRecords, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { DATED, dayOf, SPACE } from "../reference-date.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { isSlip } from "./order-in-text.ts";
import { stemsOf } from "./subject-words.ts";

/** What a text says an order is about is the subject of that order, not of another one. */
export const titleOfOrder: RecordRule = {
  code: "TRC2285",
  title: text("Приказ назван заголовком другого приказа", "An order is named by the subject of another one"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Номер ведёт к одному приказу, заголовок – к другому: неясно, какой исполнять",
    "The number leads to one order, the subject to another: it is not clear which one is meant",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 11, 17",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: исполнить приказ от 08.09.2025 № 87-ОД о регламентации работы центра",
    right: "items:\n  - text: исполнить приказ от 08.09.2025 № 88-ОД о регламентации работы центра",
  },
  *check(facts): Iterable<Finding> {
    for (const record of allRecords(facts.dossier))
      if (!FROZEN.has(record.collection) && record.text.includes("№"))
        for (const { found, place } of matchesIn(record, TITLED)) {
          const { number = "", quoted, plain } = found.groups ?? {};
          if (quoted === undefined && TOLD.test(found.input.slice(0, found.index))) continue;
          const said = stemsOf(quoted ?? plain ?? "");
          const day = dayOf(found);
          const other = namedSo(facts, said);
          const meant = meantOrders(facts, number, day);
          if (other === undefined || meant.some((one) => shares(one, said))) continue;
          const [first] = meant;
          // An order that the records do not have may be of another year; a number that is a slip away is no other order.
          if (first === undefined && (day !== null || !isSlip(other.data.number ?? "", number))) continue;
          yield {
            ...place,
            message: text(
              `${first === undefined ? `Приказа № ${number} в записях нет` : `Приказ № ${number} – «${first.data.subject}»`}, а сказано так о приказе ${facts.named(other)} «${other.data.subject}»`,
              `${first === undefined ? `The records have no order No. "${number}"` : `The order No. "${number}" is “${first.data.subject}”`}; what is said is the subject of ${facts.named(other)}, “${other.data.subject}”`,
            ),
            hints: text(
              "Исправьте номер и дату приказа или его заголовок",
              "Correct the number and the date, or the subject",
            ),
            related: {
              record: first ?? other,
              pointer: "/subject",
              message: text("заголовок этого приказа", "the subject of that order"),
            },
          };
        }
  },
};

function meantOrders(facts: Facts, number: string, day: string | null): readonly RecordOf<"orders">[] {
  return facts.all("orders").filter(({ data }) => data.number === number && (day === null || data.date === day));
}

/** The order whose subject has all that is said, and the least beside it: one that amends it repeats its subject. */
function namedSo(facts: Facts, said: readonly string[]): RecordOf<"orders"> | undefined {
  if (said.length === 0) return undefined;
  const [least] = facts
    .all("orders")
    .filter((one) => said.every((stem) => subjectOf(one).includes(stem)))
    .sort((one, other) => subjectOf(one).length - subjectOf(other).length);
  return least;
}

function subjectOf({ data }: RecordOf<"orders">): readonly string[] {
  return stemsOf(data.subject ?? "");
}

function shares(order: RecordOf<"orders">, said: readonly string[]): boolean {
  const own = subjectOf(order);
  return own.length === 0 || said.some((stem) => own.includes(stem));
}

/** Written by the program, or said of what is no text of the record. */
const FROZEN = new Set(["register", "approvals"]);
/** «Напомнить по приказу № 87-ОД о проведении конференции»: what is told, not what the order is about. */
const TOLD =
  /(?<!\p{L})(?:напомн|сообщ|информ|долож|доклад|отчит|отч[её]т|извест|извещ|уведом|сведени|заявк|справк|вопрос|предупр|пам[яе]т)\p{L}*[^.;]*$/iu;
const TITLED = new RegExp(
  `(?<!\\p{L})приказ\\p{L}*(?:${SPACE}[^.;№«»]{0,60}?)??(?:${SPACE}${DATED})?${SPACE}№${SPACE}?(?<number>\\d+[\\p{L}\\d/-]*)${SPACE}(?:«(?<quoted>Об?${SPACE}[^«»]+)|(?<plain>об?${SPACE}[^.;,«»()]+))`,
  "giu",
);
