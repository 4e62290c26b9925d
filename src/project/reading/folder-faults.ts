import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** A folder named on the command line is not there. Code TRC0001. */
export function missing(option: string, folder: string): Diagnostic {
  return raise(FINDINGS.TRC0001, {
    message: text(`Папка «${folder}» не найдена`, `The folder "${folder}" is not found`),
    hints: [
      text(
        `Проверьте ключ ${option} и запускайте команду из папки проекта`,
        `Check the option ${option}, and run the command in the folder of the project`,
      ),
    ],
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
