import { numericDate } from "../../../base/text/index.ts";
import { formatNumber, isUnassigned, nextFree, parseNumber } from "../../facts/index.ts";
import { type ContentRecord, recordAs } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, string } from "../values.ts";

/** Orders of one issuer, and agreements of one first party, share a sequence of numbers within a year and an index. */
export const numberTaken: RecordRule = {
  code: "TRC2101",
  title: text("Номер документа уже занят", "The number of the document is taken"),
  validations: ["V01"],
  severity: "error",
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
  check: (facts) => [
    ...doubles(facts, facts.all("orders"), (record) => string(record.data.issuer)),
    ...doubles(facts, facts.all("agreements"), () => "agreements"),
  ],
};

function* doubles(
  facts: Facts,
  records: readonly ContentRecord[],
  author: (record: ContentRecord) => string | undefined,
): Iterable<Finding> {
  const taken = new Map<string, ContentRecord>();
  const order = [...records].sort((a, b) => compare(dateOf(a), dateOf(b)) || compare(a.id, b.id));
  for (const record of order) {
    const number = string(record.data.number);
    const key = JSON.stringify([author(record), dateOf(record).slice(0, 4), number?.toUpperCase()]);
    // A number still to be given («__-ОД») may stand in any count of drafts.
    if (number === undefined || isUnassigned(number)) continue;
    const first = taken.get(key);
    if (first === undefined) taken.set(key, record);
    else yield finding(facts, record, first, number);
  }
}

function finding(facts: Facts, record: ContentRecord, first: ContentRecord, number: string): Finding {
  const year = dateOf(record).slice(0, 4);
  const form = parseNumber(number);
  const party = recordAs(record, "agreements")?.data.parties?.first?.organisation;
  const author = string(record.data.issuer) ?? party ?? "centre";
  const free =
    form === null ? null : formatNumber(nextFree(facts.dossier, { author, year: Number(year), form, of: record }));
  return {
    record,
    pointer: "/number",
    message: text(`Номер «${number}» за ${year} год уже занят`, `Number "${number}" is already taken in ${year}`),
    hints: free === null ? [] : [text(`Ближайший свободный номер: number: "${free}"`, `Next free: number: "${free}"`)],
    related: [
      {
        record: first,
        pointer: "/number",
        message: text(
          `документ с этим номером уже есть: ${facts.named(first)} от ${numericDate(dateOf(first))}`,
          `the number already belongs to ${first.id} of ${dateOf(first)}`,
        ),
      },
    ],
    actual: number,
    ...(free === null ? {} : { expected: free }),
  };
}

function dateOf(record: ContentRecord): string {
  return day(record.data.date) ?? day(fields(record.data.approved).date) ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
