import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../src/base/text/index.ts";
import type { FontFile } from "../../src/typesetting/fonts/index.ts";

// Families made of the fonts that documents are set in: other names, other bits, fewer characters. Nothing of them is kept.

const FACES = { regular: "400Regular", bold: "700Bold", italic: "400Regular_Italic", boldItalic: "700Bold_Italic" };
export type MadeFace = keyof typeof FACES;
export const MADE_FACES = Object.keys(FACES) as readonly MadeFace[];

/** What differs from the font that it is made of. */
export type MadeFont = {
  readonly family?: string;
  readonly face?: MadeFace;
  /** Names of the family for Windows by language: 0x419 is Russian. */
  readonly names?: { readonly [language: number]: string };
  readonly fsType?: number;
  /** Characters taken out of it. */
  readonly without?: string;
  /** Characters that look like another one, and share its glyph. */
  readonly like?: { readonly [character: string]: string };
  /** Measures of a line in units, 2048 to an em. */
  readonly hhea?: readonly [ascent: number, descent: number, gap: number];
  readonly win?: readonly [ascent: number, descent: number];
  /** Tables added. */
  readonly tables?: { readonly [tag: string]: Uint8Array };
  /** The font that it is made of; by default the one of the program. */
  readonly base?: Uint8Array;
};

/** Bytes of a font file. */
export function madeFont({ face = "regular", family = "Проба", ...made }: MadeFont = {}): Uint8Array {
  const tables = tablesOf(made.base ?? faceBytes(face));
  for (const [tag, bytes] of Object.entries(made.tables ?? {})) tables.set(tag, Buffer.from(bytes));
  const [bold, italic] = [/bold/i.test(face), /italic/i.test(face)];
  const os2 = table(tables, "OS/2");
  os2.writeUInt16BE(made.fsType ?? 0, 8);
  os2.writeUInt16BE((bold ? 0x20 : 0) | (italic ? 1 : 0) || 0x40, 62);
  table(tables, "head").writeUInt16BE((bold ? 1 : 0) | (italic ? 2 : 0), 44);
  made.hhea?.forEach((value, index) => {
    table(tables, "hhea").writeInt16BE(value, 4 + 2 * index);
  });
  made.win?.forEach((value, index) => {
    os2.writeUInt16BE(value, 74 + 2 * index);
  });
  tables.set("name", nameTable(made.names ?? { 1033: family }, `Probe-${sha256(family).slice(0, 6)}-${face}`));
  if (made.without !== undefined || made.like !== undefined)
    tables.set("cmap", cmapTable(table(tables, "cmap"), made.without ?? "", made.like ?? {}));
  return packed(tables);
}

/** The four files of a family. */
export function madeFamily(made: MadeFont & { readonly folder?: string } = {}): FontFile[] {
  return MADE_FACES.map((face) =>
    fontFile(madeFont({ ...made, face }), `${made.folder ?? "content/fonts"}/${face}.ttf`),
  );
}

export function fontFile(bytes: Uint8Array, path: string): FontFile {
  return { path, bytes, digest: sha256(bytes) };
}

/** Lays font files beside the records of a folder. */
export function layFonts(content: string, files: { readonly [name: string]: Uint8Array }): void {
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(content, "fonts", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

function faceBytes(face: MadeFace): Uint8Array {
  return readFileSync(`node_modules/@expo-google-fonts/tinos/${FACES[face]}/Tinos_${FACES[face]}.ttf`);
}

function table(tables: Map<string, Buffer>, tag: string): Buffer {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`no table ${tag}`);
  return found;
}

function tablesOf(font: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(font);
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    const [offset, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    tables.set(bytes.toString("latin1", at, at + 4), Buffer.from(bytes.subarray(offset, offset + length)));
  }
  return tables;
}

/** @see ISO/IEC 14496-22, clause 4 */
function packed(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(tables.has("CFF ") ? 0x4f54544f : 0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  let offset = head.length;
  const parts: Buffer[] = [head];
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    let sum = 0;
    for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    offset += whole.length;
    parts.push(whole);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

function nameTable(families: { readonly [language: number]: string }, postscript: string): Buffer {
  const entries = Object.entries(families)
    .map(([language, name]) => ({ language: Number(language), id: 1, name }))
    .concat({ language: 0x409, id: 6, name: postscript })
    .map(({ name, ...entry }) => ({ ...entry, bytes: Buffer.from(name, "utf16le").swap16() }));
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [index, { language, id, bytes }] of entries.entries()) {
    [3, 1, language, id, bytes.length, offset].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    });
    offset += bytes.length;
  }
  return Buffer.concat([head, ...entries.map(({ bytes }) => bytes)]);
}

/** One subtable of format 12, a group a character. */
function cmapTable(before: Buffer, without: string, like: { readonly [character: string]: string }): Buffer {
  const glyphs = glyphsOf(before);
  for (const character of without) glyphs.delete(character.codePointAt(0) ?? 0);
  for (const [character, other] of Object.entries(like))
    glyphs.set(character.codePointAt(0) ?? 0, glyphs.get(other.codePointAt(0) ?? 0) ?? 0);
  const groups = [...glyphs].sort(([a], [b]) => a - b);
  const made = Buffer.alloc(12 + 16 + 12 * groups.length);
  made.writeUInt16BE(1, 2);
  made.writeUInt16BE(3, 4);
  made.writeUInt16BE(10, 6);
  made.writeUInt32BE(12, 8);
  made.writeUInt16BE(12, 12);
  made.writeUInt32BE(16 + 12 * groups.length, 16);
  made.writeUInt32BE(groups.length, 24);
  for (const [index, [code, glyph]] of groups.entries())
    [code, code, glyph].forEach((value, field) => {
      made.writeUInt32BE(value, 28 + 12 * index + 4 * field);
    });
  return made;
}

/** Glyph of each character by the first subtable of format 4. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  const offsets = Array.from({ length: count }, (_, index) => cmap.readUInt32BE(8 + 8 * index));
  const from = offsets.find((at) => cmap.readUInt16BE(at) === 4);
  if (from === undefined) throw new Error("no subtable of format 4");
  const twice = cmap.readUInt16BE(from + 6);
  const field = (index: number, part: number): number => from + 14 + part * twice + (part > 0 ? 2 : 0) + 2 * index;
  for (let index = 0; index < twice / 2; index++) {
    const [end, start] = [cmap.readUInt16BE(field(index, 0)), cmap.readUInt16BE(field(index, 1))];
    const [delta, range] = [cmap.readUInt16BE(field(index, 2)), cmap.readUInt16BE(field(index, 3))];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const own = range === 0 ? code : cmap.readUInt16BE(field(index, 3) + range + 2 * (code - start));
      if (own !== 0) glyphs.set(code, (own + delta) & 0xffff);
    }
  }
  return glyphs;
}
