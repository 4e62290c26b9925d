import { inclineFirstname, inclineLastname } from "lvovich";
import petrovich from "petrovich";
import { yo } from "./spelling.ts";
import type { Oblique, Sex } from "./types.ts";

type NamePart = "surname" | "given";

/** What the two libraries make of a surname or a given name. */
export function secondForms(part: NamePart, word: string, name: Oblique, sex: Sex): readonly [string, string] {
  return [lvovichForm(part, word, name, sex), petrovichForm(part, word, name, sex)];
}

/**
 * True when one of the two libraries at least gives our form of a surname or a given name («ё» = «е»).
 * Both err by pattern, so their agreement proves nothing; their joint dissent is worth a question.
 */
export function isSeconded(part: NamePart, word: string, form: string, name: Oblique, sex: Sex): boolean {
  const wanted = yo(form);
  return yo(lvovichForm(part, word, name, sex)) === wanted || yo(petrovichForm(part, word, name, sex)) === wanted;
}

function lvovichForm(part: NamePart, word: string, name: Oblique, sex: Sex): string {
  const gender = sex === "masculine" ? "male" : "female";
  return part === "surname" ? inclineLastname(word, name, gender) : inclineFirstname(word, name, gender);
}

function petrovichForm(part: NamePart, word: string, name: Oblique, sex: Sex): string {
  const gender = sex === "masculine" ? "male" : "female";
  const plain = word.replaceAll("ё", "е").replaceAll("Ё", "Е");
  const form = petrovich(part === "surname" ? { gender, last: plain } : { gender, first: plain }, name);
  return (part === "surname" ? form.last : form.first) ?? "";
}
