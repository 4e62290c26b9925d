import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import {
  type Diagnostic,
  hasErrors,
  type Outcome,
  sortDiagnostics,
  startOf,
  type WaivedDiagnostic,
} from "../../base/diagnostics/index.ts";
import { PictureShelf } from "../../base/pictures/index.ts";
import { followed } from "../../paperwork/amendments/index.ts";
import { isRestricted } from "../../paperwork/facts/index.ts";
import { PaperShelf } from "../../paperwork/papers/index.ts";
import {
  createReader,
  type Dossier,
  findRecord,
  forgetRecords,
  type ReadRecords,
  type RecordSchemas,
  readSchemas,
  sampleFaults,
} from "../../paperwork/records/index.ts";
import { chooseFonts, type FontFile, type Fonts, type FontWish, isFontFile } from "../../typesetting/fonts/index.ts";
import { type DocumentJob, type KindSet, planDocuments, readKinds } from "../../typesetting/kinds/index.ts";
import { type Budget, Engine, onePerWord } from "../../typesetting/markup/index.ts";
import { PUBLIC_WORDING, PublicEdition, type PublicWording } from "../editions/index.ts";
import { type EditionName, type RedactionLog, redactionLog } from "../output/index.ts";
import {
  type FileCache,
  type FoundFile,
  isPaper,
  isPicture,
  isProgramTemplate,
  openFileCache,
  type Profiles,
  programKinds,
  readProfiles,
  readWording,
  type Sources,
  strayFiles,
} from "../reading/index.ts";
import { DocumentMaker, type Made, type MadeDocument, type MakerSet, type Warm, type Work } from "./document-maker.ts";
import { ofEdition } from "./of-edition.ts";
import type { Press } from "./press.ts";
import { registerFindings } from "./register-findings.ts";
import { type Selection, selectJobs } from "./select-jobs.ts";
import { runRecordRules, runSetRules } from "./set-rules.ts";
import { kindPathFaults, templateFaults } from "./template-faults.ts";
import { misspeltNames } from "./template-names.ts";
import { type TemplateFaults, unheard } from "./unheard.ts";

/** A set made in memory. */
export type MadeSet = {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that the records waive. */
  readonly waived: readonly WaivedDiagnostic[];
  /** In the order of the set. */
  readonly documents: readonly MadeDocument[];
  /** Every folder that was read, with its files. */
  readonly inputs: readonly BuildInput[];
  /** What the public edition withheld; null for the original. */
  readonly redactions: RedactionLog | null;
  readonly work: Work;
};

/** A folder the set was made from. */
export type BuildInput = {
  /** Name of the centre the records are of, as the manifest has it; null for the templates. */
  readonly centre: string | null;
  /** As it was named in the options (patterns expanded). */
  readonly folder: string;
  readonly files: readonly FoundFile[];
  /** Records of the folder; null for the templates and where they could not be read. */
  readonly dossier: Dossier | null;
};

/** What of a set is made. */
export type MakeOptions = Selection & {
  /** Day of the check, ISO. */
  readonly today: string | null;
  readonly edition: EditionName;
  readonly draft: boolean;
  /** What each document may cost, 1 without it: nothing but what is refused depends on it. */
  readonly budget?: Budget | undefined;
  /** True when the documents are made to be signed: what is not confirmed is an error then. */
  readonly final?: boolean;
  /** Every option that documents depend on, as plain data. */
  readonly rendering: { readonly [name: string]: unknown };
  /** Name of the engine; see `engineIdentity`. */
  readonly engine: string;
  /** Id of the document to make before the others. */
  readonly first?: string;
};

/** Who hears of each document. */
export type Hooks = {
  readonly plan: (more: number) => void;
  readonly step: (title: string) => Promise<void>;
  /** Called often, where a run that serves others may let them in. */
  readonly pause?: () => Promise<void>;
  /** Called when a document of the set is made, in the order of making. */
  readonly made?: (document: MadeDocument) => Promise<void>;
};

