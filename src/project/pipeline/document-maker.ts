import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, raise, startOf, text } from "../../base/diagnostics/index.ts";
import type { FinishedDocument } from "../../paperwork/rules/index.ts";
import type { DocumentJob, KindSet } from "../../typesetting/kinds/index.ts";
import { USUAL } from "../../typesetting/markup/index.ts";
import { type FormatName, type WriteInput, writeFormat } from "../formats/index.ts";
import type { ManifestDocument } from "../output/index.ts";
import { digestDependencies } from "./dependencies.ts";
import { FINDINGS } from "./findings.ts";
import { type FinishedPages, finishedPages } from "./finished-pages.ts";
import { type Laid, manifestEntry } from "./laid-document.ts";
import { atTheirWords, layDocument, layPages, renderToLay, sheetOf, type ToLay } from "./lay-document.ts";
import type { Press } from "./press.ts";
import type { Rendered, RenderSet } from "./render-job.ts";
import { finishedDocument } from "./set-rules.ts";
import { type Dependency, Trace, traced } from "./trace.ts";
import { withinTime } from "./within-time.ts";

/** A document of the set: made now or taken from the store, which cannot be distinguished. Its pages are laid out when they are asked for. */
export type MadeDocument = Laid & {
  /** Entry of the manifest, without files. */
  readonly entry: ManifestDocument;
  /** What the rules look at in it. */
  readonly finished: FinishedDocument;
  /** Name of the result: the same name is the same document, byte for byte. */
  readonly key: string;
  /** Its bytes in a format. */
  readonly write: (format: FormatName) => Promise<Uint8Array>;
};

/** What one folder's documents are made from. */
export type MakerSet = {
  readonly render: RenderSet;
  readonly kinds: KindSet;
  readonly digests: ReadonlyMap<string, string>;
  readonly centre: string;
  /** Part of the output that its centre has. */
  readonly folder: string;
};

/** A document made, or what stands against it. */
export type Made = { readonly document?: MadeDocument; readonly diagnostics: readonly Diagnostic[] };

/** Pages of a document and what was found on them; `input` where they were laid out here. */
type LaidPages = {
  readonly pages: FinishedPages;
  readonly diagnostics: readonly Diagnostic[];
  readonly input?: WriteInput;
};

/** What is stored of a document. */
type Cached = {
  /** All of it is plain data but the job, which is at hand. */
  readonly rendered: Omit<Rendered, "job">;
  readonly entry: ManifestDocument;
  readonly finished: Omit<FinishedDocument, "record" | "model">;
  /** Names what its pages and files follow from. */
  readonly look: string;
  readonly diagnostics: readonly Diagnostic[];
};
/** What a process that goes on keeps of a document besides: no need to read it again, or to lay it out for a writer. */
export type Warm = { readonly key: string; readonly cached: Cached; readonly input?: WriteInput };

/** So many lists of dependencies are remembered of a document, so that going back to an earlier state finds its result. */
const LISTS = 4;

/** How much was done rather than found in the store. */
export type Work = { rendered: number; written: number };

/**
 * Makes documents, or finds them made. A result is stored under the digest of everything the document read while it was made, each dependency
 * with its value; which ones those were is stored under the name of the document. So a result is found only when every dependency has
 * the value it had then, and since making a document is a function of its dependencies, what is found is what would be made.
 */
export class DocumentMaker {
  readonly work: Work = { rendered: 0, written: 0 };
  readonly #store: Store;
  readonly #base: readonly unknown[];
  readonly #warm: Map<string, Warm>;
  readonly #press: Press | null;
  /** True when a document took more time than there is. */
  #late = false;

  /**
   * @param base what all documents depend on besides their dependencies: the engine and the options
   * @param warm documents of the process by name
   * @param press lays out and writes what is not in the store
   */
  constructor(store: Store, base: readonly unknown[], warm: Map<string, Warm>, press: Press | null) {
    this.#store = store;
    this.#base = base;
    this.#warm = warm;
    this.#press = press;
  }

