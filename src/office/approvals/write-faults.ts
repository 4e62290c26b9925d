import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { BusyError } from "../../base/storage/index.ts";

/** The text would make a record that the reader of records refuses. Code TRC7004. */
export function tooLong(document: string): Diagnostic {
  return {
    code: "TRC7004",
    severity: "error",
    message: `Текст документа «${document}» слишком длинен для записи об одобрении`,
    why: "Файл записи – не больше 128 КБ",
    hints: ["Разделите документ: вынесите длинные таблицы в отдельные документы"],
    english: {
      message: `The text of the document “${document}” is too long for the record of an approval`,
      why: "The file of a record is at most 128 KB",
      hints: ["Divide the document: move long tables into documents of their own"],
    },
  };
}

/** The folder is busy or cannot be written; null when the error is another one. Code TRC7004. */
export function writeFault(folder: string, error: unknown): Diagnostic | null {
  if (error instanceof BusyError)
    return {
      code: "TRC7004",
      severity: "error",
      message: `В папку «${folder}» сейчас пишет другой запуск программы`,
      hints: ["Дождитесь его окончания и повторите"],
      english: {
        message: `Another run of the program is writing to the folder “${folder}” now`,
        hints: ["Wait until it ends and try again"],
      },
    };
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return {
    code: "TRC7004",
    severity: "error",
    message: `Одобрение не удалось записать в папку «${folder}» (${code}); прежние записи целы`,
    hints: [full ? "Освободите место на диске и повторите" : "Проверьте права на папку"],
    english: {
      message: `The approval could not be written to the folder “${folder}” (${code}); earlier records are whole`,
      hints: [full ? "Free some space on the disk and try again" : "Check the rights to the folder"],
    },
  };
}
