import type { YAMLError } from "yaml";
import type { Diagnostic, LineIndex, Place } from "../diagnostics/index.ts";

/** A fault of YAML itself, in the words of a clerk. Code TRC1000. */
export function explainYamlError(error: YAMLError, place: Place, lines: LineIndex): Diagnostic {
  const line = lines.lines[place.start.line - 1] ?? "";
  const [message, hint] = explain(error, line);
  return { code: "TRC1000", severity: "error", message, hints: [hint], place };
}

/**
 * Where the fault was made, not where the parser noticed it: an open quote or bracket at its opening, a line that is
 * indented too far at that line. Offsets in the text.
 */
export function faultRange(error: YAMLError, text: string): readonly [start: number, end: number] {
  const [start, end] = error.pos;
  if (/^MULTILINE_IMPLICIT_KEY|^BLOCK_AS_IMPLICIT_KEY/.test(error.code)) {
    const next = /^[^\n]*\n([ ]+)(\S[^\n]*)/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1));
    const own = /^[ ]*/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1))?.[0].length ?? 0;
    if (next !== null && (next[1] ?? "").length > own) {
      const from = text.indexOf("\n", start) + 1 + (next[1] ?? "").length;
      return [from, from + (next[2] ?? "").length];
    }
  }
  const open = openedAt(text, error);
  return open === null ? [start, end] : [open, open + 1];
}

/** The quote or bracket that begins a value and is not closed on its line; null when the fault is another one. */
function openedAt(text: string, error: YAMLError): number | null {
  const quote = /Missing closing ["'](.)|Missing closing (.)quote/.test(error.message) || error.code === "MISSING_CHAR";
  const bracket = /[Ff]low (?:sequence|map)/.test(error.message);
  if (!quote && !bracket) return null;
  const expression = quote
    ? /(?:^|: |- |, |\[)(?:"(?!(?:[^"\\\n]|\\.)*")|'(?!(?:[^'\n]|'')*'))/gm
    : /(?:: |- )(?:\[(?![^\n]*\])|\{(?![^\n]*\}))/g;
  const found = [...text.slice(0, error.pos[1] + 1).matchAll(expression)][0];
  return found === undefined ? null : found.index + found[0].length - 1;
}

function explain(error: YAMLError, line: string): readonly [string, string] {
  if (error.code === "TAB_AS_INDENT" || /^\s*\t/.test(line)) {
    return ["Строка начинается с табуляции", "Замените табуляцию двумя пробелами: отступ в YAML ставят пробелами"];
  }
  const colon = /^(\s*(?:- )?[\w-]+):(\S.*)$/.exec(line);
  if (colon) return ["После двоеточия нет пробела", `Напишите: ${colon[1]?.trim()}: ${colon[2]}`];
  if (
    /^\s*(?:- )?[\w-]+: .*: /.test(line) &&
    /compact mappings|Nested mappings|BLOCK_AS_IMPLICIT_KEY/i.test(`${error.message} ${error.code}`)
  ) {
    return ["Внутри значения есть двоеточие с пробелом", 'Возьмите значение в кавычки: ключ: "значение: с двоеточием"'];
  }
  return (
    MESSAGES[error.code] ?? [
      `Файл нельзя прочитать как YAML: ${error.message.split("\n")[0]}`,
      "Проверьте отступы, кавычки и двоеточия в отмеченной строке",
    ]
  );
}

const QUOTES = "Закройте кавычку или скобку; если кавычка – часть текста, возьмите всё значение в кавычки другого вида";
const INDENT = "Выровняйте строку: ключи одной записи начинаются в одном столбце, вложенные – на два пробела правее";

const MESSAGES: { readonly [code: string]: readonly [string, string] } = {
  BAD_INDENT: ["Неверный отступ", INDENT],
  BAD_ALIAS: ["Неверная ссылка на якорь", "Если значение начинается с *, возьмите его в кавычки"],
  BAD_DQ_ESCAPE: [
    "Неверная запись с обратной косой чертой",
    "В двойных кавычках пишите \\\\ вместо \\, или возьмите значение в одинарные кавычки",
  ],
  BAD_SCALAR_START: ["Значение начинается с недопустимого знака", "Возьмите значение в кавычки"],
  BLOCK_AS_IMPLICIT_KEY: ["Неверный отступ или лишнее двоеточие", INDENT],
  BLOCK_IN_FLOW: ["Внутри скобок стоит блок с отступом", QUOTES],
  IMPOSSIBLE: ["Файл нельзя прочитать как YAML", INDENT],
  MISSING_CHAR: ["Не закрыта кавычка или скобка", QUOTES],
  MULTILINE_IMPLICIT_KEY: [
    "Ключ занимает несколько строк",
    "Проверьте, есть ли двоеточие после ключа в отмеченной строке и строкой выше",
  ],
  MULTIPLE_DOCS: ["В файле несколько документов YAML", "Оставьте в файле одну запись"],
  UNEXPECTED_TOKEN: ["Лишний или неуместный знак", "Проверьте кавычки: текст после закрывающей кавычки не допускается"],
  UNRESOLVED_ALIAS: ["Ссылка на якорь, которого нет", "Если значение начинается с *, возьмите его в кавычки"],
  TAG_RESOLVE_FAILED: ["Неизвестный тег", "Если значение начинается с !, возьмите его в кавычки"],
};
