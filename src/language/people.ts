import { inclineFirstname, inclineMiddlename } from "lvovich";
import { type SurnameForm, surnameForm } from "./surnames.ts";
import type { Declined, GrammaticalCase, PersonName } from "./types.ts";

type Sex = "masculine" | "feminine";

/** Names that came from languages without endings stay as they are. */
const FROZEN_FEMALE = /^(мишель|николь|мириам)$/i;

/** Gender by the patronymic's ending; null when there is none or it says nothing. */
export function genderFromPatronymic(patronymic: string | null | undefined): Sex | null {
  if (!patronymic) return null;
  if (/(вна|чна|кызы|гызы)$/i.test(patronymic)) return "feminine";
  if (/(вич|ьич|мич|тич|сич|оглы|улы|уулу)$/i.test(patronymic)) return "masculine";
  return null;
}

/** Full name in a case: «Иванова Мария Петровна» → «Ивановой Марии Петровны». Low confidence with the reason when in doubt. */
export function declinePerson(name: PersonName, grammaticalCase: GrammaticalCase): Declined {
  const sex = name.gender ?? genderFromPatronymic(name.patronymic);
  const surname = declineSurname(name, grammaticalCase);
  const given = sex === null ? name.given : givenName(name.given, grammaticalCase, sex);
  const patronymic =
    name.patronymic && sex !== null ? patronymicForm(name.patronymic, grammaticalCase, sex) : (name.patronymic ?? "");
  const text = [surname.text, given, patronymic].filter((part) => part !== "").join(" ");
  return { ...surname, text };
}

/** The surname alone in a case; `indeclinableSurname` wins. */
export function declineSurname(name: PersonName, grammaticalCase: GrammaticalCase): Declined {
  const sex = name.gender ?? genderFromPatronymic(name.patronymic);
  if (grammaticalCase === "nominative" || name.indeclinableSurname === true) return sure(name.surname);
  if (sex === null) return { text: name.surname, confidence: "low", reason: "не указан пол" };
  const form: SurnameForm = surnameForm(name.surname, grammaticalCase, sex);
  return form.doubt === "" ? sure(form.text) : { text: form.text, confidence: "low", reason: form.doubt };
}

function givenName(given: string, grammaticalCase: GrammaticalCase, sex: Sex): string {
  if (grammaticalCase === "nominative") return given;
  if (given.includes("-"))
    return given
      .split("-")
      .map((part) => givenName(part, grammaticalCase, sex))
      .join("-");
  if (sex === "feminine" && /ь$/i.test(given)) {
    if (FROZEN_FEMALE.test(given)) return given;
    const endings = { genitive: "и", dative: "и", accusative: "ь", instrumental: "ью", prepositional: "и" };
    return given.slice(0, -1) + endings[grammaticalCase];
  }
  if (sex === "feminine" && /[бвгджзйклмнпрстфхцчшщ]$/i.test(given)) return given;
  return inclineFirstname(given, grammaticalCase, sex === "masculine" ? "male" : "female");
}

function patronymicForm(patronymic: string, grammaticalCase: GrammaticalCase, sex: Sex): string {
  if (grammaticalCase === "nominative" || /(оглы|кызы|гызы|улы|уулу)$/i.test(patronymic)) return patronymic;
  if (sex === "masculine" && /^ильич$/i.test(patronymic) && grammaticalCase === "instrumental")
    return `${patronymic}ом`;
  return inclineMiddlename(patronymic, grammaticalCase, sex === "masculine" ? "male" : "female");
}

function sure(text: string): Declined {
  return { text, confidence: "high", reason: "" };
}
