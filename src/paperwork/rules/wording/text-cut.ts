import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** A text of a record comes to its end. */
export const textCut: WordingRule = {
  code: "TRC4139",
  title: text("Текст обрывается", "A text breaks off"),
  validations: ["V43"],
  severity: "warning",
  recordsOnly: true,
  why: text(
    "Предлогом, союзом, запятой или сокращением перед названием текст не кончается: конец потерян при копировании",
    "No text ends with a preposition, a conjunction, a comma or the abbreviation before a name: its end was lost in copying",
  ),
  example: inOrder("принять заявки на участие в", "принять заявки на участие в конференции"),
  *findText(raw) {
    const found = CUT.exec(raw) ?? (raw.includes(" учебный") ? YEAR.exec(raw) : null);
    if (found === null || !/[\p{L}\d]/u.test(raw.slice(0, found.index))) return;
    yield {
      start: found.index,
      end: found.index + found[0].trimEnd().length,
      hints: text("Допишите конец текста", "Write the end of the text"),
    };
  },
};

/** «… победителей и», «… в конференции, которая», «… согласованию с», «… олимпиады,», «… ул.», «… план и № ». */
const CUT =
  /(?<=[\s\u00a0])(?:[ио]|или|либо|в|во|на|по|об|от|до|из|с|со|к|ко|у|за|для|при|над|под|через|между|без|про|перед|около|согласно|включая|а[ \u00a0]также|в[ \u00a0]том[ \u00a0]числе|а[ \u00a0]именно|котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ых|ыми|ую|ом)|чтобы|если|ул\.|пос\.|просп\.|№)\s*$|(?<=[\p{L}\d»)])[,(«–]\s*$|[ \u00a0][–«(]\s*$/u;
/** «план на 2025/2026 учебный». */
const YEAR = /(?<=\d{4}[/–-]\d{4}[ \u00a0])учебн(?:ый|ого|ому|ым|ом)\s*$/u;
