import { folded } from "../../../base/text/index.ts";
import { CASES, cardinal } from "../../../language/index.ts";
import { covers } from "../../facts/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A text of a document counts no more base schools, or districts, than there are. */
export const schoolsCounted: RecordRule = {
  code: "TRC2281",
  title: text(
    "Базовых школ или округов названо больше, чем есть",
    "A text counts more base schools or districts than there are",
  ),
  validations: ["V09"],
  severity: "warning",
  why: text(
    "Сколько базовых школ и округов, установлено приказом: в отчёте и письме их не может быть больше",
    "An order sets how many base schools and districts there are: a report or a letter cannot have more",
  ),
  norm: "Положение, пункт о базовых организациях",
  example: {
    file: "documents/letter-15-2026.yaml",
    wrong: "text:\n  - Направляем отчёт о работе трёх базовых школ за первое полугодие 2025/2026 учебного года.",
    right: "text:\n  - Направляем отчёт о работе двух базовых школ за первое полугодие 2025/2026 учебного года.",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      if (!record.text.includes("базов") && !record.text.includes("округ")) continue;
      for (const { found, place } of matchesIn(record, COUNTED)) {
        const { count = "", base } = found.groups ?? {};
        const said = VALUES.get(count.toLowerCase()) ?? Number(count);
        const known = knownOn(facts, date, base === undefined ? "districts" : "base");
        if (!(said > known) || known === 0) continue;
        yield {
          ...place,
          message: text(
            `«${found[0]}», а по записям на этот день их ${known}`,
            `“${found[0]}”, but the records have ${known} on that day`,
          ),
          hints: text(
            "Исправьте число; если речь не о своих округах, снимите замечание",
            "Correct the number; if these are not the districts of the centre, waive the finding",
          ),
        };
      }
    }
  },
};

/** How many there are on a day: leaders of districts, or districts. */
function knownOn(facts: Facts, date: string, what: "base" | "districts"): number {
  const districts = facts.all("districts").filter(({ data }) => covers(data, date));
  return what === "districts" ? districts.length : new Set(districts.flatMap(({ data }) => data.base ?? [])).size;
}

/** «два», «двух», «двумя» … «двадцать»: what each is, with «трех» for «трёх». */
const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 19 }, (_, at) => at + 2).flatMap((value) =>
    (["masculine", "feminine"] as const).flatMap((gender) =>
      CASES.flatMap((name) => {
        const word = cardinal(value, { case: name, gender });
        return [word, folded(word)].map((one) => [one, value] as const);
      }),
    ),
  ),
);
/** «трёх базовых образовательных организаций», «4 образовательных округов»; not «трёх базовых школ соседнего района». */
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d–-]|№[ \\u00a0]|(?<!\\p{L})из[ \\u00a0])(?<count>\\d{1,2}|${[...VALUES.keys()].join("|")})[ \\u00a0](?:(?<base>базов(?:ых|ые|ым|ыми)(?:[ \\u00a0]общеобразовательн\\p{L}+|[ \\u00a0]образовательн\\p{L}+)?[ \\u00a0](?:школ|организаци|учреждени)\\p{L}*)|образовательн(?:ых|ые|ым|ыми)[ \\u00a0]округ\\p{L}*)(?![ \\u00a0\\p{L}«»]{0,60}(?:район|област|регион|город|друг|сосед))`,
  "giu",
);
