import { addressesWithin, glueOf, hyphenate, type PartingPlace, partingPlaces } from "../../language/index.ts";
import { type Box, countSpaces, measuredScale, type Piece, pieceOf, widthIn } from "./boxes.ts";

/** A place inside a box where a line may end when it would be too loose or the box is too wide; offsets in the text of the box. */
type Place = PartingPlace;

/** What of a box may be parted: only glued short words; words that are neither names nor abbreviations, too; long ones with a capital beside them; or whatever can be, because it fits no line; and as the last resort words wherever two letters are left, and glue inside of what belongs together, but never a figure. */
export type Division = "spaces" | "long" | "words" | "capitals" | "any" | "letters";

/** A box in two: the part that stays, with a hyphen where that parts a word, and the one that opens the next line. */
export type Divided = { readonly here: Box; readonly rest: Box; readonly hyphen: boolean };

const EPSILON = 0.01;
/** Letters of a divided word that may be all of the last line. */
export const LEAST_REST = 6;

/**
 * The most of a box that fits into the room; less of it, up to a sign rather than a hyphen and to a space rather than a sign, where what is left then
 * fits a line. Null when nothing of it fits.
 */
export function divideBox(box: Box, room: number, division: Division, line = 0): Divided | null {
  let best: Divided | null = null;
  let rank = -1;
  const most = mostLetters(box, room);
  for (const { at, next, hyphen } of placesIn(box, division)) {
    const own = next > at ? 2 : hyphen ? 0 : 1;
    if (own <= rank || at > most || reachUpTo(box, at, hyphen) > room + EPSILON) continue;
    const part = upTo(box, at);
    const here = hyphen ? withHyphen(part) : part;
    const rest = onFrom(box, next);
    if (best !== null && rest.reach > line) continue;
    [best, rank] = [{ here, rest, hyphen }, own];
    if (rank === 2 || line === 0) break;
  }
  return best;
}

/** So many letters of a box at most can have room: a word of thousands is not measured up to each of them. */
function mostLetters(box: Box, room: number): number {
  let most = 64;
  while (most < box.end - box.start && reachUpTo(box, most, false) <= room + EPSILON) most *= 2;
  return most;
}

/** A part of a box that may be parted no further: `glued` when only loose lines may end behind it, `hyphenPt` how wide the hyphen is that a line then ends in, null when in none. */
export type BoxPart = { readonly box: Box; readonly glued: boolean; readonly hyphenPt: number | null };

/** A box as its parts. */
export function partsOf(box: Box): BoxPart[] {
  const places = placesIn(box, "words");
  const parts: BoxPart[] = [];
  let from = 0;
  for (let index = places.length - 1; index >= 0; index--) {
    const { at, next, hyphen } = places[index] as Place;
    // The spaces behind a box are of one width in all of a line.
    const spaceWidth = hyphen ? 0 : widthIn(box.pieces[0] as Piece, " ");
    const here = ending(partOf(box, from, at), hyphen ? "" : " ", spaceWidth);
    parts.push({ box: here, glued: !hyphen, hyphenPt: hyphen ? hyphenWidth(here.pieces) : null });
    from = next;
  }
  parts.push({ box: from === 0 ? box : onFrom(box, from), glued: false, hyphenPt: null });
  return parts;
}

/** The text of a box. */
export function textOf({ pieces }: Box): string {
  return pieces.length === 1 ? (pieces[0] as Piece).text : pieces.map(({ text }) => text).join("");
}

/** A box up to a character and from another one on, so many characters from its beginning. */
export function splitBox(box: Box, at: number, next = at): readonly [Box, Box] {
  return [upTo(box, at), onFrom(box, next)];
}

/** What of a box stands before a character. */
export function upTo(box: Box, at: number): Box {
  return ending(partOf(box, 0, at), "", 0);
}

/** What of a box stands from a character on. */
export function onFrom(box: Box, next: number): Box {
  return partOf(box, next, box.end - box.start);
}

/** A box that nobody has yet. */
type NewBox = { -readonly [Key in keyof Box]: Box[Key] };

/** A part of a box from whose end on the rest of it is in another one. */
function ending(part: NewBox, spaces: string, spaceWidth: number): Box {
  part.spaces = spaces;
  part.spaceWidth = spaceWidth;
  part.tight = false;
  part.forced = false;
  return part;
}

function partOf(box: Box, from: number, to: number): NewBox {
  const pieces = partOfPieces(box.pieces, from, to);
  let width = 0;
  let gaps = 0;
  for (const piece of pieces) {
    width += piece.width;
    gaps += countSpaces(piece.text);
  }
  const { start, lean, spaces, spaceWidth, spaceFace, tight, forced, addresses } = box;
  const reach = width + (box.reach - box.width);
  // Field by field: a copy of the whole takes several times longer.
  return {
    start: start + from,
    end: start + to,
    pieces,
    width,
    gaps,
    reach,
    lean,
    spaces,
    spaceWidth,
    spaceFace,
    tight,
    forced,
    addresses,
  };
}

