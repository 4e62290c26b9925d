import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

/** «именуем-» and «действующ-» agree with the party and its representative. */
export const participles: WordingRule = {
  code: "TRC4104",
  title: text("«Действующий» или «именуемый» не согласуется", "«Действующий» or «именуемый» does not agree"),
  validations: ["V32"],
  why: text(
    "«Действующий» согласуется с полом представителя, «именуемый» – с родом организации",
    "«Действующий» agrees with the representative, «именуемый» with the organisation",
  ),
  norm: "Нормы согласования русского языка",
  example: inOrder(
    "по договору со школой в лице директора Ивановой Марии Петровны, действующего на основании Устава",
    "по договору со школой в лице директора Ивановой Марии Петровны, действующей на основании Устава",
  ),
  findText: together(
    replacing(
      /(?<=(?:овны|евны|ичны|инишны)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:его|ий)(?!\p{L})/giu,
      () => "действующей",
    ),
    replacing(/(?<=(?:овича|евича|ьича)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:ей|ая)(?!\p{L})/giu, () => "действующего"),
    replacing(/(?<=учреждение[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ый|ая)(?!\p{L})/giu, () => "именуемое", {
      safe: false,
    }),
    replacing(/(?<=комитет[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ое|ая)(?!\p{L})/giu, () => "именуемый", { safe: false }),
  ),
};
