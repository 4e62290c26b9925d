import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

/** Nouns of parties, and how «именуемый» agrees with them. */
const PARTIES = {
  neuter: ["учреждение|управление", "именуемое"],
  masculine: ["комитет|отдел|департамент|лицей", "именуемый"],
  feminine: ["организация|гимназия|служба", "именуемая"],
} as const;

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
    ...Object.values(PARTIES).map(([nouns, right]) => {
      const wrong = `(?<=(?<!\\p{L})(?:${nouns})(?!\\p{L})[^.;,»]{0,120}»?,[\\s\\u00a0]*)(?!${right})именуем(?:ое|ый|ая)(?!\\p{L})`;
      return replacing(new RegExp(wrong, "giu"), () => right, { safe: false });
    }),
  ),
};
