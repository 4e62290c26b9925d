import { mmToTwips } from "../../../base/units/index.ts";
import {
  type Flow,
  type FlowChart,
  type FlowParagraph,
  type FlowSection,
  type Profile,
  pageMark,
} from "../../flow/index.ts";
import { chartParagraph } from "./body-xml.ts";
import { runsXml } from "./inline-xml.ts";
import { type Part, Relations } from "./pack.ts";
import { partXml } from "./part-xml.ts";
import type { Pictures } from "./pictures.ts";
import { fieldXml, textXml } from "./run-xml.ts";

/** Headers and footers of a document: the same ones for all of its sections. */
export class Margins {
  readonly parts: Part[] = [];
  readonly #document: Relations;
  readonly #pictures: Pictures;
  readonly #known = new Map<string, string>();

  constructor(document: Relations, pictures: Pictures) {
    this.#document = document;
    this.#pictures = pictures;
  }

  /** References of a section: no number on its first page, the code over the running line on the first page of the document. */
  references({ running, code, pages }: FlowSection, profile: Profile, { footed, counts }: MarginText): string {
    const header = (page: string, field: string): string =>
      this.#reference("header", page, `<w:p><w:pPr><w:pStyle w:val="page-number"/></w:pPr>${field}</w:p>`);
    // A program that does not count the pages of a section prints the number that stands here.
    const number = pageMark(profile, {
      page: () => fieldXml("PAGE", textXml({ text: "2" })),
      pages: () => fieldXml(counts, textXml({ text: String(pages) })),
      words: (text) => textXml({ text }),
    });
    const headers = header("default", number.join("")) + header("first", "");
    if (!footed) return headers;
    const line = running === null ? '<w:p><w:pPr><w:pStyle w:val="running"/></w:pPr></w:p>' : runningXml(running);
    const first = code === null ? this.#reference("footer", "first", line) : this.#codeFooter(code, running);
    return headers + this.#reference("footer", "default", line) + first;
  }

  #codeFooter(code: FlowChart, running: FlowParagraph | null): string {
    const relations = new Relations();
    const picture = chartParagraph(this.#pictures.drawing(code, relations), '<w:jc w:val="right"/>');
    return this.#reference("footer", "first", picture + (running === null ? "" : runningXml(running)), relations);
  }

  #reference(kind: "header" | "footer", page: string, content: string, relations?: Relations): string {
    const key = kind + content;
    const id = this.#known.get(key) ?? this.#part(kind, content, relations);
    this.#known.set(key, id);
    return `<w:${kind}Reference w:type="${page}" r:id="${id}"/>`;
  }

  #part(kind: "header" | "footer", content: string, relations?: Relations): string {
    const name = `${kind}${this.parts.length + 1}.xml`;
    this.parts.push({
      path: `word/${name}`,
      content: partXml(kind === "header" ? "w:hdr" : "w:ftr", content),
      type: `officedocument.wordprocessingml.${kind}`,
      ...(relations === undefined ? {} : { relations }),
    });
    return this.#document.add(kind, name);
  }
}

/** A running line is words alone. */
const NOTHING_BESIDE: Parameters<typeof runsXml>[1] = {
  bookmarks: new Map(),
  captions: new Set(),
  notes: [],
  placeOf: () => ({ tabs: "", indent: "", align: "" }),
  family: "",
  control: () => 0,
  relate: () => "",
  relateNote: () => "",
};

function runningXml({ style, runs }: FlowParagraph): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runsXml(runs, NOTHING_BESIDE)}</w:p>`;
}

/** `footed`: sheets have something at their foot; `counts`: the field for the number of pages. */
type MarginText = { readonly footed: boolean; readonly counts: string };

/**
 * Bookmark at the end of a section that others go on to: where numbers begin anew, its page is the number of pages of all of them, which
 * no field counts. Undefined: the section needs none.
 */
export function endMark({ profile, sections }: Flow, index: number): string | undefined {
  const isLast = sections[index]?.goesOn === true && sections[index + 1]?.goesOn !== true;
  const counted = profile.pageNumbering === "restart" && profile.marks.page.includes("{pages}");
  return isLast && counted ? `_End_${index + 1}` : undefined;
}

/** The field that counts the pages which the numbers of a section go up to. */
function countsField(flow: Flow, index: number): string {
  if (flow.profile.pageNumbering === "continuous") return "NUMPAGES";
  const opensNext = flow.sections.findIndex(({ goesOn }, at) => at > index && goesOn !== true);
  const mark = endMark(flow, (opensNext < 0 ? flow.sections.length : opensNext) - 1);
  return mark === undefined ? "SECTIONPAGES" : `PAGEREF ${mark}`;
}

/** Properties of a section: sheet, margins, numbers of pages. @see ISO/IEC 29500-1, 17.6.17 */
export function sectionProperties(section: FlowSection, index: number, { flow, margins }: Sheet): string {
  const { page, orientation } = section;
  const footed = flow.sections.some(({ running, code }) => running !== null || code !== null);
  const restart = index === 0 || (flow.profile.pageNumbering === "restart" && !section.goesOn);
  const text = { footed, counts: countsField(flow, index) };
  const margin = (["top", "right", "bottom", "left", "header", "footer"] as const)
    .map((side) => ` w:${side}="${mmToTwips(page[`${side}Mm`])}"`)
    .join("");
  return [
    `<w:sectPr>${margins.references(section, flow.profile, text)}`,
    `<w:pgSz w:w="${mmToTwips(page.widthMm)}" w:h="${mmToTwips(page.heightMm)}" w:orient="${orientation}"/><w:pgMar${margin} w:gutter="0"/>`,
    restart ? '<w:pgNumType w:start="1"/>' : "",
    restart || section.bare ? "<w:titlePg/>" : "",
    "</w:sectPr>",
  ].join("");
}

/** What the sections of a document share. */
type Sheet = { readonly flow: Flow; readonly margins: Margins };
