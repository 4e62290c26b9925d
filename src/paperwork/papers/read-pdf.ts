import { inflateSync } from "node:zlib";
import { text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Paper, PaperFault } from "./paper.ts";

/** Objects that are packed together, and descriptions, are unpacked to no more than this. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/**
 * What a PDF tells of itself without being shown: pages, and which PDF/A it says it is. Pictures and texts of its pages are not looked into.
 * @see ISO 32000-1, 7.5 and 7.7; ISO 19005-2, 6.6.4
 */
export function readPdf(bytes: Uint8Array): Pick<Paper, "pages" | "claim" | "doubtful"> | PaperFault {
  const source = Buffer.from(bytes).toString("latin1");
  if (!source.slice(-1024).includes("%%EOF")) return damaged();
  const { dictionaries, descriptions } = partsOf(source);
  const all = dictionaries.join("\n");
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(all)) return closed();
  if (/\/(?:JavaScript|JS|Launch)(?![A-Za-z])/.test(all)) return active();
  const claim = claimOf(descriptions);
  return { pages: pagesOf(dictionaries), claim, doubtful: claim !== null && isAgainst(all) };
}

/** Objects of a file without what their streams hold, those that are packed among them, and descriptions of the file (XMP). */
function partsOf(source: string): { readonly dictionaries: string[]; readonly descriptions: string[] } {
  const dictionaries: string[] = [];
  const descriptions: string[] = [];
  let room = MOST_UNPACKED;
  // A stream ends where the first mark of its end stands: lengths may be objects of their own, and scanners write wrong ones.
  for (const part of source.split("endobj")) {
    const at = /stream\r?\n/.exec(part);
    const head = at === null ? part : part.slice(0, at.index);
    dictionaries.push(head);
    if (at === null || !/\/Type\s*\/(?:ObjStm|Metadata)\b/.test(head)) continue;
    const held = part.slice(at.index + at[0].length).replace(/\r?\n?endstream[\s\S]*$/, "");
    const plain = /\/FlateDecode\b/.test(head) ? unpacked(held, room) : held;
    room -= plain.length;
    if (/\/ObjStm\b/.test(head)) dictionaries.push(...packedObjects(head, plain));
    else descriptions.push(Buffer.from(plain, "latin1").toString("utf8"));
  }
  return { dictionaries, descriptions };
}

function unpacked(data: string, maxOutputLength: number): string {
  try {
    return inflateSync(Buffer.from(data, "latin1"), { maxOutputLength: Math.max(1, maxOutputLength) }).toString(
      "latin1",
    );
  } catch {
    return "";
  }
}

/** @see ISO 32000-1, 7.5.7: numbers and places of the objects stand first. */
function packedObjects(head: string, plain: string): string[] {
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const numbers = plain.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = numbers.filter((_, index) => index % 2 === 1).map((start) => first + start);
  return starts.map((start, index) => plain.slice(start, starts[index + 1]));
}

/** The root of the tree of pages counts all of them. */
function pagesOf(dictionaries: readonly string[]): number | null {
  const counts = dictionaries
    .filter((one) => /\/Type\s*\/Pages\b/.test(one))
    .flatMap((one) => /\/Count\s+(\d+)/.exec(one)?.[1] ?? [])
    .map(Number);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : most;
}

function claimOf(descriptions: readonly string[]): string | null {
  const value = (name: string): string | undefined =>
    descriptions
      .map((one) => new RegExp(`pdfaid:${name}(?:>|\\s*=\\s*["'])\\s*([0-9A-Za-z]+)`).exec(one)?.[1])
      .find((found) => found !== undefined);
  const part = value("part");
  return part === undefined ? null : `PDF/A-${part}${(value("conformance") ?? "").toLowerCase()}`;
}

/** What no PDF/A has: colours without an output intent, a font without its file. @see ISO 19005-2, 6.2.3 and 6.2.11.4 */
function isAgainst(all: string): boolean {
  const described = all.match(/\/Type\s*\/FontDescriptor\b/g)?.length ?? 0;
  const embedded = all.match(/\/FontFile[23]?\s+\d/g)?.length ?? 0;
  return !/\/S\s*\/GTS_PDFA1\b/.test(all) || embedded < described;
}

function damaged(): PaperFault {
  return {
    finding: FINDINGS.TRC3324,
    message: text("PDF обрывается: конца файла нет", "The PDF breaks off: it has no end"),
    hints: text("Получите или отсканируйте файл ещё раз", "Get the file, or scan the paper, again"),
  };
}

function closed(): PaperFault {
  return {
    finding: FINDINGS.TRC3325,
    message: text("PDF закрыт паролем или правами", "The PDF is closed by a password or rights"),
    hints: text(
      "Попросите файл без защиты или напечатайте его и отсканируйте",
      "Ask for the file without protection, or print and scan it",
    ),
  };
}

function active(): PaperFault {
  return {
    finding: FINDINGS.TRC3325,
    message: text("В PDF есть сценарий или запуск программы", "The PDF holds a script, or starts a program"),
    hints: text(
      "Напечатайте файл в PDF ещё раз («Печать – в PDF»): сценарии уйдут, страницы останутся",
      "Print the file to PDF again: scripts go, pages stay",
    ),
  };
}
