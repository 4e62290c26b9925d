import { type Text, text } from "../../base/diagnostics/index.ts";
import { codeOf } from "../../base/text/index.ts";
import { RECORD_OF } from "../../paperwork/facts/index.ts";
import { FINDINGS } from "./findings.ts";
import { isDeclinable } from "./helpers/declinable.ts";
import type { HelperContext } from "./helpers/helper.ts";
import { fillOrAsk } from "./scope.ts";
import { TemplateError } from "./template-error.ts";

/** Characters that XML cannot carry, so that neither format could, and those that turn the direction of a text. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text of a value for printing. @throws TemplateError TRC3211 absent, TRC3212 not a text, TRC3213 a character no document can hold */
export function printable(value: unknown, source: string, context: HelperContext): string {
  const printed = asText(value, source, context);
  const wrong = UNPRINTABLE.exec(printed);
  if (wrong) {
    const code = codeOf(wrong[0]);
    throw new TemplateError(FINDINGS.TRC3213, {
      message: text(
        `В значении «${source}» стоит символ ${code}, который нельзя напечатать`,
        `The value “${source}” holds the character ${code}, which cannot be printed`,
      ),
      hints: text("Удалите его из записи", "Remove it from the record"),
    });
  }
  return printed;
}

function asText(value: unknown, source: string, context: HelperContext): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value).replace(".", context.decimalSign);
  if (isDeclinable(value)) return value.text;
  if (value === null || value === undefined) {
    throw new TemplateError(FINDINGS.TRC3211, {
      message: text(`Значение «${source}» не заполнено`, `The value “${source}” is not filled in`),
      hints: fillOrAsk(source),
    });
  }
  const what =
    typeof value === "boolean"
      ? text("переключатель", "a switch")
      : Array.isArray(value)
        ? text("список", "a list")
        : typeof value === "object" && RECORD_OF in value
          ? text("запись целиком", "a whole record")
          : text("набор свойств", "a set of properties");
  throw new TemplateError(FINDINGS.TRC3212, {
    message: text(
      `«${source}» – это ${what.ru}, его нельзя напечатать`,
      `“${source}” is ${what.en} and cannot be printed`,
    ),
    hints: wayOut(value, source),
  });
}

/** What can be printed of it. */
function wayOut(value: unknown, source: string): Text {
  if (typeof value === "boolean")
    return text(`Спросите о нём: {{#if ${source}}} … {{/if}}`, `Ask about it: {{#if ${source}}} … {{/if}}`);
  if (Array.isArray(value))
    return text(
      `Напечатайте по одному: {{#each ${source}}} … {{/each}}, или строкой: {{join ${source} ", "}}`,
      `Print one by one: {{#each ${source}}} … {{/each}}, or in a line: {{join ${source} ", "}}`,
    );
  const names = typeof value === "object" && value !== null ? Object.keys(value).slice(0, 20).join(", ") : "";
  return names === ""
    ? text("Напечатайте текст или число", "Print a text or a number")
    : text(`Напечатайте одно из его свойств: ${names}`, `Print one of its properties: ${names}`);
}
