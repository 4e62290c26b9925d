import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** TRC8325: the record would be written over. */
export function recordIsThere(file: string): Diagnostic {
  return raise(FINDINGS.TRC8325, {
    message: text(
      `Такая запись уже есть: ${file}; она осталась прежней`,
      `There is such a record already: ${file}; it stays as it was`,
    ),
  });
}

/** TRC8319: nothing of the year, or of a case in it. */
export function nothingFor(archive: string, year: number, index: string | null): Diagnostic {
  const [what, inEnglish] = index === null ? ["", ""] : [` дела ${index}`, ` of the case ${index}`];
  return raise(FINDINGS.TRC8319, {
    message: text(
      `В архиве «${archive}» нет документов${what} за ${year} год`,
      `The archive “${archive}” has no documents${inEnglish} of ${year}`,
    ),
    hints: text(
      "Проверьте год, индекс дела и папку архива: trc archive list",
      "Check the year, the case and the archive's folder: trc archive list",
    ),
  });
}

/** TRC8326: a case that stands in no nomenclature has no title. */
export function unknownCase(index: string): Diagnostic {
  return raise(FINDINGS.TRC8326, {
    message: text(
      `Дела с индексом ${index} нет ни в одной номенклатуре: заголовок описи взять негде`,
      `The case ${index} stands in no nomenclature: the inventory has no title`,
    ),
  });
}

/** TRC8327: every document whose term is over stands in an act. */
export function allInActs(acts: readonly string[]): Diagnostic {
  return raise(FINDINGS.TRC8327, {
    message: text(
      "Новых документов для акта нет: всё, у чего истёк срок, уже стоит в актах",
      "There is nothing new for an act: all documents whose term is over stand in acts already",
    ),
    hints: [
      text(`Акты: ${acts.join(", ")}`, `Acts: ${acts.join(", ")}`),
      text(
        "После утверждения и уничтожения запишите это в книгу: trc archive dispose ДОКУМЕНТ --act АКТ",
        "When the act is approved and carried out, enter it in the book: trc archive dispose DOCUMENT --act ACT",
      ),
    ],
  });
}
