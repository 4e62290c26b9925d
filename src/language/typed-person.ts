import { parsePerson, type TypedName } from "./parse-person.ts";
import { declinePerson, declineSurname } from "./people.ts";
import { type CaseForms, type Declined, type GrammaticalCase, type Sex, sure, unconfirmed } from "./types.ts";
import { NOTHING_WRITTEN, type Written, type WrittenOf, type WrittenPerson } from "./written-forms.ts";

/** A name typed in one line, in a case: parts in the order they were typed in, initials as they are; what a project has written of it wins. */
export function typedPerson(
  text: string,
  name: GrammaticalCase,
  { gender, written = NOTHING_WRITTEN }: { readonly gender: Sex | null; readonly written?: Written },
): Declined {
  const typed = parsePerson(text, gender);
  if (typed === null) return unconfirmed(text, { ru: "нет имени", en: "there is no name" });
  if (written === NOTHING_WRITTEN) return inOrder(typed, name, null);
  const record = written.person([typed.surname, typed.given, typed.patronymic].filter((part) => part).join(" "));
  const whole = record?.cases[name];
  if (whole !== undefined && !typed.surnameLast) return sure(whole);
  const parts =
    record === null
      ? typed
      : { ...typed, gender: gender ?? record.gender, indeclinableSurname: record.indeclinableSurname };
  return inOrder(parts, name, formsBeside(written.of, record));
}

function inOrder(parts: TypedName, name: GrammaticalCase, forms: WrittenOf<CaseForms> | null): Declined {
  const form = parts.given === "" ? declineSurname(parts, name, forms) : declinePerson(parts, name, forms);
  if (parts.initials !== null)
    return { ...form, text: parts.surnameLast ? `${parts.initials} ${form.text}` : `${form.text} ${parts.initials}` };
  if (!parts.surnameLast) return form;
  const surname = declineSurname(parts, name, forms).text;
  return { ...form, text: `${form.text.slice(surname.length + 1)} ${surname}` };
}

/** The forms of the person's record before those of the lexicon. */
function formsBeside(lexicon: WrittenOf<CaseForms>, record: WrittenPerson | null): WrittenOf<CaseForms> {
  if (record === null) return lexicon;
  return (kind, text, sex) =>
    kind === "surname" ? { ...lexicon(kind, text, sex), ...record.surnameCases } : lexicon(kind, text, sex);
}
