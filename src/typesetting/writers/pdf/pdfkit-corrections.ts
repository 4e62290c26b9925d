import { escapeXml } from "../../../base/text/index.ts";
import type { DocumentMeta } from "../../../paperwork/document/index.ts";

/**
 * What pdfkit 0.20 does wrongly or not at all for archival, accessible files, corrected in this one place.
 * Each correction can go when the library does it itself:
 * - XMP is written without XML escaping, and without the identifier of PDF/UA: `_addInfo` is replaced on the instance;
 * - the outline root lacks /Count unless the option `expanded` is set;
 * - of every annotation an element says that it is on the page that is open when the tree is written, which is the last: `keepPage`.
 */
export type Correctable = {
  info: { readonly CreationDate?: Date };
  appendXML(xml: string): void;
  _addInfo(): void;
  outline: { options: object };
};

/** The program as files name it. */
export const PRODUCER = "trc";

/** Corrects what the library writes otherwise than the standards ask. */
export function correct(document: Correctable, meta: DocumentMeta): void {
  document._addInfo = () => {
    for (const part of metadata(meta, document.info.CreationDate ?? new Date(0))) document.appendXML(part);
  };
  document.outline.options = { ...document.outline.options, expanded: true };
}

/** Makes an element say of its annotation that it is on the page which is open now. @see ISO 32000-1, 14.7.4.3 */
export function keepPage(element: object, host: { readonly page: unknown }): void {
  Object.assign(element, { document: Object.create(host, { page: { value: host.page } }) });
}

function metadata(meta: DocumentMeta, created: Date): string[] {
  const time = `${created.toISOString().slice(0, 19)}Z`;
  const list = (name: string, kind: "Alt" | "Seq", text: string): string =>
    `<dc:${name}><rdf:${kind}><rdf:li${kind === "Alt" ? ' xml:lang="x-default"' : ""}>${escapeXml(text)}</rdf:li></rdf:${kind}></dc:${name}>`;
  return [
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${time}</xmp:CreateDate><xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${list("title", "Alt", meta.title)}${list("creator", "Seq", meta.author)}<dc:language><rdf:Bag><rdf:li>${meta.language}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${PRODUCER}</pdf:Producer></rdf:Description>`,
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
    UA_EXTENSION,
  ];
}

/** PDF/A admits only known XMP schemas; the one of PDF/UA must be described in the file. @see ISO 19005-2, 6.6.2.3 */
const UA_EXTENSION = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>",
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
  "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>",
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>",
].join("");
