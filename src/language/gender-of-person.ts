import type { Text } from "../base/diagnostics/index.ts";
import { folded } from "../base/text/index.ts";
import { givenNameSex } from "./dictionary.ts";
import { genderFromPatronymic } from "./patronymics.ts";
import { sexOfSurname } from "./sex-of-surname.ts";
import { isListed } from "./surname-lists.ts";
import type { PersonName, Sex } from "./types.ts";

/** What each part of a name shows of the gender; null: nothing for certain. */
export type GenderEvidence = { readonly [part in NamePart]: Sex | null };
type NamePart = "patronymic" | "given" | "surname";

const PARTS = ["patronymic", "given", "surname"] as const;
/** What the parts of a name show of the gender, each by itself. A surname that does not decline shows nothing. */
export function genderEvidence({ surname, given, patronymic, indeclinableSurname }: PersonName): GenderEvidence {
  const byPatronymic = genderFromPatronymic(patronymic);
  return {
    patronymic: byPatronymic,
    given: sexOfGiven(given, byPatronymic === null),
    surname: indeclinableSurname === true ? null : sexOfSurname(surname),
  };
}

/** The gender that the parts of a name show with one voice; null when they show nothing or contradict each other. */
export function genderOfPerson(name: PersonName): Sex | null {
  const shown = new Set(Object.values(genderEvidence(name)).filter((one) => one !== null));
  const [sex] = shown;
  return shown.size === 1 && sex !== undefined ? sex : null;
}

/** The gender that most parts of a name show, the patronymic before the given name before the surname; null when none shows any. */
export function likelyGender(evidence: GenderEvidence): Sex | null {
  const shown = PARTS.flatMap((part) => evidence[part] ?? []);
  const [first = null] = shown;
  return shown.length === 3 && first !== null && shown.filter((one) => one === first).length === 1
    ? (shown[1] ?? null)
    : first;
}

/**
 * Gender of a person by the record and by the name; `doubt` is there when they contradict each other or say nothing. Of the surname nothing
 * is said here: it is asked about by itself, for a man's surname has no cases of a woman's.
 */
export function genderOf(name: PersonName): { readonly sex: Sex; readonly doubt: Text | null } {
  const { gender = null } = name;
  const patronymic = genderFromPatronymic(name.patronymic);
  const given = sexOfGiven(name.given, patronymic === null);
  // Most names: what is known agrees, and the surname need not be looked at.
  const shown = gender ?? patronymic ?? given;
  if (shown !== null && (patronymic ?? shown) === shown && (given ?? shown) === shown)
    return { sex: shown, doubt: null };
  const evidence = genderEvidence(name);
  const likely = likelyGender(evidence);
  if (likely === null) return gender === null ? { sex: looked(name), doubt: UNKNOWN } : { sex: gender, doubt: null };
  const sex = gender ?? likely;
  const part = (["patronymic", "given"] as const).find((one) => evidence[one] !== null && evidence[one] !== sex);
  if (part === undefined) return { sex, doubt: null };
  return { sex: likely, doubt: gender === null ? againstPatronymic(name) : againstRecord(name, part) };
}

function againstRecord(name: PersonName, part: "patronymic" | "given"): Text {
  const word = name[part] ?? "";
  return part === "given"
    ? {
        ru: `имя «${word}» не согласуется с полом в записи`,
        en: `the given name “${word}” does not agree with the gender of the record`,
      }
    : {
        ru: `пол в записи не согласуется с отчеством «${word}»`,
        en: `the gender of the record does not agree with the patronymic “${word}”`,
      };
}

function againstPatronymic({ given, patronymic }: PersonName): Text {
  return {
    ru: `имя «${given}» не согласуется с отчеством «${patronymic}»`,
    en: `the given name “${given}” does not agree with the patronymic “${patronymic}”`,
  };
}

const UNKNOWN: Text = {
  ru: "пол неизвестен: ни отчество, ни имя, ни фамилия его не показывают",
  en: "the gender is unknown: neither the patronymic nor the given name nor the surname shows it",
};

/** Of names that only men or only women have: by our own lists, else by the dictionary where the ending is usual for that gender. */
function sexOfGiven(given: string, asked: boolean): Sex | null {
  const word = folded(given);
  if (isListed(word, "mensNames")) return "masculine";
  if (isListed(word, "womensNames")) return "feminine";
  if (!asked || given.length < 2) return null;
  const known = givenNameSex(given);
  const usual = known === "feminine" ? /[ая]$/i : /[бвгджзйклмнпрстфхцчшщ]$/i;
  return known !== null && usual.test(given) ? known : null;
}

/** A guess for a draft, which is marked as one. */
function looked({ surname, given }: PersonName): Sex {
  return /(ова|ева|ёва|ина|ына|ая)$/i.test(surname) || /[ая]$/i.test(given) ? "feminine" : "masculine";
}