type Templates = {
  readonly kinds: KindSet;
  readonly profiles: Profiles;
  readonly engine: Engine;
  readonly readRecords: ReadRecords;
  readonly schemas: RecordSchemas;
};

/** In a set of more records their rules wait for the whole run. */
const MOST_RECORDS = 2000;

type ReadTemplates = { readonly value: Templates | null; readonly diagnostics: readonly Diagnostic[] };

/**
 * Makes the documents of sources that were read. Kept by a process that goes on, it keeps compiled templates, parsed records,
 * fonts and pages; what it makes is the same as a new one would make.
 */
export class BuildSession {
  readonly #store: Store;
  readonly #press: Press | null;
  readonly #warm = new Map<string, Warm>();
  /** Folders whose files this process has asked the cache for. */
  readonly #asked = new Set<string>();
  #templates: (ReadTemplates & { readonly name: string; readonly schemas: unknown }) | null = null;

  /** @param store what is kept of what is made */
  constructor(store: Store, press: Press | null = null) {
    this.#store = store;
    this.#press = press;
  }

  /** Makes every document asked for. All findings are collected; documents with errors are left out. @throws what a hook throws */
  async make(sources: Sources, options: MakeOptions, hooks: Hooks): Promise<MadeSet> {
    const before = [...sources.diagnostics];
    if (sources.templates === null || hasErrors(before)) return nothingMade(before, options);
    before.push(...(await this.openTemplates(sources, options)));
    if (hasErrors(before)) return nothingMade(before, options);
    const set = await this.makeCentres(sources, options, hooks);
    const found = [...before, ...set.diagnostics];
    if (options.only.length === 0) found.push(...unheard(await this.templateFaults(options), found));
    return { ...set, diagnostics: onePerWord(sortDiagnostics(found)) };
  }

  /** Reads the templates, as the other methods need them, and says what is wrong with them. */
  async openTemplates(sources: Sources, options: MakeOptions): Promise<readonly Diagnostic[]> {
    const { diagnostics } = await this.#readTemplates(sources, options.engine);
    return options.edition === "public" ? [...diagnostics, ...publicWording(sources).diagnostics] : diagnostics;
  }

