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
  return wordsOf(docxParts(bytes), (body) => body);
}

function wordsOf(parts: ReadonlyMap<string, string>, ordered: (body: string) => string): string[] {
  const numbers = new Numbering(parts.get("word/numbering.xml") ?? "");
  const ofStyle = stylePlaces(parts.get("word/styles.xml") ?? "");
  const paragraphs = [
    ...ordered(parts.get("word/document.xml") ?? "").matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g),
  ].map(([, xml = ""]) => {
    const place = PLACE.exec(xml) ?? ofStyle.get(/<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? "");
    const label = place ? `${numbers.next(place[2] ?? "", Number(place[1]))} ` : "";
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab|softHyphen|noBreakHyphen)\/>/g)]
      .map(([, run, mark = ""]) => (run === undefined ? (MARKS.get(mark) ?? " ") : fromXml(run)))
      .join("");
    return label + text;
  });
  return words(paragraphs.join(" ").replace(/[\u200b\u2060]/g, ""));
}

/** The same where tables of requisites are read by columns, as the parties of a contract are in a PDF; a DOCX cannot say so. */
export function docxWordsByColumns(bytes: Uint8Array): string[] {
  return wordsOf(docxParts(bytes), (body) =>
    body.replace(/<w:tbl>(?:(?!<\/w:tbl>)[\s\S])*w:val="table-layout"[\s\S]*?<\/w:tbl>/g, (table) => {
      const rows = table.split("<w:tr>").map((row) => row.split("<w:tc>").slice(1));
      const columns = Math.max(...rows.map((cells) => cells.length));
      return Array.from({ length: columns }, (_, column) => rows.map((cells) => cells[column] ?? "").join("")).join("");
    }),
  );
}

const PLACE = /<w:numPr><w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/;

/** The place in a list that each style gives, its own or that of the style it is built on. */
function stylePlaces(xml: string): Map<string, RegExpExecArray | undefined> {
  const places = new Map<string, RegExpExecArray | undefined>();
  for (const [style, id = ""] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[\s\S]*?<\/w:style>/g))
    places.set(id, PLACE.exec(style) ?? places.get(/<w:basedOn w:val="([^"]+)"/.exec(style)?.[1] ?? ""));
  return places;
}

/** What stands for a hyphen in the text; tabs and breaks part words. */
const MARKS = new Map([
  ["softHyphen", ""],
  ["noBreakHyphen", "-"],
]);

/** Counts the items of native lists by the definitions of the document; lists of one definition go on counting, unless one begins anew. */
class Numbering {
  readonly #levels = new Map<string, { readonly format: string; readonly text: string }[]>();
  readonly #lists = new Map<string, string>();
  readonly #anew = new Set<string>();
  readonly #counts = new Map<string, number[]>();

  constructor(xml: string) {
    const abstracts = new Map(
      [...xml.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g)].map(
        ([all, id = ""]) => [id, levelsOf(all)],
      ),
    );
    for (const [all, id = "", abstract = ""] of xml.matchAll(
      /<w:num [^>]*?w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"\/>[\s\S]*?<\/w:num>/g,
    )) {
      this.#levels.set(id, abstracts.get(abstract) ?? []);
      this.#lists.set(id, abstract);
      if (all.includes("startOverride")) this.#anew.add(id);
    }
  }

  next(list: string, level: number): string {
    const abstract = this.#lists.get(list) ?? "";
    const counts = (this.#anew.delete(list) ? undefined : this.#counts.get(abstract)) ?? [];
    counts[level] = (counts[level] ?? 0) + 1;
    counts.length = level + 1;
    this.#counts.set(abstract, counts);
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

/** A DOCX with the XML of its text changed, as somebody who edits it would. */
export function withText(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const zip = new PizZip(Buffer.from(bytes));
  const path = "word/document.xml";
  zip.file(path, change(zip.file(path)?.asText() ?? ""));
  return zip.generate({ type: "uint8array" });
}
