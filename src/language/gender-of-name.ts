import { HEADS } from "./heads.ts";
import type { Gender } from "./types.ts";

const GENDERS = { m: "masculine", f: "feminine", n: "neuter" } as const;

/** Grammatical gender of a name by its first word that is a known head noun: «муниципальное … учреждение «…»» → neuter; null when none is. */
export function genderOfName(name: string): Gender | null {
  for (const word of name.toLowerCase().split(/[^а-яё-]+/)) {
    const gender = HEADS.get(word);
    if (gender !== undefined && gender !== "p") return GENDERS[gender];
  }
  return null;
}
