import {
  digestOf,
  readJson,
  type SharedAddress,
  type SharedStore,
  type Store,
  sharedStore,
  writeJson,
} from "../../base/cache/index.ts";
import {
  type Diagnostic,
  hasErrors,
  type Outcome,
  sortDiagnostics,
  type WaivedDiagnostic,
} from "../../base/diagnostics/index.ts";
import type { HeadKeeper } from "../../paperwork/register/index.ts";
import type { FormatName } from "../formats/index.ts";
import {
  filesStand,
  type ManifestDocument,
  type ManifestFile,
  type ManifestHead,
  outputFault,
  type RedactionLog,
  stageFiles,
} from "../output/index.ts";
import {
  type Centre,
  readCentres,
  type SourceOptions,
  type Sources,
  safeFileName,
  uniqueNames,
} from "../reading/index.ts";
import type { Work } from "./document-maker.ts";
import type { BuildSession, Hooks, MadeSet, MakeOptions } from "./make-set.ts";
import { openSession } from "./open-session.ts";
import type { Press } from "./press.ts";
import { lostEntries, registerHeads, sealsOf } from "./register-keepers.ts";
import { shareCentre, sharedCentre } from "./shared-centre.ts";
import type { TemplateFaults } from "./unheard.ts";

/** What all centres of a run have in common. Plain data but for the functions of the sources and the listing of folders. */
export type RunTerms = {
  readonly templates: Sources;
  readonly sources: Pick<SourceOptions, "overlay" | "listFolder">;
  readonly make: MakeOptions;
  readonly formats: readonly FormatName[];
  /** Output folder; null only checks. */
  readonly out: string | null;
  /** What machines have in common; null for none. */
  readonly shared: SharedAddress | null;
};

/** A centre to make, and what remembers its register. */
export type CentreTask = { readonly centre: Centre; readonly keepers: readonly HeadKeeper[] };

/** Opens the folder that files of the new set are staged in; null where they cannot be, which is told elsewhere. */
export type OpenStage = () => Promise<string | null>;

/** What is stored of a centre without errors. */
type KeptResult = {
  readonly documents: readonly ManifestDocument[];
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly registers: readonly ManifestHead[];
  /** Seals of all entries of its register. */
  readonly seals: readonly string[];
};

/** What came of a centre, as plain data: its files lie in the stage, or stand in the output folder already. */
export type CentreResult = Omit<KeptResult, "seals"> & {
  readonly redactions: RedactionLog | null;
  readonly work: Work;
  /** Name under which the cache keeps it. */
  readonly name: string;
  /** Bytes of the files that its findings name. */
  readonly texts: readonly (readonly [file: string, bytes: Uint8Array])[];
};

/** A centre made in this process: the documents themselves besides. */
export type MadeCentre = { readonly result: CentreResult; readonly set: MadeSet; readonly sources: Sources };

/**
 * Makes the centres of a run, each by itself: its records are read, its documents made, checked, written, and let go of. What comes of a centre
 * follows from the terms and the centre alone, so that the order in which they are made, and by how many threads, changes nothing.
 */
export class CentreRunner {
  readonly #terms: RunTerms;
  readonly #cache: Store | null;
  readonly #given: BuildSession | null;
  readonly #press: () => Press | null;
  readonly #shared: SharedStore | null;
  #session: BuildSession | null = null;
  #templates: Promise<readonly Diagnostic[]> | null = null;
  /** The centre that was read last: one that is not known is made next. */
  #read: { readonly folder: string; readonly sources: Sources } | null = null;

  /**
   * @param session of a process that goes on: nothing is let go of
   * @param press asked for when a session of its own is opened
   */
  constructor(
    terms: RunTerms,
    cache: Store | null,
    session: BuildSession | null,
    press: () => Press | null = () => null,
  ) {
    this.#press = press;
    this.#terms = terms;
    this.#cache = cache;
    this.#given = session;
    const { shared, out, make } = terms;
    // The log of a public edition is written by who makes it.
    this.#shared = shared === null || out === null || make.edition === "public" ? null : sharedStore(shared);
  }

