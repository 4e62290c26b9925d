import { numericDate } from "../../../base/text/index.ts";
import type { DataOf } from "../../records/index.ts";
import { each, type Finding, type RecordRule, text } from "../rule.ts";

/** An order takes effect no earlier than its own day. */
export const effectBeforeOrder: RecordRule = {
  code: "TRC2208",
  title: text("Приказ действует раньше своей даты", "An order takes effect before its date"),
  validations: ["V17"],
  severity: "warning",
  why: text(
    "Приказ не действует до того, как подписан: чего тогда ещё не было, поручить нельзя",
    "An order has no effect before it is signed",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: "date: 2026-01-20\nfrom: 2026-01-10",
    right: "date: 2026-01-20\nfrom: 2026-01-20",
  },
  *check(facts): Iterable<Finding> {
    yield* ofOrders(facts);
    yield* ofPapers(facts);
  },
};

const ofOrders = each("orders", function* ({ data }) {
  for (const key of ["from", "statusFrom"] as const) {
    const from = data[key];
    if (from === undefined || data.date === undefined || from >= data.date) continue;
    yield {
      pointer: `/${key}`,
      message: text(
        `Действует с ${numericDate(from)}, а приказ – от ${numericDate(data.date)}`,
        `In effect from ${from}, the order is of ${data.date}`,
      ),
      hints: text("Исправьте дату приказа или начало действия", "Correct the date of the order, or of its effect"),
      related: { pointer: "/date", message: text("дата приказа", "date of the order") },
    };
  }
});

type Later = (data: DataOf<"documents">) => { readonly [pointer: string]: string | undefined };

const approved: Later = (data) => ({ "/approved/date": data.approved?.date });

/** The status that is asked for, and the new day that a notice tells of, are to come; what is approved has been drawn up. */
const LATER: { readonly [kind: string]: Later } = {
  "status-application": ({ term }) => ({ "/term/from": term?.from }),
  notice: ({ from }) => ({ "/from": from }),
  "destruction-act": approved,
  "case-nomenclature": approved,
};

const ofPapers = each("documents", function* ({ data, kind }) {
  const date = data.date ?? "";
  const later = LATER[kind ?? ""]?.(data) ?? {};
  for (const [pointer, from] of Object.entries(later)) {
    if (from === undefined || from >= date) continue;
    yield {
      pointer,
      message: text(
        `${numericDate(from)} – раньше самого документа (${numericDate(date)})`,
        `${from} is before the document itself (${date})`,
      ),
      hints: text("Исправьте год, месяц или день", "Correct the year, the month or the day"),
      related: { pointer: "/date", message: text("дата документа", "date of the document") },
    };
  }
});