  /** Makes a document. With a press another may be begun before this one is done. */
  async make(job: DocumentJob, set: MakerSet): Promise<Made> {
    const { kind, record, ...rest } = job;
    const name = digestOf([this.#base, set.centre, { ...rest, kind: kind.id, record: [record.collection, record.id] }]);
    const digest = digestDependencies({ set: set.render, kinds: set.kinds, digests: set.digests });
    const before = (await readJson<readonly (readonly Dependency[])[]>(this.#store, name)) ?? [];
    for (const list of before) {
      const key = digestOf([name, digest(list)]);
      const cached = await this.#cached(name, key);
      if (cached !== undefined)
        return { document: this.#document(job, set, name, key, cached), diagnostics: cached.diagnostics };
    }
    // One document without an end is enough: nobody waits for the next.
    if (this.#late) return { diagnostics: [] };
    const trace = new Trace();
    const rendered = this.#watched(job, set, trace, (watched) => renderToLay(job, watched));
    this.work.rendered++;
    if (rendered === null) return { diagnostics: [this.#outOfTime(job, set)] };
    if (rendered.value === undefined) return { diagnostics: rendered.diagnostics };
    const { value: toLay } = rendered;
    const look = digestOf([this.#base, sheetOf(toLay), set.render.fonts.digest]);
    // A document whose dependencies changed often comes out as it was: then its pages and its files are there.
    const known = await readJson<FinishedPages>(this.#store, look);
    const laid: LaidPages | null = known
      ? { pages: known, diagnostics: [] }
      : await this.#lay(toLay, look, trace, job, set);
    if (this.#late) return { diagnostics: [] };
    if (laid === null) return { diagnostics: [this.#outOfTime(job, set)] };
    const { pages, input } = laid;
    const diagnostics = [...rendered.diagnostics, ...laid.diagnostics];
    if (known === undefined && laid.diagnostics.length === 0) await writeJson(this.#store, look, pages);
    const key = digestOf([name, digest(trace.dependencies)]);
    const cached = cacheEntry(toLay.rendered, pages, { set, look, diagnostics });
    this.#warm.set(name, { key, cached, ...(input && { input }) });
    if (!hasErrors(diagnostics)) {
      await writeJson(this.#store, key, cached);
      const others = before.filter((list) => JSON.stringify(list) !== JSON.stringify(trace.dependencies));
      await writeJson(this.#store, name, [trace.dependencies, ...others].slice(0, LISTS));
    }
    return { document: this.#document(job, set, name, key, cached), diagnostics };
  }

  async #cached(name: string, key: string): Promise<Cached | undefined> {
    const warm = this.#warm.get(name);
    if (warm?.key === key) return warm.cached;
    const cached = await readJson<Cached>(this.#store, key);
    if (cached !== undefined) this.#warm.set(name, { key, cached });
    return cached;
  }

  /** Lays a document out, here or by the press; null when its time was too short. */
  async #lay(toLay: ToLay, look: string, trace: Trace, job: DocumentJob, set: MakerSet): Promise<LaidPages | null> {
    if (this.#press === null) {
      const laid = this.#watched(job, set, trace, (watched) => layPages(toLay, job, watched));
      return laid && { ...laid, pages: finishedPages(laid.input) };
    }
    const pressed = await this.#press.press(look, sheetOf(toLay), secondsOf(set));
    if (pressed === null) return null;
    const { pages, found } = pressed;
    const placed = this.#watched(job, set, trace, (watched) => atTheirWords(found, toLay, job, watched));
    return placed && { pages, diagnostics: placed };
  }

  /** Does a part of making a document in its time, watching what it reads; null when that was too short. */
  #watched<T>(job: DocumentJob, set: MakerSet, trace: Trace, work: (watched: RenderSet) => T): T | null {
    trace.read("record", job.record.collection, job.record.id);
    trace.read("template", job.kind.name.path);
    return withinTime(secondsOf(set), () => traced(set.render, trace, work))?.value ?? null;
  }

  #outOfTime(job: DocumentJob, set: MakerSet): Diagnostic {
    this.#late = true;
    return outOfTime(job, secondsOf(set));
  }

  #layAgain(job: DocumentJob, set: MakerSet): WriteInput | undefined {
    this.work.rendered++;
    return this.#watched(job, set, new Trace(), (watched) => layDocument(job, watched))?.value?.input;
  }

  #document(job: DocumentJob, set: MakerSet, name: string, key: string, cached: Cached): MadeDocument {
    const pages = (): WriteInput => {
      const warm = this.#warm.get(name);
      const known = (warm?.key === key ? warm.input : undefined) ?? this.#layAgain(job, set);
      if (known === undefined) throw new Error(`a document that was made cannot be made again: ${job.id}`);
      this.#warm.set(name, { key, cached, input: known });
      return known;
    };
    const write = async (format: FormatName): Promise<Uint8Array> => {
      const file = digestOf([cached.look, format]);
      const found = await this.#store.read(file);
      if (found !== undefined) return found;
      this.work.written++;
      const bytes = (await this.#press?.written(cached.look, format)) ?? (await writeFormat(format, pages()));
      await this.#store.write(file, bytes);
      return bytes;
    };
    const { rendered, entry, finished } = cached;
    return {
      centre: set.centre,
      folder: set.folder,
      rendered: { ...rendered, job },
      get input() {
        return pages();
      },
      entry,
      finished: { ...finished, model: rendered.model, record: job.record },
      key,
      write,
    };
  }
}

function secondsOf({ render }: MakerSet): number {
  return USUAL.seconds * render.budget;
}

function outOfTime({ kind, record }: DocumentJob, seconds: number): Diagnostic {
  return raise(FINDINGS.TRC3011, {
    message: text(
      `Документ «${kind.title}» не сделан за ${seconds} с; остальные после него не делались`,
      `The document “${kind.title}” was not made within ${seconds} s; those after it were not tried`,
    ),
    place: startOf(kind.body.path),
    related: [
      {
        message: text("документ делался по этой записи", "the document was made from this record"),
        place: record.placeOf(""),
      },
    ],
  });
}

function cacheEntry(
  rendered: Rendered,
  pages: FinishedPages,
  { set: { centre }, look, diagnostics }: Pick<Cached, "look" | "diagnostics"> & { readonly set: MakerSet },
): Cached {
  const { job: _job, ...own } = rendered;
  const { model: _model, ...finished } = finishedDocument(rendered, pages);
  const entry = manifestEntry({ centre, rendered, pages: pages.pages.length }, []);
  return { rendered: own, entry, finished, look, diagnostics };
}
