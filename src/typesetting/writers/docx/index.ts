/** Writes a flow as an editable Word document. Decides no words, numbers or breaks. */
export { writeDocx } from "./write-docx.ts";
