import { type Diagnostic, type Found, raise, type Text, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { BusyError } from "./folder-lock.ts";
import { JournalError } from "./journal.ts";
import { PathError } from "./safe-join.ts";
import { isSystemFault, readingReason, systemReason } from "./system-reason.ts";

/** A fault of writing in the words of a clerk. @throws the error when it is another one. Codes TRC8201–TRC8204, TRC8206. */
export function storageFault(folder: string, error: unknown): Diagnostic {
  if (error instanceof BusyError) return raise(FINDINGS.TRC8201, busyWords(folder, error));
  if (error instanceof PathError) return unsafe(error);
  if (error instanceof JournalError)
    return error.state === "corrupt" ? raise(FINDINGS.TRC8206, { of: [error.path] }) : pending(folder, error);
  if (!isSystemFault(error)) throw error;
  const reason = systemReason(error);
  if (error.journal !== undefined) return raise(FINDINGS.TRC8204, { of: [folder, reason] });
  const place = error.dest ?? error.path;
  return raise(FINDINGS.TRC8202, {
    message: text(
      `Не удалось записать в папку «${folder}»: ${reason.ru}`,
      `The folder “${folder}” could not be written: ${reason.en}`,
    ),
    hints: [
      ...(place === undefined ? [] : [text(`Место: ${place}`, `Place: ${place}`)]),
      text(
        "Устраните причину и повторите команду: уже записанное цело, недописанного не осталось",
        "Remove the cause and repeat the command: what was written is whole, nothing is half there",
      ),
    ],
  });
}

/** A fault of reading. @throws the error when it is another one. Code TRC8205. */
export function readingFault(folder: string, error: unknown): Diagnostic {
  if (!isSystemFault(error)) throw error;
  const reason = readingReason(error);
  const place = error.path;
  return raise(FINDINGS.TRC8205, {
    message: text(`Папка «${folder}» не читается: ${reason.ru}`, `The folder “${folder}” cannot be read: ${reason.en}`),
    hints: [
      ...(place === undefined ? [] : [text(`Место: ${place}`, `Place: ${place}`)]),
      text("Проверьте права на папку и повторите команду", "Check the rights to the folder and repeat the command"),
    ],
  });
}

/** What to say when another run writes the folder; each room says it under a code of its own. */
export function busyWords(folder: string, { path, holder }: BusyError): Pick<Found, "message" | "hints"> {
  const who = holder === null ? path : `процесс ${holder.pid} на ${holder.host}`;
  const whom = holder === null ? path : `process ${holder.pid} on ${holder.host}`;
  return {
    message: text(
      `В папку «${folder}» сейчас пишет другой запуск программы (${who})`,
      `Another run of the program is writing the folder “${folder}” (${whom})`,
    ),
    hints: [
      text("Дождитесь его окончания и повторите", "Wait until it is done and repeat"),
      text(
        `Если такого запуска точно нет, удалите файл ${path}`,
        `If there is surely no such run, delete the file ${path}`,
      ),
    ],
  };
}

function pending(folder: string, { path }: JournalError): Diagnostic {
  return raise(FINDINGS.TRC8204, {
    message: text(
      `Запись в папку «${folder}» начата, но не закончена: остался журнал «${path}»; пробный запуск ничего не пишет`,
      `Writing the folder “${folder}” has begun but is not finished: the journal “${path}” is left; a dry run writes nothing`,
    ),
    hints: text(
      "Повторите команду без --dry-run (для реестра – trc register repair): она закончит начатое",
      "Repeat the command without --dry-run (for the register, trc register repair): it finishes what was begun",
    ),
  });
}

function unsafe({ path, reason }: PathError): Diagnostic {
  const why = PATH_REASON[reason];
  return raise(FINDINGS.TRC8203, {
    message: text(`Путь «${path}» небезопасен: ${why.ru}`, `The path “${path}” is not safe: ${why.en}`),
  });
}

const PATH_REASON: { readonly [reason in PathError["reason"]]: Text } = {
  outside: text("он выводит из папки", "it leads out of the folder"),
  link: text("это символическая ссылка", "it is a symbolic link"),
  "not-a-folder": text("на месте папки лежит файл", "a file lies where a folder should be"),
};
