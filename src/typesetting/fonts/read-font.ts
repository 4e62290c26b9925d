import { type Text, text } from "../../base/diagnostics/index.ts";
import { type FaceName, faceNameOf } from "./font-files.ts";
import { familyNames } from "./font-names.ts";

/** What a font file says of itself, as far as it decides whether and how it is used. */
export type FontFacts = {
  /** Its family as word processors list it, in every language the file has; the first is the one to write. @see OpenType, `name`, id 1 */
  readonly families: readonly string[];
  readonly face: FaceName;
  /** What its licence lets embed. @see OpenType, `OS/2`, fsType */
  readonly embedding: "any" | "printing" | "none" | "whole" | "bitmaps";
  /** Ascent, descent and gap of a line in ems, as Word takes them. */
  readonly line: LineMeasures;
  /** The same as programs take them that read `hhea` first. */
  readonly otherLine: LineMeasures;
  /** Classification of the letters, ten bytes. @see OpenType, `OS/2`, panose */
  readonly panose: readonly number[];
};

/** Ascent, descent and gap in ems. */
export type LineMeasures = { readonly ascent: number; readonly descent: number; readonly gap: number };

/** What is wrong with a file, and the way out. */
export type FontFault = { readonly message: Text; readonly hint: Text };

type Table = { readonly offset: number; readonly length: number; readonly sum: number };

/** Tables that we or the readers of a PDF need. */
const NEEDED = ["head", "hhea", "maxp", "hmtx", "cmap", "name", "OS/2", "post"];
/** Tables whose damage would show in a document. */
const COMPARED = [...NEEDED.filter((tag) => tag !== "head"), "glyf", "loca", "CFF "];

/**
 * Reads a font file of one face with outlines of TrueType (`glyf`) or PostScript (`CFF `), or says why it cannot be used: it is no font, is cut
 * short, damaged, a collection, compressed for the web, variable, coloured. Never throws, whatever the bytes.
 *
 * @see ISO/IEC 14496-22, clause 4
 */
export function readFont(bytes: Uint8Array): FontFacts | FontFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes.length < 12 ? "" : tagAt(view, 0);
  const refused = REFUSED_KINDS[kind];
  if (refused !== undefined) return refused;
  if (kind !== "\0\u0001\0\0" && kind !== "OTTO" && kind !== "true") return NO_FONT;
  const tables = new Map<string, Table>();
  const count = view.getUint16(4);
  if (12 + count * 16 > bytes.length) return CUT_SHORT;
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const table = { sum: view.getUint32(at + 4), offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (table.offset + table.length > bytes.length) return CUT_SHORT;
    tables.set(tagAt(view, at), table);
  }
  for (const [tag, fault] of REFUSED_TABLES) if (tables.has(tag)) return fault;
  const outlines = tables.has("CFF ") ? [] : ["glyf", "loca"];
  const missing = [...NEEDED, ...outlines].find((tag) => (tables.get(tag)?.length ?? 0) < (LEAST[tag] ?? 1));
  if (missing !== undefined) return damaged(missing);
  const changed = COMPARED.find((tag) => tables.has(tag) && !isWhole(view, tables.get(tag) as Table));
  return changed === undefined ? factsOf(view, (tag) => tables.get(tag) as Table) : damaged(changed);
}

/** Least length of the tables whose fields are read by their place. */
const LEAST: { readonly [tag: string]: number } = { head: 54, hhea: 36, "OS/2": 78, name: 6, maxp: 6, post: 32 };

function factsOf(view: DataView, table: (tag: string) => Table): FontFacts | FontFault {
  const os2 = table("OS/2").offset;
  const head = table("head").offset;
  const em = view.getUint16(head + 18);
  const families = familyNames(view, table("name"));
  if (em === 0) return damaged("head");
  if (families.length === 0) return damaged("name");
  const selection = view.getUint16(os2 + 62);
  const style = view.getUint16(head + 44);
  const bold = (selection & 0x20) !== 0 || (style & 1) !== 0;
  const italic = (selection & 1) !== 0 || (style & 2) !== 0;
  return {
    families,
    face: faceNameOf(bold, italic),
    embedding: embeddingOf(view.getUint16(os2 + 8)),
    ...linesOf(view, { hhea: table("hhea").offset, os2, em }),
    panose: Array.from({ length: 10 }, (_, index) => view.getUint8(os2 + 32 + index)),
  };
}

/** Of several bits the least strict counts, as the standard says of old fonts. @see ISO/IEC 14496-22, 5.2.8 (OS/2), fsType */
function embeddingOf(bits: number): FontFacts["embedding"] {
  if ((bits & 0x000e) === 0x0002) return "none";
  if ((bits & 0x0200) !== 0) return "bitmaps";
  if ((bits & 0x0100) !== 0) return "whole";
  return (bits & 0x000c) === 0x0004 ? "printing" : "any";
}

