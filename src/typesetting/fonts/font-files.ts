import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../../base/text/index.ts";

const FILES = {
  regular: "400Regular/Tinos_400Regular.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  italic: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  boldItalic: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;

/** One of the four faces of the family. */
export type FaceName = keyof typeof FILES;
/** The four faces of the family. */
export const FACE_NAMES = Object.keys(FILES) as readonly FaceName[];

/** Where the fonts of a project lie inside its content folder, whatever the letters of their endings; licences and notes beside them are let be. */
const OWN_FONT = /^fonts\/.*\.(ttf|otf|ttc|otc|woff2?)$/i;
/** How large a font file may be. */
export const MAX_FONT_BYTES = 16 * 1024 * 1024;

/** Whether a file of a content folder is a font. @param inside path inside the folder */
export function isFontFile(inside: string): boolean {
  return OWN_FONT.test(inside);
}

/** Name of the face for what is bold, slanted, both or neither. */
export function faceNameOf(bold: boolean, italic: boolean): FaceName {
  return bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "regular";
}

/** Where the file of a face lies: beside the compiled program, or in the package it comes from. */
export function fontFile(name: FaceName): string {
  const compiled = fileURLToPath(new URL(`fonts/${basename(FILES[name])}`, import.meta.url));
  if (existsSync(compiled)) return compiled;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[name]}`);
}

/** Digest (SHA-256, hex) of each font file by its name: the fonts are an input of every PDF. */
export function fontDigests(): { readonly name: string; readonly sha256: string }[] {
  return FACE_NAMES.map(fontFile)
    .map((file) => ({ name: basename(file), sha256: sha256(readFileSync(file)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
