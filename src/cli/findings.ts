import { defineFindings, text } from "../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC0002: {
    title: text("Сбой программы: ошибка в самой trc, а не в данных", "A fault of the program itself"),
    message: text(
      "Сбой программы: ошибка в самой trc, а не в данных",
      "A fault of the program itself, not of the data",
    ),
    why: text(
      "Это ошибка в trc, а не в записях; папка вывода осталась прежней",
      "It is a mistake in trc, not in the records; the output folder is as it was",
    ),
    hints: text(
      "Сообщите о ней разработчикам и приложите напечатанный текст",
      "Report it to the developers, with the printed text",
    ),
  },
  TRC6009: {
    title: text("Отчёт не удалось записать", "A report cannot be written"),
    why: text(
      "Путь после двоеточия у --reporter должен вести в папку, в которую можно писать",
      "The path after the colon of --reporter must lead to a folder that can be written to",
    ),
    hints: [
      text(
        "Проверьте путь после двоеточия у ключа --reporter и права на папку",
        "Check the path after the colon of --reporter and the rights of the folder",
      ),
    ],
    example: {
      wrong: "trc check --reporter sarif:/нет/такой/папки.sarif",
      right: "trc check --reporter sarif:out.sarif",
    },
  },
  TRC6032: {
    title: text("Ключ общего кэша не подходит", "The key of the shared cache does not fit"),
    message: (file: string) =>
      text(`В файле «${file}» нет ключа Ed25519 (PEM)`, `The file “${file}” holds no Ed25519 key (PEM)`),
    why: text(
      "Закрытым ключом пишут в общий кэш, открытым только читают; без ключа записи не проверить",
      "With the private key a cache is written, with the public one it is read; without a key no entry can be verified",
    ),
    hints: text(
      "Создайте: openssl genpkey -algorithm ed25519 -out cache.key; openssl pkey -in cache.key -pubout -out cache.pub",
      "Make one: openssl genpkey -algorithm ed25519 -out cache.key; openssl pkey -in cache.key -pubout -out cache.pub",
    ),
  },
});
