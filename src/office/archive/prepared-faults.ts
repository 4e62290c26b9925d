import type { Diagnostic } from "../../base/diagnostics/index.ts";

/** TRC8325: the record would be written over. */
export function recordIsThere(file: string): Diagnostic {
  return {
    code: "TRC8325",
    severity: "error",
    message: `Такая запись уже есть: ${file}; она осталась прежней`,
    hints: ["Если её нужно составить заново, уберите прежнюю и повторите"],
    english: {
      message: `There is such a record already: ${file}; it stays as it was`,
      hints: ["To draw it up anew, put the old one away and repeat"],
    },
  };
}

/** TRC8319: nothing of the year, or of a case in it. */
export function nothingFor(archive: string, year: number, index: string | null): Diagnostic {
  const [what, inEnglish] = index === null ? ["", ""] : [` дела ${index}`, ` of the case ${index}`];
  return {
    code: "TRC8319",
    severity: "error",
    message: `В архиве «${archive}» нет документов${what} за ${year} год`,
    hints: ["Проверьте год, индекс дела и папку архива: trc archive list"],
    english: {
      message: `The archive “${archive}” has no documents${inEnglish} of ${year}`,
      hints: ["Check the year, the case and the archive's folder: trc archive list"],
    },
  };
}

/** TRC8326: a case that stands in no nomenclature has no title. */
export function unknownCase(index: string): Diagnostic {
  return {
    code: "TRC8326",
    severity: "error",
    message: `Дела с индексом ${index} нет ни в одной номенклатуре: заголовок описи взять негде`,
    hints: ["Внесите дело в номенклатуру (content/documents, kind: case-nomenclature) и повторите"],
    english: {
      message: `The case ${index} stands in no nomenclature: the inventory has no title`,
      hints: ["Enter the case in the nomenclature (content/documents, kind: case-nomenclature) and repeat"],
    },
  };
}

/** TRC8327: every document whose term is over stands in an act. */
export function allInActs(acts: readonly string[]): Diagnostic {
  return {
    code: "TRC8327",
    severity: "error",
    message: "Новых документов для акта нет: всё, у чего истёк срок, уже стоит в актах",
    hints: [
      `Акты: ${acts.join(", ")}`,
      "После утверждения и уничтожения запишите это в книгу: trc archive dispose ДОКУМЕНТ --act АКТ",
    ],
    english: {
      message: "There is nothing new for an act: all documents whose term is over stand in acts already",
      hints: [
        `Acts: ${acts.join(", ")}`,
        "When the act is approved and carried out, enter it in the book: trc archive dispose DOCUMENT --act ACT",
      ],
    },
  };
}
