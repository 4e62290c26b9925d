/** Paints a layout as an archival, accessible PDF. Decides no words, numbers or breaks. */
export { writePdf } from "./write-pdf.ts";
