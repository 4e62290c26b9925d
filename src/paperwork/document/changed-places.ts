import { type Hunk, hunksOf } from "./hunks.ts";

/** Words of context on either side of a change. */
const CONTEXT = 3;
/** Changes nearer than this are one. */
const NEAR = 2;
const MOST = 6;

/** Words that came in place of others, with all the words up to the next change on either side. */
export type WordChange = Hunk;

/** Places where two texts differ, each with the words around it, and how many more there are. */
export type ChangedPlaces = { readonly places: readonly string[]; readonly more: number };

/** Which words differ between two texts, however they are parted into lines. */
export function wordChanges(before: readonly string[], after: readonly string[]): WordChange[] {
  return joinNear(hunksOf(wordsOf(before), wordsOf(after)));
}

/**
 * Changes as they are told, at most six of them.
 *
 * `["в срок до [19.09.2025 → 22.09.2025] Контроль за исполнением", "… [– удалено] …", "… [+ добавлено] …"]`
 */
export function changedPlaces(changes: readonly WordChange[]): ChangedPlaces {
  return { places: changes.slice(0, MOST).map(shownChange), more: Math.max(0, changes.length - MOST) };
}

function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/ +/)).filter((word) => word !== "");
}

function joinNear(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last === undefined || last.tail.length > NEAR) {
      joined.push(hunk);
      continue;
    }
    joined[joined.length - 1] = {
      lead: last.lead,
      before: [...last.before, ...last.tail, ...hunk.before],
      after: [...last.after, ...last.tail, ...hunk.after],
      tail: hunk.tail,
    };
  }
  return joined;
}

function shownChange({ lead, before, after, tail }: Hunk): string {
  const change =
    before.length === 0
      ? `[+ ${shown(after)}]`
      : after.length === 0
        ? `[– ${shown(before)}]`
        : `[${shown(before)} → ${shown(after)}]`;
  return [...lead.slice(-CONTEXT), change, ...tail.slice(0, CONTEXT)].join(" ");
}

/** A long run is cut in the middle: its ends show where it stands. */
function shown(words: readonly string[]): string {
  return words.length <= 24 ? words.join(" ") : [...words.slice(0, 12), "…", ...words.slice(-8)].join(" ");
}
