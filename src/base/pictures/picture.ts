import type { Defined, Text } from "../diagnostics/index.ts";
import type { Drawn } from "./vector.ts";

/** A picture as files carry it: nothing in it but what is seen, the same bytes from the same file. Sizes in dots; of SVG in its own units. */
export type Picture = PngPicture | JpegPicture | SvgPicture;

type Sized = { readonly widthPx: number; readonly heightPx: number; readonly bytes: Uint8Array };

/** Rows of dots, opaque. @see ISO/IEC 15948 */
export type PngPicture = Sized & {
  readonly kind: "png";
  /** Bits of a sample. */
  readonly depth: number;
  /** 3: red, green, blue; 1: grey, or a number of the palette. */
  readonly channels: 1 | 3;
  /** Red, green, blue of each number; null: none. */
  readonly palette: Uint8Array | null;
  /** The rows as the file holds them: filtered and compressed. */
  readonly data: Uint8Array;
};

/** @see ISO/IEC 10918-1 */
type JpegPicture = Sized & { readonly kind: "jpeg"; readonly channels: 1 | 3 };

/** Paths only: letters, scripts and references to other files are not let in. @see SVG 1.1 */
export type SvgPicture = Sized & {
  readonly kind: "svg";
  /** Its paths from the bottom up; null where it holds what is more than plain colours: then others take it as dots. */
  readonly drawn: readonly Drawn[] | null;
};

/** How large a file may be, and how many dots it may hold. */
export type PictureLimits = { readonly mostKilobytes: number; readonly mostMegapixels: number };

/** Why a file is no picture that can be printed. */
export type PictureFault = { readonly finding: Defined; readonly message: Text; readonly hints: Text };
