import { readFileSync } from "node:fs";
import {
  type Diagnostic,
  hasErrors,
  meantOrKnown,
  type Outcome,
  type Place,
  raise,
  startOf,
} from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import { FACE_NAMES, type FaceName, faceNameOf, fontFile, MAX_FONT_BYTES } from "./font-files.ts";
import { type Face, type Fallback, type Fonts, fontsOf, loadFonts, openFace } from "./load-fonts.ts";
import { type FontFacts, type FontFault, type LineMeasures, readFont, TOO_LARGE, UNREADABLE } from "./read-font.ts";

/** A font file of a project. `digest` names its bytes. */
export type FontFile = { readonly path: string; readonly bytes: Uint8Array; readonly digest: string };

/** Families that settings ask for, and where; null: none. */
export type FontWish = {
  readonly font: string | null;
  readonly fallbackFont: string | null;
  readonly placeOf: (setting: keyof Omit<FontWish, "placeOf">) => Place;
};

/** Families with the widths of the one that comes with the program: it stands for them. */
const WITH_PROGRAM: readonly string[] = FILE_SCHEMAS.profile.$defs.measures.properties.font.enum;

/**
 * The family that settings ask for out of the font files of a project, or of those that come with the program, with another one for what it
 * lacks. Codes TRC5010–TRC5016.
 */
export function chooseFonts(files: readonly FontFile[], wish: FontWish): Outcome<Fonts> {
  const diagnostics: Diagnostic[] = [];
  const known: KnownFont[] = [];
  for (const file of files) {
    const facts = factsOf(file);
    if ("families" in facts) known.push({ file, facts });
    else diagnostics.push(unusable(file, facts));
  }
  const own = familyOf("font", known, wish, diagnostics);
  const other = familyOf("fallbackFont", known, wish, diagnostics);
  const used = new Set([own, other].flatMap((family) => [...(family?.faces.values() ?? [])]));
  for (const one of known)
    if (!used.has(one) && !isNamed(one, wish))
      diagnostics.push(
        raise(FINDINGS.TRC5014, { of: [one.file.path, one.facts.families], place: startOf(one.file.path) }),
      );
  if (hasErrors(diagnostics)) return { diagnostics };
  try {
    return { value: fontsFrom(own, other), diagnostics };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { diagnostics: [...diagnostics, unusable(error.file, UNREADABLE)] };
  }
}

function unusable({ path }: FontFile, { message, hint }: FontFault): Diagnostic {
  return raise(FINDINGS.TRC5010, { of: [path, message], hints: hint, place: startOf(path) });
}

type KnownFont = { readonly file: FontFile; readonly facts: FontFacts };

/** A family as it is asked for: faces of the project; none: it comes with the program. */
type Family = { readonly name: string; readonly faces: ReadonlyMap<FaceName, KnownFont> };

function isNamed({ facts }: KnownFont, { font, fallbackFont }: FontWish): boolean {
  return facts.families.some((name) => name === font || name === fallbackFont);
}

/** The family of a setting; null where nothing is asked for, or what is asked for is not there. */
function familyOf(
  setting: "font" | "fallbackFont",
  known: readonly KnownFont[],
  wish: FontWish,
  diagnostics: Diagnostic[],
): Family | null {
  const name = wish[setting]?.normalize("NFC") ?? null;
  if (name === null) return null;
  const fonts = known.filter(({ facts }) => facts.families.includes(name));
  const place = wish.placeOf(setting);
  if (fonts.length === 0) {
    if (WITH_PROGRAM.includes(name)) return { name, faces: new Map() };
    const names = [...new Set([...known.flatMap(({ facts }) => facts.families), ...WITH_PROGRAM])];
    diagnostics.push(raise(FINDINGS.TRC5012, { of: [name], hints: meantOrKnown(name, names), place }));
    return null;
  }
  const faces = new Map<FaceName, KnownFont>();
  for (const font of fonts) {
    const first = faces.get(font.facts.face);
    const at = startOf(font.file.path);
    if (first === undefined) faces.set(font.facts.face, font);
    else
      diagnostics.push(raise(FINDINGS.TRC5013, { of: [first.file.path, font.file.path, font.facts.face], place: at }));
    if (font.facts.embedding !== "any" && font.facts.embedding !== "printing")
      diagnostics.push(raise(FINDINGS.TRC5011, { of: [font.file.path, font.facts.embedding], place: at }));
  }
  const needed = setting === "font" ? FACE_NAMES : (["regular"] as const);
  const missing = needed.filter((face) => !faces.has(face));
  if (missing.length > 0) diagnostics.push(raise(FINDINGS.TRC5015, { of: [name, missing], place }));
  const uneven = setting === "font" ? fonts.find(({ facts }) => isUneven(facts, fonts[0]?.facts.line)) : undefined;
  if (uneven !== undefined)
    diagnostics.push(raise(FINDINGS.TRC5016, { of: [uneven.file.path, name], place: startOf(uneven.file.path) }));
  return { name: fonts[0]?.facts.families[0] ?? name, faces };
}

