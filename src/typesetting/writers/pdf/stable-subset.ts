import { deflateSync } from "node:zlib";
import type { Face } from "../../fonts/index.ts";

/** What fontkit's own subset offers and we use. */
type Subset = {
  /** Glyphs of the font by their numbers in the subset. */
  readonly glyphs: number[];
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
};
/** What of the library's embedded font glyphs are registered with. */
export type Embeddable = {
  subset: Subset;
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  readonly scale: number;
  embed(): void;
};
type RefHost = { ref(data?: object): unknown };

/** Letters, figures and marks of nearly every document: they always stand in a subset, in this order. */
const ALPHABET = " -.,:;()/«»„“№%!?–—0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/** Compressed font files by face and by what they hold. A file depends on nothing else, so documents may share it. */
const files = new Map<string, Uint8Array>();
const MOST_FILES = 64;

/**
 * Keeps the file of a font of one document for those that need the same glyphs, as the document itself does when it is made again: it is made and
 * compressed once a process. With the alphabet at its beginning most documents need no more. Glyph ids depend on the document alone, never on what
 * was made before it.
 */
export function keepFile(
  host: RefHost,
  embedded: Embeddable,
  { face, withAlphabet }: { readonly face: Face; readonly withAlphabet: boolean },
): void {
  const inner = embedded.subset;
  for (const character of withAlphabet ? ALPHABET : "") {
    const code = character.codePointAt(0) ?? 0;
    if (face.has(code)) includeGlyph(embedded, face.glyphOf(code), code);
  }
  const known = inner.glyphs.length;
  embedded.subset = Object.create(inner, {
    encode: {
      value: () => fileOf(`${face.key} ${known} ${inner.glyphs.slice(known).join(" ")}`, () => inner.encode()),
    },
  }) as Subset;
  const embed = embedded.embed.bind(embedded);
  embedded.embed = () => compressedFirst(host, embed);
}

/** Takes a glyph into the subset, with its width and the character that it stands for; once more where it stands for another one already. Gives its number there. */
export function includeGlyph(
  { subset, widths, unicode, scale }: Embeddable,
  glyph: { readonly id: number; readonly advanceWidth: number },
  codePoint: number,
): number {
  const known = subset.includeGlyph(glyph.id);
  const isOther = unicode[known] !== undefined && unicode[known][0] !== codePoint;
  const id = isOther ? subset.glyphs.push(glyph.id) - 1 : known;
  widths[id] ??= glyph.advanceWidth * scale;
  unicode[id] ??= [codePoint];
  return id;
}

function fileOf(key: string, make: () => Uint8Array): Uint8Array {
  const file = files.get(key) ?? deflateSync(make());
  // Those that were asked for last are kept: a document that is made again and again has its own among them.
  files.delete(key);
  files.set(key, file);
  if (files.size > MOST_FILES) files.delete(files.keys().next().value ?? "");
  return file;
}

/** The library compresses what it is given; the first object of an embedding is the font file, which is compressed already. */
function compressedFirst(host: RefHost, embed: () => void): void {
  const ref = host.ref;
  let first = true;
  host.ref = (data) => {
    const filter = first ? { Filter: "FlateDecode" } : {};
    first = false;
    return ref.call(host, { ...data, ...filter });
  };
  try {
    embed();
  } finally {
    host.ref = ref;
  }
}
