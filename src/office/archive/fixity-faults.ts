import { type Defined, type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import type { BagFault } from "./bag.ts";
import type { BookFault } from "./book.ts";
import { FINDINGS } from "./findings.ts";
import { RESTORE } from "./fixity-findings.ts";

const FILE: { readonly [reason in BagFault["reason"]]: { readonly finding: Defined; readonly is: Text } } = {
  changed: { finding: FINDINGS.TRC8310, is: text("изменён", "is changed") },
  missing: { finding: FINDINGS.TRC8311, is: text("отсутствует", "is missing") },
  extra: { finding: FINDINGS.TRC8312, is: text("лишний", "does not belong here") },
  unreadable: { finding: FINDINGS.TRC8313, is: text("не читается", "cannot be read") },
};

/** TRC8310–TRC8313: one file of an archive. @param what the document's title, or what the file is */
export function fileFault(reason: BagFault["reason"], path: string, what: Text): Diagnostic {
  const { finding, is } = FILE[reason];
  const message = text(`Файл ${path} ${is.ru} (${what.ru})`, `The file ${path} ${is.en} (${what.en})`);
  return raise(finding, { message, hints: RESTORE });
}

const BOOK = {
  changed: text(
    "записи изменены после внесения: печать (Seal) не сходится",
    "lines were changed after they were entered: the Seal does not hold",
  ),
  broken: text(
    "запись не продолжает предыдущую: одну из двух заменили или изъяли",
    "the entry does not continue the one before it: one of the two was replaced or removed",
  ),
};

function misplaced(entry: number): Text {
  return text(
    `ожидалась запись ${entry}: запись изъята или переименована`,
    `entry ${entry} was expected: one was removed or renamed`,
  );
}

/** TRC8314: a file of the book of accessions. */
export function bookFault(archive: string, { path, reason, expected }: BookFault): Diagnostic {
  const is = reason === "misplaced" ? misplaced(expected) : BOOK[reason];
  return raise(FINDINGS.TRC8314, {
    message: text(
      `Книга поступлений, ${archive}/${path}: ${is.ru}`,
      `Book of accessions, ${archive}/${path}: ${is.en}`,
    ),
    hints: RESTORE,
  });
}
