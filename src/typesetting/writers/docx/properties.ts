import { escapeXml } from "../../../base/text/index.ts";
import type { DocumentMeta } from "../../../paperwork/document/index.ts";
import { type Flow, type Profile, paragraphsIn } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { FOOTNOTE_SETTINGS } from "./footnotes.ts";
import { partXml } from "./part-xml.ts";

/** Core properties with the document's own date in place of the present time. @see ISO/IEC 29500-2, clause 8 */
export function coreProperties(meta: DocumentMeta): string {
  const time = `${meta.date ?? "1980-01-01"}T12:00:00Z`;
  const keyword = keywordOf(meta);
  return partXml(
    "cp:coreProperties",
    [
      `<dc:title>${escapeXml(meta.title)}</dc:title><dc:creator>${escapeXml(meta.author)}</dc:creator><dc:language>${meta.language}</dc:language>`,
      keyword === null ? "" : `<cp:keywords>${escapeXml(keyword)}</cp:keywords>`,
      `<cp:lastModifiedBy>${escapeXml(meta.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
      `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    ].join(""),
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  );
}

/** What a search of the disk is given: «приказ № 119-ОД», from a title that begins with the name of the kind. */
function keywordOf({ title, number }: DocumentMeta): string | null {
  if (number === null) return null;
  const [name = ""] = title.split(/\s+(?:от|№)\s/, 1);
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)} № ${number}`;
}

/** Extended properties: whose the document is, and how much it holds. @see ISO/IEC 29500-1, 22.2 */
export function extendedProperties({ meta, sections }: Flow): string {
  let [paragraphs, words, characters, withSpaces] = [0, 0, 0, 0];
  for (const { blocks } of sections)
    for (const { runs } of paragraphsIn(blocks)) {
      let [own, spaces] = [0, 0];
      let inWord = false;
      for (const run of runs) {
        // Spaces are looked for by the quickest way there is: most of what they stand between is long.
        const text = run.type === "break" ? " " : run.text.replace(OTHER_SPACE, " ");
        for (let from = 0, at = 0; at >= 0; from = at + 1) {
          at = text.indexOf(" ", from);
          if (!inWord && (at < 0 ? text.length : at) > from) words++;
          inWord = at < 0 && (inWord || text.length > from);
          if (at >= 0) spaces++;
        }
        own += text.length;
      }
      if (own === spaces) continue;
      paragraphs++;
      characters += own - spaces;
      withSpaces += own;
    }
  return partXml(
    "Properties",
    `<Template>Normal.dotm</Template><TotalTime>0</TotalTime><Words>${words}</Words><Application>trc</Application><DocSecurity>0</DocSecurity><Characters>${characters}</Characters><Paragraphs>${paragraphs}</Paragraphs><ScaleCrop>false</ScaleCrop><Company>${escapeXml(meta.author)}</Company><LinksUpToDate>false</LinksUpToDate><CharactersWithSpaces>${withSpaces}</CharactersWithSpaces><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>`,
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"',
  );
}

const OTHER_SPACE = /[^\S ]/g;

/** The families of the document for a machine that lacks them, by their classification; all have Cyrillic letters (character set 204). */
export function fontTable(family: string, { panose, fallback }: Fonts): string {
  const others = fallback === null || fallback.family === family ? [] : [fontXml(fallback.family, null)];
  return partXml("w:fonts", [fontXml(family, panose), ...others].join(""));
}

/** @see ISO/IEC 29500-1, 17.8.3; the order of the elements is prescribed */
function fontXml(name: string, panose: readonly number[] | null): string {
  const bytes = (panose ?? []).map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
  const classified = panose === null ? "" : `<w:panose1 w:val="${bytes}"/>`;
  // Of letters for text (2) those without serifs are numbered from 11, and 9 says that all are of one width.
  const [kind = 2, serifs = 0, , width = 0] = panose ?? [];
  const shape = kind === 2 && width === 9 ? "modern" : kind === 2 && serifs >= 11 ? "swiss" : "roman";
  return `<w:font w:name="${escapeXml(name)}">${classified}<w:charset w:val="CC"/><w:family w:val="${shape}"/><w:pitch w:val="${shape === "modern" ? "fixed" : "variable"}"/></w:font>`;
}

/** Settings of the document. @see ISO/IEC 29500-1, 17.15.1; the order of the elements is prescribed */
export function settings({ mirrorMargins }: Profile, language: string, noted: boolean): string {
  return partXml(
    "w:settings",
    [
      mirrorMargins ? "<w:mirrorMargins/>" : "",
      '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>',
      noted ? FOOTNOTE_SETTINGS : "",
      // A line that ends with a forced break is not stretched in justified text.
      '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
      `<w:themeFontLang w:val="${language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>`,
    ].join(""),
  );
}
