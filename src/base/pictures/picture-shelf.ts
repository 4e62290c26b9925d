import { didYouMean, suggest, text } from "../diagnostics/index.ts";
import { PNG_SIGNATURE } from "./encode-png.ts";
import { otherKind, tooManyBytes } from "./faults.ts";
import { FINDINGS } from "./findings.ts";
import type { Picture, PictureFault, PictureLimits } from "./picture.ts";
import { readJpeg } from "./read-jpeg.ts";
import { readPng } from "./read-png.ts";
import { openSvg, readSvg } from "./svg.ts";

/** A file of a picture and the digest of its bytes. */
type Kept = { readonly bytes: Uint8Array; readonly digest: string };

/** Pictures of a folder by their path in it; each is read when it is first asked for. */
export class PictureShelf {
  readonly #files: ReadonlyMap<string, Kept>;
  readonly #read = new Map<string, Picture | PictureFault>();

  constructor(files: ReadonlyMap<string, Kept>) {
    this.#files = files;
  }

  /** A shelf of files, with what they take to be read. */
  static async open(files: ReadonlyMap<string, Kept>): Promise<PictureShelf> {
    if ([...files.keys()].some((name) => kindOf(name) === "svg")) await openSvg();
    return new PictureShelf(files);
  }

  /** Digest of the bytes of a file; undefined: there is none. */
  digestOf(file: string): string | undefined {
    return this.#files.get(file)?.digest;
  }

  /** A picture, or why the file is none. Codes TRC3317–TRC3320. */
  get(file: string, limits: PictureLimits): Picture | PictureFault {
    const kept = this.#files.get(file);
    if (kept === undefined) return this.#missing(file);
    const key = JSON.stringify([file, limits.mostKilobytes, limits.mostMegapixels]);
    const known = this.#read.get(key) ?? readPicture(file, kept.bytes, limits);
    this.#read.set(key, known);
    return known;
  }

  #missing(file: string): PictureFault {
    const near = suggest(file, [...this.#files.keys()], 1);
    const inside = /^pictures\/(?!.*\.\.)/.test(file);
    return {
      finding: FINDINGS.TRC3317,
      message: inside
        ? text(`Картинки «${file}» среди записей нет`, `There is no picture “${file}” among the records`)
        : text(
            `Картинка «${file}» – не из папки pictures среди записей`,
            `The picture “${file}” is not of the folder pictures among the records`,
          ),
      hints:
        near.length > 0
          ? didYouMean(near)
          : text(
              "Положите файл в папку pictures рядом с centre.yaml и напишите: pictures/имя.png; ярлык и ссылка не годятся",
              "Put the file into the folder pictures beside centre.yaml and write: pictures/name.png; a link will not do",
            ),
    };
  }
}

/** Whether what was read is no picture. */
export function isPictureFault(read: Picture | PictureFault): read is PictureFault {
  return "finding" in read;
}

type Kind = Picture["kind"];
const NAMES = { png: "PNG", jpeg: "JPEG", svg: "SVG" } as const;

function kindOf(name: string): Kind | null {
  const ending = (/\.(png|jpe?g|svg)$/i.exec(name)?.[1] ?? "").toLowerCase();
  return ending === "jpg" ? "jpeg" : ending === "" ? null : (ending as Kind);
}

function readPicture(name: string, bytes: Uint8Array, limits: PictureLimits): Picture | PictureFault {
  if (bytes.length > limits.mostKilobytes * 1024) return tooManyBytes(bytes.length, limits);
  const found = sniffed(bytes);
  if (found === null || found !== kindOf(name))
    return otherKind(name.split(".").at(-1) ?? "", found === null ? null : NAMES[found]);
  return { png: readPng, jpeg: readJpeg, svg: readSvg }[found](bytes, limits);
}

/** What a file holds by its first bytes. */
function sniffed(bytes: Uint8Array): Kind | null {
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("utf8");
  return /^\ufeff?\s*</.test(start) && /<([\w-]+:)?svg\b/.test(start) ? "svg" : null;
}
