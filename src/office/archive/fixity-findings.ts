import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { ACCESSIONS_FOLDER } from "./accession.ts";

/** What to do about any damage. */
export const RESTORE: readonly [Text, ...Text[]] = [
  text(
    "Восстановите его из второй копии: trc archive mirror ПАПКА",
    "Restore it from the second copy: trc archive mirror FOLDER",
  ),
  text("Составьте акт о повреждении", "Draw up an act of the damage"),
];

/** What is not as it was taken in: bags, the book of accessions, the second copy. */
export const FIXITY_FINDINGS = defineFindings({
  TRC8310: {
    title: text("Файл архива изменён", "A file of the archive is changed"),
    why: text("Архив хранят до байта таким, каким его приняли", "It is kept to the byte as it was taken in"),
    message: (bag: string) =>
      text(
        `Пакет «${bag}» повреждён, с ним ничего не сделано`,
        `The bag “${bag}” is damaged; nothing was done with it`,
      ),
    hints: [
      text("Посмотрите, что именно: trc archive verify", "See what is wrong: trc archive verify"),
      text(
        "Восстановите его из второй копии: trc archive mirror ПАПКА",
        "From the second copy: trc archive mirror FOLDER",
      ),
    ],
  },
  TRC8311: {
    title: text("Файла архива нет", "A file of the archive is missing"),
    why: text("Архив хранят без изменений: всё принятое лежит на месте", "All that was taken in stays in its place"),
    hints: RESTORE,
  },
  TRC8312: {
    title: text("Лишний файл в архиве", "A file too many in the archive"),
    why: text(
      "В архиве лежит то, чего не называют опись пакета и книга поступлений",
      "The archive holds what neither an inventory of a bag nor the book names",
    ),
    hints: text(
      "Разберитесь, откуда это взялось, и уберите из папки архива",
      "Find out where it came from and take it out of the archive's folder",
    ),
    message: (path: string) =>
      text(`В архиве есть то, чего в него не принимали: ${path}`, `The archive holds what was never taken in: ${path}`),
  },
  TRC8313: {
    title: text("Опись пакета не читается", "The inventory of a bag cannot be read"),
    why: text("Опись пакета повреждена, и сверить с ней файлы нельзя", "The files cannot be compared with it"),
    hints: RESTORE,
  },
  TRC8314: {
    title: text("Книга поступлений изменена", "The book of accessions is changed"),
    why: text(
      "Книгу поступлений только дополняют: изменённая строка – след вмешательства",
      "The book of accessions is only added to: a changed line is the trace of interference",
    ),
    message: (archive: string) =>
      text(
        `Книга поступлений архива «${archive}» повреждена: новое в него не принимается`,
        `The book of accessions of “${archive}” is damaged: nothing new is taken in`,
      ),
    hints: (archive: string) => [
      text(
        `Посмотрите, что повреждено: trc archive verify --archive ${archive}`,
        `See what is damaged: trc archive verify --archive ${archive}`,
      ),
      text(
        "Восстановите книгу из второй копии: trc archive mirror ПАПКА",
        "Restore the book from the second copy: trc archive mirror FOLDER",
      ),
    ],
    example: { wrong: "trc archive add", right: "trc archive verify\ntrc archive mirror ПАПКА" },
  },
  TRC8315: {
    title: text("Пакета нет на месте", "A bag is not in its place"),
    why: text("Книга поступлений называет пакет, которого нет", "The book of accessions names a bag that is not there"),
    message: (bag: string, title: string) =>
      text(`Пакета «${bag}» нет на месте («${title}»)`, `The bag “${bag}” is not in its place (“${title}”)`),
    hints: RESTORE,
  },
  TRC8316: {
    title: text("Пакет заменён целиком", "A bag is replaced whole"),
    why: text(
      "Контрольные суммы описей пакета не те, что в книге поступлений",
      "The digests of its tag manifests are not those in the book of accessions",
    ),
    message: (bag: string) =>
      text(
        `Пакет «${bag}» сходится сам с собой, но в архив принимали другой`,
        `The bag “${bag}” agrees with itself, but another one was taken in`,
      ),
    hints: RESTORE,
  },
  TRC8317: {
    title: text("Реестр и архив расходятся", "The register and the archive disagree"),
    why: text("Изданное и хранимое – один и тот же документ", "What is issued and what is kept are one document"),
    message: (series: Text, entries: number, received: string) =>
      text(
        `Реестр и архив расходятся: в ряду «${series.ru}» нет записи ${entries}, которая была в нём ${received}`,
        `The register and the archive disagree: the series “${series.en}” has no entry ${entries}, which it had on ${received}`,
      ),
    hints: text(
      "Верните записи реестра из истории git или из пакетов архива",
      "Put the entries back from the history of git or from the bags of the archive",
    ),
  },
  TRC8320: {
    title: text("Копии архива расходятся", "The copies of the archive disagree"),
    why: text(
      "Копии должны совпадать до байта; обе книги целы, поэтому программа не решает, какая верна",
      "Copies must be the same to the byte; both books are whole, so the program does not decide which one is right",
    ),
    message: (archive: string, mirror: string) =>
      text(
        `Копии архива разошлись: в книгах поступлений (${ACCESSIONS_FOLDER}) «${archive}» и «${mirror}» разные записи под одним номером`,
        `The copies of the archive have parted: the books (${ACCESSIONS_FOLDER}) of “${archive}” and “${mirror}” have different entries under one number`,
      ),
    hints: text(
      "Принимайте документы только в основной архив, а копию обновляйте командой trc archive mirror",
      "Take documents into the main archive only, and bring the copy up to date by trc archive mirror",
    ),
  },
  TRC8321: {
    title: text("Обе копии повреждены", "Both copies are damaged"),
    why: text("Верного файла нет ни в одной копии", "No copy has the right file to restore it from"),
    message: (path: string) => text(`«${path}» повреждён в обеих копиях`, `“${path}” is damaged in both copies`),
    hints: text(
      "Восстановите его из третьей копии; всё остальное скопировано и восстановлено",
      "Restore it from a third copy; everything else is copied and restored",
    ),
  },
  TRC8328: {
    title: text("Вторая копия лежит не отдельно от архива", "The second copy does not lie apart from the archive"),
    why: text(
      "Копия в самом архиве пропадёт вместе с ним, а при проверке окажется в нём лишней",
      "A copy within the archive is lost together with it, and is found there as what was never taken in",
    ),
    message: (archive: string, mirror: string) =>
      text(
        `Вторая копия «${mirror}» и архив «${archive}» – одна и та же папка или лежат одна в другой`,
        `The second copy “${mirror}” and the archive “${archive}” are one folder, or one lies in the other`,
      ),
    hints: text(
      "Назовите отдельную папку, лучше на другом диске: trc archive mirror ПАПКА",
      "Name a folder of its own, better on another disk: trc archive mirror FOLDER",
    ),
    example: { wrong: "trc archive mirror archive/copy", right: "trc archive mirror ../copy" },
  },
  TRC8330: {
    severity: "warning",
    title: text(
      "В архиве лишние файлы Проводника, Finder или редактора",
      "The archive has litter of Explorer, Finder or an editor",
    ),
    why: text(
      "Windows и macOS сами кладут такие файлы в каждую папку, которую открывают, а Word и LibreOffice – рядом с открытым документом; документам они не вредят, но описи пакета о них не знают, и чужая программа сочтёт пакет неверным",
      "Windows and macOS put such files into every folder that they show, Word and LibreOffice beside an open document; they do no harm to documents, but the inventory of a bag does not know them, and another program takes the bag for invalid",
    ),
    message: (archive: string, paths: readonly string[]) =>
      text(
        `В архиве ${archive} лежат лишние файлы, которых никто не принимал: ${shownPaths(paths, "и ещё")}`,
        `The archive ${archive} has files that nobody has taken in: ${shownPaths(paths, "and")}`,
      ),
    hints: text("Удалите эти файлы; архив цел", "Delete these files; the archive is intact"),
  },
  TRC8332: {
    severity: "warning",
    title: text("Архив не защищён от git на Windows", "The archive is not guarded from git for Windows"),
    why: text(
      "Без файла .gitattributes git на Windows меняет концы строк во всех текстах архива, и ни одна сумма больше не сойдётся",
      "Without the file .gitattributes git for Windows changes the ends of lines in every text of the archive, and no sum agrees any longer",
    ),
    message: (archive: string) =>
      text(
        `Файла ${archive}/.gitattributes нет, или он не тот, что пишет программа`,
        `There is no file ${archive}/.gitattributes, or it is not the one that the program writes`,
      ),
    hints: text("Запишите в него одну строку: * -text", "Write one line into it: * -text"),
  },
  TRC8331: {
    title: text(
      "День приёма раньше последней записи книги",
      "The day of accession is before the last line of the book",
    ),
    why: text(
      "Книгу поступлений ведут по порядку дней: запись задним числом в ней – след вмешательства",
      "The book of accessions is kept in the order of days: a line dated back is a trace of interference",
    ),
    message: (day: string, last: string) =>
      text(
        `День ${numericDate(day)} раньше последней записи книги поступлений: она сделана ${numericDate(last)}`,
        `The day ${day} is before the last line of the book of accessions, which was made on ${last}`,
      ),
    hints: text(
      "Поставьте нынешний день: без --date программа берёт его сама",
      "Give the day it is now: without --date the program takes it itself",
    ),
    example: { wrong: "trc archive add --date 2020-01-01", right: "trc archive add" },
  },
  TRC8333: {
    title: text("Метка времени пакета неверна или не получена", "The time stamp of a bag is wrong or was not obtained"),
    why: text(
      "Метка времени доказывает, что пакет был таким в её время; от других байтов или без ответа службы она не доказывает ничего",
      "A time stamp proves that the bag was like this at its time; of other bytes, or without the service's answer, it proves nothing",
    ),
    message: (bag: string, reason: Text) => text(`«${bag}»: ${reason.ru}`, `“${bag}”: ${reason.en}`),
    hints: () =>
      text(
        "Проверьте адрес службы и связь и поставьте новую метку: trc archive renew",
        "Check the address of the service and the connection and stamp anew: trc archive renew",
      ),
    example: {
      wrong: "trc archive renew --tsa http://localhost:1/",
      right: "trc archive renew --tsa http://tsa.example.org/",
    },
  },
  TRC8344: {
    title: text("Пакет BagIt не сходится со своей описью", "A bag does not fit its own manifests"),
    why: text(
      "Пакет сверяют по тому, что он сам о себе говорит: bagit.txt, описи, Payload-Oxum, fetch.txt (RFC 8493)",
      "A bag is compared with what it says of itself: bagit.txt, manifests, Payload-Oxum, fetch.txt (RFC 8493)",
    ),
    message: (folder: string, what: Text) => text(`Пакет ${folder}: ${what.ru}`, `The bag ${folder}: ${what.en}`),
    hints: text("Попросите у отправителя целый пакет", "Ask the sender for a whole bag"),
    example: { wrong: "data/отчёт.pdf изменён после описи", right: "data/отчёт.pdf сходится с manifest-sha256.txt" },
  },
});

function shownPaths(paths: readonly string[], more: string): string {
  const rest = paths.length - 5;
  return `${paths.slice(0, 5).join(", ")}${rest > 0 ? ` ${more} ${rest}` : ""}`;
}
