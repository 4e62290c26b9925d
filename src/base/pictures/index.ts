/** Pictures of files: bytes become one that every writer can embed, without anything that is not seen; or what is wrong with them. Touches no disk but its own library. */
import { FINDINGS } from "./findings.ts";

/** Codes of what is wrong with a file. */
export const PICTURE_CODES: ReadonlySet<string> = new Set(Object.keys(FINDINGS));
export { encodePng } from "./encode-png.ts";
export type { Picture, PictureFault, PictureLimits, PngPicture } from "./picture.ts";
export { isPictureFault, PictureShelf } from "./picture-shelf.ts";
export { openSvg, rasterOf } from "./svg.ts";
export type { Drawn, Segment } from "./vector.ts";
