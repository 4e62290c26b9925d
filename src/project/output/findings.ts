import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC6001: {
    title: text(
      "Папка вывода содержит записи, шаблоны или проект, или лежит внутри них",
      "The output folder holds records, templates or the project, or lies in them",
    ),
    why: text(
      "Папку вывода программа обновляет целиком: записи и шаблоны в ней пропали бы, а документы среди записей читались бы как записи",
      "The program replaces the output folder as a whole: records and templates in it would be lost, and documents among records be read as records",
    ),
    hints: text("Укажите отдельную папку: --out out", "Name a folder of its own: --out out"),
    example: { wrong: "trc build --out content", right: "trc build --out out" },
  },
  TRC6002: {
    title: text("В папку вывода пишет другой запуск", "Another run writes to the output folder"),
    why: text(
      "Два запуска, пишущие в одну папку, смешали бы два комплекта",
      "Two runs in one folder would mix two sets",
    ),
    hints: text("Дождитесь его окончания и повторите", "Wait until it ends, then try again"),
  },
  TRC6003: {
    title: text("Папку вывода не удалось обновить", "The output folder cannot be updated"),
    why: text(
      "Комплект кладётся в папку вывода целиком или не кладётся вовсе; что помешало, сказано в самом сообщении",
      "A set takes its place in the output folder whole or not at all; the message says what was in the way",
    ),
    hints: text(
      "Закройте файлы из этой папки в Word и просмотрщиках, проверьте права и место на диске, затем повторите",
      "Close its files in Word and in viewers, check the rights and the space on the disk, then try again",
    ),
  },
  TRC6010: {
    title: text("Не хватает части комплекта", "A shard of the set is missing"),
    why: text(
      "Комплект, собранный по частям, складывается целиком или не складывается вовсе",
      "A set that was built in shards is put together whole or not at all",
    ),
    hints: text("Соберите недостающую часть и повторите", "Build the shard that is missing, then try again"),
    example: { wrong: "trc merge out.shards/1-of-2", right: "trc merge out.shards/1-of-2 out.shards/2-of-2" },
  },
  TRC6011: {
    title: text("Часть комплекта дана несколько раз", "A shard of the set is given several times"),
    why: text(
      "Из двух одинаковых частей неизвестно, какую брать: они могли быть собраны из разных записей",
      "Of two shards of one number nobody can say which is meant: they may be of different records",
    ),
    hints: text("Оставьте одну из этих папок", "Leave one of these folders"),
  },
  TRC6012: {
    title: text("Это не часть этого комплекта", "This is no shard of this set"),
    why: text(
      "Складываются только части одной сборки: с теми же центрами, шаблонами, ключами и программой",
      "Only shards of one run are put together: of the same centres, templates, options and program",
    ),
    hints: text(
      "Соберите часть заново с теми же ключами: trc build --shard 1/8",
      "Build the shard again with the same options: trc build --shard 1/8",
    ),
  },
  TRC6013: {
    title: text("Файл части комплекта повреждён", "A file of a shard is damaged"),
    why: text(
      "Каждый файл сверяется с описью своей части, прежде чем попасть в комплект",
      "Every file is compared with the manifest of its shard before it gets into the set",
    ),
    hints: text(
      "Соберите эту часть заново или передайте её ещё раз",
      "Build the shard again, or transfer it once more",
    ),
  },
  TRC6507: {
    title: text("Журнал изъятий не удалось записать", "The log of redactions cannot be written"),
    why: text(
      "Журнал говорит, что и на каком основании изъято; без него редакция не делается",
      "The log says what was withheld and on what ground; no edition is made without it",
    ),
    hints: text(
      "Проверьте место на диске и права на папку, затем соберите публичную редакцию снова",
      "Check the space on the disk and the rights of the folder, then build the public edition again",
    ),
  },
  TRC6508: {
    title: text("В папке вывода лежит комплект другой редакции", "The folder holds another edition"),
    why: text(
      "Публичная редакция и подлинник лежат в разных папках: папка публичной редакции целиком идёт на сайт",
      "The public edition and the original lie in different folders: the folder of the public edition goes to the site as a whole",
    ),
    hints: [
      text("Укажите другую папку: --out", "Name another folder: --out"),
      text("Или удалите эту папку, если она больше не нужна", "Or remove this folder if it is no longer needed"),
    ],
    example: { wrong: "trc build --edition public --out out", right: "trc build --edition public --out out-public" },
  },
});
