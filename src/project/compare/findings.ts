import { defineFindings, text } from "../../base/diagnostics/index.ts";

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
});
