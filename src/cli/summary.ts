import { hasErrors } from "../base/diagnostics/index.ts";
import type { UpdateReport } from "../project/pipeline/index.ts";
import type { Language } from "./command.ts";

type Words = {
  readonly notBuilt: (out: string) => string;
  readonly checked: (documents: number, pages: number) => string;
  readonly pages: (pages: number) => string;
  readonly done: (documents: number, pages: number, out: string) => string;
  readonly removed: (files: number) => string;
  readonly withheld: (log: string) => string;
};

const WORDS: { readonly [language in Language]: Words } = {
  ru: {
    notBuilt: (out) => `Комплект не собран: исправьте ошибки. Папка ${out} осталась прежней.`,
    checked: (documents, pages) => `Проверено: документов – ${documents}, страниц – ${pages}. Ошибок нет.`,
    pages: (pages) => `${pages} с.`,
    done: (documents, pages, out) => `Готово: документов – ${documents}, страниц – ${pages}, папка ${out}`,
    removed: (files) => `Удалено устаревших файлов: ${files}`,
    withheld: (log) => `Что и почему скрыто – ${log} (этот файл не публикуется)`,
  },
  en: {
    notBuilt: (out) => `Nothing was built: mend the errors. The folder ${out} is as it was.`,
    checked: (documents, pages) => `Checked: documents ${documents}, pages ${pages}. No errors.`,
    pages: (pages) => `pages: ${pages}`,
    done: (documents, pages, out) => `Done: documents ${documents}, pages ${pages}, folder ${out}`,
    removed: (files) => `Outdated files removed: ${files}`,
    withheld: (log) => `What was withheld and why: ${log} (this file is not published)`,
  },
};

/** What was made and where, by groups of the set, for a person. */
export function summary(
  report: UpdateReport,
  out: string | null,
  redactionLog: string | null,
  language: Language = "ru",
): string {
  const { documents, diagnostics, published } = report;
  const words = WORDS[language];
  if (hasErrors(diagnostics)) return out === null ? "" : `${words.notBuilt(out)}\n`;
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  if (out === null) return `${words.checked(documents.length, pages)}\n`;
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
    lines.push(`  ${name} – ${words.pages(document.pages)} (${formats})`);
  }
  lines.push("", words.done(documents.length, pages, out));
  if (published !== null && published.removed.length > 0) lines.push(words.removed(published.removed.length));
  if (redactionLog !== null) lines.push(words.withheld(redactionLog));
  return `${lines.join("\n").trimStart()}\n`;
}
