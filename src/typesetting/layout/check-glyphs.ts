import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { codeOf } from "../../base/text/index.ts";
import { type Handlers, handle } from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import { type Flow, type FlowBlock, type FlowParagraph, tableParagraphs } from "../flow/index.ts";
import { FACE_TITLES, type Face, type Fonts, faceOf, isBorrowed } from "../fonts/index.ts";
import { FINDINGS } from "./findings.ts";

/** Every character must have a glyph: a box in a signed paper is worse than a stopped build. Code TRC5001, once a character. */
export function checkGlyphs(flow: Flow, fonts: Fonts): Diagnostic[] {
  const missing = new Map<number, { readonly face: Face; readonly words: string }>();
  for (const { style, bold, italic, words } of textsOf(flow)) {
    const own = style === undefined ? undefined : flow.profile.styles[style];
    const face = faceOf(fonts, own?.bold === true || bold, own?.italic === true || italic);
    for (let at = 0; at < words.length; at++) {
      const code = words.codePointAt(at) as number;
      if (code > 0xffff) at++;
      if (face.has(code) || missing.has(code) || (style === undefined && isBorrowed(fonts, face, code))) continue;
      missing.set(code, { face, words });
    }
  }
  return [...missing].map(([codePoint, { face, words }]) => {
    const character = String.fromCodePoint(codePoint);
    const code = codeOf(character);
    const of = fonts.family === null ? NAMELESS : named(fonts.family, face);
    return raise(FINDINGS.TRC5001, {
      message: text(
        `В шрифте ${of.ru} нет знака «${character}» (${code})`,
        `The font ${of.en} has no character "${character}" (${code})`,
      ),
      hints: [
        text(
          `Замените знак в записи или в шаблоне. Он стоит в тексте: «${words.slice(0, 60)}»`,
          `Put another one in the record or the template. It stands in the text: "${words.slice(0, 60)}"`,
        ),
        text(
          "Или назовите в settings.yaml, fallbackFont, гарнитуру, в которой он есть",
          "Or name a family that has it in settings.yaml, fallbackFont",
        ),
      ],
      actual: character,
    });
  });
}

const NAMELESS = text("документа", "of the document");

function named(family: string, { name }: Face): Text {
  const { ru, en } = FACE_TITLES[name];
  return text(`«${family}» (начертание: ${ru})`, `"${family}" (${en})`);
}

/** Words of one look; without a style they are of a chart. */
type Words = { readonly style?: StyleName; readonly bold: boolean; readonly italic: boolean; readonly words: string };

function textsOf({ sections }: Flow): Words[] {
  return sections.flatMap(({ running, blocks }) => [
    ...(running === null ? [] : paragraphTexts(running)),
    ...blocks.flatMap((block) => handle(TEXTS, block)),
  ]);
}

const PLAIN = { bold: false, italic: false };

const TEXTS: Handlers<FlowBlock, Words[]> = {
  paragraph: paragraphTexts,
  table: (table) => tableParagraphs(table).flatMap(paragraphTexts),
  chart: ({ shapes }) => shapes.flatMap((shape) => (shape.type === "text" ? { ...PLAIN, words: shape.text } : [])),
  "page-break": () => [],
};

function paragraphTexts({ style, label, runs }: FlowParagraph): Words[] {
  const inRuns = runs.flatMap((run): Words[] => {
    if (run.type === "break" || run.type === "blank" || (run.type === "text" && run.borrowed !== undefined)) return [];
    if (run.type === "note")
      return [{ ...PLAIN, style, words: run.text }, ...(run.note ? paragraphTexts(run.note) : [])];
    return [{ style, bold: run.bold, italic: run.italic, words: run.text }];
  });
  return label === null ? inRuns : [{ ...PLAIN, style, words: label.text }, ...inRuns];
}
