/** Namespaces of what a document, its headers and footers hold. */
const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
].join(" ");

/** A part with its root element; in the namespaces of WordprocessingML unless others are given. */
export function partXml(root: string, content: string, spaces = SPACES): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${spaces}>${content}</${root}>`;
}
