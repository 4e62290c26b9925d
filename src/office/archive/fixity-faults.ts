import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { Accession } from "./accession.ts";
import type { BagFault } from "./bag.ts";

const RESTORE = ["Восстановите его из второй копии: trc archive mirror ПАПКА", "Составьте акт о повреждении"];
const RESTORE_ENGLISH = ["Restore it from the second copy: trc archive mirror FOLDER", "Draw up an act of the damage"];

const FILE: {
  readonly [reason in BagFault["reason"]]: { readonly code: string; readonly is: string; readonly was: string };
} = {
  changed: { code: "TRC8310", is: "изменён", was: "is changed" },
  missing: { code: "TRC8311", is: "отсутствует", was: "is missing" },
  extra: { code: "TRC8312", is: "лишний", was: "does not belong here" },
  unreadable: { code: "TRC8313", is: "не читается", was: "cannot be read" },
};

/** TRC8310–TRC8313: one file of a bag. @param title the document's */
export function fileFault(reason: BagFault["reason"], path: string, title: string): Diagnostic {
  return aboutFile(reason, path, title, title);
}

/** TRC8310, TRC8311: the README of the archive. */
export function readmeFault(path: string, missing: boolean): Diagnostic {
  return aboutFile(missing ? "missing" : "changed", path, "памятка архива", "the archive's README");
}

function aboutFile(reason: BagFault["reason"], path: string, what: string, english: string): Diagnostic {
  const { code, is, was } = FILE[reason];
  return {
    code,
    severity: "error",
    message: `Файл ${path} ${is} (${what})`,
    hints: RESTORE,
    english: { message: `The file ${path} ${was} (${english})`, hints: RESTORE_ENGLISH },
  };
}

/** TRC8312: what was never taken in. */
export function extraThere(archive: string, path: string): Diagnostic {
  return {
    code: "TRC8312",
    severity: "error",
    message: `В архиве есть то, чего в него не принимали: ${archive}/${path}`,
    hints: ["Разберитесь, откуда это взялось, и уберите из папки архива"],
    english: {
      message: `The archive holds what was never taken in: ${archive}/${path}`,
      hints: ["Find out where it came from and take it out of the archive's folder"],
    },
  };
}

const BOOK = {
  changed: [
    "записи изменены после внесения: печать (Seal) не сходится",
    "lines were changed after they were entered: the Seal does not hold",
  ],
  misplaced: [
    "ожидалась запись N: запись изъята или переименована",
    "entry N was expected: one was removed or renamed",
  ],
  broken: [
    "запись не продолжает предыдущую: одну из двух заменили или изъяли",
    "the entry does not continue the one before it: one of the two was replaced or removed",
  ],
} as const;

/** TRC8314: a file of the book of accessions. @param number of the entry that was expected */
export function bookFault(archive: string, path: string, reason: keyof typeof BOOK, number = 0): Diagnostic {
  const [russian, english] = BOOK[reason].map((words) => words.replace("N", String(number)));
  return {
    code: "TRC8314",
    severity: "error",
    message: `Книга поступлений, ${archive}/${path}: ${russian}`,
    hints: RESTORE,
    english: { message: `Book of accessions, ${archive}/${path}: ${english}`, hints: RESTORE_ENGLISH },
  };
}

/** TRC8315: the book names a bag that is not there. */
export function bagIsGone({ bag, title }: Accession): Diagnostic {
  return {
    code: "TRC8315",
    severity: "error",
    message: `Пакета «${bag}» нет на месте («${title}»)`,
    hints: RESTORE,
    english: { message: `The bag “${bag}” is not in its place (“${title}”)`, hints: RESTORE_ENGLISH },
  };
}

/** TRC8316: a whole bag, but another one. */
export function bagWasReplaced({ bag }: Accession): Diagnostic {
  return {
    code: "TRC8316",
    severity: "error",
    message: `Пакет «${bag}» сходится сам с собой, но в архив принимали другой`,
    why: "Контрольные суммы описей пакета не те, что в книге поступлений",
    hints: RESTORE,
    english: {
      message: `The bag “${bag}” agrees with itself, but another one was taken in`,
      why: "The digests of its tag manifests are not those in the book of accessions",
      hints: RESTORE_ENGLISH,
    },
  };
}

/** TRC8318: no folder. */
export function noArchive(archive: string): Diagnostic {
  return {
    code: "TRC8318",
    severity: "error",
    message: `Папки архива «${archive}» нет`,
    hints: ["Проверьте ключ --archive; архив появится с первым trc archive add"],
    english: {
      message: `There is no archive folder “${archive}”`,
      hints: ["Check the option --archive; the archive appears with the first trc archive add"],
    },
  };
}
