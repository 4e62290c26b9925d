import { memoryStore, type Store } from "../../base/cache/index.ts";
import {
  type Diagnostic,
  hasErrors,
  type Outcome,
  sortDiagnostics,
  startOf,
  type WaivedDiagnostic,
} from "../../base/diagnostics/index.ts";
import { PictureShelf } from "../../base/pictures/index.ts";
import { isRestricted } from "../../paperwork/facts/index.ts";
import {
  createReader,
  type Dossier,
  findRecord,
  type ReadRecords,
  type RecordSchemas,
  readSchemas,
  sampleFaults,
} from "../../paperwork/records/index.ts";
import { chooseFonts, type FontFile, type Fonts, isFontFile } from "../../typesetting/fonts/index.ts";
import { type DocumentJob, type KindSet, planDocuments, readKinds } from "../../typesetting/kinds/index.ts";
import { type Budget, Engine, onePerWord } from "../../typesetting/markup/index.ts";
import { PUBLIC_WORDING, PublicEdition, type PublicWording } from "../editions/index.ts";
import { type EditionName, type RedactionLog, redactionLog } from "../output/index.ts";
import {
  type FileCache,
  type FoundFile,
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
import { DocumentMaker, type MadeDocument, type MakerSet, type Warm, type Work } from "./document-maker.ts";
import { ofEdition } from "./of-edition.ts";
import { registerFindings } from "./register-findings.ts";
import { type Selection, selectJobs } from "./select-jobs.ts";
import { runSetRules } from "./set-rules.ts";
import { kindPathFaults, templateFaults } from "./template-faults.ts";
import { placeKey, templateNameFaults } from "./template-names.ts";

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

type ReadTemplates = { readonly value: Templates | null; readonly diagnostics: readonly Diagnostic[] };

/**
 * Makes the documents of sources that were read. Kept by a process that goes on, it keeps compiled templates, parsed records,
 * fonts and pages; what it makes is the same as a new one would make.
 */
export class BuildSession {
  readonly #store: Store;
  readonly #warm = new Map<string, Warm>();
  #templates: (ReadTemplates & { readonly name: string }) | null = null;

  /** @param store what is kept between processes; null keeps nothing */
  constructor(store: Store | null) {
    this.#store = memoryStore(store);
  }

  /** Makes every document asked for. All findings are collected; documents with errors are left out. @throws what a hook throws */
  async make(sources: Sources, options: MakeOptions, hooks: Hooks): Promise<MadeSet> {
    const found: Diagnostic[] = [...sources.diagnostics];
    const waived: WaivedDiagnostic[] = [];
    const documents: MadeDocument[] = [];
    const inputs: BuildInput[] = [];
    const maker = new DocumentMaker(this.#store, [options.engine, options.rendering], this.#warm);
    const notPublished: RedactionLog["notPublished"][number][] = [];
    const result = (): MadeSet => ({
      diagnostics: onePerWord(sortDiagnostics(found)),
      waived,
      documents,
      inputs,
      redactions: options.edition === "public" ? redactionsOf(documents, notPublished) : null,
      work: maker.work,
    });
    if (sources.templates === null || hasErrors(found)) return result();
    inputs.push({ centre: null, folder: sources.templatesFolder, files: sources.templates, dossier: null });
    const { value: templates, diagnostics, cache } = await this.#readTemplates(sources, options.engine);
    found.push(...diagnostics);
    if (templates === null) return result();
    const wording = options.edition === "public" ? readPublicWording(sources, found) : null;
    if (wording === undefined) return result();
    for (const { centre, folder: content, files } of sources.folders) {
      if (files === null) continue;
      const dossier = templates.readRecords(
        files.filter(({ inside }) => !isFontFile(inside) && !isPicture(inside)),
        cache,
      );
      found.push(...dossier.diagnostics);
      inputs.push({ centre, folder: content, files, dossier: dossier.value ?? null });
      if (dossier.value === undefined || hasErrors(dossier.diagnostics)) continue;
      const fonts = fontsOf(dossier.value, files, sources.digests);
      found.push(...fonts.diagnostics);
      if (fonts.value === undefined) continue;
      const folder = sources.folders.length > 1 ? `${centre}/` : "";
      const edition = wording === null ? null : new PublicEdition(dossier.value, wording);
      const { engine, profiles, kinds } = templates;
      const render = {
        dossier: dossier.value,
        engine,
        profiles,
        fonts: fonts.value,
        pictures: await shelfOf(files, sources.digests),
        edition,
        draft: options.draft,
        budget: options.budget ?? 1,
        made: null,
      };
      const set = { render, kinds, digests: sources.digests, centre, folder };
      const made = await makeFolder({ set, maker, options, hooks, found, notPublished, bytesOf: sources.bytesOf });
      documents.push(...made);
      const rules = runSetRules({
        dossier: dossier.value,
        kinds,
        engine,
        profiles,
        made,
        partial: options.only.length > 0 || options.edition === "public",
        today: options.today,
        final: options.final === true,
      });
      found.push(...rules.diagnostics);
      waived.push(...rules.waived);
    }
    if (options.only.length === 0)
      found.push(
        ...templateFaults(templates.kinds, templates.engine),
        ...templateNameFaults(templates, new Set(found.map(placeKey))),
      );
    await cache?.save();
    return result();
  }

  /** Templates are read anew when any of their files differs. The cache of files is asked once; then the process knows them itself. */
  async #readTemplates(
    sources: Sources,
    engine: string,
  ): Promise<ReadTemplates & { readonly cache: FileCache | null }> {
    const files = sources.templates ?? [];
    const name = JSON.stringify([...files, ...sources.samples].map(({ path }) => [path, sources.digests.get(path)]));
    if (this.#templates?.name === name) return { ...this.#templates, cache: null };
    const schemaFiles = files.filter(({ inside }) => /^[^/]+\/schema\.json$/.test(inside));
    const base = [engine, schemaFiles.map(({ inside, path }) => [inside, sources.digests.get(path)])];
    const cache = await openFileCache(this.#store, base, sources.digests);
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
    this.#templates = { name, value, diagnostics };
    return { value, diagnostics, cache };
  }
}

/** Sample records by their kinds; what is begun with `trc new` is a copy of them. */
function samplesOf(files: readonly FoundFile[], { kinds }: KindSet) {
  return files.flatMap((file) => {
    const kind = kinds.find(({ id }) => file.inside === `${id}/sample.yaml`);
    return kind === undefined ? [] : [{ file, kind: kind.id, collection: kind.source.collection }];
  });
}

/** The fonts of a folder, as its settings ask for them. Codes TRC5010–TRC5016. */
function fontsOf(dossier: Dossier, files: readonly FoundFile[], digests: ReadonlyMap<string, string>): Outcome<Fonts> {
  const settings = findRecord(dossier, "settings", "settings");
  const { font = null, fallbackFont = null } = settings?.data ?? {};
  const own = files.flatMap(({ inside, path, bytes }): FontFile[] =>
    isFontFile(inside) ? [{ path, bytes, digest: digests.get(path) ?? "" }] : [],
  );
  return chooseFonts(own, {
    font,
    fallbackFont,
    placeOf: (setting) => settings?.placeOf(`/${setting}`) ?? startOf(""),
  });
}

function shelfOf(files: readonly FoundFile[], digests: Sources["digests"]): Promise<PictureShelf> {
  const pictures = files.filter(({ inside }) => isPicture(inside));
  return PictureShelf.open(
    new Map(pictures.map(({ path, inside, bytes }) => [inside, { bytes, digest: digests.get(path) ?? "" }])),
  );
}

/** Wording of the public edition; undefined when there is a fault in it. */
function readPublicWording({ templates, templatesFolder }: Sources, found: Diagnostic[]): PublicWording | undefined {
  const file = templates?.find(({ inside }) => inside === PUBLIC_WORDING.path);
  const wording = readWording<PublicWording>(PUBLIC_WORDING, file, templatesFolder);
  found.push(...wording.diagnostics);
  return wording.value;
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
};

/** Two waves: documents computed from the pages of the others come after them. */
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
  const second = jobs.filter(({ kind }) => kind.usesPages);
  const first = (second.length > 0 ? plan : jobs).filter(({ kind }) => !kind.usesPages);
  hooks.plan(first.length + second.length);
  const made = new Map<string, MadeDocument>();
  const make = async (job: DocumentJob, within: MakerSet): Promise<void> => {
    await hooks.step(job.kind.title);
    const { document, diagnostics } = await maker.make(job, within);
    found.push(...diagnostics);
    if (document === undefined) return;
    made.set(job.id, document);
    await hooks.made?.(document);
  };
  const rank = ({ id }: DocumentJob): number => (id === options.first ? 0 : 1);
  for (const job of [...first].sort((a, b) => rank(a) - rank(b))) await make(job, set);
  // A document of all rows stands for those of each.
  const before = first
    .filter(({ row }) => row === undefined)
    .flatMap(({ id }) => {
      const one = made.get(id);
      return one === undefined ? [] : [{ rendered: one.rendered, pages: one.entry.pages }];
    });
  for (const job of second) await make(job, { ...set, render: { ...set.render, made: before } });
  if (edition === null && !hasErrors(found))
    found.push(...registerFindings(dossier, plan, [...made.values()], run.bytesOf));
  return jobs.flatMap(({ id }) => made.get(id) ?? []);
}
