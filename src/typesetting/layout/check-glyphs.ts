import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { codeOf } from "../../base/text/index.ts";
import { type Handlers, handle } from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import type { Flow, FlowBlock, FlowParagraph } from "../flow/index.ts";
import { FACE_TITLES, type Face, type Fonts, faceOf, isBorrowed } from "../fonts/index.ts";
import { FINDINGS } from "./findings.ts";

/** Every character must have a glyph: a box in a signed paper is worse than a stopped build. Code TRC5001, once a character. */
export function checkGlyphs({ profile, sections }: Flow, fonts: Fonts): Diagnostic[] {
  const missing: Missing = new Map();
  const check: Check = (words, style, look = PLAIN) => {
    const own = style === undefined ? undefined : profile.styles[style];
    const face = faceOf(fonts, own?.bold === true || look.bold, own?.italic === true || look.italic);
    for (let at = 0; at < words.length; at++) {
      const code = words.codePointAt(at) as number;
      if (code > 0xffff) at++;
      if (face.has(code) || missing.has(code) || (style === undefined && isBorrowed(fonts, face, code))) continue;
      missing.set(code, { face, words });
    }
  };
  for (const { running, blocks } of sections) {
    if (running !== null) checkParagraph(running, check);
    for (const block of blocks) handle(CHECKS, block, check);
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
        fonts.fallback === null
          ? text(
              "Или назовите в settings.yaml, fallbackFont, гарнитуру, в которой он есть",
              "Or name a family that has it in settings.yaml, fallbackFont",
            )
          : text(
              `Или назовите в settings.yaml, fallbackFont, другую гарнитуру: в «${fonts.fallback.family}» его тоже нет`,
              `Or name another family in settings.yaml, fallbackFont: "${fonts.fallback.family}" lacks it, too`,
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

type Missing = Map<number, { readonly face: Face; readonly words: string }>;
type Look = { readonly bold: boolean; readonly italic: boolean };
/** Looks at words of one look; without a style they are of a chart. */
type Check = (words: string, style?: StyleName, look?: Look) => void;

const PLAIN: Look = { bold: false, italic: false };

const CHECKS: Handlers<FlowBlock, void, [Check]> = {
  paragraph: checkParagraph,
  table: ({ rows }, check) => {
    for (const { cells } of rows)
      for (const { paragraphs } of cells) for (const paragraph of paragraphs) checkParagraph(paragraph, check);
  },
  chart: ({ shapes }, check) => {
    for (const shape of shapes) if (shape.type === "text") check(shape.text);
  },
  "page-break": () => {},
};

function checkParagraph({ style, label, runs }: FlowParagraph, check: Check): void {
  if (label !== null) check(label.text, style);
  for (const run of runs) {
    if (run.type === "break" || run.type === "blank" || (run.type === "text" && run.borrowed !== undefined)) continue;
    if (run.type !== "note") check(run.text, style, run);
    else {
      check(run.text, style);
      if (run.note) checkParagraph(run.note, check);
    }
  }
}
