import { type Face, isIgnorable } from "../../fonts/index.ts";
import { type Embeddable, includeGlyph, keepFile } from "./stable-subset.ts";

type Embedded = Embeddable & { readonly id: string; ref(): unknown };
/** The part of pdfkit's document that opens fonts. */
export type FontHost = {
  font(source: unknown, family: string): unknown;
  ref(data?: object): unknown;
  readonly _font: Embedded;
  readonly page: { readonly fonts: { [id: string]: unknown } };
};

/** Encoded text: hexadecimal glyph ids up to each space that word spacing goes behind, and those after the last one. */
export type Encoded = { readonly spaced: readonly string[]; readonly rest: string };

/** A mark that should not show but has a visible glyph in this font: it is left out of the page. */
function isHidden(face: Face, codePoint: number): boolean {
  if (!isIgnorable(codePoint)) return false;
  return face.glyphOf(codePoint).advanceWidth > 0 || !face.font.hasGlyphForCodePoint(codePoint);
}

/** Whether a text holds characters that are painted without a glyph. */
export function hasHidden(face: Face, text: string): boolean {
  for (const character of text) if (isHidden(face, character.codePointAt(0) ?? 0)) return true;
  return false;
}

/**
 * The faces of one file as pdfkit subsets. Text is encoded character by character: no kerning, no ligatures, and every glyph
 * keeps the character it was asked for.
 */
export class FontSet {
  readonly #host: FontHost;
  readonly #regular: ReadonlySet<Face>;
  readonly #faces = new Map<Face, { readonly embedded: Embedded; readonly codes: Map<number, string> }>();

  /** @param regular faces that set most of the text */
  constructor(host: FontHost, regular: ReadonlySet<Face>) {
    this.#host = host;
    this.#regular = regular;
  }

  /** Resource name of a face on the current page. */
  use(face: Face): string {
    const { embedded } = this.#open(face);
    this.#host.page.fonts[embedded.id] ??= embedded.ref();
    return embedded.id;
  }

  encode(face: Face, text: string): Encoded {
    const { embedded, codes } = this.#open(face);
    const spaced: string[] = [];
    let rest = "";
    for (let at = 0; at < text.length; at++) {
      const typed = text.codePointAt(at) as number;
      if (typed > 0xffff) at++;
      // What keeps together is a matter of lines: those who copy get plain spaces.
      const codePoint = typed === 0xa0 ? 0x20 : typed;
      const code = codes.get(codePoint) ?? codeOf(face, embedded, codePoint);
      codes.set(codePoint, code);
      rest += code;
      if (typed !== 0x20) continue;
      spaced.push(rest);
      rest = "";
    }
    return { spaced, rest };
  }

  #open(face: Face): { readonly embedded: Embedded; readonly codes: Map<number, string> } {
    const known = this.#faces.get(face);
    if (known !== undefined) return known;
    this.#host.font(face.font, face.key);
    // The other faces set a few words each: an alphabet would cost a reader more bytes than it saves us work.
    keepFile(this.#host, this.#host._font, { face, withAlphabet: this.#regular.has(face) });
    const entry = { embedded: this.#host._font, codes: new Map<number, string>() };
    this.#faces.set(face, entry);
    return entry;
  }
}

/** The number of a character's glyph in the subset; empty for a mark that is not painted. */
function codeOf(face: Face, embedded: Embedded, codePoint: number): string {
  if (isHidden(face, codePoint)) return "";
  return includeGlyph(embedded, face.glyphOf(codePoint), codePoint).toString(16).padStart(4, "0");
}
