import { type Diagnostic, type Place, raise, type Text, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** Deeper than any record is nested. */
export const MAX_DEPTH = 48;

/** A key that stands twice in one mapping. */
export function keyTwice(name: string, place: Place, first: Place | null): Diagnostic {
  return raise(FINDINGS.TRC1005, {
    place,
    message: text(`Ключ «${name}» указан дважды`, `The key “${name}” is given twice`),
    hints: text("Оставьте одну из двух строк", "Keep one of the two lines"),
    ...(first === null
      ? {}
      : {
          related: [
            {
              message: text(
                `первый раз ключ «${name}» стоит здесь`,
                `the key “${name}” stands here for the first time`,
              ),
              place: first,
            },
          ],
        }),
  });
}

/** @param what the construct, `written` the value as it stands in the file, when it can be a text in quotes */
export function notInRecords(what: Text, place: Place, written: string | null = null): Diagnostic {
  return raise(FINDINGS.TRC1007, {
    place,
    message: text(`${what.ru}: в записях не используется`, `${what.en}: not used in records`),
    hints: [
      written === null
        ? text(
            "Напишите значение целиком; если оно начинается с *, & или !, возьмите его в кавычки",
            "Write the value in full; if it begins with *, & or !, put it in quotes",
          )
        : text(
            `Напишите значение целиком; если это обычный текст, возьмите его в кавычки: "${written}"`,
            `Write the value in full; if it is plain text, put it in quotes: "${written}"`,
          ),
    ],
  });
}

/** A number with a zero before it, which readers of YAML understand in different ways. */
export function leadingZero(source: string, place: Place): Diagnostic {
  return raise(FINDINGS.TRC1010, {
    place,
    message: text(
      `Число с нулём впереди «${source}» потеряет ноль`,
      `The number “${source}” would lose its leading zero`,
    ),
    hints: text(`Возьмите значение в кавычки: "${source}"`, `Put the value in quotes: "${source}"`),
    actual: source,
  });
}

/** Values nested deeper than a record needs. */
export function tooDeep(place: Place): Diagnostic {
  return raise(FINDINGS.TRC1012, {
    place,
    message: text(
      `Слишком глубокая вложенность: больше ${MAX_DEPTH} уровней`,
      `Nested too deeply: more than ${MAX_DEPTH} levels`,
    ),
    hints: text(
      "Проверьте скобки и отступы: так глубоко записи не вложены",
      "Check the brackets and the indents: no record is nested so deeply",
    ),
  });
}
