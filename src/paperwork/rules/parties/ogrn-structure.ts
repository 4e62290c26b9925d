import { each, type RecordRule, type Text, text } from "../rule.ts";
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
  check: each("organisations", function* ({ data: { ogrn: value, inn: tax } }, { latest }) {
    if (value?.length !== 13) return;
    const message = problemOf(value, tax, latest);
    if (message !== null) yield { pointer: "/ogrn", message, hints: COMPARE_WITH_REGISTER };
  }),
};

function problemOf(ogrn: string, tax: string | undefined, latest: string): Text | null {
  const [year, region] = [ogrn.slice(1, 3), ogrn.slice(3, 5)];
  if (!/^[15]/.test(ogrn))
    return text(`ОГРН ${ogrn} начинается не с 1 и не с 5`, `The OGRN ${ogrn} begins with neither 1 nor 5`);
  // The register was opened in 2002.
  if (Number(year) < 2) return text(`ОГРН ${ogrn}: год записи – до 2002`, `The OGRN ${ogrn}: the year is before 2002`);
  if (latest !== "" && `20${year}` > latest.slice(0, 4))
    return text(
      `ОГРН ${ogrn}: год записи – 20${year}, он ещё не наступил`,
      `The OGRN ${ogrn}: the year 20${year} is still to come`,
    );
  if (tax === undefined || region === tax.slice(0, 2)) return null;
  return text(
    `ОГРН ${ogrn}: код субъекта ${region}, а в ИНН – ${tax.slice(0, 2)}`,
    `The OGRN ${ogrn} names region ${region}, the INN ${tax.slice(0, 2)}`,
  );
}
