/**
 * The font families of documents: Tinos, metric-compatible with Times New Roman, and those of a project. Widths and outlines by character map,
 * without kerning, as word processors set text by default. Reads the program's font files once a process.
 */
export { chooseFonts, type FontFile, type FontWish } from "./choose-fonts.ts";
export { FACE_TITLES } from "./findings.ts";
export { fontDigests, isFontFile, MAX_FONT_BYTES } from "./font-files.ts";
export { type Face, type Fallback, type Fonts, faceOf, isIgnorable, loadFonts, measureIn } from "./load-fonts.ts";
export { glyphsOf, isBorrowed } from "./text-glyphs.ts";
