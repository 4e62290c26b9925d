import { type Defined, type Diagnostic, raise, same, type Text, text } from "../../base/diagnostics/index.ts";
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

/** TRC8314: a file of the book of accessions. @param genuine bags that agree with themselves, though no line that can be read names them */
export function bookFault(
  archive: string,
  { path, reason, expected, bag }: BookFault,
  genuine: ReadonlySet<string>,
): Diagnostic {
  const is = reason === "misplaced" ? misplaced(expected) : BOOK[reason];
  const whole =
    bag !== undefined && genuine.has(bag)
      ? text(
          `. Пакет ${bag} сам с собой сходится: повреждена строка книги, а не он; не убирайте его`,
          `. The bag ${bag} agrees with itself: it is the line that is damaged; do not remove it`,
        )
      : same("");
  return raise(FINDINGS.TRC8314, {
    message: text(
      `Книга поступлений, ${archive}/${path}: ${is.ru}${whole.ru}`,
      `Book of accessions, ${archive}/${path}: ${is.en}${whole.en}`,
    ),
    hints: RESTORE_BOOK,
  });
}

const RESTORE_BOOK = [
  text(
    "Восстановите эту строку книги из второй копии: trc archive mirror ПАПКА",
    "Restore this line of the book from the second copy: trc archive mirror FOLDER",
  ),
  text("Составьте акт о повреждении", "Draw up an act of the damage"),
] as const;

/** TRC8312: one word on a whole bag that no line of the book names, in place of one on each of its files: the end of a book can be cut off. */
export function unnamedBag(archive: string, bag: string): Diagnostic {
  return raise(FINDINGS.TRC8312, {
    message: text(
      `Пакет ${archive}/${bag} сам с собой сходится, но строки о нём в книге поступлений нет: её изъяли, или пакет положен мимо trc archive add`,
      `The bag ${archive}/${bag} agrees with itself, but no line of the book of accessions names it: the line was removed, or the bag was not put there by trc archive add`,
    ),
    hints: [
      text(
        "Не убирайте пакет, пока не сверите книгу со второй копией: trc archive verify --mirror ПАПКА",
        "Leave the bag where it is until the book is compared with the second copy: trc archive verify --mirror FOLDER",
      ),
      text(
        "В копии строка есть? Она восстановит книгу: trc archive mirror ПАПКА",
        "Does the copy have the line? It restores the book: trc archive mirror FOLDER",
      ),
    ],
  });
}

/** TRC8310: one word on an archive in which git for Windows has changed the ends of lines, in place of one on each file. */
export function lineEndsFault(archive: string, count: number): Diagnostic {
  return raise(FINDINGS.TRC8310, {
    message: text(
      `В архиве ${archive} другие концы строк (CRLF), файлов – ${count}: так их записывает git на Windows (core.autocrlf)`,
      `The archive ${archive} has other ends of lines (CRLF) in ${count} files: so git for Windows writes them (core.autocrlf)`,
    ),
    hints: [
      text(
        "Положите в папку архива файл .gitattributes со строкой «* -text» и возьмите файлы из git заново: git rm --cached -r -q . && git reset --hard",
        'Put a file .gitattributes with the line "* -text" into the archive and take the files out of git anew: git rm --cached -r -q . && git reset --hard',
      ),
    ],
  });
}
