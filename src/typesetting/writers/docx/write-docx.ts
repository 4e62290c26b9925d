import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { escapeXml } from "../../../base/text/index.ts";
import { mmToPixels, mmToTwips } from "../../../base/units/index.ts";
import type { DocumentMeta } from "../../../paperwork/document/index.ts";
import type { Flow, FlowChart, FlowLabel, FlowSection, Profile } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { type BodyContext, bodyXml, isSequence } from "./body-xml.ts";
import { chartPicture } from "./chart-picture.ts";
import { documentNumbering, listsOf } from "./numbering.ts";
import { compileParts, pack } from "./pack.ts";
import { documentStyles, SPACER_STYLE } from "./styles.ts";

/**
 * Writes a flow as native Word: named styles, native lists that restart, repeated table heads, rows that do not split, page numbers
 * from the second page of each section, ru-RU. The same flow gives the same bytes.
 */
export async function writeDocx(flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  const lists = listsOf(flow);
  const parts = new Map(frameOf(flow, [...lists.values()], fonts));
  parts.set("docProps/core.xml", coreProperties(flow.meta));
  parts.set("word/document.xml", withBody(String(parts.get("word/document.xml")), flow, [...lists.keys()]));
  return pack(parts);
}

type Parts = ReadonlyMap<string, string | Uint8Array>;

/** Frames by profile: documents of one profile, with lists and sheets of the same kinds, differ in their bodies only. */
const frames = new WeakMap<Profile, Map<string, Parts>>();

function frameOf(flow: Flow, formats: readonly FlowLabel["format"][], fonts: Fonts): Parts {
  if (flow.sections.some((section) => section.code !== null || chartsOf(section).length > 0))
    return makeFrame(flow, formats, fonts);
  const known = frames.get(flow.profile) ?? new Map<string, Parts>();
  frames.set(flow.profile, known);
  const key = JSON.stringify([
    flow.meta.language,
    formats,
    flow.sections.map(({ orientation, running }) => [orientation, running]),
  ]);
  const frame = known.get(key) ?? makeFrame(flow, formats, fonts);
  known.set(key, frame);
  return frame;
}

function makeFrame(flow: Flow, formats: readonly FlowLabel["format"][], fonts: Fonts): Parts {
  const lists = new Map(formats.map((format, index) => [`list-${index}`, format]));
  const document = new Document({
    styles: documentStyles(flow.profile, flow.meta.language),
    numbering: documentNumbering(lists),
    compatibility: { version: 15 },
    sections: flow.sections.map((section, index) =>
      frameSection(
        section,
        { lists: index === 0 ? [...lists.keys()] : [], first: index === 0, profile: flow.profile },
        fonts,
      ),
    ),
  });
  const parts = compileParts(document);
  if (flow.profile.mirrorMargins) mirror(parts);
  numberFooterPictures(parts);
  return parts;
}

/** The library has no switch for it. @see ISO/IEC 29500-1, 17.15.1.57 */
function mirror(parts: Map<string, string | Uint8Array>): void {
  const settings = String(parts.get("word/settings.xml"));
  parts.set("word/settings.xml", settings.replace(/(<w:settings[^>]*>)/, "$1<w:mirrorMargins/>"));
}

/** The library numbers pictures over the life of the process; in a document their numbers only have to differ. */
function numberFooterPictures(parts: Map<string, string | Uint8Array>): void {
  for (const [path, data] of parts) {
    if (!/^word\/footer\d+\.xml$/.test(path)) continue;
    let number = FOOTER_PICTURES;
    parts.set(
      path,
      String(data).replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${number++}"`),
    );
  }
}

const FOOTER_PICTURES = 9001;

/**
 * The frame is a document of the library's own with a paragraph for each list and each chart, so that it defines the lists, stores the
 * pictures and refers to the headers; then the body takes the place of those paragraphs.
 */
