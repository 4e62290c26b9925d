import { text } from "../../../base/diagnostics/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";

/** Whether a text holds what a pattern describes. @throws TemplateError TRC3216 */
export function patternOf(pattern: string): (text: string) => boolean {
  try {
    const compiled = new RegExp(pattern, "u");
    return (searched) => compiled.test(searched);
  } catch {
    throw new TemplateError(FINDINGS.TRC3216, {
      message: text(`Образец «${pattern}» составлен неверно`, `The pattern “${pattern}” is malformed`),
      hints: text(
        "Закройте скобки; знаки ( ) [ ] . * + ? как таковые пишут с обратной чертой: \\(",
        "Close the brackets; the signs ( ) [ ] . * + ? themselves are written with a backslash: \\(",
      ),
    });
  }
}
