import { type Defined, type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import type { Accession } from "./accession.ts";
import type { BagFault } from "./bag.ts";
import { FINDINGS } from "./findings.ts";

const RESTORE = [
  text(
    "Восстановите его из второй копии: trc archive mirror ПАПКА",
    "Restore it from the second copy: trc archive mirror FOLDER",
  ),
  text("Составьте акт о повреждении", "Draw up an act of the damage"),
];

const FILE: { readonly [reason in BagFault["reason"]]: { readonly finding: Defined; readonly is: Text } } = {
  changed: { finding: FINDINGS.TRC8310, is: text("изменён", "is changed") },
  missing: { finding: FINDINGS.TRC8311, is: text("отсутствует", "is missing") },
  extra: { finding: FINDINGS.TRC8312, is: text("лишний", "does not belong here") },
  unreadable: { finding: FINDINGS.TRC8313, is: text("не читается", "cannot be read") },
};

/** TRC8310–TRC8313: one file of a bag. @param title the document's */
export function fileFault(reason: BagFault["reason"], path: string, title: string): Diagnostic {
  return aboutFile(reason, path, text(title, title));
}

/** TRC8310, TRC8311: the README of the archive. */
export function readmeFault(path: string, missing: boolean): Diagnostic {
  return aboutFile(missing ? "missing" : "changed", path, text("памятка архива", "the archive's README"));
}

function aboutFile(reason: BagFault["reason"], path: string, what: Text): Diagnostic {
  const { finding, is } = FILE[reason];
  const message = text(`Файл ${path} ${is.ru} (${what.ru})`, `The file ${path} ${is.en} (${what.en})`);
  return raise(finding, { message, hints: RESTORE });
}

/** TRC8312: what was never taken in. */
export function extraThere(archive: string, path: string): Diagnostic {
  return raise(FINDINGS.TRC8312, {
    message: text(
      `В архиве есть то, чего в него не принимали: ${archive}/${path}`,
      `The archive holds what was never taken in: ${archive}/${path}`,
    ),
  });
}

const BOOK = {
  changed: text(
    "записи изменены после внесения: печать (Seal) не сходится",
    "lines were changed after they were entered: the Seal does not hold",
  ),
  misplaced: text(
    "ожидалась запись N: запись изъята или переименована",
    "entry N was expected: one was removed or renamed",
  ),
  broken: text(
    "запись не продолжает предыдущую: одну из двух заменили или изъяли",
    "the entry does not continue the one before it: one of the two was replaced or removed",
  ),
};

/** TRC8314: a file of the book of accessions. @param number of the entry that was expected */
export function bookFault(archive: string, path: string, reason: keyof typeof BOOK, number = 0): Diagnostic {
  const { ru, en } = BOOK[reason];
  return raise(FINDINGS.TRC8314, {
    message: text(
      `Книга поступлений, ${archive}/${path}: ${ru.replace("N", String(number))}`,
      `Book of accessions, ${archive}/${path}: ${en.replace("N", String(number))}`,
    ),
    hints: RESTORE,
  });
}

/** TRC8315: the book names a bag that is not there. */
export function bagIsGone({ bag, title }: Accession): Diagnostic {
  return raise(FINDINGS.TRC8315, {
    message: text(`Пакета «${bag}» нет на месте («${title}»)`, `The bag “${bag}” is not in its place (“${title}”)`),
    hints: RESTORE,
  });
}

/** TRC8316: a whole bag, but another one. */
export function bagWasReplaced({ bag }: Accession): Diagnostic {
  return raise(FINDINGS.TRC8316, {
    message: text(
      `Пакет «${bag}» сходится сам с собой, но в архив принимали другой`,
      `The bag “${bag}” agrees with itself, but another one was taken in`,
    ),
    hints: RESTORE,
  });
}
