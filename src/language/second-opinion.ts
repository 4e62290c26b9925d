import { inclineFirstname, inclineLastname } from "lvovich";
import petrovich from "petrovich";
import { yo } from "./spelling.ts";
import type { Oblique, Sex } from "./types.ts";

/**
 * True when one of the two libraries at least gives our form of a surname or a given name («ё» = «е»).
 * Both err by pattern, so their agreement proves nothing; their joint dissent is worth a question.
 */
export function isSeconded(part: "surname" | "given", word: string, form: string, name: Oblique, sex: Sex): boolean {
  const wanted = yo(form);
  const gender = sex === "masculine" ? "male" : "female";
  const first = part === "surname" ? inclineLastname(word, name, gender) : inclineFirstname(word, name, gender);
  if (yo(first) === wanted) return true;
  const plain = word.replaceAll("ё", "е").replaceAll("Ё", "Е");
  const second = petrovich(part === "surname" ? { gender, last: plain } : { gender, first: plain }, name);
  return yo((part === "surname" ? second.last : second.first) ?? "") === wanted;
}
