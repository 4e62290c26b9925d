import PizZip from "pizzip";
import { words } from "./pdf-text.ts";

/** Parts of a DOCX by path, as text. */
export function docxParts(bytes: Uint8Array): Map<string, string> {
  const zip = new PizZip(Buffer.from(bytes));
  return new Map(
    Object.keys(zip.files)
      .sort()
      .map((path) => [path, zip.file(path)?.asText() ?? ""]),
  );
}

/** Words of a DOCX with the numbers that Word itself would print before the items of native lists. */
export function docxWords(bytes: Uint8Array): string[] {
  const parts = docxParts(bytes);
  const numbers = new Numbering(parts.get("word/numbering.xml") ?? "");
  const paragraphs = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g)].map(
    ([, xml = ""]) => {
      const list = /<w:numPr><w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/.exec(xml);
      const label = list === null ? "" : `${numbers.next(list[2] ?? "", Number(list[1]))} `;
      const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
        .map(([, run]) => (run === undefined ? " " : fromXml(run)))
        .join("");
      return label + text;
    },
  );
  return words(paragraphs.join(" "));
}

/** Counts the items of native lists by the definitions of the document. */
class Numbering {
  readonly #levels = new Map<string, { readonly format: string; readonly text: string }[]>();
  readonly #counts = new Map<string, number[]>();

  constructor(xml: string) {
    const abstracts = new Map(
      [...xml.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g)].map(
        ([all, id = ""]) => [id, levelsOf(all)],
      ),
    );
    for (const [, id = "", abstract = ""] of xml.matchAll(
      /<w:num [^>]*?w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"\/>/g,
    ))
      this.#levels.set(id, abstracts.get(abstract) ?? []);
  }

  next(list: string, level: number): string {
    const counts = this.#counts.get(list) ?? [];
    counts[level] = (counts[level] ?? 0) + 1;
    counts.length = level + 1;
    this.#counts.set(list, counts);
    const { format = "", text = "" } = this.#levels.get(list)?.[level] ?? {};
    return format === "bullet"
      ? text
      : text.replace(/%(\d)/g, (_, number: string) => String(counts[Number(number) - 1] ?? 0));
  }
}

function levelsOf(xml: string): { format: string; text: string }[] {
  return [...xml.matchAll(/<w:lvl [\s\S]*?<\/w:lvl>/g)].map(([level]) => ({
    format: /<w:numFmt w:val="([^"]*)"/.exec(level)?.[1] ?? "",
    text: fromXml(/<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? ""),
  }));
}

function fromXml(xml: string): string {
  return xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
}
