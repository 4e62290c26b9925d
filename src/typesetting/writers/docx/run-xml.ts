import { escapeXml } from "../../../base/text/index.ts";

/** Text and how it differs from its style. */
type Look = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly marked?: true };

/** A run of text. */
export function textXml({ text, bold, italic, marked }: Look): string {
  const properties = `${bold ? "<w:b/><w:bCs/>" : ""}${italic ? "<w:i/><w:iCs/>" : ""}${marked ? '<w:highlight w:val="yellow"/>' : ""}`;
  const look = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}${text.split(HYPHENS).map(partXml).join("")}</w:r>`;
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
