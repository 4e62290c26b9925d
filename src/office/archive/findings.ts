import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { ACCESSIONS_FOLDER } from "./accession.ts";

/** What to do about any damage. */
export const RESTORE = [
  text(
    "Восстановите его из второй копии: trc archive mirror ПАПКА",
    "Restore it from the second copy: trc archive mirror FOLDER",
  ),
  text("Составьте акт о повреждении", "Draw up an act of the damage"),
];

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8301: {
    title: text("Документ уже лежит в архиве", "The document is in the archive already"),
    why: text(
      "Подлинник кладут в архив один раз; исправленный – это другой документ",
      "An original is put into the archive once; a corrected one is another document",
    ),
    message: (name: string, archive: string, _signatures: readonly string[]) =>
      text(
        `Документ «${name}» уже лежит в архиве «${archive}»`,
        `The document “${name}” is in the archive “${archive}” already`,
      ),
    hints: (name: string, _archive: string, signatures: readonly string[]) => {
      const files = signatures.join(" ");
      return [
        text(
          `Пакет в архиве не меняют; посмотреть его: trc archive find ${name}`,
          `A bag of the archive is never changed; to see it: trc archive find ${name}`,
        ),
        text(
          `Подпись, которая пришла позже, принимают так: trc archive attach ${name} ${files || "ФАЙЛ.sig"}`,
          `A signature that came later is taken in by: trc archive attach ${name} ${files || "FILE.sig"}`,
        ),
      ];
    },
  },
  TRC8302: {
    title: text("Документ не издан, в архив его не принимают", "The document is not issued"),
    why: text(
      "В архив принимают изданные документы: сначала trc issue",
      "The archive takes issued ones: first trc issue",
    ),
    message: (name: string) =>
      text(
        `Документ «${name}» не издан: в архив принимают только изданные`,
        `The document “${name}” is not issued: only issued documents are taken into the archive`,
      ),
    hints: (name: string) => text(`Издайте его: trc issue ${name}`, `Issue it: trc issue ${name}`),
  },
  TRC8303: {
    title: text("Подпись не от этого документа", "The signature is of another document"),
    why: text("Отпечаток в подписи не равен отпечатку файла", "The digest in the signature is not that of the file"),
    hints: text(
      "Возьмите подпись именно этого файла; если подписывали другой PDF, укажите его: --pdf ФАЙЛ",
      "Take the signature of this very file; if another PDF was signed, name it: --pdf FILE",
    ),
  },
  TRC8304: {
    title: text("Файл подписи не читается", "The file of the signature cannot be read"),
    why: text("Подпись хранится в отдельном файле .sig (CMS)", "A signature is kept in a file of its own, .sig (CMS)"),
    message: (file: string, reason: Text) =>
      text(`Файл «${file}» – не подпись: ${reason.ru}`, `The file “${file}” is no signature: ${reason.en}`),
    hints: text(
      "Нужна отсоединённая подпись CMS (.sig) в DER, PEM или Base64",
      "A detached CMS signature (.sig) is needed: DER, PEM or Base64",
    ),
  },
  TRC8305: {
    severity: "warning",
    title: text("Подлинник не совпадает с тем, что собирается сейчас", "The original differs from what is built now"),
    why: text(
      "Подлинником станет указанный файл: подписан именно он; расхождение – след правки записей или шаблонов",
      "The file named becomes the original: it is the one that was signed; the difference is the trace of an edit of records or templates",
    ),
    message: (pdf: string, title: string) =>
      text(
        `Файл ${pdf} не совпадает с тем, что собирается сейчас («${title}»)`,
        `The file ${pdf} is not what is built now (“${title}”)`,
      ),
    hints: text(
      "Если это не тот файл, возьмите PDF из папки вывода или из подписанного комплекта",
      "If it is the wrong file, take the PDF from the output folder or from the signed bundle",
    ),
  },
  TRC8306: {
    severity: "warning",
    title: text("Подпись принята, но не проверена", "The signature is taken but not checked"),
    why: text(
      "Для проверки алгоритма нужна другая программа; подпись сохранена как есть",
      "Another program is needed to check the algorithm; the signature is kept as it is",
    ),
    hints: text(
      "Документ принят; в паспорте записано, что именно не проверено",
      "The document is taken in; its passport says what was not verified",
    ),
  },
  TRC8307: {
    title: text("Файлы одного документа указаны для нескольких", "Files of one document are named for several"),
    why: text(
      "Файлы подлинника указывают для одного документа за раз",
      "Its files are named for one document at a time",
    ),
    message: text(
      "Ключи --pdf и --signature относятся к одному документу: не сказано, к какому",
      "The options --pdf and --signature are for one document, and it is not said which",
    ),
    hints: text(
      "Назовите один документ: trc archive add ДОКУМЕНТ --signature ФАЙЛ",
      "Name one document: trc archive add DOCUMENT --signature FILE",
    ),
  },
  TRC8308: {
    title: text("Файл подлинника не читается", "The file of the original cannot be read"),
    why: text("Подлинник берут из файла, названного ключом --pdf", "The original is the file that --pdf names"),
    message: (pdf: string) =>
      text(`Файл подлинника «${pdf}» не читается`, `The file of the original “${pdf}” cannot be read`),
    hints: text("Проверьте имя файла и права на него", "Check the name of the file and the rights to it"),
  },
  TRC8309: {
    title: text("Нет слов архива в папке шаблонов", "The templates folder has no words for the archive"),
    why: text(
      "Слова паспорта, описи и памятки стоят в templates/archive/wording.yaml, а не в программе",
      "The words of the passport, the inventory and the notes stand in templates/archive/wording.yaml, not in the program",
    ),
  },
  TRC8310: {
    title: text("Файл архива изменён", "A file of the archive is changed"),
    why: text("Архив хранят до байта таким, каким его приняли", "It is kept to the byte as it was taken in"),
    message: (bag: string) =>
      text(
        `Пакет «${bag}» повреждён, с ним ничего не сделано`,
        `The bag “${bag}” is damaged; nothing was done with it`,
      ),
    hints: [
      text("Посмотрите, что именно: trc archive verify", "See what is wrong: trc archive verify"),
      text(
        "Восстановите его из второй копии: trc archive mirror ПАПКА",
        "From the second copy: trc archive mirror FOLDER",
      ),
    ],
  },
  TRC8311: {
    title: text("Файла архива нет", "A file of the archive is missing"),
    why: text("Архив хранят без изменений: всё принятое лежит на месте", "All that was taken in stays in its place"),
    hints: RESTORE,
  },
  TRC8312: {
    title: text("Лишний файл в архиве", "A file too many in the archive"),
    why: text("В пакете лежит то, чего нет в его описи", "The bag holds what its inventory does not name"),
    hints: text(
      "Разберитесь, откуда это взялось, и уберите из папки архива",
      "Find out where it came from and take it out of the archive's folder",
    ),
    message: (path: string) =>
      text(`В архиве есть то, чего в него не принимали: ${path}`, `The archive holds what was never taken in: ${path}`),
  },
  TRC8313: {
    title: text("Опись пакета не читается", "The inventory of a bag cannot be read"),
    why: text("Опись пакета повреждена, и сверить с ней файлы нельзя", "The files cannot be compared with it"),
    hints: RESTORE,
  },
  TRC8314: {
    title: text("Книга поступлений изменена", "The book of accessions is changed"),
    why: text(
      "Книгу поступлений только дополняют: изменённая строка – след вмешательства",
      "The book of accessions is only added to: a changed line is the trace of interference",
    ),
    message: (archive: string) =>
      text(
        `Книга поступлений архива «${archive}» повреждена: новое в него не принимается`,
        `The book of accessions of “${archive}” is damaged: nothing new is taken in`,
      ),
    hints: (archive: string) => [
      text(
        `Посмотрите, что повреждено: trc archive verify --archive ${archive}`,
        `See what is damaged: trc archive verify --archive ${archive}`,
      ),
      text(
        "Восстановите книгу из второй копии: trc archive mirror ПАПКА",
        "Restore the book from the second copy: trc archive mirror FOLDER",
      ),
    ],
  },
  TRC8315: {
    title: text("Пакета нет на месте", "A bag is not in its place"),
    why: text("Книга поступлений называет пакет, которого нет", "The book of accessions names a bag that is not there"),
    message: (bag: string, title: string) =>
      text(`Пакета «${bag}» нет на месте («${title}»)`, `The bag “${bag}” is not in its place (“${title}”)`),
    hints: RESTORE,
  },
  TRC8316: {
    title: text("Пакет заменён целиком", "A bag is replaced whole"),
    why: text(
      "Контрольные суммы описей пакета не те, что в книге поступлений",
      "The digests of its tag manifests are not those in the book of accessions",
    ),
    message: (bag: string) =>
      text(
        `Пакет «${bag}» сходится сам с собой, но в архив принимали другой`,
        `The bag “${bag}” agrees with itself, but another one was taken in`,
      ),
    hints: RESTORE,
  },
  TRC8317: {
    title: text("Реестр и архив расходятся", "The register and the archive disagree"),
    why: text("Изданное и хранимое – один и тот же документ", "What is issued and what is kept are one document"),
    message: (series: string, entries: number, received: string) =>
      text(
        `Реестр и архив расходятся: в ряду «${series}» нет записи ${entries}, которая была в нём ${received}`,
        `The register and the archive disagree: the series “${series}” has no entry ${entries}, which it had on ${received}`,
      ),
    hints: text(
      "Верните записи реестра из истории git или из пакетов архива",
      "Put the entries back from the history of git or from the bags of the archive",
    ),
  },
  TRC8318: {
    title: text("Архив не найден", "The archive is not found"),
    why: text("Архив ищут в папке, названной ключом --archive", "The archive is the folder that --archive names"),
    message: (archive: string) => text(`Папки архива «${archive}» нет`, `There is no archive folder “${archive}”`),
    hints: text(
      "Проверьте ключ --archive; архив появится с первым trc archive add",
      "Check the option --archive; the archive appears with the first trc archive add",
    ),
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
  },
  TRC8320: {
    title: text("Копии архива расходятся", "The copies of the archive disagree"),
    why: text(
      "Копии должны совпадать до байта; обе книги целы, поэтому программа не решает, какая верна",
      "Copies must be the same to the byte; both books are whole, so the program does not decide which one is right",
    ),
    message: (archive: string, mirror: string) =>
      text(
        `Копии архива разошлись: в книгах поступлений (${ACCESSIONS_FOLDER}) «${archive}» и «${mirror}» разные записи под одним номером`,
        `The copies of the archive have parted: the books (${ACCESSIONS_FOLDER}) of “${archive}” and “${mirror}” have different entries under one number`,
      ),
    hints: text(
      "Принимайте документы только в основной архив, а копию обновляйте командой trc archive mirror",
      "Take documents into the main archive only, and bring the copy up to date by trc archive mirror",
    ),
  },
  TRC8321: {
    title: text("Обе копии повреждены", "Both copies are damaged"),
    why: text("Верного файла нет ни в одной копии", "No copy has the right file to restore it from"),
    message: (path: string) => text(`«${path}» повреждён в обеих копиях`, `“${path}” is damaged in both copies`),
    hints: text(
      "Восстановите его из третьей копии; ничего не изменено",
      "Restore it from a third copy; nothing changed",
    ),
  },
  TRC8322: {
    title: text("Такая подпись уже принята", "The signature is taken in already"),
    why: text(
      "Одну и ту же подпись хранят один раз: такой же файл уже лежит в пакете или назван дважды",
      "A signature is kept once: the same file is already in the bag, or is named twice",
    ),
    message: (path: string) =>
      text(
        `Подпись ${path} уже принята: такой же файл лежит в пакете или назван дважды`,
        `The signature ${path} is taken in already: the same file is in the bag or is named twice`,
      ),
    hints: text("Уберите её из команды", "Leave it out of the command"),
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
        `The document “${title}” was allotted for destruction: ${disposedBy}`,
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
    message: (_acts: readonly string[]) =>
      text(
        "Новых документов для акта нет: всё, у чего истёк срок, уже стоит в актах",
        "There is nothing new for an act: all documents whose term is over stand in acts already",
      ),
    hints: (acts: readonly string[]) => [
      text(`Акты: ${acts.join(", ")}`, `Acts: ${acts.join(", ")}`),
      text(
        "После утверждения и уничтожения запишите это в книгу: trc archive dispose ДОКУМЕНТ --act АКТ",
        "When the act is approved and carried out, enter it in the book: trc archive dispose DOCUMENT --act ACT",
      ),
    ],
  },
});
