import type { Diagnostic } from "../diagnostics/index.ts";
import { BusyError } from "./folder-lock.ts";
import { PathError } from "./safe-join.ts";
import { isSystemFault, systemReason } from "./system-reason.ts";

/** A fault of writing in the words of a clerk; null when the error is another one. Codes TRC8201–TRC8204. */
export function storageFault(folder: string, error: unknown): Diagnostic | null {
  if (error instanceof BusyError) return busy(folder, error);
  if (error instanceof PathError) return unsafe(error);
  if (!isSystemFault(error)) return null;
  const reason = systemReason(error.code);
  if (error.journal !== undefined) return begun(folder, reason);
  const place = error.dest ?? error.path;
  return {
    code: "TRC8202",
    severity: "error",
    message: `Не удалось записать в папку «${folder}»: ${reason.russian}`,
    hints: [
      ...(place === undefined ? [] : [`Место: ${place}`]),
      "Устраните причину и повторите команду: уже записанное цело, недописанного не осталось",
    ],
    english: {
      message: `The folder “${folder}” could not be written: ${reason.english}`,
      hints: [
        ...(place === undefined ? [] : [`Place: ${place}`]),
        "Remove the cause and repeat the command: what was written is whole, nothing is half there",
      ],
    },
  };
}

/** A fault of reading; null when the error is another one. Code TRC8205. */
export function readingFault(folder: string, error: unknown): Diagnostic | null {
  if (!isSystemFault(error)) return null;
  const { russian, english } = systemReason(error.code === "EACCES" || error.code === "EPERM" ? "READ" : error.code);
  const place = error.path;
  return {
    code: "TRC8205",
    severity: "error",
    message: `Папка «${folder}» не читается: ${russian}`,
    hints: [...(place === undefined ? [] : [`Место: ${place}`]), "Проверьте права на папку и повторите команду"],
    english: {
      message: `The folder “${folder}” cannot be read: ${english}`,
      hints: [
        ...(place === undefined ? [] : [`Place: ${place}`]),
        "Check the rights to the folder and repeat the command",
      ],
    },
  };
}

function busy(folder: string, { path, holder }: BusyError): Diagnostic {
  const who = holder === null ? path : `процесс ${holder.pid} на ${holder.host}`;
  const whom = holder === null ? path : `process ${holder.pid} on ${holder.host}`;
  return {
    code: "TRC8201",
    severity: "error",
    message: `В папку «${folder}» сейчас пишет другой запуск программы (${who})`,
    hints: ["Дождитесь его окончания и повторите", `Если такого запуска точно нет, удалите файл ${path}`],
    english: {
      message: `Another run of the program is writing the folder “${folder}” (${whom})`,
      hints: ["Wait until it is done and repeat", `If there is surely no such run, delete the file ${path}`],
    },
  };
}

function unsafe({ path, reason }: PathError): Diagnostic {
  const [russian, english] = PATH_REASON[reason];
  return {
    code: "TRC8203",
    severity: "error",
    message: `Путь «${path}» небезопасен: ${russian}`,
    why: "Запись по такому пути попала бы не в ту папку",
    hints: ["Уберите ссылку или переименуйте файл и повторите; ничего не записано"],
    english: {
      message: `The path “${path}” is not safe: ${english}`,
      why: "What is written by such a path would go into another folder",
      hints: ["Remove the link or rename the file and repeat; nothing was written"],
    },
  };
}

/** The journal stands: nothing is lost, but not all is written yet. */
function begun(folder: string, { russian, english }: ReturnType<typeof systemReason>): Diagnostic {
  return {
    code: "TRC8204",
    severity: "error",
    message: `Запись в папку «${folder}» начата, но не закончена: ${russian}`,
    why: "Всё нужное уже лежит в журнале, и следующий запуск закончит запись сам",
    hints: ["Устраните причину и выполните trc register repair: он закончит начатое"],
    english: {
      message: `Writing the folder “${folder}” has begun but is not finished: ${english}`,
      why: "All that is needed lies in the journal, and the next run will finish the writing",
      hints: ["Remove the cause and run trc register repair: it finishes what was begun"],
    },
  };
}

const PATH_REASON: { readonly [reason in PathError["reason"]]: readonly [russian: string, english: string] } = {
  outside: ["он выводит из папки", "it leads out of the folder"],
  link: ["это символическая ссылка", "it is a symbolic link"],
  "not-a-folder": ["на месте папки лежит файл", "a file lies where a folder should be"],
};
