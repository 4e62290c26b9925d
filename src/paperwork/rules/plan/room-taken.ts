import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, items, string } from "../values.ts";

type Booking = { readonly record: ContentRecord; readonly pointer: string; readonly from: string; readonly to: string };

/** A room holds one thing at a time. */
export const roomTaken: RecordRule = {
  code: "TRC2149",
  title: text("Помещение занято", "The room is taken"),
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
      const [from, to] = [string(one.from), string(one.to)];
      if (from === undefined || to === undefined) continue;
      const booking = { record, pointer: `${pointer}/room`, from, to };
      const key = `${record.id} ${one.weekday} ${one.room}`;
      bookings.set(key, [...(bookings.get(key) ?? []), booking]);
    }
  }
  return bookings;
}

/** Rooms of dated activities; a whole school or a remote meeting is no room. */
function activityBookings(facts: Facts): Map<string, Booking[]> {
  const bookings = new Map<string, Booking[]>();
  for (const record of facts.all("activities")) {
    const date = day(fields(record.data.period).date);
    const place = string(record.data.place);
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
