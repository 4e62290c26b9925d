import { mmToTwips, ptToTwips } from "../../../base/units/index.ts";
import type { ParagraphStyle } from "../../../paperwork/schemas/index.ts";
import type { FlowParagraph } from "../../flow/index.ts";

const NEAR_PT = 0.1;

/** Tabs, indents and alignment of a paragraph beside its style's: of one with room at its sides, and of one with lines to fill in, which end at tabs. */
export function placeXml(
  { sides, stops }: FlowParagraph,
  style: ParagraphStyle,
): { readonly tabs: string; readonly indent: string; readonly align: string } {
  if (sides === undefined && stops === undefined) return { tabs: "", indent: "", align: "" };
  // What a line to fill in stands in begins at the left: a processor measures tabs from there.
  const moved = stops !== undefined && style.align !== "justify" && style.align !== "left";
  const left = moved ? ptToTwips(stops.startPt) : mmToTwips(style.leftMm + (sides?.leftMm ?? 0));
  const right = sides === undefined ? "" : ` w:right="${mmToTwips(style.rightMm + sides.rightMm)}"`;
  return {
    tabs:
      stops === undefined ? "" : `<w:tabs>${stops.endsPt.map((end) => tabXml(end, stops.edgePt)).join("")}</w:tabs>`,
    indent: sides === undefined && !moved ? "" : `<w:ind w:left="${left}"${right}${moved ? ' w:firstLine="0"' : ""}/>`,
    align: stops === undefined || style.align === "left" ? "" : '<w:jc w:val="left"/>',
  };
}

/** A line up to the right edge holds to it, whatever is typed before it. */
function tabXml(end: number, edge: number): string {
  return `<w:tab w:val="${end > edge - NEAR_PT ? "right" : "left"}" w:pos="${ptToTwips(end)}"/>`;
}
