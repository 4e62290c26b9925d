import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, items, list, number, partiesOf, shortDate, string, strings, within } from "../values.ts";
import { activityPeriod } from "./activity-period.ts";

/** A planned activity lies within the school year of its plan. */
export const outsideSchoolYear: RecordRule = {
  code: "TRC2109",
  validations: ["V07"],
  severity: "error",
  why: text(
    "План составляют на учебный год; мероприятие другого года не попадёт ни в один отчёт",
    "A plan covers one school year; an activity of another year gets into no report",
  ),
  norm: "Закон № 273-ФЗ, статья 28; план работы на учебный год",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "period: {date: 2024-11-20}",
    right: "period: {date: 2025-11-20}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("activities")) {
      const plan = facts.find("plans", record.data["plan"]);
      const year = fields(plan?.data["schoolYear"]);
      const period = activityPeriod(facts, record);
      if (plan === undefined || period === null || (within(period.from, year) && within(period.to, year))) continue;
      const [from, to] = [string(year["from"]) ?? "", string(year["to"]) ?? ""];
      yield {
        record,
        pointer: period.pointer,
        message: text(
          `Срок мероприятия не входит в учебный год плана (${shortDate(from)} – ${shortDate(to)})`,
          `The term lies outside the school year of the plan (${from} to ${to})`,
        ),
        hints: [text("Проверьте год в сроке или план (plan)", "Check the year of the term, or the plan")],
        related: [
          { record: plan, pointer: "/schoolYear", message: text("учебный год плана", "school year of the plan") },
        ],
      };
    }
  },
};

/** Whoever answers for an activity is named in the order on responsible persons in force at that time. */
export const notResponsible: RecordRule = {
  code: "TRC2110",
  validations: ["V08"],
  severity: "error",
  why: text(
    "Отвечать может тот, на кого обязанность возложена приказом, действующим в это время",
    "One answers for what an order in force has laid upon him",
  ),
  norm: "Положение, раздел 5",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "responsible: [gonchar-tm]",
    right: "responsible: [sedyh-ln]",
  },
  *check(facts): Iterable<Finding> {
    const orders = facts.ofKind("orders", "order-responsible");
    if (orders.length === 0) return;
    for (const record of facts.all("activities")) {
      const period = activityPeriod(facts, record);
      if (period === null) continue;
      const revoked = facts.revokedOn(period.from);
      const inForce = orders.filter(({ id, data }) => {
        const from = day(data["from"]) ?? day(data["date"]) ?? "";
        const to = day(data["to"]) ?? "9999-12-31";
        return !revoked.has(id) && from <= period.to && period.from <= to;
      });
      const named = new Set(inForce.flatMap(peopleOf));
      for (const [index, id] of strings(record.data["responsible"]).entries()) {
        if (named.has(id)) continue;
        yield {
          record,
          pointer: `/responsible/${index}`,
          message: text(
            `${facts.fullName(id)}: приказом ответственность не возложена`,
            `${facts.fullName(id)} is named in no order on responsible persons`,
          ),
          hints: [
            inForce.length === 0
              ? text(
                  "В это время нет действующего приказа об ответственных",
                  "There is no such order in force at that time",
                )
              : text(
                  `Укажите одного из названных в приказе: ${[...named].sort().join(", ")}`,
                  `Name one of: ${[...named].sort().join(", ")}`,
                ),
          ],
          related: (inForce.length === 0 ? orders : inForce).map((order) => ({
            record: order,
            pointer: "/responsibilities",
            message: text(`приказ об ответственных ${facts.named(order)}`, `the order ${order.id}`),
          })),
          actual: id,
        };
      }
    }
  },
};

function peopleOf(order: ContentRecord): string[] {
  const responsible = items(order.data, "responsibilities").flatMap(({ fields: one }) => [
    one["person"],
    one["deputy"],
  ]);
  return [order.data["coordinator"], ...responsible].filter((id): id is string => typeof id === "string");
}

/** An activity with a base school needs an agreement with it that is in force. */
export const noAgreement: RecordRule = {
  code: "TRC2155",
  validations: ["V09"],
  severity: "warning",
  why: text(
    "С базовой организацией работают по договору; без него ресурсы предоставлять не на чем",
    "Work with a base school rests on an agreement in force",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "baseSchools: [school-rodniki]",
    right: "baseSchools: [base-obraztsovo]",
  },
  *check(facts): Iterable<Finding> {
    const agreements = facts.ofKind("agreements", "agreement-base");
    if (agreements.length === 0) return;
    for (const record of facts.all("activities")) {
      const period = activityPeriod(facts, record);
      if (period === null) continue;
      for (const [index, id] of strings(record.data["baseSchools"]).entries()) {
        const held = agreements.some((agreement) => {
          const term = fields(agreement.data["term"]);
          const from = day(term["from"]) ?? "";
          const to = day(term["to"]) ?? "9999-12-31";
          const named = partiesOf(agreement.data).some(({ party }) => party["organisation"] === id);
          return named && from <= period.to && period.from <= to;
        });
        if (held) continue;
        yield {
          record,
          pointer: `/baseSchools/${index}`,
          message: text(
            `С организацией «${id}» на это время нет договора`,
            `There is no agreement in force with "${id}" at that time`,
          ),
          hints: [text("Проверьте срок договора или школу", "Check the term of the agreement, or the school")],
          actual: id,
        };
      }
    }
  },
};

