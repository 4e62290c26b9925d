import type { UpdateReport } from "../build/index.ts";
import { hasErrors } from "../diagnostics/index.ts";

/** What was made and where, by groups of the set, for a person. */
export function summary(report: UpdateReport, out: string | null, redactionLog: string | null): string {
  const { documents, diagnostics, published } = report;
  if (hasErrors(diagnostics)) {
    return out === null ? "" : `Комплект не собран: исправьте ошибки. Папка ${out} осталась прежней.\n`;
  }
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  if (out === null) return `Проверено: документов – ${documents.length}, страниц – ${pages}. Ошибок нет.\n`;
  const lines: string[] = [];
  let group = "";
  for (const document of documents) {
    if (document.group !== group) {
      group = document.group;
      lines.push("", group);
    }
    const formats = document.files.map((file) => file.format.toUpperCase()).join(", ");
    const name =
      document.files[0]?.path
        .split("/")
        .pop()
        ?.replace(/\.[a-z]+$/, "") ?? document.title;
    lines.push(`  ${name} – ${document.pages} с. (${formats})`);
  }
  lines.push("", `Готово: документов – ${documents.length}, страниц – ${pages}, папка ${out}`);
  if (published !== null && published.removed.length > 0)
    lines.push(`Удалено устаревших файлов: ${published.removed.length}`);
  if (redactionLog !== null) lines.push(`Что и почему скрыто – ${redactionLog} (этот файл не публикуется)`);
  return `${lines.join("\n").trimStart()}\n`;
}
