import { each, type RecordRule, text } from "../rule.ts";
import { districtsOf } from "./districts-of.ts";

/** There are as many base schools as the regulation says. */
export const baseSchoolCount: RecordRule = {
  code: "TRC2111",
  title: text("Число базовых организаций не сходится", "The number of base schools differs"),
  validations: ["V09"],
  why: text(
    "Число базовых организаций названо в Положении; приказ закрепляет столько же",
    "The regulation says how many base schools there are; the order names as many",
  ),
  norm: "Положение, пункт о базовых организациях",
  example: { file: "regulations/regulation-2025.yaml", wrong: "baseSchoolCount: 3", right: "baseSchoolCount: 2" },
  check: each("regulations", function* ({ data: { baseSchoolCount: wanted, approvedBy } }, facts) {
    const order = facts.find("orders", approvedBy);
    if (wanted === undefined || order === undefined) return;
    const count = new Set(districtsOf(facts, order).flatMap(({ base }) => base ?? [])).size;
    if (count === wanted) return;
    yield {
      pointer: "/baseSchoolCount",
      message: text(
        `В Положении базовых организаций ${wanted}, а в приказе округов с базовыми школами – ${count}`,
        `The regulation has ${wanted} base schools, the order ${count}`,
      ),
      hints: text(
        "Исправьте число или перечень округов (districts) в приказе",
        "Correct the number or the districts of the order",
      ),
      related: { record: order, pointer: "/districts", message: text("округа в приказе", "districts of the order") },
      expected: String(count),
    };
  }),
};
