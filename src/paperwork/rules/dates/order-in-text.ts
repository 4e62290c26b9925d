import { numericDate } from "../../../base/text/index.ts";
import { allRecords, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { DATED, dayOf } from "../reference-date.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** An order or an agreement that a text names has the date and the number of its record. */
export const orderInText: RecordRule = {
  code: "TRC2231",
  title: text(
    "В тексте приказ или договор назван с другой датой или номером",
    "A text names an order or an agreement with another date or number",
  ),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Номер в году один: документа с таким номером и другой датой нет, ссылка ведёт в никуда",
    "A number is given once a year: with another date there is no such document",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 12",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: исполнить приказ от 06.09.2025 № 145-ОД",
    right: "items:\n  - text: исполнить приказ от 05.09.2025 № 145-ОД",
  },
  *check(facts): Iterable<Finding> {
    const papers = papersOf(facts);
    for (const record of allRecords(facts.dossier))
      if (!FROZEN.has(record.collection) && record.text.includes("№"))
        for (const { found, place } of matchesIn(record, NAMED)) {
          const day = dayOf(found);
          const number = found.groups?.number ?? "";
          // A bare number may be that of any paper: «протокол от 15.01.2026 № 2».
          if (/^\d+$/.test(number) && !OF_THE_KIND.test(found.input.slice(0, found.index))) continue;
          const meant = day === null ? undefined : meantPaper(papers, day, number);
          if (day === null || meant === undefined) continue;
          const right = `от ${numericDate(meant.date)} № ${meant.number}`;
          yield {
            ...place,
            message:
              meant.number === number
                ? text(
                    `Документ № ${number} – от ${numericDate(meant.date)}, а не от ${numericDate(day)}`,
                    `No. "${number}" is of ${meant.date}, not of ${day}`,
                  )
                : text(
                    `Документа от ${numericDate(day)} № ${number} в записях нет, есть № ${meant.number}`,
                    `The records have no No. "${number}" of ${day}, but No. "${meant.number}"`,
                  ),
            hints: text(
              `Напишите: ${right}; если это документ другой организации, снимите замечание`,
              `Correct the reference; if it is a document of another organisation, waive the finding`,
            ),
            related: {
              record: meant.record,
              pointer: meant.number === number ? "/date" : "/number",
              message: text("запись документа", "the record of the document"),
            },
          };
        }
  },
};

type Paper = {
  readonly record: RecordOf<"orders"> | RecordOf<"agreements">;
  readonly number: string;
  readonly date: string;
};

function papersOf(facts: Facts): readonly Paper[] {
  return [...facts.all("orders"), ...facts.all("agreements")].flatMap((record) => {
    const { number, date } = record.data;
    return number === undefined || date === undefined ? [] : [{ record, number, date }];
  });
}

/** The paper that was meant, when the reference is not to it: the number of another day, or the day of a number that is a slip away. */
function meantPaper(papers: readonly Paper[], day: string, number: string): Paper | undefined {
  const same = papers.filter((one) => one.number === number);
  if (same.some(({ date }) => date === day)) return undefined;
  const near = same.find(({ date }) => date.slice(0, 4) === day.slice(0, 4) || date.slice(4) === day.slice(4));
  return near ?? papers.find((one) => one.date === day && isSlip(one.number, number));
}

/** One digit is another, or two neighbours are swapped; the rest is the same, and it is no number in turn. */
function isSlip(right: string, written: string): boolean {
  if (right.length !== written.length) return false;
  const other = [...right].flatMap((char, at) => (char === written[at] ? [] : [at]));
  const [first = 0, second = -1] = other;
  if (other.some((at) => !/\d/.test(right[at] ?? "") || !/\d/.test(written[at] ?? ""))) return false;
  if (other.length === 2)
    return second === first + 1 && right[first] === written[second] && right[second] === written[first];
  return other.length === 1 && Math.abs(Number.parseInt(right, 10) - Number.parseInt(written, 10)) > NEIGHBOURS;
}

/** Orders of one day have numbers in turn: that the next one is not in the records says nothing. */
const NEIGHBOURS = 5;
/** Written by the program, or said of what is no text of the record. */
const FROZEN = new Set(["register", "approvals"]);
const OF_THE_KIND = /(?<!\p{L})(?:приказ|распоряжени|договор|соглашени)\p{L}*(?:[ \u00a0][^.;№]{0,60})?[ \u00a0]$/iu;
/** «от 05.09.2025 № 145-ОД», «от 5 сентября 2025 г. № 145-ОД», «от 10.09.2025 № 2/2025-ТРЦ». */
const NAMED = new RegExp(`${DATED}[\\s\\u00a0]+№[\\s\\u00a0]*(?<number>\\d+[\\p{L}\\d/-]*)`, "giu");
