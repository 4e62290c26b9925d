import { type Fonts, loadFonts } from "../../src/typesetting/fonts/index.ts";
import { smallProfile } from "./small-flow.ts";

/** A family every character of which is one point wide in a style of ten points: lines are counted in characters. */
export const evenFonts: Fonts = (() => {
  const own = loadFonts();
  const even = (name: "regular" | "bold" | "italic" | "boldItalic") => ({
    ...own[name],
    widthOf: (text: string): number => 100 * text.replace(/[\u00ad\u200b\u2060]/g, "").length,
  });
  return {
    family: null,
    panose: null,
    fallback: null,
    digest: "even",
    regular: even("regular"),
    bold: even("bold"),
    italic: even("italic"),
    boldItalic: even("boldItalic"),
  };
})();

/** A style of ten points without indents. */
export const evenStyle = {
  ...smallProfile().styles.text,
  align: "left" as const,
  sizePt: 10,
  firstLineMm: 0,
  leftMm: 0,
  rightMm: 0,
};