/** Whether programs would make lines of different heights with it, or with it and the first style. */
function isUneven({ line, otherLine }: FontFacts, first: LineMeasures | undefined): boolean {
  const same = (one: LineMeasures, two: LineMeasures): boolean =>
    one.ascent + one.gap === two.ascent + two.gap && one.descent === two.descent;
  return !same(line, otherLine) || (first !== undefined && !same(line, first));
}

function fontsFrom(own: Family | null, other: Family | null): Fonts {
  if (own === null && other === null) return loadFonts();
  const digest = sha256(JSON.stringify([own, other].map((family) => family && digestOf(family))));
  const measures = own?.faces.get("regular")?.facts.line ?? loadFonts().regular;
  for (const font of other?.faces.values() ?? []) tryFace(() => opened(font.facts.face, font, null), font.file);
  const fallback = other === null ? null : fallbackFrom(other, measures);
  const open = (name: FaceName): Face => opened(name, own?.faces.get(name) ?? null, fallback);
  const panose = own?.faces.get("regular")?.facts.panose ?? null;
  const fonts = fontsOf(open, { family: own?.name ?? null, panose, fallback, digest });
  // A file whose tables are whole may still hold what nobody can read.
  for (const [name, { file }] of own?.faces ?? []) tryFace(() => fonts[name], file);
  return fonts;
}

function digestOf({ name, faces }: Family): unknown {
  return [name, FACE_NAMES.map((face) => faces.get(face)?.file.digest ?? null)];
}

function fallbackFrom({ name, faces }: Family, measures: LineMeasures): Fallback {
  const face = (bold: boolean, italic: boolean): Face => {
    const wanted = faceNameOf(bold, italic);
    const named = faces.size === 0 || faces.has(wanted) ? wanted : "regular";
    return opened(named, faces.get(named) ?? null, null);
  };
  const { ascent, descent, gap } = face(false, false);
  const share = Math.min(1, (measures.ascent + measures.gap) / (ascent + gap), measures.descent / descent);
  return { family: name, face, share };
}

const FACES = new Map<string, Face>();
const MOST_FACES = 64;

/** A face of the project, or without one that of the program, opened once a process. */
function opened(name: FaceName, font: KnownFont | null, fallback: Fallback | null): Face {
  if (font === null && fallback === null) return loadFonts()[name];
  const key = [name, font?.file.digest ?? "", fallback === null ? "" : fallback.face(false, false).key].join(" ");
  const face = FACES.get(key) ?? open(name, font, key, fallback);
  if (FACES.size >= MOST_FACES) FACES.clear();
  FACES.set(key, face);
  return face;
}

function open(name: FaceName, font: KnownFont | null, key: string, fallback: Fallback | null): Face {
  const other = fallback?.face(name === "bold" || name === "boldItalic", name === "italic" || name === "boldItalic");
  return openFace(name, {
    key,
    bytes: font?.file.bytes ?? readFileSync(fontFile(name)),
    ...(font !== null && { line: font.facts.line }),
    ...(other !== undefined && {
      otherWidth: (codePoint) =>
        other.has(codePoint) ? other.widthOf(String.fromCodePoint(codePoint)) * (fallback?.share ?? 1) : null,
    }),
  });
}

/** A file that passed every check and still cannot be read. */
class Unreadable extends Error {
  readonly file: FontFile;

  constructor(file: FontFile, cause: unknown) {
    super("", { cause });
    this.file = file;
  }
}

const TRIED = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789.,:;–«»()№";

function tryFace(open: () => Face, file: FontFile): void {
  try {
    const face = open();
    for (const character of TRIED) {
      const { advanceWidth, path } = face.glyphOf(character.codePointAt(0) ?? 0);
      if (!Number.isFinite(advanceWidth + path.commands.length)) throw new RangeError(character);
    }
  } catch (error) {
    throw new Unreadable(file, error);
  }
}

const FACTS = new Map<string, ReturnType<typeof readFont>>();

/** What a file says of itself, read once a process. */
function factsOf({ digest, bytes }: FontFile): ReturnType<typeof readFont> {
  const known = FACTS.get(digest) ?? (bytes.length > MAX_FONT_BYTES ? TOO_LARGE : readFont(bytes));
  if (FACTS.size >= MOST_FACES) FACTS.clear();
  FACTS.set(digest, known);
  return known;
}
