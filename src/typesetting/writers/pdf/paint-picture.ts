import { type Drawn, type Picture, type PngPicture, rasterOf, type Segment } from "../../../base/pictures/index.ts";
import { mmToPt, ptToMm } from "../../../base/units/index.ts";
import type { FlowChart } from "../../flow/index.ts";

type Object = { end(data?: Uint8Array): void };
/** What of the library pictures need. */
export type PictureHost = {
  ref(data: object): unknown;
  readonly page: { readonly xobjects: { [name: string]: unknown } };
};

type Pixels = Exclude<Picture, { readonly kind: "svg" }>;

/** Pictures of one document: dots as objects that pages share, drawings as paths. */
export class PictureSet {
  readonly #host: PictureHost;
  readonly #dotsPerMm: number;
  readonly #objects = new Map<Pixels, { readonly name: string; readonly object: unknown }>();

  /** @param dotsPerInch of pictures that stand for drawings of more than plain colours */
  constructor(host: PictureHost, dotsPerInch: number) {
    this.#host = host;
    this.#dotsPerMm = dotsPerInch / ptToMm(72);
  }

  /** Operators that show a picture with its upper left corner there, pt; `top` from the foot of the page. */
  operators(picture: Picture, { widthMm, heightMm }: FlowChart, left: number, top: number): string {
    const [width, height] = [mmToPt(widthMm), mmToPt(heightMm)];
    if (picture.kind === "svg" && picture.drawn !== null) {
      const scale = [width / picture.widthPx, height / picture.heightPx] as const;
      const place = `${num(scale[0])} 0 0 ${num(-scale[1])} ${num(left)} ${num(top)} cm`;
      return `q ${place}\n${picture.drawn.map(drawnOperators).join("\n")}\nQ`;
    }
    const dots =
      picture.kind === "svg" ? rasterOf(picture, Math.max(1, Math.round(widthMm * this.#dotsPerMm))) : picture;
    return `q ${num(width)} 0 0 ${num(height)} ${num(left)} ${num(top - height)} cm /${this.#name(dots)} Do Q`;
  }

  #name(picture: Pixels): string {
    const known = this.#objects.get(picture) ?? { name: `P${this.#objects.size + 1}`, object: this.#embed(picture) };
    this.#objects.set(picture, known);
    this.#host.page.xobjects[known.name] ??= known.object;
    return known.name;
  }

  /** @see ISO 32000-1, 8.9.5 */
  #embed(picture: Pixels): unknown {
    const coded = picture.kind === "jpeg" ? { BitsPerComponent: 8, Filter: "DCTDecode" } : rowsOf(picture);
    const object = this.#host.ref({
      Type: "XObject",
      Subtype: "Image",
      Width: picture.widthPx,
      Height: picture.heightPx,
      ColorSpace: picture.kind === "png" && picture.palette !== null ? paletteOf(picture.palette) : plainSpace(picture),
      ...coded,
    }) as Object;
    object.end(picture.kind === "jpeg" ? picture.bytes : picture.data);
    return object;
  }
}

function plainSpace({ channels }: Pixels): string {
  return channels === 1 ? "DeviceGray" : "DeviceRGB";
}

/** Rows of a PNG are coded as PDF knows them. @see ISO 32000-1, 7.4.4.4 */
function rowsOf({ depth, channels, widthPx }: PngPicture): object {
  return {
    BitsPerComponent: depth,
    Filter: "FlateDecode",
    DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: widthPx },
  };
}

function paletteOf(palette: Uint8Array): unknown[] {
  return ["Indexed", "DeviceRGB", palette.length / 3 - 1, Buffer.from(palette)];
}

/** A path with its colours. @see ISO 32000-1, 8.5 */
function drawnOperators({ matrix, clips, path, fill, evenOdd, line }: Drawn): string {
  if (fill === null && line === null) return "";
  const steps = ["q", ...clips.map((clip) => `${pathOperators(clip.path)} ${clip.evenOdd ? "W*" : "W"} n`)];
  steps.push(`${matrix.map(num).join(" ")} cm`);
  if (fill !== null) steps.push(`${fill.map(num).join(" ")} rg`);
  if (line !== null) {
    const { colour, width, cap, join, miter, dash, dashFrom } = line;
    steps.push(`${colour.map(num).join(" ")} RG ${num(width)} w ${cap} J ${join} j ${num(miter)} M`);
    if (dash.length > 0) steps.push(`[${dash.map(num).join(" ")}] ${num(dashFrom)} d`);
  }
  const paint = fill === null ? "S" : `${line === null ? "f" : "B"}${evenOdd ? "*" : ""}`;
  return [...steps, pathOperators(path), paint, "Q"].join(" ");
}

/** Units of a drawing may be any: what counts is its first seven digits. */
function num(value: number): string {
  const short = String(Number(value.toPrecision(7)));
  return short.includes("e")
    ? value
        .toFixed(12)
        .replace(/\.?0+$/, "")
        .replace(/^-0$/, "0")
    : short;
}

const STEPS = { move: "m", line: "l", curve: "c", close: "h" } as const;

function pathOperators(path: readonly Segment[]): string {
  return path.map(({ type, points }) => [...points.map(num), STEPS[type]].join(" ")).join(" ");
}
