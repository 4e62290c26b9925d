import { partXml } from "./part-xml.ts";

/** What parts footnotes from the text: a line of «Обычный» with a rule, here and where a note goes on from the page before. */
const SEPARATORS = ["separator", "continuationSeparator"] as const;

/** The part of the footnotes by their texts, numbered from 1. @see ISO/IEC 29500-1, 17.11.15 */
export function footnotesXml(notes: readonly string[]): string {
  const rules = SEPARATORS.map((type, index) => {
    const single = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';
    return `<w:footnote w:type="${type}" w:id="${index - 1}"><w:p><w:pPr>${single}</w:pPr><w:r><w:${type}/></w:r></w:p></w:footnote>`;
  });
  const texts = notes.map((text, index) => `<w:footnote w:id="${index + 1}">${text}</w:footnote>`);
  return partXml("w:footnotes", [...rules, ...texts].join(""));
}

/** What the settings say of the rules over footnotes. @see ISO/IEC 29500-1, 17.11.9 */
export const FOOTNOTE_SETTINGS = `<w:footnotePr>${SEPARATORS.map((_, index) => `<w:footnote w:id="${index - 1}"/>`).join("")}</w:footnotePr>`;