/** One activity is planned once. */
export const twiceInPlan: RecordRule = {
  code: "TRC2147",
  validations: ["V58"],
  severity: "warning",
  why: text(
    "Одно и то же мероприятие дважды в плане завысит показатели отчёта",
    "An activity that stands twice inflates the report",
  ),
  example: {
    file: "activities/2025-2026/certification.yaml",
    wrong: "title: Муниципальный семинар «Формирующее оценивание в начальной школе»\nperiod: {date: 2025-11-20}",
    right: "title: Семинар «Подготовка к аттестации»\nperiod: {date: 2025-11-20}",
  },
  *check(facts): Iterable<Finding> {
    const seen = new Map<string, ContentRecord>();
    for (const record of facts.all("activities")) {
      const title = string(record.data["title"]);
      const period = activityPeriod(facts, record);
      if (title === undefined || period === null) continue;
      const key = JSON.stringify([
        record.data["plan"] ?? null,
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
        period.from,
        period.to,
      ]);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, record);
      else
        yield {
          record,
          pointer: "/title",
          message: text(
            "Такое мероприятие с тем же сроком уже есть в плане",
            "The plan already has this activity with the same term",
          ),
          hints: [text("Удалите один из двух файлов или исправьте срок", "Delete one of the files, or mend the term")],
          related: [{ record: first, pointer: "/title", message: text("то же мероприятие", "the same activity") }],
          actual: title,
        };
    }
  },
};

/** Nobody can hold many activities on one day. */
export const overload: RecordRule = {
  code: "TRC2148",
  validations: ["V59"],
  severity: "warning",
  why: text(
    "Одному человеку трудно провести несколько мероприятий в один день",
    "One person can hardly hold several activities on one day",
  ),
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "period: {date: 2025-10-16}",
    right: "period: {date: 2025-11-20}",
  },
  *check(facts): Iterable<Finding> {
    const most = number(facts.settings["maxActivitiesPerDay"]) ?? 2;
    const days = new Map<string, { readonly record: ContentRecord; readonly index: number }[]>();
    for (const record of facts.all("activities")) {
      const date = day(fields(record.data["period"])["date"]);
      if (date === undefined) continue;
      for (const [index, id] of strings(record.data["responsible"]).entries()) {
        const key = `${date} ${id}`;
        days.set(key, [...(days.get(key) ?? []), { record, index }]);
      }
    }
    for (const [key, held] of days) {
      const last = held.at(-1);
      if (held.length <= most || last === undefined) continue;
      const [date = "", id = ""] = key.split(" ");
      yield {
        record: last.record,
        pointer: `/responsible/${last.index}`,
        message: text(
          `${facts.fullName(id)}: ${held.length} мероприятий ${shortDate(date)}, допустимо ${most}`,
          `${facts.fullName(id)}: ${held.length} activities on ${date}, ${most} are allowed`,
        ),
        hints: [
          text(
            "Перенесите мероприятие, назначьте другого или измените maxActivitiesPerDay в settings.yaml",
            "Move the activity, name somebody else, or change maxActivitiesPerDay in settings.yaml",
          ),
        ],
        related: held.slice(0, -1).map(({ record }) => ({
          record,
          pointer: "/period",
          message: text("мероприятие того же дня", "an activity of the same day"),
        })),
        actual: id,
      };
    }
  },
};

type Booking = { readonly record: ContentRecord; readonly pointer: string; readonly from: string; readonly to: string };

/** A room holds one thing at a time. */
export const roomTaken: RecordRule = {
  code: "TRC2149",
  validations: ["V59"],
  severity: "warning",
  why: text("Два мероприятия в одном помещении в одно время не провести", "A room holds one activity at a time"),
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong:
      'consultations:\n  - {weekday: tuesday, from: "14:00", to: "16:00", room: каб. 21, person: solovey-gs, topic: Физика}\n  - {weekday: tuesday, from: "15:00", to: "16:00", room: каб. 21, person: aliev-ea, topic: Химия}',
    right:
      'consultations:\n  - {weekday: tuesday, from: "14:00", to: "15:00", room: каб. 21, person: solovey-gs, topic: Физика}\n  - {weekday: tuesday, from: "15:00", to: "16:00", room: каб. 21, person: aliev-ea, topic: Химия}',
  },
  *check(facts): Iterable<Finding> {
    yield* clashes(consultationBookings(facts));
    yield* clashes(activityBookings(facts));
  },
};

