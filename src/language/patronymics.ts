import { NAME_ENDINGS as E } from "./endings.ts";
import { keepingCapitals } from "./spelling.ts";
import { type Declined, type GrammaticalCase, type Sex, sure, unconfirmed } from "./types.ts";

/** Words that make a patronymic in Turkic names; they and the name before them never change. */
const TURKIC_MALE = /[\s-]?(оглы|оглу|углы|угли|улы|ули|уулу)$/i;
const TURKIC_FEMALE = /[\s-]?(кызы|гызы|кизи)$/i;
/** The stress is on the ending: Ильичом. */
const STRESSED = /^(ильич|кузьмич|лукич|фомич)$/i;

/** Gender by the patronymic's ending; null when there is none or it says nothing. */
export function genderFromPatronymic(patronymic: string | null | undefined): Sex | null {
  if (!patronymic) return null;
  if (/(вна|чна|шна)$/i.test(patronymic) || TURKIC_FEMALE.test(patronymic)) return "feminine";
  if (/ич$/i.test(patronymic) || TURKIC_MALE.test(patronymic)) return "masculine";
  return null;
}

/** A patronymic in a case. Low confidence for one that is not of a Russian or Turkic pattern. */
export function patronymicForm(patronymic: string, grammaticalCase: GrammaticalCase): Declined {
  if (grammaticalCase === "nominative" || TURKIC_MALE.test(patronymic) || TURKIC_FEMALE.test(patronymic))
    return sure(patronymic);
  if (/ич$/i.test(patronymic)) {
    const endings = STRESSED.test(patronymic) ? E.hard : E.hushing;
    return sure(keepingCapitals(patronymic, (word) => word + endings[grammaticalCase]));
  }
  if (/(вна|чна|шна)$/i.test(patronymic))
    return sure(keepingCapitals(patronymic, (word) => word.slice(0, -1) + E.a[grammaticalCase]));
  return unconfirmed(patronymic, {
    ru: `отчество «${patronymic}» необычного вида`,
    en: `the patronymic “${patronymic}” is of an unusual form`,
  });
}
