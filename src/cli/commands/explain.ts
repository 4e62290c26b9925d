import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";

/** `trc explain`: prints the page of a code. */
export const EXPLAIN = command({
  name: "explain",
  ...text(
    "объяснить код замечания: что, почему, по какой норме, как верно",
    "explain the code of a finding: what, why, by which norm, what is right",
  ),
  operands: [{ name: text("<код>", "<code>"), ...text("например TRC2101 или 2101", "for example TRC2101 or 2101") }],
  run: async ([asked = ""], _options, { language }) => {
    const { explainCode } = await import("../../desk/explain/index.ts");
    const explanation = explainCode(asked, language);
    if (explanation.found) return { lines: [explanation.page] };
    const near = explanation.near.join(", ");
    throw new WrongUsage(
      text(
        `Нет замечания с кодом «${asked}». ${near === "" ? "Код – TRC и четыре цифры, как в отчёте проверки" : `Возможно, имелось в виду: ${near}`}`,
        `There is no code "${asked}". ${near === "" ? "A code is TRC and four digits, as reports show it" : `Perhaps: ${near}`}`,
      ),
    );
  },
});
