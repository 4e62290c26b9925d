import type { Store } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { clausesInForce } from "../../paperwork/amendments/index.ts";
import { type FormatName, type WriteInput, writeOnePdf } from "../formats/index.ts";
import { readSources, type SourceOptions, type Sources, sameSources, sourcesAfter } from "../reading/index.ts";
import type { BuildReport } from "./build-options.ts";
import type { MadeDocument } from "./document-maker.ts";
import { engineIdentity } from "./engine-identity.ts";
import type { BuildSession, MadeSet } from "./make-set.ts";
import { openSession } from "./open-session.ts";

/** A clause or section of a document of the set. */
export type LiveClause = ReturnType<typeof clausesInForce>[number];

/** A document as a page lists it. */
type LiveDocument = {
  /** Unique among all centres. */
  readonly id: string;
  readonly centre: string;
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly pages: number;
  /** Changes when, and only when, the document does. */
  readonly version: string;
  /** Records it was made from, as they are shown to the user. */
  readonly sources: readonly string[];
  /** The record it is a document of. */
  readonly record: string;
  /** False when the records as they are now do not make this document: it is the last good one. */
  readonly current: boolean;
};

/** The documents of a live set, and its findings. */
export type LiveState = {
  /** In the order of the set. */
  readonly documents: readonly LiveDocument[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Which set is kept up to date. */
export type LiveOptions = SourceOptions & { readonly today?: string; readonly cache?: Store | null };

/** A run of a live set. */
type LiveRun = {
  /** Absolute paths of the files that have changed since the last run; without it anything may have, and all of them are read. */
  readonly changed?: readonly string[] | null;
  /** Id of the document that is wanted before the others. */
  readonly first: string | null;
  /** Called when that one has been made, with its PDF; the others wait for what it returns. */
  readonly onFirst: (document: LiveDocument, pdf: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
};

/**
 * The set of a process that goes on: made again after every change, with the last good document wherever the records do not make one.
 * Runs follow one another; a run that is overtaken by a newer change is cut short.
 */
export class LiveSet {
  readonly #options: LiveOptions;
  readonly #session: BuildSession;
  readonly #documents = new Map<string, MadeDocument>();
  #state: LiveState = { documents: [], diagnostics: [] };
  #report: Pick<BuildReport, "inputs" | "laid" | "partial"> = { inputs: [], laid: [], partial: true };
  #sources: Sources | null = null;

  private constructor(options: LiveOptions, session: BuildSession) {
    this.#options = options;
    this.#session = session;
  }

  static async open(options: LiveOptions): Promise<LiveSet> {
    return new LiveSet(options, await openSession(options.cache ?? null));
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The set as it was last made: its records, and what of its documents could be made. */
  get report(): Pick<BuildReport, "inputs" | "laid" | "partial"> {
    return this.#report;
  }

  /**
   * What a record shows by itself and beside the others as they were last read, with another text: what is found in the twinkling of an eye. Null
   * for what is no record of the set.
   */
  checkRecord(file: string, text: string): ReturnType<BuildSession["checkRecord"]> {
    const input = this.#report.inputs.find(
      ({ centre, files }) => centre !== null && files.some(({ path }) => path === file),
    );
    if (input === undefined) return null;
    const bytes = new TextEncoder().encode(text);
    return this.#session.checkRecord({ files: input.files, today: this.#options.today ?? null }, { path: file, bytes });
  }

  /** Text of a file as it was when the set was last made. */
  sourceOf(file: string): string | undefined {
    return this.#sources?.sourceOf(file);
  }

  /**
   * The numbered clauses of the document of a record's file, with the changes of other records than the asker in it; empty where it has none or was
   * not made.
   */
  clausesOf(file: string, asker: string): readonly LiveClause[] {
    for (const { rendered } of this.#documents.values()) {
      const { record, kind } = rendered.job;
      if (record.file !== file || record.kind !== kind.id) continue;
      const dossier = this.#report.inputs.find(({ files }) => files.some(({ path }) => path === file))?.dossier;
      return dossier === undefined || dossier === null
        ? []
        : clausesInForce(dossier, { record, model: rendered.model }, asker);
    }
    return [];
  }

  /** The latest good document as a file; null when there is none of that id. */
  async file(id: string, format: FormatName): Promise<{ readonly title: string; readonly bytes: Uint8Array } | null> {
    const document = this.#documents.get(id);
    return document === undefined ? null : { title: document.entry.title, bytes: await document.write(format) };
  }

  /**
   * The latest good documents of those ids as one PDF for the printer, in that order; null when there is none.
   *
   * @param titleOf what the file of so many documents is called
   */
  async onePdf(
    ids: readonly string[],
    titleOf: (count: number) => string,
  ): Promise<{ readonly title: string; readonly bytes: Uint8Array } | null> {
    const documents = [...new Set(ids)].flatMap((id) => this.#documents.get(id) ?? []);
    const [first, ...others] = documents;
    if (first === undefined) return null;
    if (others.length === 0) return { title: first.entry.title, bytes: await first.write("pdf") };
    const title = titleOf(documents.length);
    const parts: [WriteInput, ...WriteInput[]] = [first.input];
    for (const document of others) {
      // Pages that are laid out again take their time: others are answered meanwhile.
      await new Promise((next) => setImmediate(next));
      parts.push(document.input);
    }
    return { title, bytes: await writeOnePdf(parts, title) };
  }

  /** Whether files are, byte for byte, as the set has read them last. @param paths absolute */
  async knows(paths: readonly string[]): Promise<boolean> {
    const read = this.#sources;
    const now = read && (await sourcesAfter(read, paths));
    return now !== null && read !== null && sameSources(now, read);
  }

  /** Whether files have changed that no run was told of: not every disk tells who watches it. */
  async isBehind(): Promise<boolean> {
    return this.#sources === null || !sameSources(this.#sources, await readSources(this.#options));
  }

  /**
   * Makes the set from the files as they are now.
   *
   * @throws when the signal is aborted
   */
  async refresh({ changed = null, first, onFirst, signal }: LiveRun): Promise<LiveState> {
    const known = changed === null || this.#sources === null ? null : await sourcesAfter(this.#sources, changed);
    const sources = known ?? (await readSources(this.#options));
    this.#sources = sources;
    signal.throwIfAborted();
    const pause = async (): Promise<void> => {
      await new Promise((next) => setImmediate(next));
      signal.throwIfAborted();
    };
    const set = await this.#session.make(
      sources,
      {
        only: [],
        today: this.#options.today ?? null,
        edition: "original",
        draft: false,
        rendering: {},
        engine: await engineIdentity(),
        ...(first === null ? {} : { first: first.slice(first.lastIndexOf("/") + 1) }),
      },
      {
        plan: () => undefined,
        step: pause,
        pause,
        made: async (document) => {
          const id = idOf(document);
          this.#documents.set(id, document);
          if (id !== first) return;
          await onFirst(live(document, sources, true), await document.write("pdf"));
        },
      },
    );
    this.#state = this.#settle(set, sources);
    this.#report = { inputs: set.inputs, laid: set.documents, partial: hasErrors(set.diagnostics) };
    return this.#state;
  }

  /** Documents that were made now, and in their places the last good ones of those that were not, as long as something stopped them. */
  #settle(set: MadeSet, sources: Sources): LiveState {
    const made = new Map(set.documents.map((document) => [idOf(document), document]));
    const stopped = hasErrors(set.diagnostics);
    if (!stopped) for (const id of this.#documents.keys()) if (!made.has(id)) this.#documents.delete(id);
    const before = this.#state.documents.map(({ id }) => id);
    const added = [...made.keys()].filter((id) => !before.includes(id));
    const order = stopped ? [...before, ...added] : [...made.keys()];
    return {
      documents: order.flatMap((id) => {
        const document = made.get(id) ?? this.#documents.get(id);
        return document === undefined ? [] : [live(document, sources, made.has(id))];
      }),
      diagnostics: sortDiagnostics([...set.diagnostics]),
    };
  }
}

function idOf({ folder, rendered }: MadeDocument): string {
  return `${folder}${rendered.job.id}`;
}

function live(document: MadeDocument, sources: Sources, current: boolean): LiveDocument {
  const { entry, key, centre } = document;
  const folder = sources.folders.find((one) => one.centre === centre)?.folder ?? "";
  return {
    id: idOf(document),
    centre,
    group: entry.group,
    title: entry.title,
    number: entry.number,
    date: entry.date,
    pages: entry.pages,
    version: key.slice(0, 16),
    sources: entry.sources.map((source) => `${posixPath(folder).replace(/\/+$/, "")}/${source}`),
    record: document.rendered.job.record.file,
    current,
  };
}
