/**
 * Names of the texts of the program's own templates in which no rule of wording that looks at a text alone finds anything, found when it was compiled: they
 * are ten times what the records of a centre say. `scripts/compile.mjs` puts the names in the place of the list; sources that run as they are have none.
 */
export function madeCleanTexts(): readonly string[] {
  return [];
}
