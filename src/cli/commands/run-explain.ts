import { text } from "../../base/diagnostics/index.ts";
import { explainCode } from "../../desk/explain/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** `trc explain`: prints the page of a code. Resolves to the exit code. */
export function explainCommand([asked = ""]: readonly string[], _options: unknown, output: Output): number {
  const explanation = explainCode(asked, output.language);
  if (explanation.found) {
    output.data(explanation.page);
    return EXIT.done;
  }
  const near = explanation.near.join(", ");
  output.tell(
    text(
      `Нет замечания с кодом «${asked}». ${near === "" ? "Код – TRC и четыре цифры, как в отчёте проверки" : `Возможно, имелось в виду: ${near}`}`,
      `There is no code "${asked}". ${near === "" ? "A code is TRC and four digits, as reports show it" : `Perhaps: ${near}`}`,
    ),
  );
  return EXIT.usage;
}
