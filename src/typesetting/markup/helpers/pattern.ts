import { RE2JS } from "re2js";
import { text } from "../../../base/diagnostics/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";

/** Whether a text holds what a pattern of RE2 describes, in a time that grows as the text does. @throws TemplateError TRC3216 */
export function patternOf(pattern: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(pattern);
    return (searched) => compiled.matcher(searched).find();
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
