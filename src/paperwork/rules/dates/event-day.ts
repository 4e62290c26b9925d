import { folded, numericDate } from "../../../base/text/index.ts";
import { activityPeriod, covers, schoolYearOf } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { DAY, dayOf, SPACE } from "../reference-date.ts";
import { each, type Finding, type RecordRule, text } from "../rule.ts";

/** The day that a text gives for an event of the plan, named in quotes, is a day of the plan or of its results. */
export const eventDay: RecordRule = {
  code: "TRC2249",
  title: text("Мероприятие названо не на тот день", "An event is named on another day"),
  validations: ["V07"],
  severity: "warning",
  why: text(
    "По плану и по результатам мероприятие в другие дни: люди соберутся не тогда",
    "The plan and the results have the event on other days: people will come at the wrong time",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: провести 18.02.2026 конференцию обучающихся «Первые шаги в науку»",
    right: "items:\n  - text: провести 19.02.2026 конференцию обучающихся «Первые шаги в науку»",
  },
  *check(facts): Iterable<Finding> {
    yield* helpOnOtherDays(facts);
    const events = eventsOf(facts);
    for (const { record, date } of facts.documents) {
      if (record.collection === "plans" || !/(?<!\p{L})(?:провест|состо|провод|пройд)/iu.test(record.text)) continue;
      for (const { found, place } of matchesIn(record, HELD)) {
        const day = dayOf(found);
        const { before = "", name = "" } = QUOTED.exec(found.input)?.groups ?? {};
        const known = events.get(plain(name)) ?? [];
        const [first] = known;
        if (day === null || first === undefined || known.some(({ has }) => has(day)) || ABOUT.test(before)) continue;
        // Of another school year the plan says nothing, unless this year's event was still to come when the paper was written.
        if (
          !known.some(
            ({ year, last }) =>
              year === schoolYearOf(day) || (schoolYearOf(date) === year && last >= date && day >= date),
          )
        )
          continue;
        yield {
          ...place,
          message: text(
            `«${name}» в этот день, ${numericDate(day)}, не стоит ни в плане, ни в результатах`,
            `“${name}” is neither planned nor held on this day, ${day}`,
          ),
          hints: text(
            `По плану – ${first.days}: исправьте дату в тексте или перенос в записи`,
            `The plan has: ${first.days}. Correct the date, or enter that the event is moved`,
          ),
          related: { record: first.record, pointer: first.pointer, message: text("срок по плану", "the planned term") },
        };
      }
    }
  },
};

/** An act says that help was given in days of its activity; what is still going on may have days that nobody has entered yet. */
const helpOnOtherDays = each(["documents", "act"], function* ({ data: { activity, period } }, facts) {
  const { from, to } = period ?? {};
  const result = facts.all("results").find(({ data }) => data.activity === activity);
  const days = (result?.data.sessions ?? []).flatMap(({ date }) => date ?? []);
  if (result === undefined || from === undefined || to === undefined || days.length === 0) return;
  const isOpen = result.data.status === "ongoing" && days.every((day) => day < from);
  if (isOpen || days.some((day) => from <= day && day <= to)) return;
  const said = from === to ? numericDate(from) : `${numericDate(from)}–${numericDate(to)}`;
  yield {
    pointer: "/period",
    message: text(
      `По акту помощь оказана ${said}, а в результатах мероприятия таких дней нет`,
      `The act has the help on ${from}–${to}, the results of its activity have no such day`,
    ),
    hints: text(
      `По результатам – ${days.map(numericDate).join(", ")}: исправьте период акта или впишите встречу в результат`,
      `The results have: ${days.join(", ")}. Correct the period of the act, or enter the meeting in the result`,
    ),
    related: { record: result, pointer: "/sessions", message: text("встречи мероприятия", "meetings of the activity") },
  };
});

const HELD = new RegExp(
  `(?<!\\p{L})(?:провести|состоится|состоялась|состоялся|состоялось|проводится|проводятся|пройд[её]т)${SPACE}${DAY}`,
  "giu",
);

/** The first name in quotes, and the words before it. */
const QUOTED = /(?<before>[^«»]*)«(?<name>[^«»]+)»/u;
/** «Совещание по итогам конференции «…»», «отборочный этап олимпиады «…»»: another event, of its own day. */
const ABOUT =
  /(?<!\p{L})(?:итог|подготов|этап|тур(?!\p{L})|оргкомитет|жюри|заседани|совещани|репетици|консультаци|инструктаж)/iu;

type PlannedEvent = {
  readonly record: RecordOf<"activities">;
  readonly pointer: string;
  readonly days: string;
  readonly year: number;
  /** The last day on which it is planned or was held. */
  readonly last: string;
  readonly has: (day: string) => boolean;
};

/** Activities by the name in quotes in their title. */
function eventsOf(facts: Facts): ReadonlyMap<string, readonly PlannedEvent[]> {
  const events = new Map<string, PlannedEvent[]>();
  for (const record of facts.all("activities")) {
    const [name] = /(?<=«)[^«»]+(?=»)/u.exec(record.data.title ?? "") ?? [];
    const period = activityPeriod(facts.dossier, record);
    if (name === undefined || period === null) continue;
    const results = facts.all("results").filter(({ data }) => data.activity === record.id);
    const held = results.flatMap(({ data: { movedTo, sessions = [] } }) => [
      movedTo,
      ...sessions.map(({ date }) => date),
    ]);
    const days = [period.from, period.to].map(numericDate);
    const event: PlannedEvent = {
      record,
      pointer: period.pointer,
      days: days[0] === days[1] ? (days[0] ?? "") : days.join("–"),
      year: schoolYearOf(period.from),
      last: [period.to, ...held.map((day) => day ?? "")].sort().at(-1) ?? "",
      has: (day) => period.spans.some((span) => covers(span, day)) || held.includes(day),
    };
    events.set(plain(name), [...(events.get(plain(name)) ?? []), event]);
  }
  return events;
}

function plain(name: string): string {
  return folded(name).replace(/[\s\u00a0]+/g, " ");
}
