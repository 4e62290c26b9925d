import { each, located, type RecordRule, text } from "../rule.ts";

/** A post is written in the nominative: the program makes the other cases. */
export const postInNominative: RecordRule = {
  code: "TRC2243",
  title: text("Должность не в именительном падеже", "A post that is not in the nominative"),
  validations: ["V34"],
  why: text(
    "Падежи должности ставит программа: из «учителя информатики» получится неверное слово",
    "The program makes the cases of a post: a genitive gives wrong words",
  ),
  example: {
    file: "people/remchuk-pi.yaml",
    wrong: "positions:\n  - {title: учителя информатики, organisation: centre, from: 2018-08-27}",
    right: "positions:\n  - {title: учитель информатики, organisation: centre, from: 2018-08-27}",
  },
  check: each("people", function* ({ data: { positions } }) {
    for (const [at, { title = "" }] of located(positions, "/positions")) {
      const [word = "", stem = "", ending = ""] = GENITIVE.exec(title) ?? [];
      if (word === "") continue;
      const right = `${stem}${/^(?:я|ю|ем)$/.test(ending) ? "ь" : ""}`;
      yield {
        pointer: `${at}/title`,
        message: text(`«${title}»: нужен именительный падеж – «${right}»`, `“${title}”: the nominative is “${right}”`),
        hints: text(
          `Напишите: ${right}${title.slice(word.length)}`,
          `Write the post in the nominative, beginning with “${right}”`,
        ),
        actual: title,
        expected: right,
      };
    }
  }),
};

/** Posts of men by their endings, in any case but the nominative: «учителя», «директору», «методистом». */
const GENITIVE =
  /^((?:\p{L}+-)?\p{L}*(?:(?:тел|тар|кар)(?=(?:я|ю|ем)(?!\p{L}))|(?:ктор|атор|ист|лог|гог|ник|ент|нер)(?=(?:а|у|ом)(?!\p{L}))))(я|ю|ем|а|у|ом)/iu;
