import { type Finding, type RecordRule, text } from "../rule.ts";
import { number } from "../values.ts";
import { districtsOf } from "./districts-of.ts";

/** There are as many base schools as the regulation says. */
export const baseSchoolCount: RecordRule = {
  code: "TRC2111",
  title: text("Число базовых организаций не сходится", "The number of base schools differs"),
  validations: ["V09"],
  severity: "error",
  why: text(
    "Число базовых организаций названо в Положении; приказ закрепляет столько же",
    "The regulation says how many base schools there are; the order names as many",
  ),
  norm: "Положение, пункт о базовых организациях",
  example: { file: "regulations/regulation-2025.yaml", wrong: "baseSchoolCount: 3", right: "baseSchoolCount: 2" },
  *check(facts): Iterable<Finding> {
    for (const regulation of facts.all("regulations")) {
      const wanted = number(regulation.data.baseSchoolCount);
      const order = facts.find("orders", regulation.data.approvedBy);
      if (wanted === undefined || order === undefined) continue;
      const bases = new Set(districtsOf(facts, order).flatMap(({ base }) => base ?? []));
      if (bases.size === wanted) continue;
      yield {
        record: regulation,
        pointer: "/baseSchoolCount",
        message: text(
          `В Положении базовых организаций ${wanted}, а в приказе округов с базовыми школами – ${bases.size}`,
          `The regulation has ${wanted} base schools, the order ${bases.size}`,
        ),
        hints: [
          text(
            "Исправьте число или перечень округов (districts) в приказе",
            "Mend the number or the districts of the order",
          ),
        ],
        related: [
          { record: order, pointer: "/districts", message: text("округа в приказе", "districts of the order") },
        ],
        actual: String(wanted),
        expected: String(bases.size),
      };
    }
  },
};
