import { addDays, numericDate } from "../../../base/text/index.ts";
import type { RecordOf } from "../../records/index.ts";
import { rowsOf } from "../rows-of.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

/** Sheets of approval: nobody approves after the signing, no remark stays open. */
export const approvalDates: RecordRule = {
  code: "TRC2144",
  title: text("Согласовано позже подписания", "Approved after the signing"),
  validations: ["V52"],
  why: text(
    "Документ подписывают после того, как его согласовали все",
    "A document is signed after everybody has approved it",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 20, 21",
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong: "rows:\n  - {person: tihaya-ev, date: 2025-09-18, decision: agreed}",
    right: "rows:\n  - {person: tihaya-ev, date: 2025-09-08, decision: agreed}",
  },
  check: each(["documents", "approval-sheet"], function* (record, facts) {
    const { subject } = record.data;
    // In other kinds the subject is a text.
    if (typeof subject !== "object") return;
    const { order, agreement, regulation, plan } = subject;
    const approved = facts.dated(
      facts.find("orders", order) ??
        facts.find("agreements", agreement) ??
        facts.find("regulations", regulation) ??
        facts.find("plans", plan),
    );
    yield* farFromSheet(record, approved?.date ?? "9999");
    if (approved === undefined) return;
    for (const [pointer, { date, settled }] of located(rowsOf(record), "/rows")) {
      if (settled !== undefined && settled > approved.date && (date ?? "") <= approved.date)
        yield {
          pointer: `${pointer}/settled`,
          message: text(
            `Замечание снято ${numericDate(settled)}, а документ подписан раньше – ${numericDate(approved.date)}`,
            `The remark was settled on ${settled}, after the document was signed on ${approved.date}`,
          ),
          hints: text("Проверьте день, когда снято замечание", "Check the day when the remark was settled"),
          related: { ...approved, message: text("дата согласованного документа", "date of the approved document") },
        };
      if (date === undefined || date <= approved.date) continue;
      yield {
        pointer: `${pointer}/date`,
        message: text(
          `Согласовано ${numericDate(date)}, а документ подписан раньше – ${numericDate(approved.date)}`,
          `Approved on ${date}, after the document was signed on ${approved.date}`,
        ),
        hints: text(
          `Дата визы – не позднее ${numericDate(approved.date)}`,
          `The approval is not later than ${approved.date}`,
        ),
        related: { ...approved, message: text("дата согласованного документа", "date of the approved document") },
      };
    }
  }),
};

/** A sheet goes round within days: what is a month away from it has another month by mistake. */
const LONG = 25;

function* farFromSheet(record: RecordOf<"documents">, approved: string): Iterable<FindingIn> {
  const sheet = record.data.date;
  if (sheet === undefined) return;
  const days = located(rowsOf(record), "/rows").flatMap(([at, { date, settled }]) => [
    { pointer: `${at}/date`, day: date },
    { pointer: `${at}/settled`, day: settled !== undefined && settled < (date ?? "") ? undefined : settled },
  ]);
  const known = days.flatMap(({ pointer, day }) => (day === undefined ? [] : [{ pointer, day }]));
  const far = known.filter(({ day }) => day < addDays(sheet, -LONG) || day > addDays(sheet, LONG));
  const own = far.length > 1 && far.length === known.length ? [{ pointer: "/date", day: sheet }] : far;
  for (const { pointer, day } of own) {
    if (pointer !== "/date" && day > approved) continue;
    yield {
      pointer,
      severity: "warning",
      message: text(
        `${numericDate(day)} – далеко от других дат листа согласования`,
        `${day} is far from the other dates of the sheet of approval`,
      ),
      hints: text("Проверьте месяц и год", "Check the month and the year"),
    };
  }
}