/**
 * Word takes the measures of `OS/2`: the typographic ones where the font asks for it, else those of Windows with what the gap of `hhea` adds
 * to them. Others (LibreOffice, macOS) take those of `hhea` in the second case.
 */
function linesOf(
  view: DataView,
  { hhea, os2, em }: { readonly hhea: number; readonly os2: number; readonly em: number },
): Pick<FontFacts, "line" | "otherLine"> {
  const measures = (ascent: number, descent: number, gap: number): LineMeasures => ({
    ascent: ascent / em,
    descent: descent / em,
    gap: Math.max(0, gap) / em,
  });
  const at = (offset: number): number => view.getInt16(offset);
  if ((view.getUint16(os2 + 62) & 0x80) !== 0) {
    const line = measures(at(os2 + 68), -at(os2 + 70), at(os2 + 72));
    return { line, otherLine: line };
  }
  const [ascent, descent, gap] = [at(hhea + 4), -at(hhea + 6), at(hhea + 8)];
  const [up, down] = [view.getUint16(os2 + 74), view.getUint16(os2 + 76)];
  return {
    line: measures(up, down, gap - (up + down - (ascent + descent))),
    otherLine: measures(ascent, descent, gap),
  };
}

/** @see ISO/IEC 14496-22, 4.3 (calculating checksums) */
function isWhole(view: DataView, { offset, length, sum }: Table): boolean {
  let total = 0;
  const words = offset + (length & ~3);
  for (let at = offset; at < words; at += 4) total = (total + view.getUint32(at)) >>> 0;
  let rest = 0;
  for (let index = 0; index < (length & 3); index++) rest += view.getUint8(words + index) * 2 ** (24 - 8 * index);
  return (total + rest) >>> 0 === sum;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

const NO_FONT: FontFault = {
  message: text("это не шрифт TrueType или OpenType", "it is no TrueType or OpenType font"),
  hint: text(
    "Положите сюда файл .ttf или .otf, а этот уберите",
    "Put a .ttf or .otf file here, and take this one away",
  ),
};
const CUT_SHORT: FontFault = {
  message: text("файл обрывается раньше, чем кончается шрифт", "the file ends before the font does"),
  hint: text("Скопируйте файл заново целиком", "Copy the whole file anew"),
};

/** A file larger than any font of text. */
export const TOO_LARGE: FontFault = {
  message: text("файл больше 16 МиБ", "the file is larger than 16 MiB"),
  hint: text("Возьмите шрифт без лишних письменностей", "Take a font without scripts that nobody needs"),
};
/** Its tables are whole and hold what cannot be read. */
export const UNREADABLE: FontFault = {
  message: text("очертания букв не читаются", "the outlines of its letters cannot be read"),
  hint: text("Скопируйте файл заново из источника", "Copy the file anew from where it comes"),
};

function damaged(table: string): FontFault {
  return {
    message: text(
      `повреждена или отсутствует таблица «${table.trim()}»`,
      `its table "${table.trim()}" is damaged or missing`,
    ),
    hint: text("Скопируйте файл заново из источника", "Copy the file anew from where it comes"),
  };
}

const COLLECTION: FontFault = {
  message: text("это коллекция шрифтов (.ttc)", "it is a collection of fonts (.ttc)"),
  hint: text("Нужны отдельные файлы начертаний: .ttf или .otf", "A file for each style is needed: .ttf or .otf"),
};
const OF_WEB: FontFault = {
  message: text("это шрифт для сайтов (WOFF)", "it is a font for web sites (WOFF)"),
  hint: text(
    "Возьмите ту же гарнитуру для настольных программ: .ttf или .otf",
    "Take the same family for desktop programs: .ttf or .otf",
  ),
};
const REFUSED_KINDS: { readonly [kind: string]: FontFault } = { ttcf: COLLECTION, wOFF: OF_WEB, wOF2: OF_WEB };

const STATIC = text(
  "Возьмите обычные файлы начертаний той же гарнитуры (static)",
  "Take the ordinary (static) files of the same family",
);
const COLOURED: FontFault = {
  message: text("это цветной шрифт, в PDF/A его вложить нельзя", "it is a colour font, which PDF/A cannot embed"),
  hint: text("Возьмите одноцветный шрифт", "Take a font of one colour"),
};
const VARIABLE: FontFault = {
  message: text("это вариативный шрифт, вложить его нельзя", "it is a variable font, which cannot be embedded"),
  hint: STATIC,
};
const REFUSED_TABLES: readonly (readonly [tag: string, fault: FontFault])[] = [
  ["fvar", VARIABLE],
  [
    "CFF2",
    { message: text("очертания CFF2 вложить нельзя", "outlines of the format CFF2 cannot be embedded"), hint: STATIC },
  ],
  ...["COLR", "SVG ", "CBDT", "sbix"].map((tag) => [tag, COLOURED] as const),
];
