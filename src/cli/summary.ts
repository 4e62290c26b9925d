import { hasErrors, text } from "../base/diagnostics/index.ts";
import type { UpdateReport } from "../project/pipeline/index.ts";
import type { Output } from "./output.ts";

/** What was made and where, by groups of the set, for a person. */
export function summary(
  report: UpdateReport,
  out: string | null,
  redactionLog: string | null,
  { say }: Pick<Output, "say">,
): string {
  const { documents, diagnostics, published } = report;
  if (hasErrors(diagnostics))
    return out === null
      ? ""
      : `${say(
          text(
            `Комплект не собран: исправьте ошибки. Папка ${out} осталась прежней.`,
            `Nothing was built: correct the errors. The folder ${out} is as it was.`,
          ),
        )}\n`;
  const count = documents.length;
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  if (out === null)
    return `${say(
      text(
        `Проверено: документов – ${count}, страниц – ${pages}. Ошибок нет.`,
        `Checked: documents ${count}, pages ${pages}. No errors.`,
      ),
    )}\n`;
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
    lines.push(`  ${name} – ${say(text(`${document.pages} с.`, `pages: ${document.pages}`))} (${formats})`);
  }
  lines.push(
    "",
    say(
      text(
        `Готово: документов – ${count}, страниц – ${pages}, папка ${out}`,
        `Done: documents ${count}, pages ${pages}, folder ${out}`,
      ),
    ),
  );
  const removed = published?.removed.length ?? 0;
  if (removed > 0) lines.push(say(text(`Удалено устаревших файлов: ${removed}`, `Outdated files removed: ${removed}`)));
  if (redactionLog !== null)
    lines.push(
      say(
        text(
          `Что и почему скрыто – ${redactionLog} (этот файл не публикуется)`,
          `What was withheld and why: ${redactionLog} (this file is not published)`,
        ),
      ),
    );
  return `${lines.join("\n").trimStart()}\n`;
}
