import { escapeXml } from "../../../base/text/index.ts";
import { mmToTwips, ptToTwips } from "../../../base/units/index.ts";
import type { ParagraphStyle, StyleName } from "../../../paperwork/schemas/index.ts";
import { BEHIND_TABLE_PT, modelOf, type Profile, STYLE_NAMES, textWidthMm } from "../../flow/index.ts";
import { placeXml, type StylePlaces } from "./numbering.ts";
import { partXml } from "./part-xml.ts";
import { familyXml, LINK_STYLE, sizeXml } from "./run-xml.ts";

/** Styles that only a word processor needs: of a paragraph that is a picture, and of the one that must stand between a table and another, or the end. */
export const CHART_STYLE = "chart";
/** The number of a footnote. */
export const FOOTNOTE_MARK_STYLE = "FootnoteReference";
/** See `CHART_STYLE`. */
export const BEHIND_TABLE_STYLE = "behind-table";
/** Styles of tables: those that hold data, and those that only place requisites. */
export const TABLE_STYLES = { data: "table-data", layout: "table-layout" } as const;

/** What a style is built on beside its model; what is not here is built on «Обычный». */
const BASES: { readonly [name in StyleName]?: StyleName } = {
  flush: "text",
  note: "text",
  keep: "text",
  resolve: "text",
  clause: "text",
  item: "text",
  "title-center": "title",
  organisation: "superior",
  "short-name": "superior",
  contact: "superior",
  "dateline-right": "dateline-left",
  "stamp-word": "stamp",
  "annex-mark": "stamp",
  restriction: "stamp",
  "signature-line": "signature-post",
  "signature-name": "signature-post",
  "party-title": "party-line",
  "mark-word": "mark",
  "cell-center": "cell",
  "cell-right": "cell",
  "cell-head": "cell",
  "cell-group": "cell",
  "cell-total": "cell",
  "cell-total-right": "cell-total",
  "chart-caption": "caption",
  "figure-caption": "caption",
};

/** What a new paragraph behind one of a style is, where it is something else. */
const NEXT: { readonly [name in StyleName]?: StyleName } = {
  "heading-1": "clause",
  "heading-2": "text",
  resolve: "clause",
  title: "text",
  "title-center": "text",
  "annex-title": "text",
  "contents-title": "contents-entry",
};

/** Place in the outline of what is written in a style. */
const OUTLINE: { readonly [name in StyleName]?: number } = {
  "kind-title": 1,
  title: 1,
  "title-center": 1,
  "annex-title": 1,
  "contents-title": 2,
  "heading-1": 2,
  "heading-2": 3,
};

/** Word makes a table of contents and footnotes in styles of its own: ours have their names. */
const BUILT_IN: { readonly [name in StyleName]?: string } = { "contents-entry": "toc 2", footnote: "footnote text" };
/** Lines of a table of contents that lead to an annex. */
export const CONTENTS_ANNEX_STYLE = "toc1";

/** Depth in the outline that a style gives; null: none. */
export function outlineOf(style: StyleName): number | null {
  return OUTLINE[style] ?? null;
}

/** By what the styles are made: measures, language, and the places that styles have in lists. */
export type StyleSource = {
  readonly profile: Profile;
  /** Family of the document. */
  readonly family: string;
  readonly language: string;
  readonly places: StylePlaces;
};

/** The part `word/styles.xml`: styles of the profile, each saying only in what it differs from the one it is built on. Kept for the next document that is written by the same. */
export function stylesXml(source: StyleSource): string {
  const { profile, family, language, places } = source;
  const last = written.get(profile);
  if (last?.places === places && last.family === family && last.language === language) return last.xml;
  const xml = partXml("w:styles", contentOf(source));
  written.set(profile, { family, language, places, xml });
  return xml;
}

/** A footnote begins on the page of its reference, and goes on over the page after any line: only so do all programs part it alike. */
const PARTS_ANYWHERE = '<w:widowControl w:val="0"/>';

const written = new WeakMap<Profile, Omit<StyleSource, "profile"> & { readonly xml: string }>();

