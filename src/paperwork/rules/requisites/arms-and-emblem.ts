import { each, type RecordRule, text } from "../rule.ts";

/** Arms and an emblem do not stand on one letterhead. */
export const armsAndEmblem: RecordRule = {
  code: "TRC2164",
  title: text("Герб и эмблема на одном бланке", "Arms and an emblem on one letterhead"),
  validations: ["V37"],
  why: text(
    "Эмблему не ставят на бланк, на котором стоит герб: знак у организации один",
    "No emblem stands on a letterhead that has arms: an organisation has one sign",
  ),
  norm: "ГОСТ Р 7.0.97-2025, реквизиты 01, 02",
  example: {
    file: "organisations/committee.yaml",
    wrong:
      "arms: {file: pictures/gerb.svg, alt: Герб района}\nemblem: {file: pictures/emblema.svg, alt: Эмблема комитета}",
    right: "arms: {file: pictures/gerb.svg, alt: Герб района}",
  },
  check: each("organisations", function* ({ data: { arms, emblem } }) {
    if (arms === undefined || emblem === undefined) return;
    yield {
      pointer: "/emblem",
      message: text("У организации и герб, и эмблема", "The organisation has both arms and an emblem"),
      hints: text(
        "Оставьте одно: герб – у кого он разрешён, эмблему – у всех остальных",
        "Keep one of them: arms where they are allowed, an emblem elsewhere",
      ),
      related: { pointer: "/arms", message: text("герб", "the arms") },
    };
  }),
};