  /** Makes the documents of the folders of the sources, with the templates as they were opened: what is found in the records and in what is made of them. */
  async makeCentres(sources: Sources, options: MakeOptions, hooks: Hooks): Promise<MadeSet> {
    const templates = this.#templates?.value ?? null;
    if (templates === null || sources.templates === null) throw new Error("the templates are not open");
    const found: Diagnostic[] = [];
    const waived: WaivedDiagnostic[] = [];
    const documents: MadeDocument[] = [];
    const inputs: BuildInput[] = [
      { centre: null, folder: sources.templatesFolder, files: sources.templates, dossier: null },
    ];
    const maker = new DocumentMaker(this.#store, [options.engine, options.rendering], this.#warm, this.#press);
    const notPublished: RedactionLog["notPublished"][number][] = [];
    const wording = options.edition === "public" ? (publicWording(sources).value ?? null) : null;
    for (const { centre, folder: content, files, part: folder } of sources.folders) {
      if (files === null) continue;
      const cache = await this.#cacheOf(content, sources, options.engine);
      const read = templates.readRecords(files.filter(isRecordFile), cache);
      await cache?.save();
      found.push(...read.diagnostics);
      const dossier = read.value === undefined ? null : followed(read.value);
      inputs.push({ centre, folder: content, files, dossier });
      if (dossier === null || hasErrors(read.diagnostics)) continue;
      const fontFiles = fontFilesOf(files, sources.digests);
      const fonts = fontsOf(dossier, fontFiles);
      found.push(...fonts.diagnostics);
      if (fonts.value === undefined) continue;
      const pictures = keptFiles(files, isPicture, sources.digests);
      this.#press?.shelve({ fontFiles, ...fontNames(dossier), pictures });
      const edition = wording === null ? null : new PublicEdition(dossier, wording);
      const { engine, profiles, kinds } = templates;
      const render = {
        dossier,
        engine,
        profiles,
        fonts: fonts.value,
        pictures: await PictureShelf.open(pictures),
        papers: new PaperShelf(keptFiles(files, isPaper, sources.digests)),
        edition,
        draft: options.draft,
        budget: options.budget ?? 1,
        made: null,
      };
      const set = { render, kinds, digests: sources.digests, centre, folder };
      const made = await makeFolder({
        set,
        maker,
        options,
        hooks,
        found,
        notPublished,
        bytesOf: sources.bytesOf,
        oneByOne: this.#press === null,
      });
      documents.push(...made);
      const cleanTexts = digestOf([options.engine, "clean texts", centre]);
      const clean = (await readJson<readonly string[]>(this.#store, cleanTexts)) ?? [];
      const looked = {
        dossier,
        kinds,
        engine,
        profiles,
        made,
        partial: options.only.length > 0 || options.edition === "public",
        today: options.today,
        final: options.final === true,
        clean,
      };
      const rules = await runSetRules(looked, hooks.pause ?? (async () => undefined));
      if (String(rules.clean) !== String(clean)) await writeJson(this.#store, cleanTexts, rules.clean);
      found.push(...rules.diagnostics);
      waived.push(...rules.waived);
    }
    return {
      diagnostics: found,
      waived,
      documents,
      inputs,
      redactions: options.edition === "public" ? redactionsOf(documents, notPublished) : null,
      work: maker.work,
    };
  }

  /**
   * What a record shows by itself and beside the others, with a text that may not be in its file yet: schema, references, rules of records. What
   * follows from its documents is not looked at. Null for what is no record here.
   */
  checkRecord(
    { files, today }: { readonly files: readonly FoundFile[]; readonly today: string | null },
    { path, bytes }: Pick<FoundFile, "path" | "bytes">,
  ): { readonly dossier: Dossier | null; readonly diagnostics: readonly Diagnostic[] } | null {
    const templates = this.#templates?.value ?? null;
    if (templates === null || !files.some((file) => file.path === path)) return null;
    const records = files.filter(isRecordFile);
    const read = templates.readRecords(records.map((file) => (file.path === path ? { ...file, bytes } : file)));
    const own = read.diagnostics.filter(({ place }) => place?.file === path);
    const dossier = read.value === undefined ? null : followed(read.value);
    const rules =
      dossier === null || hasErrors(read.diagnostics) || records.length > MOST_RECORDS
        ? []
        : runRecordRules({ dossier, kinds: templates.kinds, today }, path);
    return { dossier, diagnostics: sortDiagnostics([...own, ...rules]) };
  }

  /** What is wrong with templates that no document may have reached; it follows from their bytes, and takes a good part of a small run to find. */
  async templateFaults({ engine }: MakeOptions): Promise<TemplateFaults> {
    const templates = this.#templates?.value ?? null;
    if (templates === null) return { own: [], names: [] };
    const name = digestOf([engine, "faults of templates", this.#templates?.name]);
    const known = await readJson<TemplateFaults>(this.#store, name);
    const faults = known ?? {
      own: templateFaults(templates.kinds, templates.engine),
      names: misspeltNames(templates),
    };
    if (known === undefined) await writeJson(this.#store, name, faults);
    return faults;
  }

  /** Lets go of records, pages and files: a run that has finished a centre does not come back to it. */
  release(): void {
    this.#warm.clear();
    this.#press?.release();
    this.#asked.clear();
    if (this.#templates?.value) forgetRecords(this.#templates.value.schemas);
  }

  /** The cache of a folder's files is asked once; then the process knows them itself. */
  async #cacheOf(folder: string, { digests }: Sources, engine: string): Promise<FileCache | null> {
    const name = JSON.stringify([folder, this.#templates?.name]);
    if (this.#asked.has(name)) return null;
    this.#asked.add(name);
    return openFileCache(this.#store, [engine, this.#templates?.schemas, folder], digests);
  }

  /** Templates are read anew when any of their files differs. */
  async #readTemplates(sources: Sources, engine: string): Promise<ReadTemplates> {
    const files = sources.templates ?? [];
    const name = JSON.stringify([...files, ...sources.samples].map(({ path }) => [path, sources.digests.get(path)]));
    if (this.#templates?.name === name) return this.#templates;
    const schemaFiles = files.filter(({ inside }) => /^[^/]+\/schema\.json$/.test(inside));
    const schemaNames = schemaFiles.map(({ inside, path }) => [inside, sources.digests.get(path)]);
    const cache = await openFileCache(this.#store, [engine, schemaNames], sources.digests);
    const kinds = readKinds(files, { cache, elsewhere: programKinds() });
    const profiles = readProfiles(files, cache);
    const schemas = readSchemas(schemaFiles);
    const diagnostics = [kinds, profiles, schemas]
      .flatMap(({ diagnostics }) => diagnostics)
      .concat(strayFiles(files, isProgramTemplate));
    if (kinds.value && schemas.value && !hasErrors(diagnostics))
      diagnostics.push(...kindPathFaults(kinds.value.kinds, schemas.value));
    const whole = kinds.value && profiles.value && schemas.value && !hasErrors(diagnostics);
    const value = whole
      ? {
          kinds: kinds.value,
          profiles: profiles.value,
          engine: new Engine(kinds.value.partials),
          schemas: schemas.value,
          readRecords: createReader(schemas.value, new Map(kinds.value.kinds.map((kind) => [kind.id, kind]))),
        }
      : null;
    if (value !== null)
      diagnostics.push(...sampleFaults(samplesOf(sources.samples, value.kinds), value.schemas, cache));
    await cache.save();
    this.#templates = { name, schemas: schemaNames, value, diagnostics };
    return this.#templates;
  }
}

function nothingMade(diagnostics: readonly Diagnostic[], { edition }: MakeOptions): MadeSet {
  return {
    diagnostics: onePerWord(sortDiagnostics(diagnostics)),
    waived: [],
    documents: [],
    inputs: [],
    redactions: edition === "public" ? redactionsOf([], []) : null,
    work: { rendered: 0, written: 0 },
  };
}

/** Sample records by their kinds; what is begun with `trc new` is a copy of them. */
function samplesOf(files: readonly FoundFile[], { kinds }: KindSet) {
  return files.flatMap((file) => {
    const kind = kinds.find(({ id }) => file.inside === `${id}/sample.yaml`);
    return kind === undefined ? [] : [{ file, kind: kind.id, collection: kind.source.collection }];
  });
}

/** The fonts of a folder, as its settings ask for them. Codes TRC5010–TRC5016. */
function fontsOf(dossier: Dossier, files: readonly FontFile[]): Outcome<Fonts> {
  const settings = findRecord(dossier, "settings", "settings");
  const placeOf: FontWish["placeOf"] = (setting) => settings?.placeOf(`/${setting}`) ?? startOf("");
  return chooseFonts(files, { ...fontNames(dossier), placeOf });
}

function fontNames(dossier: Dossier): Omit<FontWish, "placeOf"> {
  const { font = null, fallbackFont = null } = findRecord(dossier, "settings", "settings")?.data ?? {};
  return { font, fallbackFont };
}

function fontFilesOf(files: readonly FoundFile[], digests: ReadonlyMap<string, string>): readonly FontFile[] {
  return files.flatMap(({ inside, path, bytes }) =>
    isFontFile(inside) ? [{ path, bytes, digest: digests.get(path) ?? "" }] : [],
  );
}

/** Whether a file of a content folder is read as a record. */
function isRecordFile({ inside }: FoundFile): boolean {
  return !isFontFile(inside) && !isPicture(inside) && !isPaper(inside);
}

/** Files of a folder by their path in it, with their digests. */
function keptFiles(files: readonly FoundFile[], wanted: (inside: string) => boolean, digests: Sources["digests"]) {
  return new Map(
    files
      .filter(({ inside }) => wanted(inside))
      .map(({ path, inside, bytes }) => [inside, { bytes, digest: digests.get(path) ?? "" }]),
  );
}

/** Wording of the public edition; no value when there is a fault in it. */
function publicWording({ templates, templatesFolder }: Sources): Outcome<PublicWording> {
  const file = templates?.find(({ inside }) => inside === PUBLIC_WORDING.path);
  return readWording<PublicWording>(PUBLIC_WORDING, file, templatesFolder);
}

function redactionsOf(documents: readonly MadeDocument[], notPublished: RedactionLog["notPublished"]): RedactionLog {
  const made = documents.map(({ entry, rendered }) => ({ entry, redactions: rendered.redactions ?? [] }));
  return redactionLog(made, notPublished);
}

type FolderRun = {
  readonly set: MakerSet;
  readonly maker: DocumentMaker;
  readonly options: MakeOptions;
  readonly hooks: Hooks;
  readonly found: Diagnostic[];
  readonly notPublished: RedactionLog["notPublished"][number][];
  readonly bytesOf: Sources["bytesOf"];
  /** False where the next document may be begun before one is done. */
  readonly oneByOne: boolean;
};

/** In waves: documents computed from the pages of others come after them. */
async function makeFolder(run: FolderRun): Promise<MadeDocument[]> {
  const { set, maker, options, hooks, found } = run;
  const { dossier, edition } = set.render;
  const planned = planDocuments(set.kinds, dossier);
  const selected = selectJobs(planned.value ?? [], options);
  const published = ofEdition(options.edition, planned.value ?? [], selected.value ?? []);
  found.push(...planned.diagnostics, ...selected.diagnostics, ...published.diagnostics);
  const { plan, jobs, left } = published;
  if (edition !== null)
    for (const { id, record } of left) {
      const ground = edition.wording.grounds[isRestricted(record) ? "restriction" : "kind"];
      run.notPublished.push({ centre: set.centre, id, ground });
    }
  const last = Math.max(0, ...jobs.map(({ kind }) => kind.wave));
  const waves = ([0, 1, 2] as const).map((wave) =>
    (wave < last ? plan : jobs).filter(({ kind }) => kind.wave === wave),
  );
  hooks.plan(waves.flat().length);
  const made = new Map<string, MadeDocument>();
  const take = async (job: DocumentJob, making: Promise<Made>): Promise<void> => {
    const { document, diagnostics } = await making;
    found.push(...diagnostics);
    if (document === undefined) return;
    made.set(job.id, document);
    await hooks.made?.(document);
  };
  const rank = ({ id }: DocumentJob): number => (id === options.first ? 0 : 1);
  for (const [wave, own] of waves.entries()) {
    // A document of all rows stands for those of each.
    const before = waves
      .slice(0, wave)
      .flat()
      .filter(({ row }) => row === undefined)
      .flatMap(({ id }) => {
        const one = made.get(id);
        return one === undefined ? [] : [{ rendered: one.rendered, pages: one.entry.pages }];
      });
    const within = wave === 0 ? set : { ...set, render: { ...set.render, made: before } };
    let taken = Promise.resolve();
    let failed = false;
    for (const job of [...own].sort((a, b) => rank(a) - rank(b))) {
      if (failed) break;
      await hooks.step(job.kind.title);
      const making = maker.make(job, within);
      taken = taken.then(() => take(job, making));
      if (run.oneByOne) await taken;
      // Where the loop ends before its time nobody asks for them.
      else
        for (const one of [making, taken])
          one.catch(() => {
            failed = true;
          });
    }
    await taken;
  }
  if (edition === null && !hasErrors(found))
    found.push(...registerFindings(dossier, plan, [...made.values()], run.bytesOf));
  return jobs.flatMap(({ id }) => made.get(id) ?? []);
}
