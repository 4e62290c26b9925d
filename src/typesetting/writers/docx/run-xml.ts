import { escapeXml } from "../../../base/text/index.ts";
import { ptToHalfPoints, ptToTwips } from "../../../base/units/index.ts";
import type { BorrowedLook } from "../../flow/index.ts";

/** Text and how it differs from its style. */
type Look = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly marked?: true;
  readonly borrowed?: BorrowedLook;
  readonly spacedPt?: number;
  readonly href?: string;
};

/** Style of the words of a link. */
export const LINK_STYLE = "Hyperlink";

/** A run of text, in a size of its own where it has one. */
export function textXml({ text, bold, italic, marked, borrowed, spacedPt, href }: Look, sizePt?: number): string {
  const own = `${bold ? "<w:b/><w:bCs/>" : ""}${italic ? "<w:i/><w:iCs/>" : ""}`;
  const spacing = spacedPt === undefined ? "" : `<w:spacing w:val="${ptToTwips(spacedPt)}"/>`;
  const ground = marked ? '<w:highlight w:val="yellow"/>' : "";
  const style = href === undefined ? "" : `<w:rStyle w:val="${LINK_STYLE}"/>`;
  const size = sizePt === undefined ? "" : sizeXml(sizePt);
  const properties = `${style}${borrowed === undefined ? own + spacing + size : borrowedXml(borrowed)}${ground}`;
  const look = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}${HYPHENS.test(text) ? text.split(HYPHENS).map(partXml).join("") : partXml(text)}</w:r>`;
}

/** Names a family for all scripts. @see ISO/IEC 29500-1, 17.3.2.26 */
export function familyXml(family: string): string {
  const name = escapeXml(family);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/** A size of letters, pt. @see ISO/IEC 29500-1, 17.3.2.38 */
export function sizeXml(sizePt: number): string {
  return `<w:sz w:val="${ptToHalfPoints(sizePt)}"/><w:szCs w:val="${ptToHalfPoints(sizePt)}"/>`;
}

/** All of the look is said: that of the paragraph may ask for a style which the other family lacks. */
function borrowedXml({ family, sizePt, bold, italic }: BorrowedLook): string {
  const flag = (element: string, on: boolean): string => `<w:${element} w:val="${Number(on)}"/>`;
  const style = flag("b", bold) + flag("bCs", bold) + flag("i", italic) + flag("iCs", italic);
  return familyXml(family) + style + sizeXml(sizePt);
}

/** Hyphens that Word has elements for: one that shows only where it ends a line, and one that never ends it. @see ISO/IEC 29500-1, 17.3.3.18, 17.3.3.29 */
const HYPHEN_XML = new Map([
  ["\u00ad", "<w:softHyphen/>"],
  ["\u2011", "<w:noBreakHyphen/>"],
]);
const HYPHENS = /([\u00ad\u2011])/;

function partXml(part: string): string {
  return HYPHEN_XML.get(part) ?? (part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`);
}

/** A field with the result that it has now; Word works it out anew when it updates fields. @see ISO/IEC 29500-1, 17.16.5 */
export function fieldXml(code: string, result: string): string {
  return fieldStart(code) + result + FIELD_END;
}

/** What stands before the result of a field. */
export function fieldStart(code: string): string {
  const instruction = `<w:r><w:instrText xml:space="preserve"> ${escapeXml(code)} </w:instrText></w:r>`;
  return fieldMark("begin") + instruction + fieldMark("separate");
}

function fieldMark(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

/** What stands behind the result of a field. */
export const FIELD_END = fieldMark("end");
