import { numericDate } from "../../../base/text/index.ts";
import { allRecords, type ContentRecord, type RecordOf } from "../../records/index.ts";
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
          if (day === null) continue;
          const meant = meantPaper(papers, day, number);
          if (meant === undefined) {
            const isThere = papers.some((one) => one.date === day && one.number === number);
            const own = !isThere && OWN.test(found.input.slice(0, found.index));
            const crossed = own ? crossedBy(papers, record, [day, number]) : undefined;
            if (crossed !== undefined) yield { ...place, ...outOfRow([day, number], crossed) };
            continue;
          }
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

type Reference = readonly [day: string, number: string];

/** Numbers are given in turn: a greater number of the same author and row on an earlier day, or a smaller one on a later day. */
function crossedBy(
  papers: readonly Paper[],
  { data }: ContentRecord<unknown>,
  [day, number]: Reference,
): Paper | undefined {
  const author = (data as { readonly issuer?: string }).issuer ?? "centre";
  const row = papers.filter(
    (one) =>
      one.record.collection === "orders" &&
      one.record.data.issuer === author &&
      one.date.slice(0, 4) === day.slice(0, 4) &&
      suffixOf(one.number) === suffixOf(number),
  );
  if (suffixOf(number) === "" || row.some((one) => one.number === number)) return undefined;
  return row.find((one) => {
    const later = Number.parseInt(one.number, 10) - Number.parseInt(number, 10);
    return later !== 0 && one.date !== day && later > 0 !== one.date > day;
  });
}

function suffixOf(number: string): string {
  return number.replace(/^\d+/, "").toUpperCase();
}

function outOfRow(
  [day, number]: Reference,
  { record, number: other, date }: Paper,
): Pick<Finding, "message" | "hints" | "related"> {
  return {
    message: text(
      `Приказа от ${numericDate(day)} № ${number} быть не может: № ${other} – от ${numericDate(date)}`,
      `There can be no order No. "${number}" of ${day}: No. "${other}" is of ${date}`,
    ),
    hints: text(
      "Исправьте номер или дату; если это приказ другой организации, назовите её или снимите замечание",
      "Correct the number or the date; if it is an order of another organisation, name it or waive the finding",
    ),
    related: { record, pointer: "/date", message: text("запись документа", "the record of the document") },
  };
}

/** One digit is another, or two neighbours are swapped; the rest is the same, and it is no number in turn. */
export function isSlip(right: string, written: string): boolean {
  if (right.length !== written.length) return false;
  const other = [...right].flatMap((char, at) => (char === written[at] ? [] : [at]));
  const [first = 0, second = -1] = other;
  if (other.some((at) => !/\d/.test(right[at] ?? "") || !/\d/.test(written[at] ?? ""))) return false;
  if (other.length === 2)
    return second === first + 1 && right[first] === written[second] && right[second] === written[first];
  const apart = Math.abs(Number.parseInt(right, 10) - Number.parseInt(written, 10));
  // «3/2024-ТРЦ» of an agreement of 2025: the year is another one, the number is the same.
  return other.length === 1 && (apart > NEIGHBOURS || apart === 0);
}

/** Orders of one day have numbers in turn: that the next one is not in the records says nothing. */
const NEIGHBOURS = 5;
/** Written by the program, or said of what is no text of the record. */
const FROZEN = new Set(["register", "approvals"]);
const OF_THE_KIND = /(?<!\p{L})(?:приказ|распоряжени|договор|соглашени)\p{L}*(?:[ \u00a0][^.;№]{0,60})?[ \u00a0]$/iu;
/** Of the author of the paper itself: an order of somebody else is named with its author. */
const OWN = /(?<!\p{L})приказ\p{L}*(?:[ \u00a0](?:директора|школы|центра))*[ \u00a0]$/iu;
/** «от 05.09.2025 № 145-ОД», «от 5 сентября 2025 г. № 145-ОД», «от 10.09.2025 № 2/2025-ТРЦ». */
const NAMED = new RegExp(`${DATED}[\\s\\u00a0]+№[\\s\\u00a0]*(?<number>\\d+[\\p{L}\\d/-]*)`, "giu");
