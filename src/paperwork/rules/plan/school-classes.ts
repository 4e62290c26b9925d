import { matchesIn } from "../matches-in.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The classes that the title of an activity names are those that it is for. */
export const schoolClasses: RecordRule = {
  code: "TRC2276",
  title: text("Классы в названии и у участников – разные", "A title and an audience name different classes"),
  validations: ["V58"],
  severity: "warning",
  why: text(
    "В плане стоят рядом название и участники: классы в них должны совпасть",
    "A plan prints title and audience side by side: their classes must agree",
  ),
  example: {
    file: "activities/2025-2026/math-olympiad.yaml",
    wrong: "title: Олимпиада по математике для 5–7 классов\naudience: [обучающиеся 5–6 классов]",
    right: "title: Олимпиада по математике для 5–6 классов\naudience: [обучающиеся 5–6 классов]",
  },
  check: each("activities", function* (record) {
    const said = [...matchesIn(record, CLASSES)];
    const inTitle = said.filter(({ place }) => place.pointer === "/title");
    const forWhom = said.filter(({ place }) => place.pointer.startsWith("/audience"));
    const [title, audience] = [inTitle, forWhom].map((list) => list.map(({ found }) => rangeOf(found)).join());
    const [first] = forWhom;
    if (first !== undefined && inTitle.length > 0 && title !== audience)
      yield {
        ...first.place,
        message: text(
          `В названии – ${inTitle[0]?.found[0]}, а участники – ${first.found[0]}`,
          `The title and the audience name different classes: ${title} and ${audience}`,
        ),
        hints: text(
          "Исправьте классы в названии или у участников",
          "Correct the classes of the title or of the audience",
        ),
        related: { pointer: "/title", message: text("название", "the title") },
      };
    for (const { found, place } of said)
      if (found.slice(1, 3).some((number) => Number(number) > LAST_CLASS))
        yield {
          ...place,
          message: text(`${found[0]}: в школе ${LAST_CLASS} классов`, `A school has ${LAST_CLASS} classes`),
          hints: text("Исправьте номер класса", "Correct the number of the class"),
        };
  }),
};

/** «для 5–6 классов», «обучающиеся 8 классов»; the number of classes – «из 20 классов» – is none of theirs. */
const CLASSES = /(?<!\d|из[ \u00a0])(\d{1,2})(?:[–-](\d{1,2}))?(?:-х|-го)?[ \u00a0]класс(?:а|ов|ам|ах|ами)?(?!\p{L})/gu;
/** Evening schools have twelve. */
const LAST_CLASS = 12;

function rangeOf([, from, to = from]: RegExpExecArray): string {
  return `${from}–${to}`;
}
