import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9015: {
    title: text("Обновление записей отменять не по чему", "There is no upgrade of records to take back"),
    why: text(
      "Каким был каждый файл до обновления, хранит upgrade-undo.json в папке записей; когда отменено всё, его нет",
      "What each file was before an upgrade is kept in upgrade-undo.json of the folder of records; when all is taken back it is gone",
    ),
    message: (content: string) =>
      text(
        `В папке ${content} нет обновления, которое можно отменить`,
        `The folder ${content} has no upgrade to take back`,
      ),
    hints: text("Возьмите записи из резервной копии или из git", "Take the records from a backup or from git"),
  },
  TRC9016: {
    title: text("Запись изменена после обновления и оставлена", "The record was changed since the upgrade and stays"),
    why: text(
      "Отмена возвращает только то, чего после обновления никто не менял",
      "Only what nobody has changed since the upgrade is put back",
    ),
    message: (file: string) =>
      text(
        `Файл ${file} изменён после обновления и оставлен`,
        `The file ${file} was changed since the upgrade, and stays`,
      ),
    hints: text(
      "Проверьте его сами: trc check; каким он был до обновления, сказано в upgrade-undo.json папки записей",
      "Look at it yourself: trc check; what it was before the upgrade stands in upgrade-undo.json of the folder of records",
    ),
    severity: "warning",
  },
});
