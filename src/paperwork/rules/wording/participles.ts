import { EVERYWHERE, type TextMatch, text, type WordingRule } from "../rule.ts";
import { instead, matchWords } from "./match-words.ts";

/** «именуем-» and «действующ-» agree with the party and its representative. */
export const participles: WordingRule = {
  code: "TRC4104",
  title: text("«Действующий» или «именуемый» не согласуется", "«Действующий» or «именуемый» does not agree"),
  validations: ["V32"],
  severity: "error",
  why: text(
    "«Действующий» согласуется с полом представителя, «именуемый» – с родом организации",
    "«Действующий» agrees with the representative, «именуемый» with the organisation",
  ),
  norm: "Нормы согласования русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "preamble: по договору со школой в лице директора Ивановой Марии Петровны, действующего на основании Устава",
    right: "preamble: по договору со школой в лице директора Ивановой Марии Петровны, действующей на основании Устава",
  },
  where: EVERYWHERE,
  *findText(raw): Iterable<TextMatch> {
    const of = (gender: "ого" | "ей") => (): string => `действующ${gender === "ей" ? "ей" : "его"}`;
    yield* matchWords(
      raw,
      /(?<=(?:овны|евны|ичны|инишны)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:его|ий)(?!\p{L})/giu,
      of("ей"),
      instead,
    );
    yield* matchWords(
      raw,
      /(?<=(?:овича|евича|ьича)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:ей|ая)(?!\p{L})/giu,
      of("ого"),
      instead,
    );
    yield* matchWords(
      raw,
      /(?<=учреждение[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ый|ая)(?!\p{L})/giu,
      () => "именуемое",
      instead,
      false,
    );
    yield* matchWords(
      raw,
      /(?<=комитет[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ое|ая)(?!\p{L})/giu,
      () => "именуемый",
      instead,
      false,
    );
  },
};
