import { CASES, declineSurname, type Sex } from "../../../language/index.ts";
import type { Facts } from "../facts.ts";

/** «Луговой О.Л.», «О.Л. Луговой», with spaces or without. */
export const NAMED_PERSON =
  /(?<![\p{L}.])(?:(?<after>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)[ \u00a0](?<first>\p{Lu})\.[ \u00a0]?(?:(?<second>\p{Lu})\.)?|(?<given>\p{Lu})\.[ \u00a0]?(?:(?<patronymic>\p{Lu})\.)?[ \u00a0]?(?<before>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?))(?!\p{L})/gu;

/** A person of the records as a text may name one; of the forms of the surname those are true that are the whole of it. */
export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly forms: () => ReadonlyMap<string, boolean>;
};

/** Who is meant by what `NAMED_PERSON` has found: the surname, the initials, and everybody of the records with that surname. */
export function meantBy(
  { groups = {} }: RegExpMatchArray,
  people: ReadonlyMap<string, readonly KnownPerson[]>,
): { readonly initials: string; readonly surname: string; readonly same: readonly KnownPerson[] } {
  const { after, first, second = "", before, given, patronymic = "" } = groups;
  const surname = after ?? before ?? "";
  const same = (people.get(surname.slice(0, 3)) ?? []).filter(({ forms }) => forms().has(surname));
  return { initials: `${first ?? given ?? ""}${second || patronymic}`, surname, same };
}

/** People by the first letters of the surname; its cases are worked out only when a text names one of them. */
export function peopleByBeginning(facts: Facts): ReadonlyMap<string, readonly KnownPerson[]> {
  const people = new Map<string, KnownPerson[]>();
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
      id,
      name: facts.fullName(id),
      initials: `${given.slice(0, 1)}${(patronymic ?? "").slice(0, 1)}`,
      forms: all,
    };
    const key = surname.slice(0, 3);
    people.set(key, [...(people.get(key) ?? []), known]);
  }
  return people;
}
