import { type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";
import { type Handlers, handle } from "../../../paperwork/document/index.ts";
import { type Flow, type FlowBlock, type FlowLabel, type FlowParagraph, tableParagraphs } from "../../flow/index.ts";

const LEVELS = 9;

/** The lists of a flow with their formats, in order of first use. */
export function listsOf(flow: Flow): Map<string, FlowLabel["format"]> {
  const lists = new Map<string, FlowLabel["format"]>();
  for (const section of flow.sections) {
    for (const { list, format } of section.blocks.flatMap((block) => handle(LABELS, block))) lists.set(list, format);
  }
  return lists;
}

/** Native lists: one a sequence of the flow, each starting at 1, the number parted by one space. */
export function documentNumbering(lists: ReadonlyMap<string, FlowLabel["format"]>): INumberingOptions {
  const levels = (format: FlowLabel["format"]): ILevelsOptions[] =>
    Array.from({ length: LEVELS }, (_, level) => levelOf(format, level));
  return { config: [...lists].map(([reference, format]) => ({ reference, levels: levels(format) })) };
}

const LABELS: Handlers<FlowBlock, FlowLabel[]> = {
  paragraph: labelOf,
  table: (table) => tableParagraphs(table).flatMap(labelOf),
  chart: () => [],
  "page-break": () => [],
};

function labelOf({ label }: FlowParagraph): FlowLabel[] {
  return label === null ? [] : [label];
}

function levelOf(format: FlowLabel["format"], level: number): ILevelsOptions {
  const common = { level, suffix: LevelSuffix.SPACE, start: 1 };
  const numbers = Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`);
  const formats = {
    decimal: { ...common, format: LevelFormat.DECIMAL, text: `${numbers.join(".")}.` },
    paren: { ...common, format: LevelFormat.DECIMAL, text: `%${level + 1})` },
    dash: { ...common, format: LevelFormat.BULLET, text: "–" },
  };
  return formats[format];
}
