import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** A folder named on the command line is not there. Code TRC0001. */
export function missingFolder(option: string, folder: string): Diagnostic {
  return raise(FINDINGS.TRC0001, {
    message: text(`Папка «${folder}» не найдена`, `The folder "${folder}" is not found`),
    hints: text(
      `Проверьте ключ ${option} и запускайте команду из папки проекта`,
      `Check the option ${option}, and run the command in the folder of the project`,
    ),
  });
}

/** A folder cannot be read. Code TRC0003. */
export function unreadable(folder: string, code: string): Diagnostic {
  return raise(FINDINGS.TRC0003, {
    message: text(
      `Папку «${folder}» не удалось прочитать (${code})`,
      `The folder "${folder}" could not be read (${code})`,
    ),
  });
}

/** A file named on the command line is not there. Code TRC0001. */
export function missingFile(message: Text, hint: Text): Diagnostic {
  return raise(FINDINGS.TRC0001, { message, hints: [hint] });
}

/** A file cannot be written. Code TRC0003. */
export function unwritable(path: string, code: string): Diagnostic {
  return raise(FINDINGS.TRC0003, {
    message: text(`Файл «${path}» не удалось записать (${code})`, `The file "${path}" could not be written (${code})`),
    hints: text(
      "Закройте его в других программах, проверьте папку и права",
      "Close it in other programs, check the folder and its rights",
    ),
  });
}
