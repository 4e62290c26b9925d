import { each, type RecordRule, text } from "../rule.ts";

/** The centre reports to those above it, not to a school that it works with, nor to itself. */
export const reportAddressee: RecordRule = {
  code: "TRC2284",
  title: text("Отчёт представлен школе, а не органу управления", "A report goes to a school, not to the authority"),
  validations: ["V39"],
  severity: "warning",
  why: text(
    "Отчёт о работе центра представляют тому, кто присвоил статус и с кем заключён договор",
    "The centre reports to whoever has given it its status and made the agreement with it",
  ),
  norm: "Положение, раздел об отчётности",
  example: {
    file: "reports/half-year-2025.yaml",
    wrong: "submittedTo: base-uchebnoe",
    right: "submittedTo: committee",
  },
  check: each("reports", function* ({ data: { submittedTo } }, facts) {
    const committee = facts.centre?.data.committee;
    if (submittedTo === undefined || submittedTo === committee) return;
    const role = facts.find("organisations", submittedTo)?.data.role ?? "";
    if (submittedTo !== "centre" && !SCHOOLS.has(role)) return;
    yield {
      pointer: "/submittedTo",
      message:
        submittedTo === "centre"
          ? text("Отчёт представлен самому центру", "The report goes to the centre itself")
          : text(
              `Отчёт представлен школе «${submittedTo}», с которой центр работает`,
              `The report goes to "${submittedTo}", a school that the centre works with`,
            ),
      hints: text(
        `Укажите орган управления образованием: submittedTo: ${committee ?? "committee"}`,
        `Name the education authority: submittedTo: ${committee ?? "committee"}`,
      ),
      expected: committee,
    };
  }),
};

const SCHOOLS: ReadonlySet<string> = new Set(["base-school", "district-school"]);
