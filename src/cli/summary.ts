import { hasErrors, text } from "../base/diagnostics/index.ts";
import type { UpdateReport } from "../project/pipeline/index.ts";
import { joined, type Line } from "./output.ts";

/** What was made and where, by groups of the set, for a person. */
export function summary(report: UpdateReport, out: string | null, redactionLog: string | null): Line[] {
  const { documents, diagnostics, published } = report;
  const count = documents.length;
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  if (hasErrors(diagnostics))
    return [
      out !== null &&
        text(
          `Комплект не собран: исправьте ошибки. Папка ${out}, если она была, осталась прежней.`,
          `Nothing was built: correct the errors. The folder ${out}, if there was one, is as it was.`,
        ),
    ];
  if (out === null)
    return [
      text(
        `Проверено: документов – ${count}, страниц – ${pages}. Ошибок нет.`,
        `Checked: documents ${count}, pages ${pages}. No errors.`,
      ),
    ];
  const removed = published?.removed.length ?? 0;
  return [
    ...documents.flatMap(({ group, files, title, pages }, index): Line[] => {
      const before = documents[index - 1]?.group;
      const [file = title] = files.map(({ path }) => path.replace(/^.*\/|\.[a-z]+$/g, ""));
      const formats = files.map(({ format }) => format.toUpperCase()).join(", ");
      return [
        group !== before && (before === undefined ? group : `\n${group}`),
        joined([`  ${file} – `, text(`${pages} с.`, `pages: ${pages}`), ` (${formats})`]),
      ];
    }),
    count > 0 && "",
    text(
      `Готово: документов – ${count}, страниц – ${pages}, папка ${out}`,
      `Done: documents ${count}, pages ${pages}, folder ${out}`,
    ),
    removed > 0 && text(`Удалено устаревших файлов: ${removed}`, `Outdated files removed: ${removed}`),
    redactionLog !== null &&
      text(
        `Что и почему скрыто – ${redactionLog} (этот файл не публикуется)`,
        `What was withheld and why: ${redactionLog} (this file is not published)`,
      ),
  ];
}
