import { isHead } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The head acts without a power of attorney: one is given to somebody else. */
export const powerForHead: RecordRule = {
  code: "TRC2293",
  title: text("Доверенность выдана руководителю", "A power of attorney for the head"),
  validations: ["V60"],
  severity: "warning",
  why: text(
    "Руководитель действует без доверенности, на основании устава: доверенность подписал бы себе он сам",
    "The head acts on the charter, without a power of attorney, which he would have signed for himself",
  ),
  norm: "ГК РФ, статьи 53, 185",
  example: {
    file: "documents/power-1-2026.yaml",
    wrong: "issuer: centre\ndate: 2026-01-20\nperson: klenov-pa",
    right: "issuer: centre\ndate: 2026-01-20\nperson: lugovaya-ol",
  },
  check: each(["documents", "power-of-attorney"], function* ({ data: { person, issuer, date } }, facts) {
    if (person === undefined || issuer === undefined || date === undefined) return;
    if (!isHead(facts.dossier, { person, organisation: issuer, date })) return;
    yield {
      pointer: "/person",
      message: text(
        `${facts.fullName(person)} – руководитель: действует без доверенности`,
        `“${facts.fullName(person)}” is the head and needs no power of attorney`,
      ),
      hints: text("Укажите, кому выдана доверенность", "Name who it is given to"),
    };
  }),
};
