import { RECORD_OF } from "../records/index.ts";
import { isDeclinable } from "./helpers/declinable.ts";
import type { HelperContext } from "./helpers/helper.ts";
import { TemplateError } from "./template-error.ts";

/** Characters that XML cannot carry, so that neither format could. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text of a value for printing. @throws TemplateError TRC3211 absent, TRC3212 not a text, TRC3213 a character no document can hold */
export function printable(value: unknown, source: string, context: HelperContext): string {
  const text = asText(value, source, context);
  const wrong = UNPRINTABLE.exec(text);
  if (wrong) {
    const code = (wrong[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    throw new TemplateError("TRC3213", `В значении «${source}» стоит символ U+${code}, который нельзя напечатать`, [
      "Удалите его из записи",
    ]);
  }
  return text;
}

function asText(value: unknown, source: string, context: HelperContext): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value).replace(".", context.decimalSign);
  if (isDeclinable(value)) return value.text;
  if (value === null || value === undefined) {
    throw new TemplateError("TRC3211", `Значение «${source}» не заполнено`, [
      "Заполните свойство в записи или проверьте его в шаблоне: {{#if …}}",
    ]);
  }
  const what =
    typeof value === "boolean"
      ? "переключатель"
      : Array.isArray(value)
        ? "список"
        : typeof value === "object" && RECORD_OF in value
          ? "запись целиком"
          : "набор свойств";
  throw new TemplateError("TRC3212", `«${source}» – это ${what}, его нельзя напечатать`, [
    "Напечатайте одно из его свойств",
  ]);
}
