import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { DocumentMeta } from "../../document/index.ts";
import type { Flow, FlowSection } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { mmToTwips } from "../../units/index.ts";
import { type BlockContext, docxBlocks } from "./blocks.ts";
import { documentNumbering } from "./numbering.ts";
import { pack } from "./pack.ts";
import { documentStyles } from "./styles.ts";

/**
 * Writes a flow as native Word: named styles, native lists that restart, repeated table heads, rows that do not split, page numbers
 * from the second page of each section, ru-RU. The same flow gives the same bytes.
 */
export async function writeDocx(flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  const context: BlockContext = { profile: flow.profile, fonts, bookmarks: new Map() };
  const document = new Document({
    title: flow.meta.title,
    creator: flow.meta.author,
    styles: documentStyles(flow.profile, flow.meta.language),
    numbering: documentNumbering(flow),
    compatibility: { version: 15 },
    sections: flow.sections.map((section) => docxSection(section, context)),
  });
  return pack(document, coreProperties(flow.meta));
}

function docxSection(section: FlowSection, context: BlockContext): ISectionOptions {
  const { page } = section;
  const landscape = section.orientation === "landscape";
  const [short, long] = landscape ? [page.heightMm, page.widthMm] : [page.widthMm, page.heightMm];
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the sides of a landscape sheet itself.
        size: {
          width: mmToTwips(short),
          height: mmToTwips(long),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mmToTwips(page.topMm),
          right: mmToTwips(page.rightMm),
          bottom: mmToTwips(page.bottomMm),
          left: mmToTwips(page.leftMm),
          header: mmToTwips(page.headerMm),
          footer: mmToTwips(page.headerMm),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: "page-number",
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
      first: new Header({ children: [new Paragraph({ style: "page-number" })] }),
    },
    children: docxBlocks(section.blocks, context),
  };
}

/** Core properties with the document's own date in place of the present time. @see ISO/IEC 29500-2, clause 8 */
function coreProperties(meta: DocumentMeta): string {
  const time = `${meta.date ?? "1980-01-01"}T12:00:00Z`;
  const xml = (text: string): string =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(meta.title)}</dc:title><dc:creator>${xml(meta.author)}</dc:creator><dc:language>${meta.language}</dc:language>`,
    `<cp:lastModifiedBy>${xml(meta.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
}
