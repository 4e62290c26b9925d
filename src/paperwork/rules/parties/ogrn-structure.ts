import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";
import { COMPARE_WITH_REGISTER } from "./wrong-code.ts";

/** An OGRN begins with 1 or 5, the year of the entry and the region. */
export const ogrnStructure: RecordRule = {
  code: "TRC2119",
  title: text("ОГРН неверного строения", "OGRN of a wrong structure"),
  validations: ["V13"],
  severity: "warning",
  why: text(
    "В ОГРН первая цифра – 1 или 5, вторая и третья – год записи, четвёртая и пятая – код субъекта",
    "An OGRN begins with 1 or 5, then come the year and the region",
  ),
  norm: "Порядок ведения ЕГРЮЛ (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'ogrn: "2026700000017"', right: 'ogrn: "1026700000018"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const [value, tax] = [string(record.data.ogrn), string(record.data.inn)];
      if (value === undefined || value.length !== 13) continue;
      const problem = ogrnProblem(value, tax, facts.latest);
      if (problem !== null)
        yield { record, pointer: "/ogrn", ...problem, hints: [COMPARE_WITH_REGISTER], actual: value };
    }
  },
};

function ogrnProblem(ogrn: string, tax: string | undefined, latest: string): Pick<Finding, "message"> | null {
  if (!/^[15]/.test(ogrn))
    return { message: text(`ОГРН ${ogrn} начинается не с 1 и не с 5`, `The OGRN ${ogrn} begins with neither 1 nor 5`) };
  // The register was opened in 2002.
  if (Number(ogrn.slice(1, 3)) < 2)
    return { message: text(`ОГРН ${ogrn}: год записи – до 2002`, `The OGRN ${ogrn}: the year is before 2002`) };
  if (latest !== "" && `20${ogrn.slice(1, 3)}` > latest.slice(0, 4))
    return {
      message: text(
        `ОГРН ${ogrn}: год записи – 20${ogrn.slice(1, 3)}, он ещё не наступил`,
        `The OGRN ${ogrn}: the year 20${ogrn.slice(1, 3)} is still to come`,
      ),
    };
  if (tax !== undefined && ogrn.slice(3, 5) !== tax.slice(0, 2))
    return {
      message: text(
        `ОГРН ${ogrn}: код субъекта ${ogrn.slice(3, 5)}, а в ИНН – ${tax.slice(0, 2)}`,
        `The OGRN ${ogrn} names region ${ogrn.slice(3, 5)}, the INN ${tax.slice(0, 2)}`,
      ),
    };
  return null;
}
