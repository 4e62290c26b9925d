import { type Text, text } from "../../base/diagnostics/index.ts";
import type { Change, Conflict, ConflictKind, Step } from "./change.ts";

/** A conflict in words: what is wrong, what to do, and the property of the change that it is about. */
type ConflictText = { readonly message: Text; readonly hints: Text; readonly property: keyof Change };

/** Says why a change cannot be made in a text. @param name how an act is called: «№ 4-ОД» */
export function conflictText<S extends Step>(conflict: Conflict<S>, name: (step: S) => string): ConflictText {
  const { step, kind, known, other } = conflict;
  const place = placeText(step.change);
  const words = step.change.after ?? step.change.words ?? "";
  const property = wordKinds.has(kind) ? (step.change.after === undefined ? "words" : "after") : placeOf(step.change);
  const there = known.join(", ");
  const SAID: { readonly [kind in ConflictKind]: { readonly message: Text; readonly hints: Text } } = {
    missing: {
      message: text(`В изменяемом документе нет места: ${place.ru}`, `The amended document has no ${place.en}`),
      hints:
        there === ""
          ? text("Проверьте номер и приложение", "Check the number and the annex")
          : text(`Есть: ${there}`, `There are: ${there}`),
    },
    taken: {
      message: text(`В изменяемом документе уже есть ${place.ru}`, `The amended document already has ${place.en}`),
      hints: text(
        "Дайте следующий свободный номер или изложите в новой редакции (action: replace)",
        "Take the next free number, or restate what is there (action: replace)",
      ),
    },
    repealed: {
      message: text(`Изменяется то, что утратило силу: ${place.ru}`, `What has lost its force is amended: ${place.en}`),
      hints: text("Дополните новым пунктом со своим номером", "Add a new clause with a number of its own"),
    },
    "no-words": {
      message: text(`Таких слов нет (${place.ru}): «${words}»`, `There are no such words (${place.en}): “${words}”`),
      hints: text(
        "Выпишите слова так, как они напечатаны в действующем тексте: trc consolidate",
        "Copy the words as the text in force has them: trc consolidate",
      ),
    },
    "many-words": {
      message: text(
        `Эти слова встречаются несколько раз (${place.ru}): «${words}»`,
        `These words stand there more than once (${place.en}): “${words}”`,
      ),
      hints: text(
        "Возьмите больше слов, чтобы место было одно, или изложите пункт в новой редакции",
        "Take more words, so that they stand in one place, or restate the clause",
      ),
    },
    "same-day": {
      message: text(
        `С одного дня одно место изменяют два акта: ${place.ru}, также ${other === undefined ? "" : name(other)}`,
        `Two acts change one place from the same day: ${place.en}, ${other === undefined ? "" : name(other)} too`,
      ),
      hints: text(
        "Изменения внесены по порядку актов; если должно остаться одно, признайте другое утратившим силу",
        "The changes were made in the order of the acts; where one of them is to stay, take the other one back",
      ),
    },
  };
  return { ...SAID[kind], property };
}

const wordKinds: ReadonlySet<ConflictKind> = new Set(["no-words", "many-words"]);

function placeOf({ row, clause, heading, annex }: Change): keyof Change {
  return row !== undefined
    ? "row"
    : clause !== undefined
      ? "clause"
      : heading !== undefined
        ? "heading"
        : annex !== undefined
          ? "annex"
          : "action";
}

/** A place in words: «пункт 2.1 приложения № 1». */
function placeText({ row, clause, heading, annex }: Change): Text {
  const number = annex === "единственное" ? "" : ` № ${annex}`;
  const parts: Text[] = [
    ...(row === undefined ? [] : [text(`строка «${row}»`, `row “${row}”`)]),
    ...(clause === undefined ? [] : [text(`пункт ${clause}`, `clause ${clause}`)]),
    ...(heading === undefined ? [] : [text(`раздел ${heading}`, `section ${heading}`)]),
    ...(annex === undefined ? [] : [text(`приложение${number}`, `annex${number}`)]),
  ];
  const said = (language: keyof Text): string => parts.map((part) => part[language]).join(", ");
  return parts.length === 0 ? text("текст", "text") : text(said("ru"), said("en"));
}
