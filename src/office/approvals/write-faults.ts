import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { BusyError } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";

/** The text would make a record that the reader of records refuses. Code TRC7004. */
export function tooLong(document: string): Diagnostic {
  return raise(FINDINGS.TRC7004, {
    message: text(
      `Текст документа «${document}» слишком длинен для записи об одобрении`,
      `The text of the document “${document}” is too long for the record of an approval`,
    ),
    why: text("Файл записи – не больше 128 КБ", "The file of a record is at most 128 KB"),
    hints: [
      text(
        "Разделите документ: вынесите длинные таблицы в отдельные документы",
        "Divide the document: move long tables into documents of their own",
      ),
    ],
  });
}

/** The folder is busy or cannot be written; null when the error is another one. Code TRC7004. */
export function writeFault(folder: string, error: unknown): Diagnostic | null {
  if (error instanceof BusyError)
    return raise(FINDINGS.TRC7004, {
      message: text(
        `В папку «${folder}» сейчас пишет другой запуск программы`,
        `Another run of the program is writing to the folder “${folder}” now`,
      ),
      hints: [text("Дождитесь его окончания и повторите", "Wait until it ends and try again")],
    });
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return raise(FINDINGS.TRC7004, {
    message: text(
      `Одобрение не удалось записать в папку «${folder}» (${code}); прежние записи целы`,
      `The approval could not be written to the folder “${folder}” (${code}); earlier records are whole`,
    ),
    hints: [
      full
        ? text("Освободите место на диске и повторите", "Free some space on the disk and try again")
        : text("Проверьте права на папку", "Check the rights to the folder"),
    ],
  });
}
