import { hyphenate } from "./hyphenate.ts";
import { glueOf } from "./keep-together.ts";

/** A place inside a text without plain spaces where a line may end if the whole fits none; `next` is where the next line begins. */
export type PartingPlace = { readonly at: number; readonly next: number; readonly hyphen: boolean };

const WORD = /\p{L}{5,}/gu;
/** Signs that end a line: «Луговая-|Полевая», «и/или», «12.09.2025–|15.10.2025», but neither «119-ОД» nor «5–6», «2/2025-ТРЦ», «10-А». */
const SIGN =
  /(?<=\p{L}{2}-)(?=\p{L}{2})(?!\p{Lu}{1,4}(?!\p{L}))|(?<=\p{L}{2}[/,;])(?=\p{L}{2})|(?<=[^\s–—]{5}[–—])(?=[^\s–—]{5})|(?<=\d\.\d{4}-)(?=\d\d\.)/gu;
const ADDRESS = /[^\s\u00a0\u202f]*(?:@|:\/\/|[a-z]\.[a-z]{2})[^\s\u00a0\u202f]*/giu;
const ADDRESS_SIGN = /(?<=:\/\/|[^/:][/?&=@._#-])(?=[\p{L}\p{N}])/gu;

/**
 * Where a text that fits no line may be parted, in its order: at glued spaces, behind signs, in words by hyphenation; in addresses behind
 * signs alone. Figures, dates, amounts and numbers of documents are never parted: `partingPlaces("119-ОД")` → `[]`.
 */
export function partingPlaces(text: string): PartingPlace[] {
  const places: PartingPlace[] = [];
  const behind = (at: number): number => places.push({ at, next: at, hyphen: false });
  const addresses = [...text.matchAll(ADDRESS)].map(({ index, 0: { length } }) => [index, index + length] as const);
  const inAddress = (at: number): boolean => addresses.some(([from, to]) => at > from && at < to);
  for (const at of glueOf(text).between) places.push({ at, next: at + 1, hyphen: false });
  for (const { index } of text.matchAll(SIGN)) if (!inAddress(index)) behind(index);
  for (const [from, to] of addresses)
    for (const { index } of text.slice(from, to).matchAll(ADDRESS_SIGN)) behind(from + index);
  for (const { index, 0: letters } of text.matchAll(WORD)) {
    if (inAddress(index + 1)) continue;
    for (const place of hyphenate(letters.toLowerCase()))
      places.push({ at: index + place, next: index + place, hyphen: true });
  }
  return places.sort((one, other) => one.at - other.at);
}

/** What is left of a text where it is parted everywhere: «по-», «ме-», «ще-», «ние». */
export function leastParts(text: string): string[] {
  const places = partingPlaces(text);
  if (places.length === 0) return [text];
  let from = 0;
  const parts = places.map(({ at, next, hyphen }) => {
    const part = text.slice(from, at) + (hyphen ? "-" : "");
    from = next;
    return part;
  });
  return [...parts, text.slice(from)];
}
