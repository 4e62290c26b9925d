import { hyphenate } from "./hyphenate.ts";
import { glueOf } from "./keep-together.ts";

/** A place inside a text without plain spaces where a line may end if the whole fits none; `next` is where the next line begins. */
export type PartingPlace = { readonly at: number; readonly next: number; readonly hyphen: boolean };

const WORD = /\p{L}{5,}/gu;
/** Signs that end a line: «Луговая-|Полевая», «и/или», «12.09.2025–|15.10.2025», but neither «119-ОД» nor «5–6», «2/2025-ТРЦ», «10-А». */
const SIGN =
  /(?<=\p{L}{2}-)(?=\p{L}{2})(?!\p{Lu}{1,4}(?!\p{L}))|(?<=\p{L}{2}[/,;])(?=\p{L}{2})|(?<=[^\s–—]{5}[–—])(?=[^\s–—]{5})|(?<=\d\.\d{4}-)(?=\d\d\.)/gu;
/** From where to where an address stands in a text. */
export type Address = readonly [from: number, to: number];

const ADDRESS = /[^\s\u00a0\u202f]*(?:@|:\/\/|[a-z]\.[a-z]{2}|\p{L}\.рф(?!\p{L}))[^\s\u00a0\u202f]*/giu;
const ANY_ADDRESS = /@|:\/\/|[a-z]\.[a-z]{2}|\.рф/i;
const NONE: readonly Address[] = [];
const ADDRESS_SIGN = /(?<=:\/\/|[^/:][/?&=@._#-])(?=[\p{L}\p{N}])/gu;

/** Addresses of sites and mailboxes in a text: `addressesIn("сайт: example.org")` → `[[6, 17]]`. */
export function addressesIn(text: string): readonly Address[] {
  if (!ANY_ADDRESS.test(text)) return NONE;
  return [...text.matchAll(ADDRESS)].map(({ index, 0: { length } }) => [index, index + length]);
}

/** The addresses of a text as those of a part of it, which shows them no longer: «plan_2025» of «example.org/plan_2025». */
export function addressesWithin(addresses: readonly Address[], start: number, length: number): readonly Address[] {
  if (addresses.length === 0) return NONE;
  return addresses.flatMap(([from, to]): Address[] => {
    const own: Address = [Math.max(0, from - start), Math.min(length, to - start)];
    return own[0] < own[1] ? [own] : [];
  });
}

/**
 * Where a text that fits no line may be parted, in its order: at glued spaces, behind signs, in words by hyphenation; in addresses behind
 * signs alone. Figures, dates, amounts and numbers of documents are never parted: `partingPlaces("119-ОД")` → `[]`.
 */
export function partingPlaces(text: string, addresses = addressesIn(text)): PartingPlace[] {
  const places: PartingPlace[] = [];
  const behind = (at: number): number => places.push({ at, next: at, hyphen: false });
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
export function leastParts(text: string, addresses = addressesIn(text)): string[] {
  const places = partingPlaces(text, addresses);
  if (places.length === 0) return [text];
  let from = 0;
  const parts = places.map(({ at, next, hyphen }) => {
    const part = text.slice(from, at) + (hyphen ? "-" : "");
    from = next;
    return part;
  });
  return [...parts, text.slice(from)];
}
