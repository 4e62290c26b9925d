import type { Text } from "../base/diagnostics/index.ts";
import { givenNameForm } from "./given-names.ts";
import { genderFromPatronymic, patronymicForm } from "./patronymics.ts";
import { yo } from "./spelling.ts";
import { isListed } from "./surname-lists.ts";
import { surnameForm } from "./surnames.ts";
import {
  type Declined,
  type GrammaticalCase,
  joined,
  type PersonName,
  type Sex,
  sure,
  together,
  unconfirmed,
} from "./types.ts";

/** The parts of a full name in a case, each with its own confidence; `doubt` is about the gender and touches all of them. */
export type PersonParts = {
  readonly surname: Declined;
  readonly given: Declined | null;
  readonly patronymic: Declined | null;
  readonly doubt: Text | null;
};

/** Full name in a case by its parts. */
export function declinePersonParts(name: PersonName, grammaticalCase: GrammaticalCase): PersonParts {
  const { sex, doubt } = genderOf(name);
  return {
    surname: surname(name, grammaticalCase, sex),
    given: name.given ? givenNameForm(name.given, grammaticalCase, sex) : null,
    patronymic: name.patronymic ? patronymicForm(name.patronymic, grammaticalCase) : null,
    doubt: grammaticalCase === "nominative" ? null : doubt,
  };
}

/** Full name in a case: «Иванова Мария Петровна» → «Ивановой Марии Петровны». Low confidence with the reason when in doubt. */
export function declinePerson(name: PersonName, grammaticalCase: GrammaticalCase): Declined {
  const { doubt, ...parts } = declinePersonParts(name, grammaticalCase);
  const whole = joined(
    [parts.surname, parts.given, parts.patronymic].filter((part) => part !== null),
    " ",
  );
  return withDoubt(whole, doubt, grammaticalCase);
}

/** The surname alone in a case; `indeclinableSurname` wins. */
export function declineSurname(name: PersonName, grammaticalCase: GrammaticalCase): Declined {
  const { sex, doubt } = genderOf(name);
  if (name.indeclinableSurname === true) return sure(name.surname);
  return withDoubt(surname(name, grammaticalCase, sex), doubt, grammaticalCase);
}

/**
 * Gender of a person: the patronymic first, then what the record says, then a given name that only men or only women have, then the surname
 * and the given name together. `doubt` is there when these contradict each other or say nothing.
 */
function genderOf(name: PersonName): { readonly sex: Sex; readonly doubt: Text | null } {
  const byPatronymic = genderFromPatronymic(name.patronymic);
  const byGiven = genderOfGiven(name.given);
  const sex = byPatronymic ?? name.gender ?? byGiven;
  if (sex !== null) {
    const against = (other: Sex | null | undefined): boolean => other !== null && other !== undefined && other !== sex;
    if (against(name.gender))
      return {
        sex,
        doubt: {
          ru: `пол в записи не согласуется с отчеством «${name.patronymic}»`,
          en: `the gender of the record does not agree with the patronymic “${name.patronymic}”`,
        },
      };
    if (!against(byGiven)) return { sex, doubt: null };
    return { sex, doubt: givenContradicts(name, byPatronymic === null) };
  }
  return genderByLook(name);
}

function givenContradicts({ given, patronymic }: PersonName, recorded: boolean): Text {
  return recorded
    ? {
        ru: `имя «${given}» не согласуется с полом в записи`,
        en: `the given name “${given}” does not agree with the gender of the record`,
      }
    : {
        ru: `имя «${given}» не согласуется с отчеством «${patronymic}»`,
        en: `the given name “${given}” does not agree with the patronymic “${patronymic}”`,
      };
}

/** Of names that only men or only women have. */
function genderOfGiven(given: string): Sex | null {
  const word = yo(given);
  if (isListed(word, "mensNames")) return "masculine";
  return isListed(word, "womensNames") ? "feminine" : null;
}

function genderByLook(name: PersonName): { readonly sex: Sex; readonly doubt: Text | null } {
  const given = name.given.replace(/\./g, "");
  const feminine = /(ова|ева|ёва|ина|ына|ская|цкая|ая)$/i.test(name.surname) && /([ая]|овь)$/i.test(given);
  const masculine = /(ов|ев|ёв|ин|ын|ский|цкий|ый|ой)$/i.test(name.surname) && /[бвгджзйклмнпрстфхцчшщ]$/i.test(given);
  if (feminine && given.length > 1) return { sex: "feminine", doubt: null };
  if (masculine && given.length > 1) return { sex: "masculine", doubt: null };
  return {
    sex: /(ова|ева|ёва|ина|ына|ая)$/i.test(name.surname) || /[ая]$/i.test(given) ? "feminine" : "masculine",
    doubt: {
      ru: "пол неизвестен: отчества нет, по фамилии и имени его не узнать",
      en: "the gender is unknown: there is no patronymic, and the names do not show it",
    },
  };
}

function surname(name: PersonName, grammaticalCase: GrammaticalCase, sex: Sex): Declined {
  return name.indeclinableSurname === true ? sure(name.surname) : surnameForm(name.surname, grammaticalCase, sex);
}

/** The nominative never needs a question: it is what the record says. */
function withDoubt(form: Declined, doubt: Text | null, grammaticalCase: GrammaticalCase): Declined {
  if (doubt === null || grammaticalCase === "nominative") return form;
  return unconfirmed(form.text, form.reason === null ? doubt : together([doubt, form.reason]));
}