function partOfPieces(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += piece.text.length;
    if (text === "") continue;
    const part = pieceOf(piece, text);
    if (pieces.length === 1) return [part];
    parts.push(part);
  }
  return parts;
}

/** Room that a box asks for up to a character, with the hyphen that parts it there. */
function reachUpTo(box: Box, at: number, hyphen: boolean): number {
  const pieces = partOfPieces(box.pieces, 0, at);
  let width = 0;
  for (const piece of pieces) width += piece.width;
  return width + (box.reach - box.width) + (hyphen ? hyphenWidth(pieces) : 0);
}

/** A box with a hyphen behind it, which is seen and no part of the text. */
export function withHyphen(box: Box): Box {
  const hyphen = hyphenBehind(box.pieces);
  return {
    ...box,
    pieces: [...box.pieces, hyphen],
    width: box.width + hyphen.width,
    reach: box.reach + hyphen.width,
  };
}

function hyphenBehind(pieces: readonly Piece[]): Piece {
  return { ...pieceOf(pieces.at(-1) as Piece, "-"), hyphen: true };
}

/** How wide it is: most are only measured. */
function hyphenWidth(pieces: readonly Piece[]): number {
  const last = pieces.at(-1) as Piece;
  return last.text === "-" ? last.width : last.face.widthOf("-") * measuredScale(last);
}

/** Two parts of a divided box, one behind the other, as one of them: places for hyphens of a part are fewer than those that its word has in it. */
export function joined(here: Box, next: Box): Box {
  const pieces = here.pieces.filter(({ hyphen }) => hyphen !== true);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  return {
    ...next,
    start: here.start,
    pieces: [...pieces, ...next.pieces],
    width: width + next.width,
    gaps: here.gaps + next.gaps,
    reach: width + next.reach,
  };
}

/** Words in running text: names, abbreviations, anything with a capital, a figure or a hyphen, and what a number counts stay whole. */
const PLAIN_WORD = /(?<![\p{L}\p{N}\u00a0-])\p{Ll}{6,}(?![\p{L}\p{N}-])/gu;
/** The same and words with a capital: the first one of a sentence, of a name in quotation marks; none that initials stand beside. */
const CAPITAL_WORD =
  /(?<![\p{L}\p{N}\u00a0-])(?:\p{Ll}{6,}(?![\p{L}\p{N}-])|\p{Lu}\p{Ll}{7,}(?![\p{L}\p{N}\u00a0-]))/gu;
/** What a box holds as a rule: one such word and nothing beside it. */
const ONE_WORD = /^[а-яё]+$/;
/** Letters of a word that stay in a line which is not loose without them. */
const LEAST_HERE = 3;
const LETTERS = /(?<=\p{Script=Cyrillic}[а-яё])(?=[а-яё]{2})(?![ъыьй])/gu;
/** A plain word has so many letters at least. */
const LEAST_WORD = 6;

/** The places where a line holds most come first. */
function placesIn(box: Box, division: Division): readonly Place[] {
  const text = textOf(box);
  const addresses = addressesWithin(box.addresses, box.start, text.length);
  if (division === "any") return partingPlaces(text, addresses).reverse();
  const atSpace = (at: number): Place => ({ at, next: at + 1, hyphen: false });
  if (division === "letters") {
    const letters = [...text.matchAll(LETTERS)].map(({ index }): Place => ({ at: index, next: index, hyphen: true }));
    const spaces = glueOf(text).inside.filter((at) => !/^(?:\d.\d|[№§])/.test(text.slice(at - 1)));
    return [...letters, ...spaces.map(atSpace)].sort((a, b) => b.at - a.at);
  }
  const places: Place[] = [];
  // Plain spaces are the glue that may be let go: see `boxesOf`.
  const isGlued = text.includes(" ");
  if (isGlued) for (const { index } of text.matchAll(/ /g)) places.push(atSpace(index));
  if (division === "spaces" || text.length < LEAST_WORD) return places.reverse();
  if (addresses.length === 0 && ONE_WORD.test(text)) {
    const found = hyphenate(text);
    for (let index = found.length - 1; index >= 0; index--) {
      const at = found[index] as number;
      if (division !== "long" || at >= LEAST_HERE) places.push({ at, next: at, hyphen: true });
    }
    return places;
  }
  const word = division === "capitals" ? CAPITAL_WORD : PLAIN_WORD;
  word.lastIndex = 0;
  // Not by `matchAll`, which makes the pattern anew for every text.
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const { index } = found;
    if (addresses.some(([from, to]) => index >= from && index < to)) continue;
    for (const place of hyphenate(found[0].toLowerCase())) {
      const at = index + place;
      if (division !== "long" || place >= LEAST_HERE) places.push({ at, next: at, hyphen: true });
    }
  }
  return isGlued ? places.sort((a, b) => b.at - a.at) : places.reverse();
}
