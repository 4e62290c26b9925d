import { strToU8, unzipSync, zipSync } from "fflate";

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A paragraph of plain words. */
export const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** A table of rows of cells. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** What a file may have beside its text. */
type Beside = {
  readonly header?: string;
  readonly notes?: string;
  readonly author?: string;
  readonly comments?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** A picture in the header, under the relation `rId1`. */
  readonly emblem?: string;
};

/** A file of Word: the smallest that has these blocks. */
export function docx(
  body: string,
  { header, notes, author = "Сторона", emblem, comments, styles, numbering }: Beside = {},
): Uint8Array {
  const section = header === undefined ? "" : '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>';
  const relation = (id: string, kind: string): string =>
    `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${kind}.xml"/>`;
  const files: { [path: string]: string } = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`,
    "word/document.xml": `${XML}<w:document ${NS}><w:body>${body}${section}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${header === undefined ? "" : relation("h1", "header")}${notes === undefined ? "" : relation("n1", "footnotes")}${comments === undefined ? "" : relation("c1", "comments")}${styles === undefined ? "" : relation("s1", "styles")}${numbering === undefined ? "" : relation("m1", "numbering")}</Relationships>`,
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:modified>2026-02-16T09:00:00Z</dcterms:modified></cp:coreProperties>`,
    ...(header === undefined ? {} : { "word/header.xml": `${XML}<w:hdr ${NS}>${header}</w:hdr>` }),
    ...(emblem === undefined
      ? {}
      : {
          "word/media/emblem.png": emblem,
          "word/_rels/header.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/image" Target="media/emblem.png"/></Relationships>`,
        }),
    ...(comments === undefined ? {} : { "word/comments.xml": `${XML}<w:comments ${NS}>${comments}</w:comments>` }),
    ...(styles === undefined ? {} : { "word/styles.xml": `${XML}<w:styles ${NS}>${styles}</w:styles>` }),
    ...(numbering === undefined ? {} : { "word/numbering.xml": `${XML}<w:numbering ${NS}>${numbering}</w:numbering>` }),
    ...(notes === undefined ? {} : { "word/footnotes.xml": `${XML}<w:footnotes ${NS}>${notes}</w:footnotes>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** The XML of a part. */
export function partOf(bytes: Uint8Array, path = "word/document.xml"): string {
  return new TextDecoder().decode(unzipSync(bytes)[path]);
}

/**
 * What a redline says when all its changes are taken in (`del`, `moveFrom` go) or taken back (`ins`, `moveTo` go): read off the text of the XML by
 * itself, without a tree, so that it shares nothing with what is tested.
 */
export function saidAfter(xml: string, how: "accept" | "reject"): string[] {
  const gone = how === "accept" ? "(?:del|moveFrom)" : "(?:ins|moveTo)";
  const rows = xml.replace(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g, (row) =>
    new RegExp(`<w:trPr>(?:(?!</w:trPr>)[\\s\\S])*<w:${gone} [^>]*/>`).test(row) ? "" : row,
  );
  const lines: string[] = [];
  let held = "";
  for (const [paragraph] of rows.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)) {
    const isJoined = new RegExp(`<w:rPr><w:${gone} [^>]*/>`).test(paragraph);
    const kept = paragraph.replace(new RegExp(`<w:(${gone}) [^>/]*>[\\s\\S]*?</w:\\1>`, "g"), "");
    const words = [...kept.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join("");
    if (isJoined) held += words;
    else {
      lines.push(held + words);
      held = "";
    }
  }
  return [...lines, held].filter((line) => line.trim() !== "");
}
