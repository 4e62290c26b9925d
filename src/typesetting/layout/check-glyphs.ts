import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type Handlers, handle } from "../../paperwork/document/index.ts";
import { type Flow, type FlowBlock, type FlowParagraph, tableParagraphs } from "../flow/index.ts";
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
      message: text(
        `В шрифте документа нет знака «${character}» (U+${code})`,
        `The font has no character "${character}" (U+${code})`,
      ),
      hints: text(
        `Замените знак в записи или в шаблоне. Он стоит в тексте: «${words.slice(0, 60)}»`,
        `Put another one in the record or the template. It stands in the text: "${words.slice(0, 60)}"`,
      ),
      actual: character,
    });
  });
}

function textsOf({ sections }: Flow): string[] {
  return sections.flatMap(({ running, blocks }) => [
    ...(running === null ? [] : paragraphTexts(running)),
    ...blocks.flatMap((block) => handle(TEXTS, block)),
  ]);
}

const TEXTS: Handlers<FlowBlock, string[]> = {
  paragraph: paragraphTexts,
  table: (table) => tableParagraphs(table).flatMap(paragraphTexts),
  chart: ({ shapes }) => shapes.flatMap((shape) => (shape.type === "text" ? shape.text : [])),
  "page-break": () => [],
};

function paragraphTexts({ label, runs }: FlowParagraph): string[] {
  const inRuns = runs.flatMap((run) =>
    run.type === "break" ? [] : run.type === "note" && run.note !== undefined ? paragraphTexts(run.note) : run.text,
  );
  return [label?.text ?? [], inRuns].flat();
}
