import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { byId, element, say } from "./dom.ts";

/** Served from the package beside the page; too large to wait for with the list. */
const PDF_JS: string = "/pdf.mjs";
const WORKER = "/pdf.worker.mjs";

type PdfJs = typeof import("pdfjs-dist");
type Sheet = { readonly holder: HTMLElement; readonly page: PDFPageProxy; drawn: string };

const MARGIN_PX = 48;
const NARROW_MARGIN_PX = 16;
/** A page of A4 is drawn at most this wide when it fits the window. */
const WIDEST_PX = 860;
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

/** The pages of one document. A new version is drawn aside and put in place at once, at the same scroll. */
export class Paper {
  readonly #pages = byId("pages");
  readonly #scroller = byId("paper");
  readonly #library: Promise<{ readonly pdf: PdfJs; readonly worker: InstanceType<PdfJs["PDFWorker"]> }>;
  readonly #seen: IntersectionObserver;
  #sheets: Sheet[] = [];
  #document: PDFDocumentProxy | null = null;
  #shown: { readonly id: string; readonly version: string } | null = null;
  #wanted = 0;
  #zoom = 1;

  constructor() {
    this.#library = openLibrary();
    this.#seen = new IntersectionObserver((entries) => this.#onSeen(entries), {
      root: this.#scroller,
      rootMargin: "400px",
    });
    let width = 0;
    new ResizeObserver(() => {
      if (this.#scroller.clientWidth === width) return;
      width = this.#scroller.clientWidth;
      void this.#redraw();
    }).observe(this.#scroller);
  }

  get shown(): { readonly id: string; readonly version: string } | null {
    return this.#shown;
  }

  get zoom(): number {
    return this.#zoom;
  }

  /** Shows a version of a document; resolves to false when something newer was asked for meanwhile. */
  async show(id: string, version: string): Promise<boolean> {
    if (this.#shown?.id === id && this.#shown.version === version) return true;
    const wanted = ++this.#wanted;
    const [{ pdf, worker }, data] = await Promise.all([this.#library, fetchPdf(id, version)]);
    if (wanted !== this.#wanted || data === null) return false;
    const task = pdf.getDocument({ data, worker, useWasm: false, isEvalSupported: false, verbosity: 0 });
    const document = await task.promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
    );
    const sheets = pages.map((page, index) => this.#sheet(page, index, pages.length));
    const same = this.#shown?.id === id;
    const visible = same ? this.#visible() : [0, 1];
    await Promise.all(visible.flatMap((index) => sheets[index] ?? []).map((sheet) => this.#draw(sheet)));
    if (wanted !== this.#wanted) {
      await task.destroy();
      return false;
    }
    this.#put(sheets, same);
    const before = this.#document;
    this.#document = document;
    this.#shown = { id, version };
    void before?.loadingTask.destroy();
    return true;
  }

  clear(text: string): void {
    this.#wanted++;
    this.#shown = null;
    this.#sheets = [];
    this.#pages.replaceChildren(element("p", { class: "empty" }, text));
  }

  /** A step larger or smaller; 0 fits the width again. */
  async zoomBy(step: 1 | -1 | 0): Promise<void> {
    const index = ZOOMS.indexOf(this.#zoom);
    this.#zoom = step === 0 ? 1 : (ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, index + step))] ?? 1);
    await this.#redraw();
  }

  #put(sheets: Sheet[], same: boolean): void {
    const { scrollTop } = this.#scroller;
    this.#seen.disconnect();
    this.#sheets = sheets;
    this.#pages.replaceChildren(...sheets.map(({ holder }) => holder));
    this.#scroller.scrollTop = same ? scrollTop : 0;
    for (const { holder } of sheets) this.#seen.observe(holder);
  }

  /** Indexes of the pages in view. */
  #visible(): number[] {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    return this.#sheets.flatMap(({ holder }, index) => {
      const box = holder.getBoundingClientRect();
      return box.bottom > top && box.top < bottom ? [index] : [];
    });
  }

  #sheet(page: PDFPageProxy, index: number, count: number): Sheet {
    const label = `${say("page")} ${index + 1} ${say("of")} ${count}`;
    const holder = element("section", { class: "page", "aria-label": label });
    const sheet = { holder, page, drawn: "" };
    this.#measure(sheet);
    return sheet;
  }

  #measure({ holder, page }: Sheet): void {
    const { width, height } = this.#viewport(page);
    holder.style.width = `${width}px`;
    holder.style.height = `${height}px`;
  }

  #viewport(page: PDFPageProxy): ReturnType<PDFPageProxy["getViewport"]> {
    const natural = page.getViewport({ scale: 1 });
    const room = this.#scroller.clientWidth - (this.#scroller.clientWidth < 700 ? NARROW_MARGIN_PX : MARGIN_PX) * 2;
    // Landscape pages get the room that portrait ones leave at their sides.
    const widest = WIDEST_PX * Math.max(1, natural.width / 595);
    return page.getViewport({ scale: (Math.min(room, widest) / natural.width) * this.#zoom });
  }

  async #draw(sheet: Sheet): Promise<void> {
    const viewport = this.#viewport(sheet.page);
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const key = `${viewport.scale}*${ratio}`;
    if (sheet.drawn === key) return;
    sheet.drawn = key;
    const canvas = element("canvas", { "aria-hidden": "true" });
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    const transform = ratio === 1 ? {} : { transform: [ratio, 0, 0, ratio, 0, 0] };
    await sheet.page.render({ canvas, viewport, ...transform }).promise;
    const text = element("div", { class: "text" });
    text.style.setProperty("--total-scale-factor", String(viewport.scale));
    sheet.holder.replaceChildren(canvas, text);
    // The text can be selected and read aloud; it may come after the picture.
    void this.#library.then(async ({ pdf }) => {
      const source = await sheet.page.getTextContent();
      await new pdf.TextLayer({ textContentSource: source, container: text, viewport }).render();
    });
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const sheet = this.#sheets.find(({ holder }) => holder === target);
      if (isIntersecting && sheet !== undefined) void this.#draw(sheet);
    }
  }

  async #redraw(): Promise<void> {
    for (const sheet of this.#sheets) this.#measure(sheet);
    for (const index of this.#visible()) {
      const sheet = this.#sheets[index];
      if (sheet !== undefined) await this.#draw(sheet);
    }
    // The others are drawn when they come into view.
    this.#seen.disconnect();
    for (const { holder } of this.#sheets) this.#seen.observe(holder);
  }
}

async function openLibrary(): Promise<{ readonly pdf: PdfJs; readonly worker: InstanceType<PdfJs["PDFWorker"]> }> {
  const pdf = (await import(PDF_JS)) as PdfJs;
  pdf.GlobalWorkerOptions.workerSrc = WORKER;
  return { pdf, worker: pdf.PDFWorker.create({}) };
}

async function fetchPdf(id: string, version: string): Promise<ArrayBuffer | null> {
  const answer = await fetch(`pdf/${encodeURIComponent(id)}?version=${version}`);
  return answer.ok ? answer.arrayBuffer() : null;
}
