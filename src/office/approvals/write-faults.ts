import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { BusyError, busyWords, systemReason } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";

/** The text would make a record that the reader of records refuses. Code TRC7004. */
export function tooLong(document: string): Diagnostic {
  return raise(FINDINGS.TRC7004, {
    message: text(
      `Текст документа «${document}» слишком длинен для записи об одобрении`,
      `The text of the document “${document}” is too long for the record of an approval`,
    ),
    why: text("Файл записи – не больше 128 КБ", "The file of a record is at most 128 KB"),
    hints: text(
      "Разделите документ: вынесите длинные таблицы в отдельные документы",
      "Divide the document: move long tables into documents of their own",
    ),
  });
}

/** The folder is busy or cannot be written. @throws the error when it is another one. Code TRC7004. */
export function writeFault(folder: string, error: unknown): Diagnostic {
  if (error instanceof BusyError) return raise(FINDINGS.TRC7004, busyWords(folder, error));
  const reason = systemReason(error);
  return raise(FINDINGS.TRC7004, {
    message: text(
      `Одобрение не удалось записать в папку «${folder}»: ${reason.ru}; прежние записи целы`,
      `The approval could not be written to the folder “${folder}”: ${reason.en}; earlier records are whole`,
    ),
    hints: text("Устраните причину и повторите", "Remove the cause and try again"),
  });
}
