import { type Finding, type RecordRule, text } from "../rule.ts";
import { COMPARE_WITH_REGISTER } from "./wrong-code.ts";

/** Organisations that share a single treasury account share its BIK, and the office at the end of their treasury accounts. */
export const bankOfAccount: RecordRule = {
  code: "TRC2255",
  title: text("БИК или счёт расходится с другими организациями", "A BIK or an account differs from that of the others"),
  validations: ["V11"],
  severity: "warning",
  why: text(
    "Единый казначейский счёт принадлежит одному органу Казначейства: у него один БИК и один код в конце счетов",
    "A single treasury account belongs to one treasury office: it has one BIK, and one code at the end of accounts",
  ),
  norm: "Порядок Банка России от 08.09.1997 № 515",
  example: {
    file: "organisations/base-uchebnoe.yaml",
    wrong:
      'bank: {name: УФК, bik: "016614910", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300"}',
    right:
      'bank: {name: УФК, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300"}',
  },
  *check(facts): Iterable<Finding> {
    const all = facts.all("organisations");
    for (const [key, name, part] of VALUES) {
      for (const record of all) {
        const { singleTreasuryAccount: single } = record.data.bank ?? {};
        const value = record.data.bank?.[key];
        if (single === undefined || value === undefined) continue;
        const others = all.filter((one) => one !== record && one.data.bank?.singleTreasuryAccount === single);
        const said = others.flatMap(({ data }) => data.bank?.[key] ?? []).map(part);
        const [usual] = said;
        if (said.length < ENOUGH || usual === undefined || usual === part(value)) continue;
        if (said.some((one) => one !== usual)) continue;
        yield {
          record,
          pointer: `/bank/${key}`,
          message: text(
            `${name.ru} ${part(value)}, а у других организаций с этим казначейским счётом – ${usual}`,
            `${name.en} ${part(value)}, other organisations with this treasury account have ${usual}`,
          ),
          hints: COMPARE_WITH_REGISTER,
          actual: part(value),
          expected: usual,
        };
      }
    }
  },
};

/** So many others must agree before one is told that it is wrong. */
const ENOUGH = 2;
const OFFICE = 4;
const VALUES = [
  ["bik", text("БИК", "The BIK"), (value: string): string => value],
  [
    "treasuryAccount",
    text("Счёт кончается на", "The account ends with"),
    (value: string): string => value.slice(-OFFICE),
  ],
] as const;
