import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readingReason, systemReason } from "../../base/storage/index.ts";
import { isDay, posixPath } from "../../base/text/index.ts";
import { FINDINGS } from "./findings.ts";

/** Days that a function is asked about, by the names of its options. */
export type Days = { readonly date?: string | undefined; readonly today?: string | undefined };

/** Days that the calendar lacks, or that are not ISO. Code TRC0005. */
export function dayFaults({ date, today }: Days): Diagnostic[] {
  return Object.entries({ date, today }).flatMap(([name, day]) =>
    day === undefined || isDay(day) ? [] : raise(FINDINGS.TRC0005, { of: [name, day] }),
  );
}

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
export function unreadable(folder: string, error: unknown): Diagnostic {
  const reason = readingReason(error);
  return raise(FINDINGS.TRC0003, {
    message: text(
      `Папку «${folder}» не удалось прочитать: ${reason.ru}`,
      `The folder "${folder}" could not be read: ${reason.en}`,
    ),
  });
}

/** A file of a folder cannot be read. Code TRC0003. */
export function unreadableFile(path: string, error: unknown): Diagnostic {
  const reason = readingReason(error);
  return raise(FINDINGS.TRC0003, {
    message: text(
      `Файл «${path}» не удалось прочитать: ${reason.ru}`,
      `The file "${path}" could not be read: ${reason.en}`,
    ),
  });
}

/** A file or folder whose name is in another encoding than the disk's. Code TRC0003. */
export function garbledName(path: string): Diagnostic {
  return raise(FINDINGS.TRC0003, {
    message: text(
      `Имя «${path}» записано не в UTF-8, такой файл не открыть`,
      `The name "${path}" is not in UTF-8, such a file cannot be opened`,
    ),
    hints: text(
      "Переименуйте его; если так распаковался архив ZIP, распакуйте его другой программой",
      "Rename it; if a ZIP archive was unpacked so, unpack it with another program",
    ),
  });
}

/** A file named on the command line is not there. Code TRC0001. */
export function missingFile(message: Text, hint: Text): Diagnostic {
  return raise(FINDINGS.TRC0001, { message, hints: [hint] });
}

/**
 * What the system would not do, where no command has words of its own for it: a circle of links, a name that is too long, a full disk. Null for
 * what a program with no mistake in it does not meet. Code TRC0003.
 */
export function outOfReach(error: unknown): Diagnostic | null {
  if (!isSystemFault(error) || error.path === undefined || !OF_THE_SYSTEM.has(error.code)) return null;
  const reason = NO_RIGHT.has(error.code) ? text("нет прав", "no right to it") : systemReason(error);
  return raise(FINDINGS.TRC0003, {
    message: text(
      `«${posixPath(error.path)}» не прочитать и не записать: ${reason.ru}`,
      `"${posixPath(error.path)}" can be neither read nor written: ${reason.en}`,
    ),
    hints: text(
      "Проверьте, тот ли путь назван, права на него и место на диске",
      "Check the path, the rights to it and the room on the disk",
    ),
  });
}

const NO_RIGHT = new Set(["EACCES", "EPERM"]);
const OF_THE_SYSTEM = new Set([
  ...NO_RIGHT,
  "ELOOP",
  "ENOTDIR",
  "EISDIR",
  "ENXIO",
  "ENAMETOOLONG",
  "ENOSPC",
  "EDQUOT",
  "EFBIG",
  "EROFS",
  "EIO",
  "EBUSY",
  "EMFILE",
]);

/** A file cannot be written. Code TRC0003. */
export function unwritable(path: string, error: unknown): Diagnostic {
  const reason = systemReason(error);
  return raise(FINDINGS.TRC0003, {
    message: text(
      `Файл «${path}» не удалось записать: ${reason.ru}`,
      `The file "${path}" could not be written: ${reason.en}`,
    ),
    hints: text(
      "Закройте его в других программах, проверьте папку и права",
      "Close it in other programs, check the folder and its rights",
    ),
  });
}
