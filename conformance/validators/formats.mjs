/** Every document of a set is there in both formats. */
export function validateFormats({ sets }) {
  return sets.map(({ name, pdfs, docxs }) => ({
    title: `${name}: ${pdfs.length} PDF and ${docxs.length} DOCX`,
    faults: pdfs.length > 0 && pdfs.length === docxs.length ? [] : ["not every document has both formats"],
  }));
}
