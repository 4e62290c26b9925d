import { allRecords } from "../../records/index.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

const FROZEN = new Set(["register", "approvals", "laws"]);
const NAMED =
  /(?<![\p{L}\d])(?<kind>с|д|п|г|х|ст|пос|дер)\.[ \u00a0]?(?<name>\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}-]| [\p{Lu}\p{Ll}]+(?:ая|ий|ой))/gu;
const SAME: { readonly [kind: string]: string } = { пос: "п", дер: "д" };

/** A locality that a text names is the village or the town of the records. */
export const localityInText: RecordRule = {
  code: "TRC2265",
  title: text("Населённый пункт другого вида, чем в записи", "A locality of another kind than in the records"),
  validations: ["V46"],
  severity: "warning",
  why: text(
    "Село и деревня с одним названием – разные места: адрес уйдёт не туда",
    "A village and a hamlet of one name are different places: the address would be wrong",
  ),
  example: {
    file: "organisations/base-obraztsovo.yaml",
    wrong: 'locality: д. Образцово\naddress: "Смоленская область, с. Образцово, ул. Центральная, д. 11"',
    right: 'locality: д. Образцово\naddress: "Смоленская область, д. Образцово, ул. Центральная, д. 11"',
  },
  *check(facts): Iterable<Finding> {
    const known = new Map<string, Map<string, Finding["record"]>>();
    for (const record of facts.all("organisations")) {
      const [, kind = "", name] = /^(\p{Ll}+)\. ?(\p{Lu}.*)$/u.exec(record.data.locality ?? "") ?? [];
      if (name === undefined) continue;
      const kinds = known.get(name) ?? new Map<string, Finding["record"]>();
      known.set(name, kinds.set(SAME[kind] ?? kind, record));
    }
    for (const record of allRecords(facts.dossier)) {
      if (FROZEN.has(record.collection) || known.size === 0) continue;
      for (const { found, place } of matchesIn(record, NAMED)) {
        const { kind = "", name = "" } = found.groups ?? {};
        const [[right, source] = [], ...others] = known.get(name) ?? [];
        const own = SAME[kind] ?? kind;
        if (right === undefined || source === undefined || others.length > 0 || right === own) continue;
        if (place.pointer === "/locality") continue;
        yield {
          ...place,
          message: text(
            `«${found[0]}»: в записи – «${right}. ${name}»`,
            `“${found[0]}”: the record has “${right}. ${name}”`,
          ),
          hints: text(
            `Напишите: ${right}. ${name}; если это другое место, снимите замечание`,
            `Write: “${right}. ${name}”; if it is another place, waive the finding`,
          ),
          related: { record: source, pointer: "/locality", message: text("место в записи", "the place in the record") },
          expected: `${right}. ${name}`,
        };
      }
    }
  },
};