function frameSection(
  section: FlowSection,
  { lists, first, profile }: { readonly lists: readonly string[]; readonly first: boolean; readonly profile: Profile },
  fonts: Fonts,
): ISectionOptions {
  const { page } = section;
  const restart = first || profile.pageNumbering === "restart";
  const landscape = section.orientation === "landscape";
  const [short, long] = landscape ? [page.heightMm, page.widthMm] : [page.widthMm, page.heightMm];
  return {
    properties: {
      titlePage: restart,
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
          footer: mmToTwips(page.footerMm),
          gutter: 0,
        },
        ...(restart ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({ style: "page-number", children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
        ],
      }),
      first: new Header({ children: [new Paragraph({ style: "page-number" })] }),
    },
    ...footersOf(section, fonts),
    children: [
      ...lists.map((reference) => new Paragraph({ numbering: { reference, level: 0 } })),
      ...chartsOf(section).map((chart) => new Paragraph({ children: [picture(chart, fonts)] })),
    ],
  };
}

/** The code stands on the first page alone, over the running line that all have. */
function footersOf({ running, code }: FlowSection, fonts: Fonts): Pick<ISectionOptions, "footers"> {
  if (running === null && code === null) return {};
  const line = (): Paragraph[] =>
    running === null
      ? []
      : [
          new Paragraph({
            style: running.style,
            children: running.runs.map((run) => new TextRun({ text: run.type === "break" ? "" : run.text })),
          }),
        ];
  const corner = (): Paragraph[] => (code === null ? [] : [codeParagraph(code, fonts)]);
  return {
    footers: {
      first: new Footer({ children: [...corner(), ...line()] }),
      ...(running === null ? {} : { default: new Footer({ children: line() }) }),
    },
  };
}

function codeParagraph(code: FlowChart, fonts: Fonts): Paragraph {
  return new Paragraph({
    style: SPACER_STYLE,
    alignment: AlignmentType.RIGHT,
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [picture(code, fonts)],
  });
}

function chartsOf(section: FlowSection): FlowChart[] {
  return section.blocks.filter((block): block is FlowChart => block.type === "chart");
}

/** A picture with its text alternative. */
function picture(chart: FlowChart, fonts: Fonts): ImageRun {
  return new ImageRun({
    type: "png",
    data: chartPicture(chart, fonts),
    transformation: { width: mmToPixels(chart.widthMm), height: mmToPixels(chart.heightMm) },
    altText: { name: chart.alt.slice(0, 60), title: chart.alt.slice(0, 120), description: chart.alt },
  });
}

/** Puts the bodies of the sections between the section properties of the frame. */
function withBody(frame: string, flow: Flow, lists: readonly string[]): string {
  const numbers = [...frame.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1] ?? "");
  const drawings = [...frame.matchAll(/<w:drawing>[\s\S]*?<\/w:drawing>/g)].map((match, index) =>
    match[0].replace(/<wp:docPr id="\d+"/, `<wp:docPr id="${index + 1}"`),
  );
  const breaks = [...frame.matchAll(/<w:sectPr[ >][\s\S]*?<\/w:sectPr>/g)].map((match) => match[0]);
  const charts = flow.sections.flatMap(chartsOf);
  const context: BodyContext = {
    lists: new Map(lists.map((list, index) => [list, numbers[index] ?? ""])),
    drawings: new Map(charts.map((chart, index) => [chart, drawings[index] ?? ""])),
    bookmarks: new Map(),
    captions: new Set(
      flow.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.type === "paragraph" && block.bookmark !== null && block.runs.some(isSequence) ? [block.bookmark] : [],
        ),
      ),
    ),
  };
  const sections = flow.sections.map((section, index) => {
    const body = bodyXml(section.blocks, context);
    const end = breaks[index] ?? "";
    return index === flow.sections.length - 1 ? body + end : endedBy(body, end);
  });
  const open = frame.indexOf("<w:body>") + "<w:body>".length;
  return frame.slice(0, open) + sections.join("") + frame.slice(frame.lastIndexOf("</w:body>"));
}

/** The properties of a section stand in its last paragraph; a paragraph of their own would be one line more on the page. */
function endedBy(body: string, properties: string): string {
  const at = body.lastIndexOf("</w:pPr>");
  return at < 0 ? `${body}<w:p><w:pPr>${properties}</w:pPr></w:p>` : body.slice(0, at) + properties + body.slice(at);
}

/** Core properties with the document's own date in place of the present time. @see ISO/IEC 29500-2, clause 8 */
function coreProperties(meta: DocumentMeta): string {
  const time = `${meta.date ?? "1980-01-01"}T12:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(meta.title)}</dc:title><dc:creator>${escapeXml(meta.author)}</dc:creator><dc:language>${meta.language}</dc:language>`,
    `<cp:lastModifiedBy>${escapeXml(meta.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
}
