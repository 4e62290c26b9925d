import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC1014: {
    severity: "warning",
    title: text("Схема названа по папке программы", "A schema named by a folder of the program"),
    why: text(
      "Такая ссылка пока читается, но папки программы меняются, а у общих схем есть постоянный адрес",
      "Such a reference is still read, but the program's folders change, while shared schemas have a stable id",
    ),
    example: {
      wrong: '"$ref": "../../src/schemas/common.json#/$defs/date"',
      right: '"$ref": "trc:/schemas/1/common.json#/$defs/date"',
    },
  },
  TRC1020: {
    title: text("Неверное имя файла записи", "A wrong file name of a record"),
    why: text(
      "Имя файла – это имя записи, по нему на неё ссылаются другие: строчные латинские буквы, цифры и дефис",
      "The file name is the name of the record, by which others refer to it: lower-case Latin letters, digits and hyphens",
    ),
    hints: text(
      "Назовите файл строчными латинскими буквами, цифрами и дефисами, с расширением .yaml: ivanova-mp.yaml",
      "Name the file in lower-case Latin letters, figures and hyphens, with the extension .yaml: ivanova-mp.yaml",
    ),
    example: { wrong: "people/Иванова.yaml", right: "people/ivanova-mp.yaml" },
  },
  TRC1021: {
    title: text("Неизвестная папка записей", "An unknown folder of records"),
    why: text("Папка говорит, что это за записи", "The folder says what its records are"),
    example: { wrong: "content/pepole/ivanova-mp.yaml", right: "content/people/ivanova-mp.yaml" },
  },
  TRC1022: {
    title: text("Две записи с одним именем", "Two records with one name"),
    why: text(
      "На запись ссылаются по имени файла, поэтому в папке и её подпапках имена не повторяются",
      "A record is referred to by its file name, so no name is used twice in a folder and its subfolders",
    ),
    hints: text("Переименуйте один из двух файлов", "Rename one of the two files"),
    example: {
      wrong: "orders/2025/1-od.yaml\norders/2026/1-od.yaml",
      right: "orders/2025/1-od-2025.yaml\norders/2026/1-od-2026.yaml",
    },
  },
  TRC1023: {
    title: text("Нет записи о центре (centre.yaml)", "There is no record of the centre"),
    why: text("Без centre.yaml не от чьего имени составлять документы", "Without it documents have no author"),
    hints: text(
      "Если запись о центре есть, назовите её centre.yaml и положите в папку записей; новый центр начинает trc init ПАПКА",
      "If there is a record of the centre, call it centre.yaml in the folder of records; a new one is begun by trc init FOLDER",
    ),
  },
  TRC1024: {
    title: text("Запись – не набор свойств", "The record is not a set of properties"),
    why: text("Запись состоит из строк «ключ: значение»", 'A record consists of lines "key: value"'),
    hints: text("Например: surname: Иванова", "For example: surname: Иванова"),
    example: { wrong: "- Иванова", right: "surname: Иванова" },
  },
  TRC1025: {
    title: text("Не указан вид документа", "The kind of the document is not named"),
    why: text(
      "В папке лежат документы разных видов; какой это, говорит kind",
      "The folder holds documents of several kinds; which one this is, kind says",
    ),
    example: { wrong: 'number: "112-ОД"', right: 'kind: order-general\nnumber: "112-ОД"' },
  },
  TRC1027: {
    title: text("Записи новее программы", "The records are newer than the program"),
    why: text(
      "Записи обновила программа новее этой: прочитав их по-старому, эта могла бы понять их неверно",
      "A newer program has upgraded the records: read in the old way they could be misunderstood",
    ),
    message: (format: number, known: number) =>
      text(
        `Формат записей – ${format}, а эта программа знает форматы до ${known}`,
        `The records are in format ${format}, and this program knows formats up to ${known}`,
      ),
    hints: text(
      "Обновите программу; записи при этом не меняются",
      "Install the newer program; the records stay as they are",
    ),
    example: { wrong: "format: 99", right: "format: 2" },
  },
  TRC2001: {
    title: text("Ссылка на запись, которой нет", "A reference to a record that is not there"),
    why: text("Здесь пишут имя файла другой записи без расширения", "The file name of another record, no extension"),
    example: { wrong: "control: lugovaja-ol", right: "control: lugovaya-ol" },
  },
  TRC2005: {
    title: text("Ссылка на запись другого вида", "A reference to a record of another kind"),
    why: text(
      "Документ составляют по записи определённого вида; у другой нет того, что в нём печатают",
      "The document is drawn up by a record of one kind; another has not what is printed in it",
    ),
    example: { wrong: "agreement: 2-2025-trc", right: "agreement: 1-2026-bp" },
  },
  TRC6501: {
    title: text("У свойства схемы нет правила публикации", "A property of a schema has no policy of publication"),
    why: text(
      "Без правила неизвестно, можно ли печатать свойство в публичной редакции",
      "Without a policy it is not known whether the property may be printed in the public edition",
    ),
    example: { wrong: '"phone": {"type": "string"}', right: '"phone": {"type": "string", "x-publish": "drop"}' },
  },
  TRC6502: {
    title: text("Правило публикации не подходит свойству", "The policy does not suit the property"),
    why: text(
      "initials и position – для ссылок на лица, keep и mask – не для них; drop – только для необязательных свойств",
      "initials and position are for references to persons, keep and mask are not; drop is for optional properties only",
    ),
    example: {
      wrong: '"person": {"type": "string", "reference": "people", "x-publish": "keep"}',
      right: '"person": {"type": "string", "reference": "people", "x-publish": "position"}',
    },
  },
});
