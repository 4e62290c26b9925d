import { givenNameForm } from "./given-names.ts";
import { DECLINE, isActing } from "./named-things.ts";
import { phraseOf } from "./phrase.ts";
import { sexOfSurname } from "./sex-of-surname.ts";
import { surnameForm } from "./surnames.ts";
import { type CaseForms, OBLIQUE, type Oblique, type Sex } from "./types.ts";
import type { ConfirmedKind } from "./written-forms.ts";

/** A word that is asked about. */
type Asked = { readonly kind: ConfirmedKind; readonly text: string; readonly sex: Sex };

/**
 * The forms that are worth proposing of a word in doubt: whole, of a paradigm that the word can have. Null where there are none: a phrase with
 * words that nobody understood, a name in other letters, a surname against the gender.
 */
export function proposedForms(asked: Asked): CaseForms | null {
  const forms = OBLIQUE.map((name) => [name, formOf(asked, name)] as const);
  return isWhole(asked) && forms.every(([, form]) => form !== null)
    ? Object.fromEntries(forms.flatMap(([name, form]) => (form === null ? [] : [[name, form]])))
    : null;
}

function formOf({ kind, text, sex }: Asked, name: Oblique): string | null {
  if (kind === "surname") return surnameForm(text, name, sex).text;
  if (kind === "given") return givenNameForm(text, name, sex).text;
  const phrase = phraseOf(text, kind);
  const lacks = phrase.slots.some(({ form }) => form(name, null, phrase) === null);
  return lacks ? null : DECLINE[kind](text, name).text;
}

function isWhole({ kind, text, sex }: Asked): boolean {
  if (kind === "surname") {
    const shown = sexOfSurname(text);
    return /^[а-яё’' -]+$/i.test(text) && (shown === null || shown === sex);
  }
  if (kind === "given") return /^[а-яё-]+$/i.test(text);
  if (isActing(text)) return true;
  const phrase = phraseOf(text, kind);
  return phrase.slots.every(
    ({ role, text: own, form }) => role !== "unknown" || form("genitive", null, phrase) !== own,
  );
}
