import { type Text, text } from "../../base/diagnostics/index.ts";
import type { NamedDeadline, RequiredDocument, StatusReport } from "../../desk/status/index.ts";
import { command } from "../command.ts";
import { day, PROJECT, wholeNumber } from "../options.ts";
import { dayText, joined, type Line } from "../output.ts";
import { today } from "../today.ts";

/** `trc status`: what the set has, lacks and must do next. */
export const STATUS = command({
  name: "status",
  ...text(
    "что есть и чего не хватает в комплекте, что просрочено и что скоро",
    "what the set has and lacks, what is overdue and what is due soon",
  ),
  options: {
    ...PROJECT,
    date: day("на какой день (по умолчанию сегодня)", "for which day (today by default)"),
    days: {
      ...text("на сколько дней вперёд смотреть", "how many days to look ahead"),
      value: text("<число>", "<number>"),
      default: 30,
      parse: wholeNumber(
        3660,
        text("Нужно целое число дней, например 30.", "A whole number of days is needed, for example 30."),
      ),
    },
  },
  run: async (_operands, { json = false, ...options }) => {
    const { centreStatus } = await import("../../desk/status/index.ts");
    const { approvalSummary } = await import("../approval-lines.ts");
    const { value, diagnostics } = await centreStatus({ ...options, date: options.date ?? today(), approvals: !json });
    if (value === undefined) return { diagnostics };
    const approved = value.approvals == null ? [DOES_NOT_BUILD] : approvalSummary(value.approvals);
    return {
      json: value,
      lines: [...reportLines(value, options.days), ...block(text("Одобрения", "Approvals"), approved)],
    };
  },
});

const DOES_NOT_BUILD = text(
  "комплект не собирается: сначала исправьте ошибки (trc check)",
  "the set does not build: correct the errors first (trc check)",
);
const STATES: { readonly [state in RequiredDocument["state"]]: Text } = {
  there: text("  есть          ", "  there         "),
  planned: text("  впереди       ", "  planned       "),
  expired: text("  истёк         ", "  expired       "),
  later: text("  ещё не нужен  ", "  not due yet   "),
  missing: text("  НЕТ           ", "  MISSING       "),
};
/** In place of the state of a document in force that nobody has approved or issued: a record alone is no paper. */
const RECORD_ALONE = text("  есть запись   ", "  a record      ");

function reportLines(report: StatusReport, days: number): Line[] {
  const { date, schoolYear, documents, overdue, coming, notes } = report;
  const on = dayText(date);
  return [
    text(
      `Комплект на ${on.ru}, ${schoolYear} учебный год\n\nДокументы раздела 6 Положения`,
      `The set on ${on.en}, school year ${schoolYear}\n\nDocuments of section 6 of the regulation`,
    ),
    ...documents.flatMap(documentLines),
    ...block(text("Просрочено", "Overdue"), overdue.map(deadlineLine)),
    ...block(text(`Ближайшие ${days} дн.`, `The next ${days} days`), coming.map(deadlineLine)),
    ...(notes.length > 0 ? block(text("Обратите внимание", "Please note"), notes) : []),
  ];
}

function block(title: Text, lines: readonly Line[]): Line[] {
  const shown = lines.length === 0 ? [text("ничего", "nothing")] : lines.filter((line) => line !== false);
  return [joined(["\n", title]), ...shown.map((line) => joined(["  ", line]))];
}

function documentLines(document: RequiredDocument): Line[] {
  const { title, state, number, date, until, due, registered, approvals, hint } = document;
  const dated = (ru: string, en: string, iso: string | null): Line =>
    iso !== null && joined([text(ru, en), dayText(iso)]);
  const alone = state === "there" && registered === null && approvals === 0;
  return [
    joined([
      alone ? RECORD_ALONE : STATES[state],
      title,
      dated(" от ", " of ", date),
      number !== null && ` № ${number}`,
      dated(", по ", ", until ", until),
      dated(", срок ", ", due ", date === null ? due : null),
      alone && text("; в реестре нет, одобрений нет", "; not in the register, no approvals"),
      registered === null
        ? approvals > 0 && text(`; одобрений – ${approvals}`, `; approvals: ${approvals}`)
        : dated("; в реестре с ", "; in the register since ", registered),
    ]),
    hint !== null && state !== "later" && text(`                создать: ${hint}`, `                begin it: ${hint}`),
  ];
}

function deadlineLine({ date, until = date, title, names }: NamedDeadline): Line {
  const days = until === date ? dayText(date) : joined([dayText(date), "–", dayText(until)]);
  return joined([text(days.ru.padEnd(23), days.en.padEnd(23)), title, names !== "" && ` – ${names}`]);
}
