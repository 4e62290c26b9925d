import type { Diagnostic } from "../diagnostics/index.ts";
import { BusyError } from "./folder-lock.ts";
import { PathError } from "./safe-join.ts";

/** A fault of writing in the words of a clerk; null when the error is another one. Codes TRC8201–TRC8204. */
export function storageFault(folder: string, error: unknown): Diagnostic | null {
  if (error instanceof BusyError) {
    return {
      code: "TRC8201",
      severity: "error",
      message: `В папку «${folder}» сейчас пишет другой запуск программы (${error.holder})`,
      hints: ["Дождитесь его окончания и повторите", `Если такого запуска точно нет, удалите файл ${error.path}`],
    };
  }
  if (error instanceof PathError) {
    return {
      code: "TRC8203",
      severity: "error",
      message: `Путь «${error.path}» небезопасен: ${PATH_REASON[error.reason]}`,
      why: "Запись по такому пути попала бы не в ту папку",
      hints: ["Уберите ссылку или переименуйте файл и повторите; ничего не записано"],
    };
  }
  const { code, path, journal } = error as NodeJS.ErrnoException & { readonly journal?: string };
  if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) return null;
  if (journal !== undefined) return begun(folder, code);
  return {
    code: "TRC8202",
    severity: "error",
    message: `Не удалось записать в папку «${folder}»: ${SYSTEM_REASON[code] ?? `ошибка файловой системы ${code}`}`,
    hints: [
      ...(path === undefined ? [] : [`Место: ${path}`]),
      "Устраните причину и повторите команду: уже записанное цело, недописанного не осталось",
    ],
  };
}

/** The journal stands: nothing is lost, but not all is written yet. */
function begun(folder: string, code: string): Diagnostic {
  return {
    code: "TRC8204",
    severity: "error",
    message: `Запись в папку «${folder}» начата, но не закончена: ${SYSTEM_REASON[code] ?? code}`,
    why: "Всё нужное уже лежит в журнале, и следующий запуск закончит запись сам",
    hints: ["Устраните причину и выполните trc register repair: он закончит начатое"],
  };
}

const PATH_REASON: { readonly [reason in PathError["reason"]]: string } = {
  outside: "он выводит из папки",
  link: "это символическая ссылка",
  "not-a-folder": "на месте папки лежит файл",
};

const SYSTEM_REASON: { readonly [code: string]: string } = {
  ENOSPC: "на диске нет места",
  EDQUOT: "исчерпана квота на диск",
  EFBIG: "файл больше, чем разрешено",
  EROFS: "диск доступен только для чтения",
  EACCES: "нет прав на запись",
  EPERM: "нет прав на запись",
  ENOTDIR: "на месте папки лежит файл",
  EISDIR: "на месте файла лежит папка",
  EEXIST: "такое имя уже занято",
  ENOTEMPTY: "такое имя уже занято",
  ENOENT: "папки нет",
  ENAMETOOLONG: "имя слишком длинное",
  ELOOP: "символические ссылки ведут по кругу",
  EXDEV: "папка лежит на двух разных дисках",
  EIO: "ошибка чтения или записи диска",
  EMFILE: "открыто слишком много файлов",
};
