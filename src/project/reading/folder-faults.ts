import type { Diagnostic } from "../../base/diagnostics/index.ts";

/** A folder named on the command line is not there. Code TRC0001. */
export function missing(option: string, folder: string): Diagnostic {
  return {
    code: "TRC0001",
    severity: "error",
    message: `Папка «${folder}» не найдена`,
    hints: [`Проверьте ключ ${option} и запускайте команду из папки проекта`],
    english: {
      message: `The folder "${folder}" is not found`,
      hints: [`Check the option ${option}, and run the command in the folder of the project`],
    },
  };
}

/** A folder cannot be read. Code TRC0003. */
export function unreadable(folder: string, code: string): Diagnostic {
  return {
    code: "TRC0003",
    severity: "error",
    message: `Папку «${folder}» не удалось прочитать (${code})`,
    hints: ["Проверьте права на папку и файлы в ней"],
    english: {
      message: `The folder "${folder}" could not be read (${code})`,
      hints: ["Check the rights of the folder and of the files in it"],
    },
  };
}
