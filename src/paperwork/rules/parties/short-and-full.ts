import { folded } from "../../../base/text/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** The short name of an organisation is short for its full name. */
export const shortAndFull: RecordRule = {
  code: "TRC2277",
  title: text("Краткое наименование – не от этого полного", "A short name that is not short for the full one"),
  validations: ["V47"],
  why: text(
    "Краткое наименование составлено из слов полного; чужое попадёт в адреса, подписи и договоры",
    "A short name is made of the words of the full one; another's would stand in addresses, signatures and agreements",
  ),
  example: {
    file: "organisations/school-klyuchi.yaml",
    wrong:
      "names:\n  - full: муниципальное бюджетное общеобразовательное учреждение «Ключевская основная школа»\n    short: МБОУ «Полянская СШ»\n    gender: neuter",
    right:
      "names:\n  - full: муниципальное бюджетное общеобразовательное учреждение «Ключевская основная школа»\n    short: МБОУ «Ключевская ОШ»\n    gender: neuter",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("organisations"))
      for (const [pointer, { full = "", short = "" }] of located(record.data.names, "/names")) {
        const apart = namesApart(short, full);
        if (apart === null) continue;
        const { own, brief } = apart;
        yield {
          record,
          pointer: `${pointer}/short`,
          message: text(
            `Полное наименование – «${own}», а краткое – «${brief}»`,
            `The full name has “${own}”, the short one “${brief}”`,
          ),
          hints: text("Исправьте одно из двух по уставу", "Correct one of the two by the charter"),
          related: { record, pointer: `${pointer}/full`, message: text("полное наименование", "the full name") },
        };
      }
  },
};

/** What stands in the quotes of a full name and of a short one that is not short for it; null where it is. */
export function namesApart(short: string, full: string): { readonly own: string; readonly brief: string } | null {
  const [, own = ""] = QUOTED.exec(full) ?? [];
  const [, brief = ""] = QUOTED.exec(short) ?? [];
  const [first = ""] = brief.split(/[ \u00a0]/);
  return own === "" || first === "" || isFrom(first, own) ? null : { own, brief };
}

const QUOTED = /«([^»]+)»/u;

/** The first word of the short name is a word of the full one, or its letters are the first ones of such words, in their order. */
function isFrom(word: string, full: string): boolean {
  const words: readonly string[] = folded(full).match(/[\p{L}\d]+/gu) ?? [];
  if (words.includes(folded(word).replace(/[^\p{L}\d].*$/u, ""))) return true;
  if (!/^\p{Lu}{2,}/u.test(word)) return !/^\p{Lu}\p{Ll}{3,}$/u.test(word);
  let at = 0;
  for (const letter of folded(word).match(/\p{L}/gu) ?? []) {
    const next = words.findIndex((one, index) => index >= at && one.startsWith(letter));
    // «СОИРО», «ЦДТиЭ», «МЦРО»: a word of two parts has a letter of each, which nobody can tell.
    if (next < 0) return at > 0;
    at = next + 1;
  }
  return true;
}
