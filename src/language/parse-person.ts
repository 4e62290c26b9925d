import { genderFromPatronymic } from "./patronymics.ts";
import { isListed } from "./surname-lists.ts";
import type { PersonName, Sex } from "./types.ts";
import { plainSpaces } from "./written-forms.ts";

/** A name typed in one line: its parts, the order they were typed in, and initials instead of names. */
export type TypedName = PersonName & {
  /** «Мария Петровна Иванова» instead of «Иванова Мария Петровна». */
  readonly surnameLast: boolean;
  /** «О. П.» of «Бойко О. П.»; the given name and the patronymic are empty then. */
  readonly initials: string | null;
};

/** Particles that are nobody's name, with a capital too: «Де Голль Шарль». */
const NO_NAME = /^(де|ле|ла|дер|фон|аль|эль)$/i;
const INITIALS = /^\p{Lu}\.(?:-\p{Lu}\.)?[ \u00a0\u202f]?(?:\p{Lu}\.)?$/u;

/** Parts of a typed name; null when there is no name in the text. A surname may stand alone. */
export function parsePerson(text: string, gender: Sex | null = null): TypedName | null {
  const name = (parts: Partial<TypedName> & { readonly surname: string }): TypedName => ({
    given: "",
    patronymic: null,
    gender,
    surnameLast: false,
    initials: null,
    ...parts,
  });
  const initialled = (surname: string, surnameLast: boolean, initials: string): TypedName =>
    name({ surname, surnameLast, initials, gender: gender ?? sexByEnding(surname) });
  const clean = plainSpaces(text);
  if (clean === "") return null;
  const words = clean.split(" ");
  const start = words.findIndex((word) => /\.$/.test(word));
  const initials = words.slice(start).join(" ");
  if (start > 0 && INITIALS.test(initials)) return initialled(words.slice(0, start).join(" "), false, initials);
  // The order of a signature: «И. И. Петров», «И.И. Петров».
  const last = words.findIndex((word) => !/\.$/.test(word));
  if (last > 0 && INITIALS.test(words.slice(0, last).join(" ")) && words.slice(last).every((word) => !/\./.test(word)))
    return initialled(words.slice(last).join(" "), true, words.slice(0, last).join(" "));
  // «фон Берг», «де Голль»: particles belong to the surname.
  const particles = words.findIndex(
    (word) => !isListed(word.toLowerCase(), "frozenFirst") || (/^\p{Lu}/u.test(word) && !NO_NAME.test(word)),
  );
  const end = Math.max(particles, 0) + 1;
  const [given = "", patronymic = "", surname = ""] = words;
  if (words.length === 3 && genderFromPatronymic(patronymic) !== null && genderFromPatronymic(surname) === null)
    return name({ surname, given, patronymic, surnameLast: true });
  return name({
    surname: words.slice(0, end).join(" "),
    given: words[end] ?? "",
    patronymic: words.slice(end + 1).join(" ") || null,
  });
}

/** What the ending of a surname shows when there is nothing but initials; null when it shows nothing. */
export function sexByEnding(surname: string): Sex | null {
  if (/(ова|ева|ёва|ина|ына|ская|цкая|ная)$/.test(surname)) return "feminine";
  return /(ов|ев|ёв|ин|ын|кий|ый|ской|цкой)$/.test(surname) ? "masculine" : null;
}
