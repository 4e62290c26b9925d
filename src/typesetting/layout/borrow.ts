import {
  type BorrowedLook,
  type Flow,
  type FlowParagraph,
  type FlowRun,
  mapParagraphs,
  type Profile,
  styleOf,
} from "../flow/index.ts";
import { type Face, type Fallback, type Fonts, faceOf } from "../fonts/index.ts";

/** The flow with what its family lacks set in the other one, where that has it; the same flow without another family. */
export function borrowed(flow: Flow, fonts: Fonts): Flow {
  const { fallback } = fonts;
  if (fallback === null) return flow;
  const { profile } = flow;
  const own = (paragraph: FlowParagraph): FlowParagraph => inParagraph(paragraph, { fonts, fallback, profile });
  const sections = flow.sections.map((section) => ({
    ...section,
    running: section.running && own(section.running),
    blocks: section.blocks.map((block) => mapParagraphs(block, own)),
  }));
  return { ...flow, sections };
}

type Means = { readonly fonts: Fonts; readonly fallback: Fallback; readonly profile: Profile };

function inParagraph(paragraph: FlowParagraph, means: Means): FlowParagraph {
  const { fonts, fallback, profile } = means;
  const style = styleOf(paragraph, profile);
  const runs = paragraph.runs.flatMap((run): readonly FlowRun[] => {
    if (run.type === "note" && run.note !== undefined) return [{ ...run, note: inParagraph(run.note, means) }];
    if (run.type !== "text" || run.sequence !== undefined) return [run];
    const [bold, italic] = [style.bold || run.bold, style.italic || run.italic];
    const face = faceOf(fonts, bold, italic);
    const other = fallback.face(bold, italic);
    const parts = partsOf(run.text, face, other);
    if (!parts.some(({ isBorrowed }) => isBorrowed)) return [run];
    const look = lookOf(other, { family: fallback.family, sizePt: Math.floor(style.sizePt * fallback.share * 2) / 2 });
    return parts.map(({ text, isBorrowed }) => ({ ...run, text, ...(isBorrowed && { borrowed: look }) }));
  });
  return { ...paragraph, runs };
}

function lookOf({ name }: Face, given: Pick<BorrowedLook, "family" | "sizePt">): BorrowedLook {
  return { ...given, bold: /bold/i.test(name), italic: /italic/i.test(name) };
}

type Part = { readonly text: string; readonly isBorrowed: boolean };

/** A letter with the marks over it is of one family. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

function partsOf(text: string, face: Face, other: Face): Part[] {
  const parts: Part[] = [];
  for (const [letter] of text.matchAll(LETTERS)) {
    const isBorrowed = !hasAll(face, letter) && hasAll(other, letter);
    const last = parts.at(-1);
    if (last?.isBorrowed === isBorrowed) parts[parts.length - 1] = { text: last.text + letter, isBorrowed };
    else parts.push({ text: letter, isBorrowed });
  }
  return parts;
}

function hasAll(face: Face, letter: string): boolean {
  return [...letter].every((character) => face.has(character.codePointAt(0) ?? 0));
}
