/**
 * The public edition: who may be named, what stands in place of what is withheld, what a public text must not hold, and the log of
 * what was withheld. Works on views and trees; reads no file, renders nothing.
 */
export { PublicEdition, restrictedDocument } from "./public-edition.ts";
export type { Redaction } from "./redaction-log.ts";
export { PUBLIC_WORDING, type PublicWording } from "./wording.ts";
