import type { ContentRecord } from "../../records/index.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** What comes of an activity is of the school subject that its title names. */
export const otherSubject: RecordRule = {
  code: "TRC2296",
  title: text("Предмет не тот, что в названии мероприятия", "Another subject than in the title of the activity"),
  validations: ["V58"],
  severity: "warning",
  why: text(
    "В отчёте стоят рядом название, итог и материалы: предмет в них должен совпасть",
    "A report prints title, outcome and materials side by side: their subject must agree",
  ),
  example: {
    file: "results/2025-2026/math-olympiad.yaml",
    wrong: "materials: [комплект заданий олимпиады по физике]",
    right: "materials: [комплект заданий олимпиады по математике]",
  },
  *check(facts): Iterable<Finding> {
    for (const activity of facts.all("activities")) yield* othersIn(activity, activity, "/title");
    for (const result of facts.all("results")) {
      const activity = facts.find("activities", result.data.activity);
      if (activity !== undefined) yield* othersIn(result, activity);
    }
  },
};

function* othersIn(record: ContentRecord, activity: ContentRecord, but?: string): Iterable<Finding> {
  const title = matchesIn(activity, SUBJECTS).filter(({ place }) => place.pointer === "/title");
  const named = title.map(({ found }) => found[0].toLowerCase());
  const [first] = title;
  const said = first === undefined ? [] : matchesIn(record, SUBJECTS).filter(({ place }) => place.pointer !== but);
  for (const { found, place } of said) {
    if (!PLACES.test(place.pointer) || named.includes(found[0].toLowerCase())) continue;
    yield {
      ...place,
      message: text(
        `Здесь ${found[0]}, а в названии мероприятия – ${first?.found[0]}`,
        `“${found[0]}” here, the title of the activity has “${first?.found[0]}”`,
      ),
      hints: text("Исправьте предмет здесь или в названии", "Correct the subject here or in the title"),
      related: { record: activity, pointer: "/title", message: text("название", "the title") },
    };
  }
}

/** What is printed beside the title. */
const PLACES = /^\/(?:expected|outcome|materials\/\d+)$/;
/** School subjects as «по …» names them. */
const SUBJECTS =
  /(?<!\p{L})по[ \u00a0](?:математике|алгебре|геометрии|физике|химии|биологии|географии|астрономии|информатике|истории|обществознанию|литературе|(?:русскому|родному|английскому|немецкому|французскому)[ \u00a0]языку|технологии|музыке|физической[ \u00a0]культуре)(?!\p{L})/giu;
