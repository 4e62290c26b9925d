import { resolve } from "node:path";
import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, sortDiagnostics, type WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import type { HeadKeeper } from "../../paperwork/register/index.ts";
import type { Budget } from "../../typesetting/markup/index.ts";
import type { FormatName } from "../formats/index.ts";
import {
  type EditionName,
  type ManifestDocument,
  type ManifestFile,
  type ManifestHead,
  type OutputDocument,
  otherEdition,
  outputFault,
  type Published,
  publish,
  type RedactionLog,
  redactionFault,
  unsafeOutput,
  upToDate,
  writeRedactions,
} from "../output/index.ts";
import { type ListFolder, readSources, type Sources, safeFileName, uniqueNames } from "../reading/index.ts";
import type { MadeDocument } from "./document-maker.ts";
import { engineIdentity } from "./engine-identity.ts";
import type { Laid } from "./laid-document.ts";
import type { BuildInput, BuildSession } from "./make-set.ts";
import { openSession } from "./open-session.ts";
import { lostEntries, registerHeads, registerKeepers, sealsOf } from "./register-keepers.ts";

/** The AbortSignal that ends a run; what of it is used, for a program whose types know neither Node nor browsers. */
export type RunSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : {
      readonly aborted: boolean;
      /** Throws the reason of the end once `aborted` is true. */
      throwIfAborted(): void;
    };

/** What is built, where to, in which edition and formats. */
export type BuildOptions = {
  /** Content folders; patterns with `*` are expanded. */
  readonly content: readonly string[];
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Output folder; null only checks. */
  readonly out: string | null;
  /** Kinds or document ids; empty means all. */
  readonly only: readonly string[];
  /** True where the command takes them as arguments instead of by `--only`; TRC0004 names what was typed. */
  readonly asArguments?: boolean;
  readonly formats: readonly FormatName[];
  /** Without it the original. */
  readonly edition?: EditionName;
  /** Templates see `draft`: a cover says so plainly. Unconfirmed forms of words are marked in it and stop nothing. */
  readonly draft?: boolean;
  /** How much more than usual a document may cost in time, memory and output: 1 is the usual. */
  readonly budget?: Budget | undefined;
  /** What is kept between runs; without it everything is made anew. */
  readonly cache?: Store | null;
  /** Kept by a process that builds again and again; it brings its own cache. */
  readonly session?: BuildSession;
  readonly signal?: RunSignal;
  /** Called after each document. */
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Day of the check, ISO: documents dated later are errors. Without it nothing depends on the day. */
  readonly today?: string;
  /** Bytes that stand for those of files on the disk, by the name the file is shown under: `content/orders/2025/91-od-2025.yaml`. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  /** What else remembers the registers, besides git and the set in `out`: an archive, the last release. */
  readonly keepers?: readonly HeadKeeper[];
  /** How folders are listed; the result does not depend on the order it gives. */
  readonly listFolder?: ListFolder;
};

/** How far a build has come. */
export type BuildProgress = { readonly done: number; readonly total: number; readonly title: string };

/** The result of a run, for those who want the files and the findings. */
export type UpdateReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that the records waive. */
  readonly waived: readonly WaivedDiagnostic[];
  /** What was made (or checked), in the order of the set. */
  readonly documents: readonly ManifestDocument[];
  readonly out: string | null;
  readonly published: Published | null;
  /** What the public edition withheld; null for the original. */
  readonly redactions: RedactionLog | null;
  /** File of that log, when it was written. */
  readonly redactionLog: string | null;
  /** Documents rendered and files written by a writer in this run; the others were found in the cache. */
  readonly work: { readonly rendered: number; readonly written: number };
  /** Text of any file that was read, by its shown name. */
  readonly sourceOf: (file: string) => string | undefined;
};

/** The result of a run, for those who work with the documents themselves. */
export type BuildReport = UpdateReport & {
  /** The documents themselves, in the order of the set; empty where findings kept them from being made. */
  readonly laid: readonly Laid[];
  /** True when only some documents were asked for. */
  readonly partial: boolean;
  /** Every folder that was read, with its files. */
  readonly inputs: readonly BuildInput[];
};

/**
 * Builds the whole set of one or several content folders, or checks it when `out` is null. Every finding is collected; nothing is written
 * when any of them is an error. @throws when the signal is aborted, or on a fault of the program
 */