  /** Reads the templates for the centres, and says what is wrong with them. */
  openTemplates(): Promise<readonly Diagnostic[]> {
    this.#templates ??= this.#opened().then((session) =>
      session.openTemplates(this.#terms.templates, this.#terms.make),
    );
    return this.#templates;
  }

  async templateFaults(): Promise<TemplateFaults> {
    return (await this.#opened()).templateFaults(this.#terms.make);
  }

  /** What an earlier run made of the same bytes, when what it put out is still there. */
  async known({ centre, keepers }: CentreTask): Promise<CentreResult | null> {
    const { out } = this.#terms;
    if (this.#cache === null) return null;
    const sources = await this.#sources(centre);
    if (hasErrors(sources.diagnostics)) return null;
    const name = this.#nameOf(sources);
    const kept = await readJson<KeptResult>(this.#cache, name);
    if (kept === undefined) return null;
    if (!isRemembered(kept, keepers)) return null;
    if (out !== null && !(await filesStand(out, kept.documents))) return null;
    return asResult(kept, name, sources);
  }

  /** What another machine made of the same bytes, staged here; null where that is not known, or not to be believed. */
  async #fetch({ centre, keepers }: CentreTask, open: OpenStage): Promise<CentreResult | null> {
    if (this.#shared === null) return null;
    const sources = await this.#sources(centre);
    if (hasErrors(sources.diagnostics)) return null;
    const name = this.#nameOf(sources);
    const found = await sharedCentre<KeptResult>(this.#shared, name);
    if (found === null || !isRemembered(found.kept, keepers)) return null;
    const stage = await open();
    if (stage === null) return null;
    await found.stageIn(stage);
    if (this.#cache !== null) await writeJson(this.#cache, name, found.kept);
    const result = asResult(found.kept, name, sources);
    return { ...result, diagnostics: [...result.diagnostics, ...this.#shared.told()] };
  }

  /** A centre from where another machine put it, or else made here. @throws what a hook throws */
  async taken(task: CentreTask, stage: OpenStage, hooks: Hooks): Promise<CentreResult> {
    return (await this.#fetch(task, stage)) ?? (await this.make(task, stage, hooks)).result;
  }

  /** Makes a centre. @throws what a hook throws */
  async make({ centre, keepers }: CentreTask, stage: OpenStage, hooks: Hooks): Promise<MadeCentre> {
    const sources = await this.#sources(centre);
    const session = await this.#opened();
    await this.openTemplates();
    const set = await session.makeCentres(sources, this.#terms.make, hooks);
    const { onePerWord } = await import("../../typesetting/markup/index.ts");
    const diagnostics = sortDiagnostics([
      ...onePerWord(sortDiagnostics([...sources.diagnostics, ...set.diagnostics])),
      ...lostEntries(set.inputs, keepers),
    ]);
    // A public edition says nothing of what is not in it.
    const registers = this.#terms.make.edition === "public" ? [] : registerHeads(set.inputs);
    const { waived, redactions } = set;
    const made = set.documents.map(({ entry }) => entry);
    const written: Outcome<readonly ManifestDocument[]> = hasErrors(diagnostics)
      ? { value: [], diagnostics: [] }
      : this.#terms.out === null
        ? { value: made, diagnostics: [] }
        : await this.#write(set, stage, hooks);
    const kept = {
      documents: written.value ?? [],
      diagnostics: [...diagnostics, ...written.diagnostics],
      waived,
      registers,
    };
    const name = this.#nameOf(sources);
    if (written.value !== undefined && !hasErrors(diagnostics)) {
      const all = { ...kept, seals: sealsOf(set.inputs) } satisfies KeptResult;
      if (this.#cache !== null) await writeJson(this.#cache, name, all);
      const folder = this.#shared === null ? null : await stage();
      if (this.#shared !== null && folder !== null) await shareCentre(this.#shared, name, all, folder);
    }
    const told = { ...kept, diagnostics: [...kept.diagnostics, ...(this.#shared?.told() ?? [])] };
    const result = { ...told, name, redactions, work: { ...set.work }, texts: textsOf(kept, sources) };
    return { result, set, sources };
  }

  /** Lets go of the centre that was made last. */
  release(): void {
    this.#read = null;
    if (this.#given === null) this.#session?.release();
  }

  async #opened(): Promise<BuildSession> {
    this.#session ??= this.#given ?? (await openSession(this.#cache, { goesOn: false, press: this.#press() }));
    return this.#session;
  }

  async #sources(centre: Centre): Promise<Sources> {
    if (this.#read?.folder === centre.folder) return this.#read.sources;
    // What is wrong with the templates is told by itself.
    const templates = { ...this.#terms.templates, diagnostics: [] };
    const sources = await readCentres(templates, [centre], this.#terms.sources);
    this.#read = { folder: centre.folder, sources };
    return sources;
  }

  /** Names the result of a centre that had exactly these inputs: every byte of every file, the options and the engine. */
  #nameOf({ folders, templates, digests }: Sources): string {
    const { make, formats, out } = this.#terms;
    const { engine, only, today, edition, draft, rendering } = make;
    return digestOf([
      engine,
      { only, formats, today, edition, draft, rendering, writes: out !== null },
      folders.map(({ files, ...names }) => [names, files?.map(({ path }) => path) ?? null]),
      templates?.map(({ path }) => path) ?? null,
      [...digests],
    ]);
  }

  /** Writes the documents of a centre in every format, and stages each as it is written. Code TRC6003. */
  async #write({ documents }: MadeSet, open: OpenStage, hooks: Hooks): Promise<Outcome<readonly ManifestDocument[]>> {
    const stage = await open();
    if (stage === null) return { diagnostics: [] };
    hooks.plan(documents.length);
    const paths = uniqueNames(
      documents.map(
        ({ rendered, folder }) => `${folder}${safeFileName(rendered.job.kind.group)}/${safeFileName(rendered.name)}`,
      ),
    );
    const written: ManifestDocument[] = [];
    for (const [index, { entry, write }] of documents.entries()) {
      await hooks.step(entry.title);
      const files = await Promise.all(
        this.#terms.formats.map(async (format) => {
          const bytes = await write(format);
          return { format, path: `${paths[index]}.${format}`, bytes };
        }),
      );
      try {
        await stageFiles(stage, files);
      } catch (error) {
        return { diagnostics: [outputFault(this.#terms.out ?? "", error)] };
      }
      const listed = files.map(
        ({ format, path, bytes }): ManifestFile => ({ path, format, bytes: bytes.length, sha256: digestOf(bytes) }),
      );
      written.push({ ...entry, files: listed });
    }
    return { value: written, diagnostics: [] };
  }
}

/** Whether all that other things remember of its register is in it. */
function isRemembered({ seals }: KeptResult, keepers: CentreTask["keepers"]): boolean {
  const known = new Set(seals);
  return !keepers.some(({ heads, faults = [] }) => faults.length > 0 || heads.some(({ seal }) => !known.has(seal)));
}

function asResult({ seals: _seals, ...kept }: KeptResult, name: string, sources: Sources): CentreResult {
  return { ...kept, name, redactions: null, work: { rendered: 0, written: 0 }, texts: textsOf(kept, sources) };
}

/** The files that findings name, for those who print them. */
function textsOf(
  { diagnostics, waived }: Pick<KeptResult, "diagnostics" | "waived">,
  { bytesOf }: Sources,
): [file: string, bytes: Uint8Array][] {
  const named = new Set(
    [...diagnostics, ...waived.map(({ diagnostic }) => diagnostic)].flatMap(({ place, related = [], fix }) => [
      place?.file,
      fix?.file,
      ...related.map((one) => one.place.file),
    ]),
  );
  return [...named].flatMap((file) => {
    const bytes = file === undefined ? undefined : bytesOf(file);
    return file === undefined || bytes === undefined ? [] : [[file, bytes]];
  });
}
