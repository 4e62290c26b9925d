import type { Inline, Inlines } from "../../src/paperwork/document/index.ts";
import type { Random } from "./random.ts";
import { GIVEN, GLUED, HARD_WORDS, PATRONYMICS, PREPOSITIONS, SURNAMES, WORDS } from "./vocabulary.ts";

const NBSP = "\u00a0";

/** A run of words with the punctuation, prepositions, numbers and quotation marks of an office text. */
export function phrase(random: Random, low: number, high: number, hard = 0.1): string {
  const parts = random.times(low, high, () => word(random, hard));
  return parts.join(" ").replace(/^./u, (first) => first.toUpperCase());
}

export function sentence(random: Random, low = 4, high = 30): string {
  return `${phrase(random, low, high)}${random.pick([".", ".", ".", ";", ":", "!"])}`;
}

export function sentences(random: Random, low: number, high: number): string {
  return random.times(low, high, () => sentence(random, 4, 24)).join(" ");
}

function word(random: Random, hard: number): string {
  const chosen = random.pick(random.chance(hard) ? HARD_WORDS : WORDS);
  const dressed = random.chance(0.03) ? `«${chosen}»` : random.chance(0.02) ? `(${chosen})` : chosen;
  const ended = random.chance(0.08) ? `${dressed},` : dressed;
  if (random.chance(0.12)) return `${random.pick(PREPOSITIONS)}${random.chance(0.8) ? NBSP : " "}${ended}`;
  if (random.chance(0.04)) return `${ended}${NBSP}– ${random.pick(WORDS)}`;
  if (random.chance(0.04)) return `${ended} ${random.pick(GLUED)}`;
  if (random.chance(0.02)) return `${ended} ${random.int(1, 99_999)}`;
  return ended;
}

export function surnameFirst(random: Random): string {
  return `${random.pick(SURNAMES)} ${random.pick(GIVEN)} ${random.pick(PATRONYMICS)}`;
}

/** «И.П.·Петренко»: initials that may not be parted from the surname. */
export function initialsFirst(random: Random): string {
  return `${random.pick(GIVEN)[0]}.${random.pick(PATRONYMICS)[0]}.${NBSP}${random.pick(SURNAMES)}`;
}

export function date(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(random.int(1, 28))}.${two(random.int(1, 12))}.${random.int(2024, 2027)}`;
}

export function plain(text: string): Inlines {
  return [{ type: "text", text }];
}

/** Text with bold and italic runs, blanks to fill in, forced breaks and, where there is something to refer to, references. */
export function rich(random: Random, text: string, targets: readonly Target[] = []): Inlines {
  const words = text.split(" ");
  const inlines: Inline[] = [];
  let waiting = "";
  const flush = (): void => {
    if (waiting !== "") inlines.push({ type: "text", text: waiting });
    waiting = "";
  };
  for (const [index, part] of words.entries()) {
    const space = index === words.length - 1 ? "" : " ";
    const special = random.chance(0.02) ? random.pick(["strong", "emphasis", "blank", "break", "reference"]) : "";
    if (special === "strong" || special === "emphasis") {
      flush();
      inlines.push({ type: special, children: plain(part) });
      waiting = space;
    } else if (special === "blank" && random.chance(0.3)) {
      waiting += `${part} `;
      flush();
      inlines.push({ type: "blank", widthMm: random.int(10, 60) });
      waiting = space;
    } else if (special === "break" && random.chance(0.2) && space !== "") {
      waiting += part;
      flush();
      inlines.push({ type: "break" });
    } else if (special === "reference" && targets.length > 0) {
      const target = random.pick(targets);
      waiting += `пункт${NBSP}`;
      flush();
      inlines.push({ type: "reference", target: target.id, text: target.text });
      waiting = ` ${part}${space}`;
    } else waiting += part + space;
  }
  flush();
  return inlines;
}

/** What a reference may aim at: a clause before it. */
export type Target = { readonly id: string; readonly text: string };
