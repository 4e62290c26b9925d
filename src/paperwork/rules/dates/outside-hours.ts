import { asAmended } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Consultations are held while the centre works. */
export const outsideHours: RecordRule = {
  code: "TRC2274",
  title: text("Консультация в нерабочее время", "A consultation outside the working hours"),
  validations: ["V59"],
  severity: "warning",
  why: text(
    "В одном приказе стоят часы работы и время консультаций: люди придут к закрытой двери",
    "One order has the working hours and the times of consultations: people would find the door shut",
  ),
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong:
      'workingHours: понедельник – пятница с 9:00 до 17:00\nconsultations: [{weekday: monday, from: "04:00", to: "15:30", room: каб. 12, person: kovalchuk-av, topic: Русский язык}]',
    right:
      'workingHours: понедельник – пятница с 9:00 до 17:00\nconsultations: [{weekday: monday, from: "14:00", to: "15:30", room: каб. 12, person: kovalchuk-av, topic: Русский язык}]',
  },
  check: each(["orders", "order-operation"], function* (record) {
    const { workingHours = "", consultations } = asAmended(record).data;
    const hours = [...workingHours.matchAll(HOURS)].map(([, opens = "", closes = ""]) => [opens, closes].map(padded));
    // Two shifts, or other hours on Saturday: the earliest and the latest of them are the bounds.
    const opens = hours.map(([from = ""]) => from).sort()[0];
    const closes = hours
      .map(([, to = ""]) => to)
      .sort()
      .at(-1);
    if (opens === undefined || closes === undefined) return;
    for (const [pointer, { from, to }] of located(consultations, "/consultations"))
      for (const [key, time] of [["from", from] as const, ["to", to] as const])
        if (time !== undefined && (padded(time) < opens || padded(time) > closes))
          yield {
            pointer: `${pointer}/${key}`,
            message: text(
              `${time} – не в часы работы центра (${opens}–${closes})`,
              `${time} is not within the working hours (${opens}–${closes})`,
            ),
            hints: text("Исправьте время консультации или часы работы", "Correct the time or the working hours"),
            related: { pointer: "/workingHours", message: text("часы работы", "the working hours") },
          };
  }),
};

const HOURS = /(?<!\d)(\d{1,2}[:.]\d{2})\s*(?:до|–|-|по)\s*(\d{1,2}[:.]\d{2})(?!\d)/gu;

function padded(time: string): string {
  return time.replace(".", ":").padStart(5, "0");
}
