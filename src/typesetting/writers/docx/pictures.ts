import { rasterOf } from "../../../base/pictures/index.ts";
import { escapeXml } from "../../../base/text/index.ts";
import { ptToMm } from "../../../base/units/index.ts";
import type { FlowChart } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { chartPicture } from "./chart-picture.ts";
import { chartSvg } from "./chart-svg.ts";
import type { Part, Relations } from "./pack.ts";

const EMU_PER_MM = 36000;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** Charts and pictures of a document, numbered in order, and their files. */
export class Pictures {
  readonly #fonts: Fonts;
  readonly #dotsPerMm: number;
  readonly parts: Part[] = [];
  #count = 0;

  /** @param dotsPerInch of pictures that stand for drawings */
  constructor(fonts: Fonts, dotsPerInch: number) {
    this.#fonts = fonts;
    this.#dotsPerMm = dotsPerInch / ptToMm(72);
  }

  /** `w:drawing` of a chart or a picture in a part with these relations; of a drawing SVG, and PNG for programs that do not know it; with one text alternative. */
  drawing(chart: FlowChart, relations: Relations): string {
    const number = ++this.#count;
    const [plain, vector] = this.#files(chart).map(([ending, content]) => {
      const path = `media/${chart.picture === undefined ? "chart" : "picture"}-${number}.${ending}`;
      this.parts.push({ path: `word/${path}`, content });
      return relations.add("image", path);
    });
    const blip =
      vector === undefined
        ? `<a:blip r:embed="${plain}"/>`
        : `<a:blip r:embed="${plain}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst></a:blip>`;
    const size = `cx="${Math.round(chart.widthMm * EMU_PER_MM)}" cy="${Math.round(chart.heightMm * EMU_PER_MM)}"`;
    const named = `id="${number}" name="${escapeXml(chart.alt.slice(0, 60))}" descr="${escapeXml(chart.alt)}"`;
    return [
      `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/>`,
      `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
      `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">`,
      `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
      "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
    ].join("");
  }

  /** What every program shows, and the drawing that some show in its place. */
  #files(chart: FlowChart): (readonly [ending: "png" | "jpeg" | "svg", content: string | Uint8Array])[] {
    const { picture, widthMm } = chart;
    if (picture === undefined)
      return [
        ["png", chartPicture(chart, this.#fonts)],
        ["svg", chartSvg(chart, this.#fonts)],
      ];
    if (picture.kind !== "svg") return [[picture.kind, picture.bytes]];
    const dots = rasterOf(picture, Math.max(1, Math.round(widthMm * this.#dotsPerMm)));
    return [
      ["png", dots.bytes],
      ["svg", picture.bytes],
    ];
  }
}
