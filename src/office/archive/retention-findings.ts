import { defineFindings, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";

/** What cannot be found, listed in an inventory or disposed of. */
export const RETENTION_FINDINGS = defineFindings({
  TRC8318: {
    title: text("Архив не найден", "The archive is not found"),
    why: text(
      "Архив ищут в папке, названной ключом --archive, вторую копию – в названной ключом --mirror",
      "The archive is the folder that --archive names, the second copy the one that --mirror names",
    ),
    message: (archive: string) => text(`Папки архива «${archive}» нет`, `There is no archive folder “${archive}”`),
    hints: [
      text(
        "Проверьте имя папки; архив появится с первым trc archive add, вторая копия – с trc archive mirror",
        "Check the name of the folder; the archive appears with the first trc archive add, the second copy with trc archive mirror",
      ),
      text(
        "Потерянный архив восстанавливают из второй копии: trc archive mirror НОВАЯ-ПАПКА --archive КОПИЯ",
        "A lost archive is restored from the second copy: trc archive mirror NEW-FOLDER --archive COPY",
      ),
    ],
  },
  TRC8319: {
    title: text("Документа нет в архиве", "The document is not in the archive"),
    why: text("Документы ищут по именам из книги поступлений", "They are found by names of the book of accessions"),
    message: (archive: string, name: string, _there: readonly string[]) =>
      text(`В архиве «${archive}» нет документа «${name}»`, `The archive “${archive}” has no document “${name}”`),
    hints: (_archive: string, _name: string, there: readonly string[]) =>
      there.length === 0
        ? text(
            "Архив пуст: примите документы командой trc archive add",
            "The archive is empty: take documents in by trc archive add",
          )
        : text(`Есть: ${there.slice(0, 10).join(", ")}`, `There are: ${there.slice(0, 10).join(", ")}`),
    example: { wrong: "trc archive find 119", right: "trc archive list\ntrc archive find order-general.119-od-2025" },
  },
  TRC8323: {
    title: text("Документ выделен к уничтожению", "The document was allotted for destruction"),
    why: text(
      "В книге поступлений записано, что документ выделен к уничтожению по акту: его не выдают и не дополняют",
      "The book of accessions says that the document was allotted for destruction by an act: it is neither handed out nor added to",
    ),
    message: (title: string, disposedBy: string) =>
      text(
        `Документ «${title}» выделен к уничтожению: ${disposedBy}`,
        `The document “${title}” was allotted for destruction: “${disposedBy}”`,
      ),
    hints: text("Проверьте имя документа: trc archive list", "Check the name of the document: trc archive list"),
  },
  TRC8324: {
    title: text("Срок хранения не истёк", "The term of retention is not over"),
    why: text(
      "Документ хранят до дня «не ранее» из его паспорта, а постоянный – всегда (Перечень № 236)",
      'A document is kept until the day "not before" of its passport, and a permanent one for ever (list No. 236)',
    ),
    message: (title: string, until: string | null, term: string) =>
      until === null
        ? text(
            `Документ «${title}» не уничтожают: срок хранения – ${term}`,
            `The document “${title}” is not to be destroyed: its term is ${term}`,
          )
        : text(
            `Срок хранения документа «${title}» не истёк: не ранее ${numericDate(until)}`,
            `The term of “${title}” is not over: not before ${until}`,
          ),
    hints: text("Что можно выделить к уничтожению и когда: trc archive due", "What is due, and when: trc archive due"),
    example: {
      wrong: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2026 № 1" --date 2026-01-20',
      right: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2032 № 1" --date 2032-01-20',
    },
  },
  TRC8325: {
    title: text("Такая запись уже подготовлена", "There is such a record already"),
    why: text(
      "Подготовленную запись программа не переписывает: в ней могут быть правки делопроизводителя",
      "The program does not write over a prepared record: the clerk may have edited it",
    ),
    message: (file: string) =>
      text(
        `Такая запись уже есть: ${file}; она осталась прежней`,
        `There is such a record already: ${file}; it stays as it was`,
      ),
    hints: text(
      "Если её нужно составить заново, уберите прежнюю и повторите",
      "To renew it, put the old one away, repeat",
    ),
  },
  TRC8326: {
    title: text("Дела нет в номенклатуре", "The case stands in no nomenclature"),
    why: text(
      "Заголовок дела для внутренней описи берут из номенклатуры дел",
      "The title of the file for the inner inventory comes from the nomenclature of files",
    ),
    message: (index: string) =>
      text(
        `Дела с индексом ${index} нет ни в одной номенклатуре: заголовок описи взять негде`,
        `The case ${index} stands in no nomenclature: the inventory has no title`,
      ),
    hints: text(
      "Внесите дело в номенклатуру (content/documents, kind: case-nomenclature) и повторите",
      "Enter the case in the nomenclature (content/documents, kind: case-nomenclature) and repeat",
    ),
  },
  TRC8327: {
    title: text("Для акта нет новых документов", "There is nothing new for an act of destruction"),
    why: text(
      "Документ выделяют к уничтожению одним актом; второй раз его в акт не вносят",
      "A document is allotted by one act; it is not entered a second time",
    ),
    message: (acts: readonly string[], _next: string | undefined) =>
      acts.length === 0
        ? text(
            "Акт не составлен: срок хранения ещё не истёк ни у одного документа",
            "No act is made: no document has a term that is over",
          )
        : text(
            "Новых документов для акта нет: всё, у чего истёк срок, уже стоит в актах",
            "There is nothing new for an act: all documents whose term is over stand in acts already",
          ),
    hints: (acts: readonly string[], next: string | undefined) => {
      if (acts.length > 0)
        return [
          text(`Акты: ${acts.join(", ")}`, `Acts: ${acts.join(", ")}`),
          text(
            "После утверждения и уничтожения запишите это в книгу: trc archive dispose ДОКУМЕНТ --act АКТ",
            "When the act is approved and carried out, enter it in the book: trc archive dispose DOCUMENT --act ACT",
          ),
        ];
      return next === undefined
        ? text("Сроков, которые истекают, в архиве нет", "The archive has no terms that end")
        : text(
            `Следующий срок – ${numericDate(next)}: trc archive due --act --on ${next}`,
            `The next term is ${next}: trc archive due --act --on ${next}`,
          );
    },
    example: {
      wrong: "trc archive due --act",
      right: 'trc archive dispose order-general.119-od-2025 --act "Акт от 20.01.2031 № 1"',
    },
  },
});