function contentOf({ profile, family, language, places }: StyleSource): string {
  const { text } = profile.styles;
  // What body text has in common is said once, in «Обычный».
  const normal: ParagraphStyle = { ...text, ...NEUTRAL };
  const face = familyXml(family);
  const lead = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${mmToTwips(textWidthMm(profile.portrait))}"/></w:tabs>`;
  const own = STYLE_NAMES.map((name, index) => {
    const base = modelOf(name) ?? BASES[name];
    const style = profile.styles[name];
    const place = places.get(name);
    const builtIn = BUILT_IN[name];
    const extra = {
      numbering: place === undefined ? (name === "footnote" ? PARTS_ANYWHERE : "") : placeXml(place),
      tabs: name === "contents-entry" ? lead : "",
    };
    return [
      `<w:style w:type="paragraph"${builtIn === undefined ? ' w:customStyle="1"' : ""} w:styleId="${name}">`,
      builtIn === undefined
        ? `<w:name w:val="${escapeXml(style.name)}"/>`
        : `<w:name w:val="${builtIn}"/><w:aliases w:val="${escapeXml(style.name)}"/>`,
      `<w:basedOn w:val="${base ?? "Normal"}"/>${NEXT[name] === undefined ? "" : `<w:next w:val="${NEXT[name]}"/>`}<w:uiPriority w:val="${index + 1}"/><w:qFormat/>`,
      looksXml(style, base === undefined ? normal : profile.styles[base], extra, OUTLINE[name]),
      "</w:style>",
    ].join("");
  });
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr>${face}${sizeXml(text.sizePt)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    LATENT,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="${lineOf(normal)}" w:lineRule="auto"/></w:pPr><w:rPr>${face}${sizeXml(normal.sizePt)}</w:rPr></w:style>`,
    BUILT_INS,
    ...own,
    FURTHER,
    tableStyle(TABLE_STYLES.data, "Таблица документа", profile.table),
    tableStyle(TABLE_STYLES.layout, "Разметка реквизитов", null),
  ].join("");
}

const NEUTRAL = {
  bold: false,
  italic: false,
  align: "left",
  leftMm: 0,
  rightMm: 0,
  firstLineMm: 0,
  beforePt: 0,
  afterPt: 0,
  keepNext: false,
  keepLines: false,
} as const;

type Extra = { readonly numbering: string; readonly tabs: string };

/** The order of these elements is prescribed. @see ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28 */
function looksXml(style: ParagraphStyle, base: ParagraphStyle, { numbering, tabs }: Extra, outline?: number): string {
  const flag = (element: string, on: boolean, before: boolean): string =>
    on === before ? "" : `<w:${element}${on ? "" : ' w:val="0"'}/>`;
  const paragraph = [
    flag("keepNext", style.keepNext, base.keepNext),
    flag("keepLines", style.keepLines, base.keepLines),
    numbering,
    tabs,
    spacingXml(style, base),
    // A list may set indents too; those of the style are said again beside it.
    indentXml(style, numbering === "" || numbering === PARTS_ANYWHERE ? base : null),
    style.align === base.align ? "" : `<w:jc w:val="${style.align === "justify" ? "both" : style.align}"/>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline - 1}"/>`,
  ].join("");
  const run = [
    flag("b", style.bold, base.bold),
    flag("bCs", style.bold, base.bold),
    flag("i", style.italic, base.italic),
    flag("iCs", style.italic, base.italic),
    style.sizePt === base.sizePt ? "" : sizeXml(style.sizePt),
  ].join("");
  return `${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}`;
}

function spacingXml(style: ParagraphStyle, base: ParagraphStyle): string {
  const attributes = [
    style.beforePt === base.beforePt ? "" : ` w:before="${ptToTwips(style.beforePt)}"`,
    style.afterPt === base.afterPt ? "" : ` w:after="${ptToTwips(style.afterPt)}"`,
    style.line === base.line ? "" : ` w:line="${lineOf(style)}" w:lineRule="auto"`,
  ].join("");
  return attributes === "" ? "" : `<w:spacing${attributes}/>`;
}

function indentXml(style: ParagraphStyle, base: ParagraphStyle | null): string {
  const first = mmToTwips(Math.abs(style.firstLineMm));
  const attributes = [
    style.leftMm === base?.leftMm ? "" : ` w:left="${mmToTwips(style.leftMm)}"`,
    style.rightMm === base?.rightMm ? "" : ` w:right="${mmToTwips(style.rightMm)}"`,
    style.firstLineMm === base?.firstLineMm ? "" : ` w:${style.firstLineMm < 0 ? "hanging" : "firstLine"}="${first}"`,
  ].join("");
  return attributes === "" ? "" : `<w:ind${attributes}/>`;
}

function lineOf({ line }: ParagraphStyle): number {
  return Math.round(240 * line);
}

function tableStyle(id: string, name: string, ruled: Profile["table"] | null): string {
  const rule = (edge: string): string =>
    `<w:${edge} w:val="single" w:sz="${Math.round((ruled?.rulePt ?? 0) * 8)}" w:space="0" w:color="auto"/>`;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(rule).join("");
  const margin = (edge: string, mm: number): string => `<w:${edge} w:w="${mmToTwips(mm)}" w:type="dxa"/>`;
  const [across, down] = [ruled?.paddingMm ?? 0, ruled?.verticalPaddingMm ?? 0];
  const margins = `${margin("top", down)}${margin("left", across)}${margin("bottom", down)}${margin("right", across)}`;
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr>${ruled === null ? "" : `<w:tblBorders>${edges}</w:tblBorders>`}<w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`;
}

/** What Word has of its own stays out of sight until somebody asks for it. */
const LATENT =
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" w:semiHidden="0" w:uiPriority="0" w:unhideWhenUsed="0" w:qFormat="1"/></w:latentStyles>';

/** Defaults that Word expects, and its look of links, without colour: a table of contents made anew is made of them. */
const BUILT_INS = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  `<w:style w:type="paragraph" w:styleId="${CONTENTS_ANNEX_STYLE}"><w:name w:val="toc 1"/><w:basedOn w:val="contents-entry"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>`,
  `<w:style w:type="character" w:styleId="${FOOTNOTE_MARK_STYLE}"><w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`,
  `<w:style w:type="character" w:styleId="${LINK_STYLE}"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>`,
].join("");

/** A picture is as high as it is, whatever letters its paragraph would have; what no document can do without behind a table takes a point. */
const FURTHER = [
  [CHART_STYLE, "Диаграмма", '<w:spacing w:line="240" w:lineRule="auto"/>'],
  [BEHIND_TABLE_STYLE, "После таблицы", `<w:spacing w:line="${ptToTwips(BEHIND_TABLE_PT)}" w:lineRule="exact"/>`],
]
  .map(
    ([id, name, spacing]) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="text"/><w:uiPriority w:val="98"/><w:pPr>${spacing}</w:pPr><w:rPr>${sizeXml(1)}</w:rPr></w:style>`,
  )
  .join("");
