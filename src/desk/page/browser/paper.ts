import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { byId, element, onScreen, say } from "./dom.ts";

/** Served from the package beside the page; too large to wait for with the list. */
const PDF_JS: string = "/pdf.mjs";
const WORKER = "/pdf.worker.mjs";

type PdfJs = typeof import("pdfjs-dist");
type Sheet = {
  readonly holder: HTMLElement;
  readonly text: HTMLElement;
  readonly page: PDFPageProxy;
  drawn: string;
};

const MARGIN_PX = 48;
const NARROW_MARGIN_PX = 16;
/** A page of A4 is drawn at most this wide when it fits the window. */
const WIDEST_PX = 860;
/** Pixels a point on paper: 200 a inch. */
const PRINT_SCALE = 200 / 72;
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
    this.#scroller.addEventListener("scroll", () => this.#tell(), { passive: true });
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

  /**
   * Shows a version of a document; resolves to false when something newer was asked for meanwhile.
   *
   * @param pdf the version in Base64, where it has come already
   */
  async show(id: string, version: string, pdf: string | null): Promise<boolean> {
    // Overtakes what is under way, also where what is asked for is there already.
    const wanted = ++this.#wanted;
    if (this.#shown?.id === id && this.#shown.version === version) return true;
    const come = pdf === null ? fetchPdf(id, version) : Uint8Array.from(atob(pdf), (byte) => byte.charCodeAt(0));
    const [{ pdf: library, worker }, data] = await Promise.all([this.#library, come]);
    if (wanted !== this.#wanted || data === null) return false;
    // Letters are drawn as shapes: a face would be handed to the browser, and waited for, at every version.
    const drawing = { useWasm: false, isEvalSupported: false, disableFontFace: true };
    const task = library.getDocument({ data, worker, ...drawing, verbosity: 0 });
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
    this.#tell();
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
    this.#tell();
    // Of pages that are gone meanwhile nobody reads the text.
    this.#write(sheets).catch((error: unknown) => {
      if (this.#sheets === sheets) throw error;
    });
  }

  /** «3 из 15»: the page at the middle of the screen. */
  #tell(): void {
    const middle = this.#scroller.getBoundingClientRect().top + this.#scroller.clientHeight / 2;
    const index = this.#sheets.findLastIndex(({ holder }) => holder.getBoundingClientRect().top <= middle);
    const count = this.#sheets.length;
    byId("page-of").textContent = count === 0 ? "" : `${Math.max(index, 0) + 1} ${say("of")} ${count}`;
  }

  /** Prints every page of the document, whichever are drawn on the screen. */
  async print(): Promise<void> {
    const sheets = this.#sheets;
    const images: HTMLImageElement[] = [];
    const canvas = element("canvas");
    for (const { page } of sheets) {
      const viewport = page.getViewport({ scale: PRINT_SCALE });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, viewport }).promise;
      const picture = await new Promise<Blob | null>((made) => canvas.toBlob(made));
      if (picture === null || sheets !== this.#sheets) return;
      const wide = viewport.width > viewport.height;
      const image = element("img", { src: URL.createObjectURL(picture), alt: "", class: wide ? "wide" : null });
      await image.decode();
      images.push(image);
    }
    const printed = byId("print");
    printed.replaceChildren(...images);
    const empty = (): void => {
      for (const { src } of images) URL.revokeObjectURL(src);
      printed.replaceChildren();
    };
    addEventListener("afterprint", empty, { once: true });
    globalThis.print();
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
    const text = element("div", { class: "text" });
    holder.append(text);
    const sheet = { holder, text, page, drawn: "" };
    this.#measure(sheet);
    return sheet;
  }

  #measure({ holder, text, page }: Sheet): void {
    const { width, height, scale } = this.#viewport(page);
    text.style.setProperty("--total-scale-factor", String(scale));
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
    try {
      // As for the printer: what is drawn aside needs not wait for the screen, stretch by stretch.
      await sheet.page.render({ canvas, viewport, intent: "print", ...transform }).promise;
    } catch (error) {
      // Another document took the place of this one while it was drawn.
      if ((error as Error).name !== "RenderingCancelledException") throw error;
      return;
    }
    if (sheet.drawn !== key) return;
    sheet.holder.querySelector("canvas")?.remove();
    sheet.holder.prepend(canvas);
  }

  /** Lets the picture of a page go: a long document would fill the memory. */
  #release(sheet: Sheet): void {
    const canvas = sheet.holder.querySelector("canvas");
    sheet.drawn = "";
    if (canvas === null) return;
    canvas.width = 0;
    canvas.remove();
  }

  /** The text of all pages, those in view first: it can be found, selected and read aloud, also where no picture is drawn. */
  async #write(sheets: readonly Sheet[]): Promise<void> {
    const { pdf } = await this.#library;
    // The picture first: it is what somebody waits for.
    await onScreen();
    const near = new Set(this.#visible());
    const ordered = [...sheets].sort(
      (a, b) => Number(near.has(sheets.indexOf(b))) - Number(near.has(sheets.indexOf(a))),
    );
    for (const { page, holder, text } of ordered) {
      if (!holder.isConnected) return;
      const textContentSource = await page.getTextContent();
      const layer = new pdf.TextLayer({ textContentSource, container: text, viewport: this.#viewport(page) });
      await layer.render();
    }
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const sheet = this.#sheets.find(({ holder }) => holder === target);
      if (sheet === undefined) continue;
      if (isIntersecting) void this.#draw(sheet);
      else this.#release(sheet);
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
