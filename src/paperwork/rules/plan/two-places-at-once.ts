import { each, located, type RecordRule, text } from "../rule.ts";

/** Nobody consults in two rooms at once, and no room holds two. */
export const twoPlacesAtOnce: RecordRule = {
  code: "TRC2217",
  title: text("Консультации в одно время", "Consultations at one time"),
  validations: ["V59"],
  severity: "warning",
  why: text(
    "Одно лицо не может быть в двух местах сразу, а в кабинете – одна консультация",
    "Nobody is in two places at once, and a room holds one consultation",
  ),
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong:
      'consultations:\n  - {weekday: monday, from: "14:00", to: "15:30", room: каб. 12, person: kovalchuk-av, topic: Литература}\n  - {weekday: monday, from: "14:30", to: "16:00", room: каб. 7, person: kovalchuk-av, topic: Русский язык}',
    right:
      'consultations:\n  - {weekday: monday, from: "14:00", to: "15:30", room: каб. 12, person: kovalchuk-av, topic: Литература}\n  - {weekday: tuesday, from: "14:30", to: "16:00", room: каб. 7, person: kovalchuk-av, topic: Русский язык}',
  },
  check: each("orders", function* ({ data: { consultations } }) {
    const all = located(consultations, "/consultations");
    for (const [index, [pointer, one]] of all.entries())
      for (const key of ["person", "room"] as const) {
        const [at, other] = all.slice(0, index).find(([, other]) => other[key] === one[key] && meet(one, other)) ?? [];
        if (at === undefined || other === undefined) continue;
        yield {
          pointer: `${pointer}/${key}`,
          message:
            key === "person"
              ? text("В это время у лица уже есть консультация", "The person has a consultation at this time")
              : text("В это время кабинет уже занят", "The room is taken at this time"),
          hints: text("Исправьте день, часы, лицо или кабинет", "Correct the day, the hours, the person or the room"),
          related: { pointer: `${at}/${key}`, message: text("другая консультация", "the other consultation") },
        };
        break;
      }
  }),
};

type Hours = { readonly weekday?: string; readonly from?: string; readonly to?: string };

function meet(one: Hours, other: Hours): boolean {
  const { from = "", to = "" } = other;
  return one.weekday === other.weekday && (one.from ?? "") < to && from < (one.to ?? "");
}
