import { parsePerson } from "./parse-person.ts";
import { declinePerson, declineSurname } from "./people.ts";
import { type Declined, type GrammaticalCase, type Sex, unconfirmed } from "./types.ts";

/** A name typed in one line, in a case: parts in the order they were typed in, initials as they are. */
export function typedPerson(text: string, name: GrammaticalCase, gender: Sex | null): Declined {
  const parts = parsePerson(text, gender);
  if (parts === null) return unconfirmed(text, { ru: "нет имени", en: "there is no name" });
  const form = parts.given === "" ? declineSurname(parts, name) : declinePerson(parts, name);
  if (parts.initials !== null)
    return { ...form, text: parts.surnameLast ? `${parts.initials} ${form.text}` : `${form.text} ${parts.initials}` };
  if (!parts.surnameLast) return form;
  const surname = declineSurname(parts, name).text;
  return { ...form, text: `${form.text.slice(surname.length + 1)} ${surname}` };
}
