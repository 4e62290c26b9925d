import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const BUILD_PAGES: { readonly [code: string]: CodePage } = {
  TRC0002: {
    english: "A fault of the program itself",
    why: "Это ошибка в trc, а не в записях: сообщите о ней разработчикам и приложите напечатанный текст; папка вывода осталась прежней",
    whyEnglish:
      "It is a mistake in trc, not in the records: report it to the developers with the printed text; the output folder is as it was",
  },
  TRC6009: {
    english: "A report cannot be written",
    why: "Путь после двоеточия у --reporter должен вести в папку, в которую можно писать",
    whyEnglish: "The path after the colon of --reporter must lead to a folder that can be written to",
    wrong: "trc check --reporter sarif:/нет/такой/папки.sarif",
    right: "trc check --reporter sarif:out.sarif",
  },
};
