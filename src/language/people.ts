import type { Text } from "../base/diagnostics/index.ts";
import { genderOf } from "./gender-of-person.ts";
import { givenNameForm } from "./given-names.ts";
import { patronymicForm } from "./patronymics.ts";
import { syllables } from "./spelling.ts";
import { isListed } from "./surname-lists.ts";
import { surnameForm } from "./surnames.ts";
import {
  type CaseForms,
  type Declined,
  type GrammaticalCase,
  joined,
  type PersonName,
  type Sex,
  sure,
  together,
  unconfirmed,
} from "./types.ts";
import type { WrittenOf } from "./written-forms.ts";

/** The parts of a full name in a case, each with its own confidence; `doubt` is about the gender and touches all of them. */
export type PersonParts = {
  readonly surname: Declined;
  readonly given: Declined | null;
  readonly patronymic: Declined | null;
  readonly doubt: Text | null;
};

/** Full name in a case by its parts. @param written forms that people have written: they win */
export function declinePersonParts(
  name: PersonName,
  grammaticalCase: GrammaticalCase,
  written: WrittenOf<CaseForms> | null = null,
): PersonParts {
  const { sex, doubt } = genderOf(name);
  const byHand = (kind: "surname" | "given"): Declined | null => {
    if (written === null || grammaticalCase === "nominative") return null;
    const form = written(kind, name[kind], sex)?.[grammaticalCase];
    return form === undefined ? null : sure(form);
  };
  const ownSurname = byHand("surname");
  const bySyllables = isOfSyllables(name) ? namesOfSyllables(name, grammaticalCase, sex) : null;
  const given = bySyllables?.given ?? givenNameForm(name.given, grammaticalCase, sex);
  return {
    surname: ownSurname ?? (bySyllables === null ? surname(name, grammaticalCase, sex) : sure(name.surname)),
    given: name.given ? (byHand("given") ?? given) : null,
    patronymic: name.patronymic ? (bySyllables?.patronymic ?? patronymicForm(name.patronymic, grammaticalCase)) : null,
    // Whoever has written how the surname declines knows whose it is.
    doubt: grammaticalCase === "nominative" || ownSurname !== null ? null : doubt,
  };
}

/** Full name in a case: «Иванова Мария Петровна» → «Ивановой Марии Петровны». Low confidence with the reason when in doubt. */
export function declinePerson(
  name: PersonName,
  grammaticalCase: GrammaticalCase,
  written: WrittenOf<CaseForms> | null = null,
): Declined {
  const { doubt, ...parts } = declinePersonParts(name, grammaticalCase, written);
  const whole = joined(
    [parts.surname, parts.given, parts.patronymic].filter((part) => part !== null),
    " ",
  );
  return withDoubt(whole, doubt, grammaticalCase);
}

/** The surname alone in a case; `indeclinableSurname` wins. */
export function declineSurname(
  name: PersonName,
  grammaticalCase: GrammaticalCase,
  written: WrittenOf<CaseForms> | null = null,
): Declined {
  if (name.indeclinableSurname === true) return sure(name.surname);
  const { surname: form, doubt } = declinePersonParts(name, grammaticalCase, written);
  return withDoubt(form, doubt, grammaticalCase);
}

function surname(name: PersonName, grammaticalCase: GrammaticalCase, sex: Sex): Declined {
  return name.indeclinableSurname === true ? sure(name.surname) : surnameForm(name.surname, grammaticalCase, sex);
}

/** The nominative never needs a question: it is what the record says. */
function withDoubt(form: Declined, doubt: Text | null, grammaticalCase: GrammaticalCase): Declined {
  if (doubt === null || grammaticalCase === "nominative") return form;
  return unconfirmed(form.text, form.reason === null ? doubt : together([doubt, form.reason]));
}

/** «Ким Ен Сен», «Нгуен Ван Хай»: a family of one syllable or two and a name of two syllables, each written by itself. */
export function isOfSyllables({ surname: family, given, patronymic }: PersonName): boolean {
  const names = [given, patronymic ?? ""].join(" ").trim().split(" ");
  return (
    names.length === 2 &&
    names.every(
      (one) => /^\p{Lu}\p{Ll}*$/u.test(one) && syllables(one) === 1 && !isListed(one.toLowerCase(), "mensNames"),
    ) &&
    (syllables(family) === 1 || /^.{2,3}ен$/.test(family))
  );
}

/** Of such a name the last part alone declines, of a man and on a consonant; on «-а» nothing is settled. */
function namesOfSyllables(
  { given, patronymic }: PersonName,
  name: GrammaticalCase,
  sex: Sex,
): { readonly given: Declined; readonly patronymic: Declined | null } {
  const [first = "", second = ""] = given.split(" ");
  const last = patronymic || second;
  const form =
    name === "nominative" || (sex === "feminine" && !/[ая]$/.test(last))
      ? sure(last)
      : /[ая]$/.test(last)
        ? unconfirmed(last, {
            ru: `имя из слогов: склоняется ли последний («${last}»), неизвестно`,
            en: `a name of syllables: whether the last one (“${last}”) declines is unknown`,
          })
        : givenNameForm(last, name, sex);
  if (patronymic) return { given: sure(given), patronymic: form };
  return { given: { ...form, text: `${first} ${form.text}` }, patronymic: null };
}
