/** Paints layouts as an archival, accessible PDF. Decides no words, numbers or breaks. */
export { writePdf, writeTogether } from "./write-pdf.ts";
