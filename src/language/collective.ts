import { endings } from "./endings.ts";
import type { GrammaticalCase } from "./types.ts";

const STEMS = ["дв", "тр", "четвер", "пятер", "шестер", "семер", "восьмер", "девятер", "десятер"];
const SOFT = endings("оих оим ое оими оих");
const HARD = endings("ых ым о ыми ых");

/** True for numbers that have a collective numeral: 2 («двое») to 10 («десятеро»). */
export function hasCollective(value: number): boolean {
  return Number.isInteger(value) && value >= 2 && value <= 10;
}

/**
 * Collective numeral for men, mixed groups, children and words without a singular: «трое сотрудников», «двое суток».
 * @throws RangeError outside 2–10
 */
export function collective(value: number, name: GrammaticalCase, animate = true): string {
  if (!hasCollective(value)) throw new RangeError(`no collective numeral for ${value}`);
  const stem = STEMS[value - 2] ?? "";
  const row = value < 4 ? SOFT : HARD;
  if (name === "nominative") return stem + row.accusative;
  return stem + (name === "accusative" && animate ? row.genitive : row[name]);
}
