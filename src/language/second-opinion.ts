import { inclineFirstname, inclineLastname } from "lvovich";
import petrovich from "petrovich";
import { folded } from "../base/text/index.ts";
import { nounForms, surnameInDictionary } from "./dictionary.ts";
import type { Oblique, Sex } from "./types.ts";

/** A surname or a given name, and the form of it that is asked for. */
type NamePart = {
  readonly part: "surname" | "given";
  readonly word: string;
  readonly name: Oblique;
  readonly sex: Sex;
};

/** What the two libraries (lvovich, petrovich) make of a surname or a given name. */
export function secondForms({ part, word, name, sex }: NamePart): readonly [string, string] {
  const gender = sex === "masculine" ? "male" : "female";
  const plain = word.replaceAll("ё", "е").replaceAll("Ё", "Е");
  return part === "surname"
    ? [inclineLastname(word, name, gender), petrovich({ gender, last: plain }, name).last ?? ""]
    : [inclineFirstname(word, name, gender), petrovich({ gender, first: plain }, name).first ?? ""];
}

/**
 * True when one of the two libraries at least gives our form of a surname or a given name («ё» = «е»), or, of a surname, the dictionary (of a common noun too: Сова),
 * which is asked last: it takes a moment to read. The libraries err by pattern, so their agreement proves nothing; the dissent of all is
 * worth a question.
 */
export function isCorroborated(form: string, of: NamePart): boolean {
  if (secondForms(of).some((one) => folded(one) === folded(form))) return true;
  if (of.part === "given") return false;
  const known = [surnameInDictionary(of.word, of.sex, of.name) ?? "", ...nounForms(of.word, of.name)];
  return known.some((one) => folded(one) === folded(form));
}
