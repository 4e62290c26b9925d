import { type Diagnostic, type Found, indexLines, type Place, raise, text } from "../../base/diagnostics/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { FINDINGS } from "./findings.ts";

type Tag = { readonly sign: string; readonly name: string; readonly start: number; readonly end: number };

/** Why a template cannot be parsed, at the bracket or block that is wrong and not where the parser gave up. Code TRC3201. */
export function parseFault({ path, source }: TemplateFile, error: unknown): Diagnostic {
  const lines = indexLines(source);
  const placeAt = (start: number, end: number): Place => {
    const from = lines.at(start);
    const [written = ""] = source.slice(start, end).split("\n");
    return { file: path, start: from, end: { line: from.line, column: from.column + Math.max(1, written.length) } };
  };
  const fault = (place: Place, wording: Found): Diagnostic => raise(FINDINGS.TRC3201, { ...wording, place });
  const open: Tag[] = [];
  for (const tag of tagsOf(source)) {
    const place = placeAt(tag.start, tag.end);
    if (tag.sign === "{{")
      return fault(place, {
        message: text("Скобки {{ не закрыты", "The brackets {{ are not closed"),
        hints: text("Закройте их: }}", "Close them: }}"),
      });
    if (tag.sign === "#") open.push(tag);
    if (tag.sign !== "/") continue;
    const opened = open.pop();
    if (opened === undefined)
      return fault(place, {
        message: text(
          `Блок {{/${tag.name}}} закрыт, но не открыт`,
          `The block {{/${tag.name}}} is closed but not opened`,
        ),
        hints: text("Удалите это закрытие или откройте блок выше", "Remove it, or open the block above"),
      });
    if (opened.name !== tag.name)
      return fault(place, {
        message: text(
          `Блок {{#${opened.name}}} закрыт не тем именем: {{/${tag.name}}}`,
          `The block {{#${opened.name}}} is closed by another name: {{/${tag.name}}}`,
        ),
        hints: text(`Напишите: {{/${opened.name}}}`, `Write: {{/${opened.name}}}`),
        related: [
          { message: text("блок открыт здесь", "the block opens here"), place: placeAt(opened.start, opened.end) },
        ],
      });
  }
  const last = open.at(-1);
  if (last !== undefined)
    return fault(placeAt(last.start, last.end), {
      message: text(`Блок {{#${last.name}}} не закрыт`, `The block {{#${last.name}}} is not closed`),
      hints: text(`Допишите {{/${last.name}}} там, где блок кончается`, `Add {{/${last.name}}} where the block ends`),
    });
  return fault(lineOf(path, source, error), {
    message: text("Шаблон не читается: скобки {{ }} расставлены неверно", "The template cannot be read: wrong {{ }}"),
    hints: text(
      "Проверьте скобки, кавычки и знаки «=» внутри {{ }} в отмеченной строке",
      "Check the brackets, the quotes and the signs “=” inside {{ }} on the marked line",
    ),
  });
}

/** The line that the parser names, without the space around it. */
function lineOf(file: string, source: string, error: unknown): Place {
  const line = Number(/line (\d+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? 1);
  const written = source.split("\n")[line - 1] ?? "";
  const start = written.length - written.trimStart().length + 1;
  return {
    file,
    start: { line, column: start },
    end: { line, column: Math.max(start + 1, written.trimEnd().length + 1) },
  };
}

/** Openings and closings of blocks, and the first bracket that is not closed, in the order of the text. */
function tagsOf(source: string): Tag[] {
  const tags: Tag[] = [];
  const pattern = /\{\{!--[\s\S]*?--~?\}\}|\{\{![^}]*\}\}|\{\{(?:(?!\{\{)[\s\S])*?\}\}|\{\{[^\n]*/g;
  for (const { 0: written, index } of source.matchAll(pattern)) {
    if (source[index - 1] === "\\" || written.startsWith("{{!")) continue;
    const end = index + written.length;
    const block = /^\{\{~?\s*([#/])\s*([^\s}~|]+)/.exec(written);
    if (!written.endsWith("}}")) tags.push({ sign: "{{", name: "", start: index, end });
    else if (block) tags.push({ sign: block[1] ?? "", name: block[2] ?? "", start: index, end });
  }
  return tags;
}
