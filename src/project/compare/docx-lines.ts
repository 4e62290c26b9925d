import { unzipSync } from "fflate";

/** The words of a DOCX that trc made, a paragraph or a table cell a line; numbers of native lists are not among them. */
export function docxLines(bytes: Uint8Array): string[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === "word/document.xml" })["word/document.xml"];
  if (part === undefined) return [];
  const xml = new TextDecoder().decode(part);
  return [...xml.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g)]
    .map(([, body = ""]) =>
      [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([, run]) => (run === undefined ? " " : fromXml(run)))
        .join(""),
    )
    .filter((line) => line.trim() !== "");
}

function fromXml(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
