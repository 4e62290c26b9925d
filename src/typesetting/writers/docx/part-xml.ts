/** Namespaces of what a document, its headers and footers hold. */
const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  // Check boxes; a program that does not know them passes them over. @see ISO/IEC 29500-3, 9.2; MS-DOCX, 2.6.1.2
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(" ");

/** What is made of each of a list, one behind another; unlike by `join` nothing is copied before the whole is written. */
export function eachXml<One>(list: readonly One[], make: (one: One, index: number) => string): string {
  let xml = "";
  for (let index = 0; index < list.length; index++) xml += make(list[index] as One, index);
  return xml;
}

/** A part with its root element; in the namespaces of WordprocessingML unless others are given. */
export function partXml(root: string, content: string, spaces = SPACES): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${spaces}>${content}</${root}>`;
}
