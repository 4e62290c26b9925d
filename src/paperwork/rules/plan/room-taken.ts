import { asAmended } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type Location, located, type RecordRule, text } from "../rule.ts";
import { heldOn } from "./held-on.ts";

/** A time at which a place of a day is taken. */
type Booking = Location & { readonly place: string; readonly from: string; readonly to: string };

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
    const before: Booking[] = [];
    for (const booking of [...consultations(facts), ...activities(facts)]) {
      const { place, from, to, ...later } = booking;
      const earlier = before.find((one) => one.place === place && one.from < to && from < one.to);
      before.push(booking);
      if (earlier === undefined) continue;
      yield {
        ...later,
        message: text("Помещение в это время уже занято", "The room is taken at that time"),
        hints: text("Измените время, день или помещение", "Change the time, the day or the room"),
        related: { ...earlier, message: text("кто занял его раньше", "who took it first") },
      };
    }
  },
};

function consultations(facts: Facts): Booking[] {
  return facts
    .all("orders", "order-operation")
    .flatMap((record) =>
      located(asAmended(record).data.consultations, "/consultations").flatMap(
        ([pointer, { weekday, room, from, to }]) =>
          from === undefined || to === undefined
            ? []
            : [{ record, pointer: `${pointer}/room`, place: `${record.id} ${weekday} ${room}`, from, to }],
      ),
    );
}

/** Rooms of dated activities; a whole school or a remote meeting is no room. */
function activities(facts: Facts): Booking[] {
  return facts.all("activities").flatMap((record) => {
    const { place = "" } = asAmended(record).data;
    if (!/каб|зал|лаборатор|аудитор/i.test(place)) return [];
    const taken = { record, pointer: "/place", from: "00:00", to: "24:00" };
    return heldOn(record).map((date) => ({ ...taken, place: `${date} ${place.toLowerCase()}` }));
  });
}