function consultationBookings(facts: Facts): Map<string, Booking[]> {
  const bookings = new Map<string, Booking[]>();
  for (const record of facts.ofKind("orders", "order-operation")) {
    for (const { pointer, fields: one } of items(record.data, "consultations")) {
      const [from, to] = [string(one["from"]), string(one["to"])];
      if (from === undefined || to === undefined) continue;
      const booking = { record, pointer: `${pointer}/room`, from, to };
      const key = `${record.id} ${one["weekday"]} ${one["room"]}`;
      bookings.set(key, [...(bookings.get(key) ?? []), booking]);
    }
  }
  return bookings;
}

/** Rooms of dated activities; a whole school or a remote meeting is no room. */
function activityBookings(facts: Facts): Map<string, Booking[]> {
  const bookings = new Map<string, Booking[]>();
  for (const record of facts.all("activities")) {
    const date = day(fields(record.data["period"])["date"]);
    const place = string(record.data["place"]);
    if (date === undefined || place === undefined || !/каб|зал|лаборатор|аудитор/i.test(place)) continue;
    const key = `${date} ${place.toLowerCase()}`;
    bookings.set(key, [...(bookings.get(key) ?? []), { record, pointer: "/place", from: "00:00", to: "24:00" }]);
  }
  return bookings;
}

function* clashes(bookings: ReadonlyMap<string, readonly Booking[]>): Iterable<Finding> {
  for (const held of bookings.values()) {
    for (const [index, later] of held.entries()) {
      const earlier = held.slice(0, index).find((other) => other.from < later.to && later.from < other.to);
      if (earlier === undefined) continue;
      yield {
        record: later.record,
        pointer: later.pointer,
        message: text("Помещение в это время уже занято", "The room is taken at that time"),
        hints: [text("Измените время, день или помещение", "Change the time, the day or the room")],
        related: [
          {
            record: earlier.record,
            pointer: earlier.pointer,
            message: text("кто занял его раньше", "who took it first"),
          },
        ],
      };
    }
  }
}

/** Participants of base schools are part of all participants of a session. */
export const sessionSums: RecordRule = {
  code: "TRC2126",
  validations: ["V19"],
  severity: "error",
  why: text(
    "Участники базовых школ входят в общее число: часть не может быть больше целого",
    "The participants of base schools are a part of all participants",
  ),
  norm: "Отчёт: итоги равны суммам строк",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong:
      "sessions:\n  - date: 2025-10-16\n    teachers: 3\n    students: 0\n    managers: 1\n    parents: 0\n    organisations: 9\n    bySchool:\n      - {organisation: base-obraztsovo, participants: 6}",
    right:
      "sessions:\n  - date: 2025-10-16\n    teachers: 23\n    students: 0\n    managers: 1\n    parents: 0\n    organisations: 9\n    bySchool:\n      - {organisation: base-obraztsovo, participants: 6}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("results")) {
      for (const { pointer, fields: session } of items(record.data, "sessions")) {
        const total = ["teachers", "students", "managers", "parents"].reduce(
          (sum, name) => sum + (number(session[name]) ?? 0),
          0,
        );
        const schools = list(session["bySchool"]).map(fields);
        const part = schools.reduce((sum, school) => sum + (number(school["participants"]) ?? 0), 0);
        const organisations = number(session["organisations"]);
        if (part > total)
          yield {
            record,
            pointer: `${pointer}/bySchool`,
            key: true,
            message: text(
              `От базовых школ ${part} участников, а всего на встрече ${total}`,
              `The base schools sent ${part}, the session had ${total}`,
            ),
            hints: [text("Проверьте числа по листу регистрации", "Check the numbers by the attendance list")],
            actual: String(part),
            expected: `≤ ${total}`,
          };
        if (organisations !== undefined && schools.length > organisations)
          yield {
            record,
            pointer: `${pointer}/organisations`,
            message: text(
              `Организаций ${organisations}, а базовых школ названо ${schools.length}`,
              `${organisations} organisations, but ${schools.length} base schools are named`,
            ),
            hints: [
              text(
                `Напишите не меньше: organisations: ${schools.length}`,
                `Write at least: organisations: ${schools.length}`,
              ),
            ],
            actual: String(organisations),
          };
      }
    }
  },
};