export async function buildSet(options: BuildOptions): Promise<BuildReport> {
  return (await Run.of(options)).anew();
}

/** As `buildSet`, but a set that the cache knows whole, and that lies in `out` as it should, is not looked into at all. */
export async function updateSet(options: BuildOptions): Promise<UpdateReport> {
  const run = await Run.of(options);
  return (await run.known()) ?? run.anew();
}

/** What is stored of a run without errors. */
type LastRun = Pick<UpdateReport, "documents" | "diagnostics" | "waived"> & {
  readonly registers: readonly ManifestHead[];
  /** Seals of all entries of the registers. */
  readonly seals: readonly string[];
};

class Run {
  readonly #options: BuildOptions;
  readonly #sources: Sources;
  readonly #keepers: readonly HeadKeeper[];
  readonly #found: Diagnostic[] = [];
  readonly #waived: WaivedDiagnostic[] = [];
  #total = 0;
  #done = 0;

  private constructor(options: BuildOptions, sources: Sources, keepers: readonly HeadKeeper[]) {
    this.#options = options;
    this.#sources = sources;
    this.#keepers = keepers;
  }

  static async of(options: BuildOptions): Promise<Run> {
    const sources = await readSources(options);
    const kept = await registerKeepers(sources.folders, options.out);
    return new Run(options, sources, [...kept, ...(options.keepers ?? [])]);
  }

