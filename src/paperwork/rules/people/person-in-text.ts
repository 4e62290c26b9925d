import { CASES, declineSurname, type Sex } from "../../../language/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A person whom a text names by surname and initials has those of the record. */
export const personInText: RecordRule = {
  code: "TRC2242",
  title: text("У лица в тексте другие инициалы", "A person is named with other initials"),
  validations: ["V24"],
  severity: "warning",
  why: text(
    "С такой фамилией в записях есть только лицо с другими инициалами: чаще всего это опечатка",
    "The records have only a person of that surname with other initials: most likely it is a slip",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: поручить подготовку Луговой О.П.",
    right: "items:\n  - text: поручить подготовку Луговой О.Л.",
  },
  *check(facts): Iterable<Finding> {
    const people = byBeginning(facts);
    for (const { record } of facts.documents)
      for (const { found, place } of matchesIn(record, NAMED)) {
        const { after, first, second = "", before, given, patronymic = "" } = found.groups ?? {};
        const surname = after ?? before ?? "";
        const initials = `${first ?? given ?? ""}${second || patronymic}`;
        const same = (people.get(surname.slice(0, 3)) ?? []).filter(({ forms }) => forms().has(surname));
        // A half of a double surname is somebody's whole one; with one of the two initials it is rather a slip.
        const person = same.find(({ forms, initials: own }) => forms().get(surname) || sharesOne(own, initials));
        // One initial of two is no other person.
        if (person === undefined || same.some((one) => one.initials.startsWith(initials))) continue;
        const right = [...person.initials].map((letter) => `${letter}.`).join("");
        yield {
          ...place,
          message: text(
            `«${found[0]}»: в записях это ${person.name} (${right})`,
            `“${found[0]}”: the records have “${person.name}” (“${right}”)`,
          ),
          hints: text(
            "Исправьте инициалы; если это другое лицо, снимите замечание",
            "Correct the initials; if it is somebody else, waive the finding",
          ),
        };
      }
  },
};

/** «Луговой О.Л.», «О.Л. Луговой», with spaces or without. */
const NAMED =
  /(?<![\p{L}.])(?:(?<after>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)[ \u00a0](?<first>\p{Lu})\.[ \u00a0]?(?:(?<second>\p{Lu})\.)?|(?<given>\p{Lu})\.[ \u00a0]?(?:(?<patronymic>\p{Lu})\.)?[ \u00a0]?(?<before>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?))(?!\p{L})/gu;

function sharesOne(own: string, initials: string): boolean {
  return [...own].some((letter, index) => letter === initials[index]);
}

type Known = { readonly name: string; readonly initials: string; readonly forms: () => ReadonlyMap<string, boolean> };

/** People by the first letters of the surname; its cases are worked out only when a text names one of them. True: the whole surname. */
function byBeginning(facts: Facts): ReadonlyMap<string, readonly Known[]> {
  const people = new Map<string, Known[]>();
  for (const { id, data } of facts.all("people")) {
    const { surname, given, patronymic, gender, indeclinableSurname = false, surnameCases } = data;
    if (surname === undefined || given === undefined || gender === undefined) continue;
    let forms: ReadonlyMap<string, boolean> | undefined;
    const name = { surname, given, patronymic: patronymic ?? null, gender: gender as Sex, indeclinableSurname };
    const all = (): ReadonlyMap<string, boolean> => {
      const whole = [
        ...Object.values(surnameCases ?? {}).flatMap((form) => form ?? []),
        ...CASES.map((one) => declineSurname(name, one).text),
      ];
      // Of a double surname people often say the first part alone; but somebody else may be called so in whole.
      forms ??= new Map([
        ...whole.map((form) => [form.split("-")[0] ?? form, false] as const),
        ...whole.map((form) => [form, true] as const),
      ]);
      return forms;
    };
    const known = {
      name: facts.fullName(id),
      initials: `${given.slice(0, 1)}${(patronymic ?? "").slice(0, 1)}`,
      forms: all,
    };
    const key = surname.slice(0, 3);
    people.set(key, [...(people.get(key) ?? []), known]);
  }
  return people;
}
