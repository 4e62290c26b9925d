import PDFDocument from "pdfkit";
import type { Flow } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import type { Layout } from "../../layout/index.ts";
import { FontSet } from "./font-set.ts";
import { type Gatherable, gather } from "./gather.ts";
import { addOutline, type OutlineHost } from "./outline.ts";
import { type PageHost, Painter } from "./painter.ts";
import { type Correctable, correct, PRODUCER } from "./pdfkit-corrections.ts";
import { buildStructure, type Element, nameNotes } from "./structure.ts";

/** What we use of pdfkit's document beyond its published types. */
type Host = PageHost & Correctable & OutlineHost & Gatherable & { end(): void };

/** A document of a file: its pages, and what they show. */
type Part = { readonly layout: Layout; readonly flow: Flow; readonly fonts: Fonts };

/**
 * Paints a layout as PDF/A-2a and PDF/UA-1: embedded subsets, tags in reading order, language, title, bookmarks, XMP.
 * The same layout gives the same bytes: the only date is the document's own.
 */
export async function writePdf(layout: Layout, flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  return writeParts([{ layout, flow, fonts }], flow.meta);
}

/**
 * Paints several documents as one file for the printer, as they are laid out: each keeps its page numbers, its tags and its links, and has its
 * bookmarks under one with its title. Fonts are embedded once.
 *
 * @param title of the whole
 */
export async function writeTogether(parts: readonly [Part, ...Part[]], title: string): Promise<Uint8Array> {
  const dates = parts.flatMap(({ flow }) => flow.meta.date ?? []).sort();
  return writeParts(parts, { ...parts[0].flow.meta, title, date: dates.at(-1) ?? null });
}

async function writeParts(parts: readonly Part[], meta: Flow["meta"]): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: false,
    pdfVersion: "1.7",
    subset: "PDF/A-2a" as "PDF/A-2",
    tagged: true,
    lang: meta.language,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: meta.title,
      Author: meta.author,
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: new Date(`${meta.date ?? "1970-01-01"}T12:00:00Z`),
    },
  }) as unknown as Host;
  const bytes = gather(document);
  correct(document, meta);
  const set = new FontSet(document, new Set(parts.map(({ fonts }) => fonts.regular)));
  const notes: Element[] = [];
  for (const [index, { layout, flow, fonts }] of parts.entries()) {
    // Names of places are those of one document.
    const painter = new Painter(document, { fonts, set, flow, names: parts.length === 1 ? "" : `${index + 1}-` });
    for (const page of layout.pages) painter.page(page);
    buildStructure(document, flow, painter.content.marked, notes);
    addOutline(document, flow, painter.targets, parts.length > 1);
  }
  nameNotes(document, notes);
  document.end();
  return bytes;
}