  /** The report of an earlier run over the same bytes, when what it put out is still there. */
  async known(): Promise<UpdateReport | null> {
    const { out, cache, edition } = this.#options;
    // The log of a public edition is written with every run.
    if (!cache || edition === "public" || hasErrors(this.#sources.diagnostics)) return null;
    if (out !== null && (await this.#unsafe(out)) !== null) return null;
    const last = await readJson<LastRun>(cache, await this.#name());
    if (last === undefined) return null;
    const seals = new Set(last.seals);
    if (this.#keepers.some(({ heads }) => heads.some(({ seal }) => !seals.has(seal)))) return null;
    if (out !== null && !(await upToDate(out, last, this.#options.only.length > 0))) return null;
    this.#found.push(...last.diagnostics);
    this.#waived.push(...last.waived);
    return this.#report(last.documents, { rendered: 0, written: 0 }, out === null ? null : { removed: [], kept: [] });
  }

  async anew(): Promise<BuildReport> {
    const { out, only, asArguments, today = null, edition = "original", draft = false, cache = null } = this.#options;
    const session = this.#options.session ?? (await openSession(cache));
    const set = await session.make(
      this.#sources,
      {
        only,
        asArguments,
        today,
        edition,
        draft,
        budget: this.#options.budget,
        final: out !== null && !draft,
        rendering: renderingOptions(this.#options),
        engine: await engineIdentity(),
      },
      { plan: (more) => this.#plan(more), step: (title) => this.#step(title) },
    );
    this.#found.push(...set.diagnostics);
    this.#waived.push(...set.waived);
    this.#found.push(...lostEntries(set.inputs, this.#keepers));
    // A public edition says nothing of what is not in it.
    const registers = edition === "public" ? [] : registerHeads(set.inputs);
    const report = (
      documents: readonly ManifestDocument[],
      published: Published | null,
      log: string | null = null,
    ): BuildReport => ({
      ...this.#report(documents, set.work, published),
      redactions: set.redactions,
      redactionLog: log,
      laid: set.documents,
      partial: only.length > 0,
      inputs: set.inputs,
    });
    if (hasErrors(this.#found)) return report([], null);
    const written =
      out === null ? set.documents.map(({ entry }) => ({ entry, files: [] })) : await this.#writeAll(set.documents);
    const published = out === null ? null : await this.#publish(out, written, registers);
    const log = published === null ? null : await this.#writeRedactions(out ?? "", set.redactions);
    const documents = written.map(({ entry }) => entry);
    if (hasErrors(this.#found)) return report([], published);
    if (cache) {
      const seals = sealsOf(set.inputs);
      const last: LastRun = { documents, diagnostics: this.#found, waived: this.#waived, registers, seals };
      await writeJson(cache, await this.#name(), last);
    }
    if (set.work.rendered > 0) await cache?.prune();
    return report(documents, published, log);
  }

  #report(
    documents: readonly ManifestDocument[],
    work: BuildReport["work"],
    published: Published | null,
  ): UpdateReport {
    const { out } = this.#options;
    return {
      diagnostics: sortDiagnostics(this.#found),
      waived: this.#waived,
      documents,
      out: out === null ? null : resolve(out),
      published,
      redactions: null,
      redactionLog: null,
      work: { ...work },
      sourceOf: this.#sources.sourceOf,
    };
  }

  /** Names the result of a run that had exactly these inputs: every byte of every file, the options and the engine. */
  async #name(): Promise<string> {
    const { out, only, formats, today = null } = this.#options;
    return digestOf([
      await engineIdentity(),
      { only, formats, today, writes: out !== null, ...renderingOptions(this.#options) },
      this.#sources.folders.map(({ centre, files }) => [centre, files?.map(({ path }) => path) ?? null]),
      this.#sources.templates?.map(({ path }) => path) ?? null,
      [...this.#sources.digests],
    ]);
  }

  /** Writes every document in every format, in memory. */
  async #writeAll(documents: readonly MadeDocument[]): Promise<OutputDocument[]> {
    this.#plan(documents.length);
    const paths = uniqueNames(
      documents.map(
        ({ rendered, folder }) => `${folder}${safeFileName(rendered.job.kind.group)}/${safeFileName(rendered.name)}`,
      ),
    );
    const written: OutputDocument[] = [];
    for (const [index, { entry, write }] of documents.entries()) {
      await this.#step(entry.title);
      const files = await Promise.all(
        this.#options.formats.map(async (format) => ({
          format,
          path: `${paths[index]}.${format}`,
          bytes: await write(format),
        })),
      );
      const listed = files.map(
        ({ format, path, bytes }): ManifestFile => ({ path, format, bytes: bytes.length, sha256: digestOf(bytes) }),
      );
      written.push({ entry: { ...entry, files: listed }, files });
    }
    return written;
  }

  async #publish(
    out: string,
    written: readonly OutputDocument[],
    registers: readonly ManifestHead[],
  ): Promise<Published | null> {
    const unsafe = (await this.#unsafe(out)) ?? (await otherEdition(out, this.#options.edition ?? "original"));
    if (unsafe !== null) {
      this.#found.push(unsafe);
      return null;
    }
    this.#options.signal?.throwIfAborted();
    try {
      return await publish(out, written, this.#options.only.length > 0, registers);
    } catch (error) {
      this.#found.push(outputFault(out, error));
      return null;
    }
  }

  /** Path of the log; null for the original. Code TRC6507. */
  async #writeRedactions(out: string, log: RedactionLog | null): Promise<string | null> {
    if (log === null) return null;
    try {
      return await writeRedactions(out, log, this.#options.only.length > 0);
    } catch (error) {
      this.#found.push(redactionFault(out, error));
      return null;
    }
  }

  #unsafe(out: string): Promise<Diagnostic | null> {
    return unsafeOutput(out, [...this.#sources.folders.map(({ folder }) => folder), this.#sources.templatesFolder]);
  }

  #plan(more: number): void {
    this.#total += more;
  }

  /** Lets signals and the terminal have a turn. */
  async #step(title: string): Promise<void> {
    await new Promise((next) => setImmediate(next));
    this.#options.signal?.throwIfAborted();
    this.#done++;
    this.#options.onProgress?.({ done: this.#done, total: this.#total, title });
  }
}

/**
 * The options that documents may depend on: all but those known to say only where things lie, how much is made, for which day the records
 * are checked, and who watches.
 */
function renderingOptions(options: BuildOptions): { readonly [name: string]: unknown } {
  const {
    content: _content,
    templates: _templates,
    out: _out,
    only: _only,
    asArguments: _asArguments,
    formats: _formats,
    // What a document may cost says nothing of what it is.
    budget: _budget,
    cache: _cache,
    session: _session,
    signal: _signal,
    onProgress: _onProgress,
    today: _today,
    listFolder: _listFolder,
    // Its bytes are among the digests of the sources.
    overlay: _overlay,
    keepers: _keepers,
    ...rendering
  } = options;
  return rendering;
}
