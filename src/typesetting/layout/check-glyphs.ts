import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import type { Flow, FlowBlock, FlowParagraph } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { FINDINGS } from "./findings.ts";

/** Every character must have a glyph: a box in a signed paper is worse than a stopped build. Code TRC5001, once a character. */
export function checkGlyphs(flow: Flow, fonts: Fonts): Diagnostic[] {
  const missing = new Map<string, string>();
  for (const words of textsOf(flow))
    for (const character of words)
      if (!fonts.regular.has(character.codePointAt(0) ?? 0) && !missing.has(character)) missing.set(character, words);
  return [...missing].map(([character, words]) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return raise(FINDINGS.TRC5001, {
      severity: "error" as const,
      message: text(
        `В шрифте документа нет знака «${character}» (U+${code})`,
        `The font has no character "${character}" (U+${code})`,
      ),
      hints: [
        text(
          `Замените знак в записи или в шаблоне. Он стоит в тексте: «${words.slice(0, 60)}»`,
          `Put another one in the record or the template. It stands in the text: "${words.slice(0, 60)}"`,
        ),
      ],
      actual: character,
    });
  });
}

function* textsOf(flow: Flow): Generator<string> {
  for (const section of flow.sections) {
    if (section.running !== null) yield* paragraphTexts(section.running);
    for (const block of section.blocks) yield* blockTexts(block);
  }
}

function* blockTexts(block: FlowBlock): Generator<string> {
  if (block.type === "paragraph") yield* paragraphTexts(block);
  else if (block.type === "table") {
    for (const row of block.rows)
      for (const cell of row.cells) for (const paragraph of cell.paragraphs) yield* paragraphTexts(paragraph);
  } else if (block.type === "chart") {
    for (const shape of block.shapes) if (shape.type === "text") yield shape.text;
  }
}

function* paragraphTexts(paragraph: FlowParagraph): Generator<string> {
  if (paragraph.label !== null) yield paragraph.label.text;
  for (const run of paragraph.runs) if (run.type === "text" || run.type === "reference") yield run.text;
}
