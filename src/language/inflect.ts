import { isDay } from "../base/text/index.ts";
import { agreed } from "./agree.ts";
import { counted } from "./counted.ts";
import { dateInWords } from "./dates.ts";
import { givenNameForm } from "./given-names.ts";
import { DECLINE, declinePhrase } from "./named-things.ts";
import { cardinal } from "./numbers.ts";
import { ordinal } from "./ordinals.ts";
import { patronymicForm } from "./patronymics.ts";
import { declineSurname } from "./people.ts";
import { typedPerson } from "./typed-person.ts";
import { type Declined, type Gender, type GrammaticalCase, sure, unconfirmed } from "./types.ts";
import { type ConfirmedKind, NOTHING_WRITTEN, type Written } from "./written-forms.ts";

/** A word or name, and the form that is asked for. */
export type InflectionRequest = {
  readonly kind: InflectedKind;
  readonly text: string;
  readonly case: GrammaticalCase;
  /** Of a person, or of what a participle or a numeral agrees with. */
  readonly gender?: Gender | null;
};

/** Any text in any case, with the confidence: the one door for lists, benches and the command line. */
export function inflect(request: InflectionRequest, written: Written = NOTHING_WRITTEN): Declined {
  const { kind, case: name, gender = null } = request;
  const text = request.text.trim();
  if (text === "") return unconfirmed("", { ru: "пустой текст", en: "the text is empty" });
  const sex = sexOf(gender);
  if (kind === "person") return typedPerson(text, name, { gender: sex, written });
  const form = name === "nominative" || !isConfirmed(kind) ? undefined : written.of(kind, text, sex)?.[name];
  const inflected: Inflect = BY_KIND[kind];
  return form === undefined ? inflected(text, name, gender) : sure(form);
}

type Inflect = (text: string, name: GrammaticalCase, gender: Gender | null) => Declined;

function isConfirmed(kind: InflectedKind): kind is ConfirmedKind {
  return kind === "surname" || kind === "given" || kind in DECLINE;
}

const BY_KIND = {
  surname: (text, name, gender) => declineSurname({ surname: text, given: "", gender: sexOf(gender) }, name),
  given: (text, name, gender) =>
    gender === null
      ? unconfirmed(text, { ru: "пол не указан", en: "the gender is not given" })
      : givenNameForm(text, name, sexOf(gender) ?? "masculine"),
  patronymic: (text, name) => patronymicForm(text, name),
  ...DECLINE,
  participle: (text, name, gender) =>
    gender === null ? declinePhrase(text, name) : agreed(text, { gender, case: name }),
  counted: (text, name) => {
    const [, digits = "", what = ""] = /^(\d[\d\s\u00a0]*(?:,\d+)?)[\s\u00a0]+(.+)$/.exec(text) ?? [];
    if (what === "")
      return unconfirmed(text, { ru: "нужно число и слово: «5 день»", en: "a number and a word are needed: “5 день”" });
    const form = counted(Number(digits.replace(/[\s\u00a0]/g, "").replace(",", ".")), what, { case: name });
    return { ...form, text: form.text.replaceAll("\u00a0", " ") };
  },
  cardinal: (text, name, gender) =>
    number(text, (value) => cardinal(value, { case: name, gender: gender ?? "masculine" })),
  ordinal: (text, name, gender) =>
    number(text, (value) => ordinal(value, { case: name, gender: gender ?? "masculine" })),
  date: (text, name) =>
    isDay(text)
      ? sure(dateInWords(text, name))
      : unconfirmed(text, { ru: "нужна дата вида 2025-09-05", en: "a date like 2025-09-05 is needed" }),
} satisfies { readonly [kind: string]: Inflect };

/** What can be inflected: «5 лет» is counted, `2025-09-05` a date in words, `21` a cardinal or an ordinal. */
export type InflectedKind = keyof typeof BY_KIND | "person";

function number(text: string, form: (value: number) => string): Declined {
  const value = Number(text.replace(/[\s\u00a0]/g, ""));
  if (!Number.isSafeInteger(value) || value < 0)
    return unconfirmed(text, { ru: "нужно целое число", en: "a whole number is needed" });
  try {
    return sure(form(value));
  } catch (error) {
    if (error instanceof RangeError)
      return unconfirmed(text, { ru: "число слишком велико", en: "the number is too great" });
    throw error;
  }
}

function sexOf(gender: Gender | null): "masculine" | "feminine" | null {
  return gender === "neuter" ? null : gender;
}
