import { MAX_FILE_BYTES } from "../../base/yaml/index.ts";
import { isFontFile, MAX_FONT_BYTES } from "../../typesetting/fonts/index.ts";

/** Entries of the register carry the words of whole documents and are written by the program. */
const MAX_REGISTER_BYTES = 4 * 1024 * 1024;

/** More than any profile admits of a picture, and what a scan of a hundred pages takes. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;

/** How large a file may be. @param inside path inside the content or the templates folder */
export function maxBytesOf(inside: string): number {
  if (isFontFile(inside)) return MAX_FONT_BYTES;
  if (isPicture(inside) || isPaper(inside)) return MAX_PICTURE_BYTES;
  return inside.startsWith("register/") ? MAX_REGISTER_BYTES : MAX_FILE_BYTES;
}

/** Whether a file of a content folder is a picture, whatever is in it. @param inside path inside the folder */
export function isPicture(inside: string): boolean {
  return inside.startsWith("pictures/") && !/\.ya?ml$/.test(inside);
}

/** Whether a file of a content folder is that of a paper made elsewhere, whatever is in it. @param inside path inside the folder */
export function isPaper(inside: string): boolean {
  return inside.startsWith("scans/") && !/\.ya?ml$/.test(inside);
}

/** Whether a file of a content folder is one, or looks like one: records, fonts, pictures, papers, and whatever the register holds. @param inside path inside the folder */
export function isContentFile(inside: string): boolean {
  return (
    /\.ya?ml(?:\.txt)?$/i.test(inside) ||
    inside.startsWith("register/") ||
    isFontFile(inside) ||
    isPicture(inside) ||
    isPaper(inside)
  );
}

/** Whether a file of a templates folder is one that documents are made from, or looks like one. @param inside path inside the folder */
export function isTemplateFile(inside: string): boolean {
  return /\.(hbs|handlebars|ya?ml|json)$/i.test(inside) && !inside.endsWith("/sample.yaml");
}

/** Whether a file of a templates folder is the sample record of a kind: no document is made from it. @param inside path inside the folder */
export function isSampleRecord(inside: string): boolean {
  return /^[^/]+\/sample\.yaml$/.test(inside);
}
