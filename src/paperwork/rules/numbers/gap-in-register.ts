import { missingNumbers } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A register that is no excerpt lists every number of its series. */
export const gapInRegister: RecordRule = {
  code: "TRC2237",
  title: text("В журнале есть пропуски номеров", "Numbers are missing from a register"),
  validations: ["V03"],
  severity: "warning",
  why: text(
    "Полный журнал перечисляет все номера года; если часть номеров у приказов школы, журнал – выписка",
    "A complete register lists every number of the year; where others have some of them, it is an excerpt",
  ),
  norm: "Перечень Росархива № 236, статья 182",
  example: {
    file: "documents/register-2025.yaml",
    wrong: 'year: 2025\nsuffix: "-ОД"\nissuer: centre\nexcerpt: false',
    right: 'year: 2025\nsuffix: "-ОД"\nissuer: centre\nexcerpt: true',
  },
  check: each(["documents", "order-register"], function* ({ data }, facts) {
    const { year, issuer, excerpt, prefix = "", suffix = "" } = data;
    if (excerpt === true || year === undefined || issuer === undefined) return;
    const missing = missingNumbers(facts.dossier, { author: issuer, year, form: { prefix, suffix } });
    const [first] = missing;
    if (first === undefined) return;
    const shown = `${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}`;
    yield {
      pointer: data.excerpt === undefined ? "/suffix" : "/excerpt",
      message: text(
        `В журнале за ${year} год нет номеров: ${shown} (всего ${missing.length})`,
        `The register of ${year} lacks the numbers: ${shown} (${missing.length} in all)`,
      ),
      hints: [
        text("Если эти приказы должны быть в записях, добавьте их", "If these orders belong to the records, add them"),
        text(
          `Если номера заняты другими приказами школы, назовите их: taken: [${ranges(missing)}]`,
          `If other orders of the school have the numbers, name them: taken: [${ranges(missing)}]`,
        ),
        ...(data.taken === undefined
          ? [
              text(
                "Если нужна выписка только о работе центра, напишите: excerpt: true",
                "If an excerpt on the work of the centre is wanted, write: excerpt: true",
              ),
            ]
          : []),
      ],
    };
  }),
};

/** `{from: 1, to: 86}, {from: 90}`; of many the first. */
function ranges(numbers: readonly number[]): string {
  const found: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.to === number - 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  const shown = found
    .slice(0, 4)
    .map(({ from, to }) => (from === to ? `{from: ${from}}` : `{from: ${from}, to: ${to}}`));
  return `${shown.join(", ")}${found.length > 4 ? ", …" : ""}`;
}
