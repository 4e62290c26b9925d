import { numericDate } from "../../../base/text/index.ts";
import { formatNumber, isUnassigned, nextFree, parseNumber } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import { repeated } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** Within a year no two orders of one issuer, and no two agreements, have one number. */
export const numberTaken: RecordRule = {
  code: "TRC2101",
  title: text("Номер документа уже занят", "The number of the document is taken"),
  validations: ["V01"],
  why: text(
    "По номеру и дате документ находят в журнале и ссылаются на него в других документах; у двух документов года не может быть одного номера",
    "A document is found and referred to by its number and date; two documents of a year cannot share a number",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 11 «Регистрационный номер документа»",
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong: 'number: "87-ОД"',
    right: 'number: "88-ОД"',
  },
  *check(facts): Iterable<Finding> {
    const byDate = [...facts.all("orders"), ...facts.all("agreements")].sort((a, b) =>
      `${a.data.date} ${a.id}` < `${b.data.date} ${b.id}` ? -1 : 1,
    );
    for (const [record, first] of repeated(byDate, numberOf)) {
      const { number = "", date = "" } = record.data;
      const year = date.slice(0, 4);
      const free = freeNumber(facts, record);
      yield {
        record,
        pointer: "/number",
        message: text(`Номер «${number}» за ${year} год уже занят`, `Number "${number}" is already taken in ${year}`),
        hints:
          free === undefined
            ? []
            : text(`Ближайший свободный номер: number: "${free}"`, `Next free: number: "${free}"`),
        related: {
          record: first,
          pointer: "/number",
          message: text(
            `документ с этим номером уже есть: ${facts.named(first)} от ${numericDate(first.data.date ?? "")}`,
            `the number already belongs to ${first.id} of ${first.data.date}`,
          ),
        },
        expected: free,
      };
    }
  },
};

type Numbered = RecordOf<"orders"> | RecordOf<"agreements">;

/** What two documents must not share; a number still to be given («__-ОД») may stand in any count of drafts. */
function numberOf(record: Numbered): string | undefined {
  const { number, date = "" } = record.data;
  if (number === undefined || isUnassigned(number)) return undefined;
  const series = record.collection === "orders" ? record.data.issuer : record.collection;
  return JSON.stringify([series, date.slice(0, 4), number.toUpperCase()]);
}

function freeNumber(facts: Facts, record: Numbered): string | undefined {
  const { number = "", date = "" } = record.data;
  const form = parseNumber(number);
  if (form === null) return undefined;
  const own = record.collection === "orders" ? record.data.issuer : record.data.parties?.first?.organisation;
  const series = { author: own ?? "centre", year: Number(date.slice(0, 4)), form, of: record };
  return formatNumber(nextFree(facts.dossier, series));
}
