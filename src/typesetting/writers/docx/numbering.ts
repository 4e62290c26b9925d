import { type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";
import type { Flow, FlowBlock, FlowLabel } from "../../flow/index.ts";

const LEVELS = 9;

/** The lists of a flow with their formats, in order of first use. */
export function listsOf(flow: Flow): Map<string, FlowLabel["format"]> {
  const lists = new Map<string, FlowLabel["format"]>();
  for (const section of flow.sections) {
    for (const block of section.blocks) for (const label of labelsOf(block)) lists.set(label.list, label.format);
  }
  return lists;
}

/** Native lists: one a sequence of the flow, each starting at 1, the number parted by one space. */
export function documentNumbering(lists: ReadonlyMap<string, FlowLabel["format"]>): INumberingOptions {
  const levels = (format: FlowLabel["format"]): ILevelsOptions[] =>
    Array.from({ length: LEVELS }, (_, level) => levelOf(format, level));
  return { config: [...lists].map(([reference, format]) => ({ reference, levels: levels(format) })) };
}

function labelsOf(block: FlowBlock): FlowLabel[] {
  if (block.type === "paragraph") return block.label === null ? [] : [block.label];
  if (block.type !== "table") return [];
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => labelsOf(paragraph))),
  );
}

function levelOf(format: FlowLabel["format"], level: number): ILevelsOptions {
  const common = { level, suffix: LevelSuffix.SPACE, start: 1 };
  switch (format) {
    case "decimal":
      return {
        ...common,
        format: LevelFormat.DECIMAL,
        text: `${Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`).join(".")}.`,
      };
    case "paren":
      return { ...common, format: LevelFormat.DECIMAL, text: `%${level + 1})` };
    case "dash":
      return { ...common, format: LevelFormat.BULLET, text: "–" };
  }
}
