import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9401: {
    title: text("Сравнивать не с чем", "There is nothing to compare with"),
    why: text("Сравнивают папку записей, собранный комплект или версию git", "Compare records, a built set, a commit"),
    message: (name: string) =>
      text(
        `Сравнивать не с чем: «${name}» – не папка записей, не собранный комплект и не версия git`,
        `There is nothing to compare with: “${name}” is no folder of records, no built set and no git revision`,
      ),
    hints: [
      text(
        "Укажите папку записей (в ней centre.yaml), папку вывода (в ней manifest.json) или версию: HEAD, v1, 3f2a1c0",
        "Name a folder of records (with centre.yaml), an output folder (with manifest.json) or a revision: HEAD, v1, 3f2a1c0",
      ),
      text(
        "Версию берут из хранилища git той папки, где запущена команда",
        "The revision is of the git repository of the folder the command runs in",
      ),
    ],
    example: { wrong: "trc diff вчера", right: "trc diff HEAD" },
  },
  TRC9402: {
    title: text("Файл Word не прочитать", "A file of Word cannot be read"),
    why: text("Сравнивают два файла .docx", "Two .docx files are compared"),
    message: (name: string, why: Text) =>
      text(`Файл «${name}» не прочитать: ${why.ru}`, `The file “${name}” cannot be read: ${why.en}`),
    hints: [
      text(
        "Откройте файл в Word и сохраните его как документ .docx",
        "Open the file in Word and save it as a .docx document",
      ),
    ],
    example: { wrong: "trc diff приказ.pdf приказ-2.docx", right: "trc diff приказ.docx приказ-2.docx" },
  },
  TRC9403: {
    title: text("Правку некуда записать", "Changes cannot be written there"),
    why: text("Правка записывается отдельными файлами", "Changes are written into files of their own"),
    message: (name: string, why: Text) =>
      text(`Правку нельзя записать в «${name}»: ${why.ru}`, `Changes cannot be written to “${name}”: ${why.en}`),
    hints: [
      text(
        "Назовите новую папку или, для одного документа, файл .docx (для --pdf – .pdf)",
        "Name a new folder or, for one document, a .docx file (.pdf for --pdf)",
      ),
    ],
    example: { wrong: "trc diff HEAD --docx content", right: "trc diff HEAD --docx правка" },
  },
  TRC9404: {
    title: text("Это не документ комплекта", "It is no document of the set"),
    why: text(
      "Возвращённый файл сравнивают с документом комплекта: по названию, а если его нет – по словам",
      "A returned file is compared with a document of the set: by its title, or by its words where it has none",
    ),
    message: (name: string) =>
      text(
        `Файл «${name}» не похож ни на один документ комплекта`,
        `The file “${name}” is like no document of the set`,
      ),
    hints: [
      text(
        "Назовите документ: --only agreement-base.sosh-8, или укажите файл, который вы отправляли, вторым",
        "Name the document: --only agreement-base.sosh-8, or give the file that you had sent as the second one",
      ),
    ],
    example: {
      wrong: "trc compare-returned чужой.docx",
      right: "trc compare-returned договор.docx отправлено/договор.docx",
    },
  },
});
