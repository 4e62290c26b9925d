/**
 * The font family of documents: Tinos, metric-compatible with Times New Roman. Widths and outlines by character map, without
 * kerning, as word processors set text by default. Reads the font files once a process; imports no room but base/text and base/units.
 */
export { fontDigests } from "./font-files.ts";
export { type Face, type Fonts, isIgnorable, loadFonts, measureIn } from "./load-fonts.ts";
