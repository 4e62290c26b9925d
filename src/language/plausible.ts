import { givenNameForm } from "./given-names.ts";
import { DECLINE } from "./named-things.ts";
import { secondForms } from "./second-opinion.ts";
import { yo } from "./spelling.ts";
import { surnameClass } from "./surname-class.ts";
import { surnameForm } from "./surnames.ts";
import type { Declined, Oblique, Sex } from "./types.ts";

/** What a hand-given form is a form of. */
export type ConfirmedKind = "surname" | "given" | "position" | "organisation" | "phrase";

/** A form written by hand, with the word it is of. */
export type HandForm = {
  readonly kind: ConfirmedKind;
  readonly text: string;
  /** Of a person; masculine when it does not matter. */
  readonly sex: Sex;
  readonly case: Oblique;
  readonly form: string;
};

/**
 * Whether a form given by hand can be right: it equals what we, or one of the libraries, would derive, or the nominative
 * of a name, or (where we know nothing for certain) keeps the words and their stems.
 */
export function isPlausible({ kind, text, sex, case: name, form }: HandForm): boolean {
  const wanted = plain(form);
  if (kind !== "surname" && kind !== "given") return isNear(DECLINE[kind](text, name), text, wanted);
  const own =
    kind === "given"
      ? [givenNameForm(text, name, sex).text]
      : [surnameForm(text, name, sex).text, kept(text, name, sex)];
  return [text, ...own, ...secondForms({ part: kind, word: text, name, sex })].some((one) => plain(one) === wanted);
}

/** The form with the vowel kept: Козёл → Козёла. */
function kept(text: string, name: Oblique, sex: Sex): string {
  const { endings, insert } = surnameClass(text, sex);
  return endings === null || insert === undefined ? text : text.replace(/ь$/i, "") + endings[name];
}

function isNear(derived: Declined, text: string, wanted: string): boolean {
  if (plain(derived.text) === wanted) return true;
  if (derived.confidence === "high") return false;
  const [from, to] = [plain(text).split(" "), wanted.split(" ")];
  return from.length === to.length && from.every((word, at) => sharesStem(word, to[at] ?? ""));
}

function sharesStem(one: string, other: string): boolean {
  const length = Math.max(1, Math.min(one.length - 1, Math.max(3, one.length - 4)));
  return one.slice(0, length) === other.slice(0, length);
}

function plain(text: string): string {
  return yo(text.replace(/[\s\u00a0\u202f]+/g, " ").trim());
}
