import { COMMON_NOUNS } from "./common-nouns.ts";
import type { Gender } from "./types.ts";

/** The first word of a name that is a common noun, in small letters: «управление образования …» → «управление»; null when none is. */
export function nounOfName(name: string): string | null {
  return (
    name
      .toLowerCase()
      .split(/[^а-яё-]+/)
      .find((word) => COMMON_NOUNS.has(word)) ?? null
  );
}

/** Grammatical gender of a name by its first word that is a common noun: «муниципальное … учреждение «…»» → neuter; null when none is. */
export function genderOfName(name: string): Gender | null {
  return COMMON_NOUNS.get(nounOfName(name) ?? "")?.gender ?? null;
}
