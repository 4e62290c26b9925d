/** A fault that the operating system has named. */
export type SystemFault = {
  readonly code: string;
  readonly path?: string;
  /** The new name, where a file was to get one. */
  readonly dest?: string;
  /** The journal that stands when the fault came after it. */
  readonly journal?: string;
};

export function isSystemFault(error: unknown): error is SystemFault {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code);
}

/** What a code of the system means. */
export function systemReason(code: string): { readonly russian: string; readonly english: string } {
  const [russian, english] = REASONS[code] ?? [`ошибка файловой системы ${code}`, `fault ${code} of the file system`];
  return { russian, english };
}

const REASONS: { readonly [code: string]: readonly [russian: string, english: string] } = {
  READ: ["нет прав на чтение", "no right to read"],
  ENOSPC: ["на диске нет места", "no space left on the disk"],
  EDQUOT: ["исчерпана квота на диск", "the disk quota is used up"],
  EFBIG: ["файл больше, чем разрешено", "the file is larger than allowed"],
  EROFS: ["диск доступен только для чтения", "the disk is read-only"],
  EACCES: ["нет прав на запись", "no right to write"],
  EPERM: ["нет прав на запись", "no right to write"],
  ENOTDIR: ["на месте папки лежит файл", "a file lies where a folder should be"],
  EISDIR: ["на месте файла лежит папка", "a folder lies where a file should be"],
  EEXIST: ["такое имя уже занято", "the name is taken"],
  ENOTEMPTY: ["такое имя уже занято", "the name is taken"],
  ENOENT: ["папки нет", "there is no folder"],
  ENAMETOOLONG: ["имя слишком длинное", "the name is too long"],
  ELOOP: ["символические ссылки ведут по кругу", "symbolic links lead in a circle"],
  EXDEV: ["папка лежит на двух разных дисках", "the folder lies on two disks"],
  EIO: ["ошибка чтения или записи диска", "the disk failed to read or write"],
  EMFILE: ["открыто слишком много файлов", "too many files are open"],
};
