import { MAX_FILE_BYTES } from "../../base/yaml/index.ts";
import { isFontFile, MAX_FONT_BYTES } from "../../typesetting/fonts/index.ts";

/** Entries of the register carry the words of whole documents and are written by the program. */
const MAX_REGISTER_BYTES = 4 * 1024 * 1024;

/** How large a file may be. @param inside path inside the content or the templates folder */
export function maxBytesOf(inside: string): number {
  if (isFontFile(inside)) return MAX_FONT_BYTES;
  return inside.startsWith("register/") ? MAX_REGISTER_BYTES : MAX_FILE_BYTES;
}

/** Whether a file of a content folder is one: records, fonts, and whatever the register holds. @param inside path inside the folder */
export function isContentFile(inside: string): boolean {
  return /\.ya?ml$/.test(inside) || inside.startsWith("register/") || isFontFile(inside);
}

/** Whether a file of a templates folder is one that documents are made from, or looks like one. @param inside path inside the folder */
export function isTemplateFile(inside: string): boolean {
  return /\.(hbs|handlebars|ya?ml|json)$/i.test(inside) && !inside.endsWith("/sample.yaml");
}
