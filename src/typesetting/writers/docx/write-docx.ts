import type { Flow, FlowParagraph } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { BEHIND_TABLE, bodyXml } from "./body-xml.ts";
import { footnotesXml } from "./footnotes.ts";
import { isSequence } from "./inline-xml.ts";
import { numberDocument } from "./numbering.ts";
import { type Part, pack, Relations } from "./pack.ts";
import { partXml } from "./part-xml.ts";
import { Pictures } from "./pictures.ts";
import { placeXml } from "./place-xml.ts";
import { coreProperties, extendedProperties, fontTable, settings } from "./properties.ts";
import { textXml } from "./run-xml.ts";
import { endMark, Margins, sectionProperties } from "./sections.ts";
import { stylesXml } from "./styles.ts";

const WORD = "officedocument.wordprocessingml";

/**
 * Writes a flow as native Word: named styles with their numbers, native lists that restart, repeated table heads, rows that do not split,
 * page numbers from the second page of each section, ru-RU. The same flow gives the same bytes.
 */
export async function writeDocx(flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  const { profile, meta } = flow;
  const relations = new Relations();
  const pictures = new Pictures(fonts, profile.picture.dotsPerInch);
  const margins = new Margins(relations, pictures);
  const numbering = numberDocument(flow);
  const family = fonts.family ?? profile.font;
  const part = (name: string, kind: string, content: string, own?: Relations): Part => {
    relations.add(kind, `${name}.xml`);
    return { path: `word/${name}.xml`, content, type: `${WORD}.${kind}`, ...(own && { relations: own }) };
  };
  const parts = [
    part("styles", "styles", stylesXml({ profile, family, language: meta.language, places: numbering.styles })),
    part("numbering", "numbering", partXml("w:numbering", numbering.xml)),
    part("fontTable", "fontTable", fontTable(family, fonts)),
  ];
  const ofNotes = new Relations();
  const context = {
    numberOf: numbering.propertiesOf,
    placeOf: (paragraph: FlowParagraph) => placeXml(paragraph, profile.styles[paragraph.style]),
    drawingOf: (chart: Parameters<Pictures["drawing"]>[0]) => pictures.drawing(chart, relations),
    bookmarks: new Map<string, number>(),
    notes: [] as string[],
    family,
    relate: (href: string) => relations.link(href),
    relateNote: (href: string) => ofNotes.link(href),
    control: (() => {
      let last = 0;
      return () => ++last;
    })(),
    captions: new Set(
      flow.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.type === "paragraph" && block.bookmark !== null && block.runs.some(isSequence) ? [block.bookmark] : [],
        ),
      ),
    ),
  };
  const body = flow.sections.map((section, index) => {
    const end = sectionProperties(section, index, { flow, margins });
    const content = marked(bodyXml(section.blocks, context), endMark(flow, index), context.bookmarks);
    return index === flow.sections.length - 1 ? content + end : endedBy(content, end);
  });
  const noted = context.notes.length > 0;
  parts.push(part("settings", "settings", settings(profile, meta.language, noted)));
  if (noted) parts.push(part("footnotes", "footnotes", footnotesXml(context.notes), ofNotes));
  const root = new Relations();
  root.add("officeDocument", "word/document.xml");
  root.add(
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
  );
  root.add("extended-properties", "docProps/app.xml");
  return pack(
    [
      {
        path: "word/document.xml",
        content: partXml("w:document", `<w:body>${body.join("")}</w:body>`),
        type: `${WORD}.document.main`,
        relations,
      },
      ...parts,
      ...margins.parts,
      ...pictures.parts,
      { path: "docProps/core.xml", content: coreProperties(meta), type: "package.core-properties" },
      { path: "docProps/app.xml", content: extendedProperties(flow), type: "officedocument.extended-properties" },
    ],
    root,
  );
}

/**
 * The properties of a section stand in its last paragraph; a paragraph of their own would be one line more on the page. Of a bookmark there
 * LibreOffice 7.4 leaves out the last sign, which of the number of a caption is all: one that is not seen goes before its end.
 */
function endedBy(body: string, properties: string): string {
  const at = body.lastIndexOf("</w:pPr>");
  if (at < 0) return `${body}<w:p><w:pPr>${properties}</w:pPr></w:p>`;
  const last = body.slice(at).replace(/<w:bookmarkEnd [^>]*>(?=<w:r>)/, `${textXml({ text: "\u2060" })}$&`);
  return body.slice(0, at) + properties + last;
}

/**
 * The body with a bookmark around its last word, blank or picture. One that holds nothing is lost by LibreOffice at the end of a document and
 * doubled where it saves an empty paragraph; 25.2 does not know the page of one behind a table.
 */
function marked(body: string, name: string | undefined, bookmarks: Map<string, number>): string {
  if (name === undefined) return body;
  const number = bookmarks.size + 1;
  bookmarks.set(name, number);
  const text = body.endsWith(BEHIND_TABLE) ? body.slice(0, -BEHIND_TABLE.length) : body;
  const last = text.slice(text.lastIndexOf(text.endsWith("</w:tbl>") ? "<w:tr>" : "<w:p>"));
  const run = last.match(SHOWN)?.at(-1) ?? "";
  const at = text.lastIndexOf(run === "" ? "</w:p>" : run);
  const [, look, before, word] = LAST_WORD.exec(run) ?? [];
  const [words, end] =
    look === undefined ? ["", run] : [`${look}${before}</w:t></w:r>`, `${look}<w:t xml:space="preserve">${word}`];
  const mark = `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${end}<w:bookmarkEnd w:id="${number}"/>`;
  return body.slice(0, at) + words + mark + body.slice(at + run.length);
}

/** A run that shows something. */
const SHOWN = /<w:r>(?:(?!<\/w:r>).)*<w:(?:t |tab\/|drawing>).*?<\/w:r>/gs;
/** How a run opens, its text up to the last word, that word. */
const LAST_WORD = /^(<w:r>(?:<w:rPr>.*?<\/w:rPr>)?)(.*>[^<]* )([^<].*)$/s;
