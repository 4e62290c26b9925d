import { type Text, text } from "../diagnostics/index.ts";

/** A fault that the operating system has named. */
export type SystemFault = {
  readonly code: string;
  readonly path?: string;
  /** The new name, where a file was to get one. */
  readonly dest?: string;
  /** The journal that stands when the fault came after it. */
  readonly journal?: string;
};

/** True for an error of the operating system, which carries a code such as ENOENT. */
export function isSystemFault(error: unknown): error is SystemFault {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code);
}

/** What a fault of the system means. @throws the error when it is another one */
export function systemReason(error: unknown): Text {
  if (!isSystemFault(error)) throw error;
  const { code } = error;
  return REASONS[code] ?? text(`ошибка файловой системы ${code}`, `fault ${code} of the file system`);
}

/** What a fault of reading means. @throws the error when it is another one */
export function readingReason(error: unknown): Text {
  return (isSystemFault(error) && READING[error.code]) || systemReason(error);
}

const NO_READING = text("нет прав на чтение", "no right to read");
const READING: { readonly [code: string]: Text } = {
  EACCES: NO_READING,
  EPERM: NO_READING,
  ENOENT: text("такого файла нет", "there is no such file"),
};

const REASONS: { readonly [code: string]: Text } = {
  ENOSPC: text("на диске нет места", "no space left on the disk"),
  EDQUOT: text("исчерпана квота на диск", "the disk quota is used up"),
  EFBIG: text("файл больше, чем разрешено", "the file is larger than allowed"),
  EROFS: text("диск доступен только для чтения", "the disk is read-only"),
  EACCES: text("нет прав на запись", "no right to write"),
  EPERM: text("нет прав на запись", "no right to write"),
  ENOTDIR: text("на месте папки лежит файл", "a file lies where a folder should be"),
  EISDIR: text("на месте файла лежит папка", "a folder lies where a file should be"),
  ENXIO: text("это не файл, а канал или устройство", "it is no file but a pipe or a device"),
  EEXIST: text("такое имя уже занято", "the name is taken"),
  ENOTEMPTY: text("такое имя уже занято", "the name is taken"),
  ENOENT: text("папки нет", "there is no folder"),
  ENAMETOOLONG: text("имя слишком длинное", "the name is too long"),
  ELOOP: text("символические ссылки ведут по кругу", "symbolic links lead in a circle"),
  EXDEV: text("папка лежит на двух разных дисках", "the folder lies on two disks"),
  EIO: text("ошибка чтения или записи диска", "the disk failed to read or write"),
  EBUSY: text("файл открыт в другой программе", "another program holds the file open"),
  EMFILE: text("открыто слишком много файлов", "too many files are open"),
};
