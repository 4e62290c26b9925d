import PDFDocument from "pdfkit";
import type { Flow } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import type { Layout } from "../../layout/index.ts";
import { type Gatherable, gather } from "./gather.ts";
import { addOutline, type OutlineHost } from "./outline.ts";
import { type PageHost, Painter } from "./painter.ts";
import { type Correctable, correct, PRODUCER } from "./pdfkit-corrections.ts";
import { buildStructure } from "./structure.ts";

/** What we use of pdfkit's document beyond its published types. */
type Host = PageHost & Correctable & OutlineHost & Gatherable & { end(): void };

/**
 * Paints a layout as PDF/A-2a and PDF/UA-1: embedded subsets, tags in reading order, language, title, bookmarks, XMP.
 * The same layout gives the same bytes: the only date is the document's own.
 */
export async function writePdf(layout: Layout, flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  const { meta } = flow;
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
  const painter = new Painter(document, fonts, flow);
  for (const page of layout.pages) painter.page(page);
  buildStructure(document, flow, painter.content.marked);
  addOutline(document, flow, painter.targets);
  document.end();
  return bytes;
}
