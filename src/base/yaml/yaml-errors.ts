import type { YAMLError } from "yaml";
import { type Diagnostic, type LineIndex, type Place, raise, type Text, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** A fault of YAML itself, in the words of a clerk. Code TRC1000. */
export function explainYamlError(error: YAMLError, place: Place, lines: LineIndex): Diagnostic {
  const line = lines.lines[place.start.line - 1] ?? "";
  const [message, hint] = explain(error, line, line.slice(place.start.column - 1));
  return raise(FINDINGS.TRC1000, { message, hints: [hint], place });
}

/**
 * Where the fault was made, not where the parser noticed it: an open quote or bracket at its opening, a line that is
 * indented too far at that line. Offsets in the text.
 */
export function faultRange(error: YAMLError, source: string): readonly [start: number, end: number] {
  const [start, end] = error.pos;
  if (/^MULTILINE_IMPLICIT_KEY|^BLOCK_AS_IMPLICIT_KEY/.test(error.code)) {
    const next = /^[^\n]*\n([ ]+)(\S[^\n]*)/.exec(source.slice(source.lastIndexOf("\n", start - 1) + 1));
    const own = /^[ ]*/.exec(source.slice(source.lastIndexOf("\n", start - 1) + 1))?.[0].length ?? 0;
    if (next !== null && (next[1] ?? "").length > own) {
      const from = source.indexOf("\n", start) + 1 + (next[1] ?? "").length;
      return [from, from + (next[2] ?? "").length];
    }
  }
  const open = openedAt(source, error);
  return open === null ? [start, end] : [open, open + 1];
}

/** The quote or bracket that begins a value and is not closed on its line; null when the fault is another one. */
function openedAt(source: string, error: YAMLError): number | null {
  const quote = /Missing closing ["'](.)|Missing closing (.)quote/.test(error.message) || error.code === "MISSING_CHAR";
  const bracket = /[Ff]low (?:sequence|map)/.test(error.message);
  if (!quote && !bracket) return null;
  const expression = quote
    ? /(?:^|: |- |, |\[)(?:"(?!(?:[^"\\\n]|\\.)*")|'(?!(?:[^'\n]|'')*'))/gm
    : /(?:: |- )(?:\[(?![^\n]*\])|\{(?![^\n]*\}))/g;
  const found = [...source.slice(0, error.pos[1] + 1).matchAll(expression)][0];
  return found === undefined ? null : found.index + found[0].length - 1;
}

type Advice = readonly [message: Text, hint: Text];

/** @param at the line from the marked place on */
function explain(error: YAMLError, line: string, at: string): Advice {
  if (error.code === "TAB_AS_INDENT" || /^\s*\t/.test(line)) return TAB;
  const colon = /^(\s*(?:- )?[\w-]+):(\S.*)$/.exec(line);
  if (colon) {
    const right = `${colon[1]?.trim()}: ${colon[2]}`;
    return [
      text("После двоеточия нет пробела", "There is no space after the colon"),
      text(`Напишите: ${right}`, `Write: ${right}`),
    ];
  }
  const nested = /^\s*(?:- )?([\w-]+): (.*: .*)$/.exec(line);
  if (nested && /compact mappings|Nested mappings|BLOCK_AS_IMPLICIT_KEY/i.test(`${error.message} ${error.code}`)) {
    const right = `${nested[1]}: ${JSON.stringify(nested[2])}`;
    return [
      text("Внутри значения есть двоеточие с пробелом", "The value holds a colon with a space"),
      text(`Возьмите значение в кавычки: ${right}`, `Put the value in quotes: ${right}`),
    ];
  }
  const [, key, value = ""] = /^\s*(?:- )?([\w-]+): (.+)$/.exec(line) ?? [];
  if (key !== undefined && /^[@`%!]/.test(value)) return quoted(START, key, value);
  if (key !== undefined && error.code === "UNEXPECTED_TOKEN" && /^["'].*["']\s/.test(value))
    return quoted(AFTER_QUOTE, key, value);
  if (at.startsWith("[") || at.startsWith("{")) return OPEN_BRACKET;
  if (error.code === "MISSING_CHAR" && !/^["']/.test(at)) return INDENTED;
  if (/^\s/.test(line) && /^(?:MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY)$/.test(error.code)) return INDENTED;
  const bare = /^(\s*(?:- )?[a-z][A-Za-z]*) +([^:]+)$/.exec(line);
  if (bare && error.code === "MULTILINE_IMPLICIT_KEY") {
    const right = `${bare[1]?.trim()}: ${bare[2]}`;
    return [
      text("После ключа нет двоеточия", "There is no colon after the key"),
      text(`Напишите: ${right}`, `Write: ${right}`),
    ];
  }
  const [reason = ""] = error.message.split("\n");
  return (
    MESSAGES[error.code] ?? [
      text(`Файл нельзя прочитать как YAML: ${reason}`, `The file cannot be read as YAML: ${reason}`),
      text(
        "Проверьте отступы, кавычки и двоеточия в отмеченной строке",
        "Check the indents, the quotes and the colons of the marked line",
      ),
    ]
  );
}

/** The value in quotes that suit it. */
function quoted(message: Text, key: string, value: string): Advice {
  const right = `${key}: ${value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`}`;
  return [message, text(`Возьмите значение в кавычки: ${right}`, `Put the value in quotes: ${right}`)];
}

const START = text(
  "Значение начинается с недопустимого знака",
  "The value begins with a character it may not begin with",
);
const AFTER_QUOTE = text("После закрывающей кавычки стоит текст", "Something follows the closing quote");
const TAB: Advice = [
  text("Строка начинается с табуляции", "The line begins with a tab"),
  text(
    "Замените табуляцию двумя пробелами: отступ в YAML ставят пробелами",
    "Replace the tab with two spaces: YAML is indented with spaces",
  ),
];
const QUOTES = text(
  "Закройте кавычку или скобку; если кавычка – часть текста, возьмите всё значение в кавычки другого вида",
  "Close the quote or the bracket; if the quote is part of the text, put the whole value in quotes of the other kind",
);
const INDENT = text(
  "Выровняйте строку: ключи одной записи начинаются в одном столбце, вложенные – на два пробела правее",
  "Align the line: keys of one record begin in one column, nested ones two spaces further right",
);
const INDENTED: Advice = [text("Неверный отступ", "Wrong indent"), INDENT];
const OPEN_BRACKET: Advice = [
  text("Не закрыта скобка", "A bracket is not closed"),
  text("Закройте скобку: [ … ] или { … }", "Close the bracket: [ … ] or { … }"),
];
const STAR = text(
  "Если значение начинается с *, возьмите его в кавычки",
  "If the value begins with *, put it in quotes",
);

const MESSAGES: { readonly [code: string]: Advice } = {
  BAD_INDENT: INDENTED,
  BAD_ALIAS: [text("Неверная ссылка на якорь", "A wrong alias"), STAR],
  BAD_DQ_ESCAPE: [
    text("Неверная запись с обратной косой чертой", "A wrong escape with a backslash"),
    text(
      "В двойных кавычках пишите \\\\ вместо \\, или возьмите значение в одинарные кавычки",
      "In double quotes write \\\\ for \\, or put the value in single quotes",
    ),
  ],
  BAD_SCALAR_START: [START, text("Возьмите значение в кавычки", "Put the value in quotes")],
  BLOCK_AS_IMPLICIT_KEY: [text("Неверный отступ или лишнее двоеточие", "A wrong indent or a colon too many"), INDENT],
  BLOCK_IN_FLOW: [text("Внутри скобок стоит блок с отступом", "An indented block stands inside brackets"), QUOTES],
  IMPOSSIBLE: [text("Файл нельзя прочитать как YAML", "The file cannot be read as YAML"), INDENT],
  MISSING_CHAR: [text("Не закрыта кавычка или скобка", "A quote or a bracket is not closed"), QUOTES],
  MULTILINE_IMPLICIT_KEY: [
    text("Ключ занимает несколько строк", "The key takes several lines"),
    text(
      "Проверьте, есть ли двоеточие после ключа в отмеченной строке и строкой выше; продолжение текста пишут с отступом",
      "Check that a colon follows the key in the marked line and in the line above; a text that goes on is indented",
    ),
  ],
  MULTIPLE_DOCS: [
    text("В файле несколько документов YAML", "The file holds several YAML documents"),
    text("Оставьте в файле одну запись", "Keep one record in the file"),
  ],
  UNEXPECTED_TOKEN: [
    text("Лишний или неуместный знак", "A character too many or out of place"),
    text(
      "Проверьте кавычки и скобки: после закрывающих ничего не пишут",
      "Check the quotes and brackets: nothing may follow the closing ones",
    ),
  ],
  UNRESOLVED_ALIAS: [text("Ссылка на якорь, которого нет", "An alias of an anchor that is not there"), STAR],
  TAG_RESOLVE_FAILED: [
    text("Неизвестный тег", "An unknown tag"),
    text("Если значение начинается с !, возьмите его в кавычки", "If the value begins with !, put it in quotes"),
  ],
};
