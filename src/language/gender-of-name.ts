import { COMMON_NOUNS } from "./common-nouns.ts";
import type { Gender } from "./types.ts";

/** Grammatical gender of a name by its first word that is a common noun: «муниципальное … учреждение «…»» → neuter; null when none is. */
export function genderOfName(name: string): Gender | null {
  for (const word of name.toLowerCase().split(/[^а-яё-]+/)) {
    const traits = COMMON_NOUNS.get(word);
    if (traits !== undefined) return traits.gender;
  }
  return null;
}
