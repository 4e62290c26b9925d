import { numericDate } from "../../../base/text/index.ts";
import type { DataOf, RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

/** An act hands over what its agreement lists and no more, and takes back what was handed over and no more. */
export const transferred: RecordRule = {
  code: "TRC2185",
  title: text("Акт приёма-передачи расходится с договором", "The act of transfer departs from its agreement"),
  validations: ["V16"],
  why: text(
    "По акту передают имущество договора: то, что в нём названо, не больше и не раньше",
    "An act transfers the property of its agreement: what it lists, no more and no earlier",
  ),
  norm: "ГК РФ, статьи 689, 691",
  example: {
    file: "documents/transfer-1-2026.yaml",
    wrong: "property: [{item: 2, quantity: 5, state: исправны}]",
    right: "property: [{item: 2, quantity: 3, state: исправны}]",
  },
  check: each(["documents", "transfer-act"], function* (act, facts) {
    const agreement = facts.find("agreements", act.data.agreement);
    if (agreement === undefined) return;
    const { date } = act.data;
    const concluded = agreement.data.date;
    const related = { record: agreement, pointer: "/property", message: text("перечень договора", "the list of it") };
    if (date !== undefined && concluded !== undefined && date < concluded)
      yield {
        pointer: "/date",
        message: text(
          `Акт от ${numericDate(date)} составлен раньше договора от ${numericDate(concluded)}`,
          `The act of ${date} is earlier than the agreement of ${concluded}`,
        ),
        hints: text("Исправьте дату акта или договора", "Correct the date of the act or of the agreement"),
        related: { record: agreement, pointer: "/date", message: text("дата договора", "date of the agreement") },
      };
    const amended = facts.amended("agreements", agreement.id) ?? agreement;
    yield* outsideTerm(act, amended);
    yield* handedOverLate(act, amended, facts);
    for (const found of rowsTooFar(act, agreement, facts)) yield { ...found, related };
  }),
};

/** Property is handed over within the term of the agreement; it may come back later. */
function* outsideTerm({ data: { date, transfer } }: Act, agreement: RecordOf<"agreements">): Iterable<FindingIn> {
  const { date: concluded, term: { from, to } = {} } = agreement.data;
  if (date === undefined || transfer !== "handover" || date < (concluded ?? "")) return;
  const early = from !== undefined && date < from;
  if (!early && (to === undefined || date <= to)) return;
  yield {
    pointer: "/date",
    severity: "warning",
    message: early
      ? text(
          `Передано ${numericDate(date)}, а срок договора – с ${numericDate(from)}`,
          `Handed over on ${date}, the term of the agreement begins on ${from}`,
        )
      : text(
          `Передано ${numericDate(date)}, а срок договора кончился ${numericDate(to ?? "")}`,
          `Handed over on ${date}, the term of the agreement ended on ${to}`,
        ),
    hints: text("Исправьте дату акта или срок договора", "Correct the date of the act or the term of the agreement"),
    related: { record: agreement, pointer: "/term", message: text("срок договора", "the term of the agreement") },
  };
}

/** The first act hands over within the working days of the agreement; more may follow later, in parts. */
function* handedOverLate(act: Act, agreement: RecordOf<"agreements">, facts: Facts): Iterable<FindingIn> {
  const { date, transfer } = act.data;
  const { date: concluded, term, transferDays } = agreement.data;
  if (date === undefined || transfer !== "handover" || concluded === undefined || transferDays === undefined) return;
  if (actsUpTo(act, facts).some((one) => one.data.transfer === "handover")) return;
  const inForce = [concluded, term?.from ?? concluded].sort().at(-1) ?? concluded;
  const last = facts.calendar.after(inForce, transferDays);
  if (date <= last || (term?.to !== undefined && date > term.to)) return;
  yield {
    pointer: "/date",
    severity: "warning",
    message: text(
      `Передано ${numericDate(date)}, а по договору – не позднее ${numericDate(last)} (рабочих дней: ${transferDays})`,
      `Handed over on ${date}, by the agreement no later than ${last} (${transferDays} working days)`,
    ),
    hints: text(
      "Исправьте дату акта или срок передачи в договоре",
      "Correct the date of the act, or the days of the agreement",
    ),
    related: { record: agreement, pointer: "/transferDays", message: text("срок передачи", "days for it") },
  };
}

type Act = RecordOf<"documents">;
type Row = Exclude<DataOf<"documents">["property"], undefined>[number];

function* rowsTooFar(act: Act, agreement: RecordOf<"agreements">, facts: Facts): Iterable<FindingIn> {
  const listed = agreement.data.property ?? [];
  const acts = actsUpTo(act, facts);
  const rows = located(act.data.property, "/property");
  for (const [index, [pointer, { item = 0 }]] of rows.entries()) {
    const of = listed[item - 1];
    if (of === undefined) {
      yield {
        pointer: `${pointer}/item`,
        message: text(
          `В перечне договора строк ${listed.length}, строки ${item} нет`,
          `The list of the agreement has ${listed.length} rows, there is no row ${item}`,
        ),
        hints: text("Укажите номер строки перечня", "Name the number of a row of the list"),
      };
      continue;
    }
    // What the rows above of the same act have taken counts with what earlier acts have.
    const own = rows.slice(0, index + 1).map(([, row]) => row);
    const given = counted(acts, "handover", item);
    const back = counted(acts, "return", item);
    const now = total(own, item);
    const returning = act.data.transfer === "return";
    const [taken, most] = returning ? [back, given] : [given - back, of.quantity ?? 0];
    if (taken + now <= most) continue;
    yield {
      pointer: `${pointer}/quantity`,
      message: returning
        ? text(
            `«${of.name}»: возвращается ${taken + now}, а передано ${most}`,
            `“${of.name}”: ${taken + now} are returned, ${most} were handed over`,
          )
        : text(
            `«${of.name}»: по актам передано ${taken + now}, а в договоре ${most}`,
            `“${of.name}”: ${taken + now} are handed over, the agreement has ${most}`,
          ),
      hints: text(
        `По этому акту – не больше ${Math.max(0, most - taken - (now - total(own.slice(-1), item)))}`,
        `By this act no more than ${Math.max(0, most - taken - (now - total(own.slice(-1), item)))}`,
      ),
    };
  }
}

/** Acts of the same agreement that came before: of earlier days, and of the same day with a lower id. */
function actsUpTo({ id, data: { agreement, date = "" } }: Act, facts: Facts): readonly Act[] {
  return facts
    .all("documents", "transfer-act")
    .filter(
      (one) =>
        one.data.agreement === agreement &&
        one.id !== id &&
        ((one.data.date ?? "") < date || ((one.data.date ?? "") === date && one.id < id)),
    );
}

function counted(acts: readonly Act[], transfer: string, item: number): number {
  return acts
    .filter(({ data }) => data.transfer === transfer)
    .reduce((sum, { data }) => sum + total(data.property ?? [], item), 0);
}

function total(rows: readonly Row[], item: number): number {
  return rows.reduce((sum, row) => sum + (row.item === item ? (row.quantity ?? 0) : 0), 0);
}
