import { basename, relative, resolve, sep } from "node:path";
import { glob } from "glob";
import { type Diagnostic, hasErrors, sortDiagnostics, type WaivedDiagnostic } from "../diagnostics/index.ts";
import { PublicEdition, type PublicWording, readWording, WORDING_FILE } from "../editions/index.ts";
import { composeFlow } from "../flow/index.ts";
import { loadFonts, measureIn } from "../fonts/index.ts";
import { planDocuments, readKinds } from "../kinds/index.ts";
import { layoutFlow } from "../layout/index.ts";
import { Engine } from "../markup/index.ts";
import { type Dossier, readRecords, readSchemas } from "../records/index.ts";
import { REGISTER_FOLDER } from "../register/index.ts";
import { codeText } from "./code-text.ts";
import { safeFileName, uniqueNames } from "./file-name.ts";
import { missing, unreadable } from "./folder-faults.ts";
import { type FormatName, writeFormat } from "./formats.ts";
import { type Laid, manifestEntry } from "./laid-document.ts";
import { type EditionName, type ManifestDocument, type ManifestFile, sha256 } from "./manifest.ts";
import { ofEdition } from "./of-edition.ts";
import { otherEdition, outputFault, redactionFault, unsafeOutput } from "./output-faults.ts";
import { readProfiles } from "./profiles.ts";
import { type OutputFile, type Published, publish } from "./publish.ts";
import { type FoundFile, type ListFolder, listFolder, readFolder } from "./read-folder.ts";
import { type RedactionLog, RedactionLogBuilder, writeRedactions } from "./redaction-file.ts";
import { registerFindings } from "./register-findings.ts";
import { type RenderSet, renderJob } from "./render-job.ts";
import { selectJobs } from "./select-jobs.ts";
import { checkSet } from "./set-rules.ts";

export type BuildOptions = {
  /** Content folders; patterns with `*` are expanded. */
  readonly content: readonly string[];
  readonly templates: string;
  /** Output folder; null only checks. */
  readonly out: string | null;
  /** Kinds or document ids; empty means all. */
  readonly only: readonly string[];
  readonly formats: readonly FormatName[];
  /** Without it the original. */
  readonly edition?: EditionName;
  /** Templates see `draft`: a cover says so plainly. */
  readonly draft?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Day of the check, ISO: documents dated later are errors. Without it nothing depends on the day. */
  readonly today?: string;
  /** Bytes that stand for those of files on the disk, by the name the file is shown under: `content/orders/2025/91-od-2025.yaml`. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  /** How folders are listed; the result does not depend on the order it gives. */
  readonly listFolder?: ListFolder;
};

export type BuildProgress = { readonly done: number; readonly total: number; readonly title: string };

export type BuildReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that the records waive. */
  readonly waived: readonly WaivedDiagnostic[];
  /** What was made (or checked), in the order of the set. */
  readonly documents: readonly ManifestDocument[];
  readonly out: string | null;
  readonly published: Published | null;
  /** The documents themselves, in the order of the set; empty where findings kept them from being made. */
  readonly laid: readonly Laid[];
  /** True when only some documents were asked for. */
  readonly partial: boolean;
  /** Every folder that was read, with its files. */
  readonly inputs: readonly BuildInput[];
  /** What the public edition withheld; null for the original. */
  readonly redactions: RedactionLog | null;
  /** File of that log, when it was written. */
  readonly redactionLog: string | null;
  /** Text of any file that was read, by its shown name. */
  readonly sourceOf: (file: string) => string | undefined;
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

/**
 * Builds the whole set of one or several content folders, or checks it when `out` is null. Every finding is collected; nothing is written
 * when any of them is an error. @throws when the signal is aborted, or on a fault of the program
 */
export async function buildSet(options: BuildOptions): Promise<BuildReport> {
  const run = new Run(options);
  const laid = await run.layAll();
  const report = (
    documents: readonly ManifestDocument[],
    published: Published | null,
    redactionLog: string | null = null,
  ): BuildReport => ({
    diagnostics: sortDiagnostics(run.found),
    waived: run.waived,
    documents,
    out: options.out === null ? null : resolve(options.out),
    published,
    laid,
    partial: options.only.length > 0,
    inputs: run.inputs,
    redactions: options.edition === "public" ? run.redactionLog(laid) : null,
    redactionLog,
    sourceOf: run.sourceOf,
  });
  if (hasErrors(run.found)) return report([], null);
  if (options.out === null)
    return report(
      laid.map((one) => manifestEntry(one, [])),
      null,
    );
  const written = await run.writeAll(laid);
  const published = await run.publish(options.out, written);
  const log = published === null ? null : await run.writeRedactionLog(options.out, laid);
  return report(hasErrors(run.found) ? [] : written.map(({ entry }) => entry), published, log);
}

class Run {
  readonly found: Diagnostic[] = [];
  readonly waived: WaivedDiagnostic[] = [];
  readonly inputs: BuildInput[] = [];
  readonly redactions = new RedactionLogBuilder();
  readonly #options: BuildOptions;
  readonly #sources = new Map<string, Uint8Array>();
  #total = 0;
  #done = 0;

  constructor(options: BuildOptions) {
    this.#options = options;
  }

  readonly sourceOf = (file: string): string | undefined => {
    const bytes = this.#sources.get(file);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

  async layAll(): Promise<Laid[]> {
    const templates = await this.#read(
      this.#options.templates,
      (name) => /\.(hbs|yaml|json)$/.test(name) && !name.endsWith("/sample.yaml"),
    );
    const folders = await this.#contentFolders();
    if (templates === null || hasErrors(this.found)) return [];
    this.inputs.push({ centre: null, folder: this.#options.templates, files: templates, dossier: null });
    const kinds = readKinds(templates);
    const profiles = readProfiles(templates);
    const schemas = readSchemas(
      templates
        .filter(({ inside }) => /^[^/]+\/schema\.json$/.test(inside))
        .map((file) => ({ kind: file.inside.split("/")[0] ?? "", file })),
    );
    this.found.push(...kinds.diagnostics, ...profiles.diagnostics, ...schemas.diagnostics);
    if (
      kinds.value === undefined ||
      profiles.value === undefined ||
      schemas.value === undefined ||
      hasErrors(this.found)
    )
      return [];
    const wording = this.#wording(templates);
    if (wording === undefined) return [];
    const engine = new Engine(kinds.value.partials);
    const names = uniqueNames(folders.map((folder) => basename(resolve(folder))));
    const laid: Laid[] = [];
    for (const [index, folder] of folders.entries()) {
      const files = await this.#read(folder, (name) => /\.ya?ml$/.test(name) || name.startsWith(`${REGISTER_FOLDER}/`));
      if (files === null) continue;
      const dossier = readRecords(files, schemas.value);
      this.found.push(...dossier.diagnostics);
      this.inputs.push({ centre: names[index] ?? "", folder, files, dossier: dossier.value ?? null });
      if (dossier.value === undefined || hasErrors(dossier.diagnostics)) continue;
      const edition = wording === null ? null : new PublicEdition(dossier.value, wording);
      const set = {
        dossier: dossier.value,
        kinds: kinds.value,
        engine,
        profiles: profiles.value,
        edition,
        draft: this.#options.draft === true,
        made: null,
      };
      const made = await this.#laySet(set, names[index] ?? "", folders.length > 1 ? `${names[index]}/` : "");
      laid.push(...made);
      this.#checkRules(set, made);
    }
    return laid;
  }

  /** Wording of the public edition; null for the original, undefined when there is a fault in it. */
  #wording(templates: readonly FoundFile[]): PublicWording | null | undefined {
    if (this.#options.edition !== "public") return null;
    const file = templates.find(({ inside }) => inside === WORDING_FILE);
    const wording = readWording(file, this.#options.templates);
    this.found.push(...wording.diagnostics);
    return wording.value;
  }

  #checkRules({ dossier, kinds }: RenderSet, laid: readonly Laid[]): void {
    const partial = this.#options.only.length > 0 || this.#options.edition === "public";
    const report = checkSet({ dossier, kinds: kinds.kinds, laid, partial, today: this.#options.today ?? null });
    this.found.push(...report.diagnostics);
    this.waived.push(...report.waived);
  }

  /** Two waves: documents computed from the pages of the others come after them. */
  async #laySet(set: RenderSet, centre: string, folder: string): Promise<Laid[]> {
    const planned = planDocuments(set.kinds, set.dossier);
    this.found.push(...planned.diagnostics);
    const selected = selectJobs(planned.value ?? [], this.#options.only);
    this.found.push(...selected.diagnostics);
    const published = ofEdition(this.#options.edition ?? "original", planned.value ?? [], selected.value ?? []);
    this.found.push(...published.diagnostics);
    const { plan, jobs, left } = published;
    if (set.edition !== null) this.redactions.leave(centre, left, set.edition.wording.grounds.kind);
    const needsAll = jobs.some(({ kind }) => kind.usesPages);
    const first = (needsAll ? plan : jobs).filter(({ kind }) => !kind.usesPages);
    this.#total += first.length + jobs.filter(({ kind }) => kind.usesPages).length;
    const lay = async (job: (typeof jobs)[number], within: RenderSet): Promise<Laid[]> => {
      await this.#step(job.kind.title);
      return this.#lay(job, within, centre, folder);
    };
    const made: Laid[] = [];
    for (const job of first) made.push(...(await lay(job, set)));
    const known = made.map(({ rendered, input }) => ({ rendered, pages: input.layout.pages.length }));
    for (const job of jobs.filter(({ kind }) => kind.usesPages))
      made.push(...(await lay(job, { ...set, made: known })));
    if (set.edition === null && !hasErrors(this.found)) {
      const bytesOf = (file: string): Uint8Array | undefined => this.#sources.get(file);
      this.found.push(...registerFindings(set.dossier, plan, made, bytesOf));
    }
    const wanted = new Set(jobs.map(({ id }) => id));
    const order = new Map(plan.map(({ id }, index) => [id, index]));
    return made
      .filter(({ rendered }) => wanted.has(rendered.job.id))
      .sort((a, b) => (order.get(a.rendered.job.id) ?? 0) - (order.get(b.rendered.job.id) ?? 0));
  }

  #lay(job: Parameters<typeof renderJob>[0], set: RenderSet, centre: string, folder: string): Laid[] {
    const rendered = renderJob(job, set);
    this.found.push(...rendered.diagnostics);
    if (rendered.value === undefined) return [];
    const { meta } = rendered.value.model;
    const profile = set.profiles.resolve(meta.profile, meta.variant, job.kind.id, job.kind.layout);
    this.found.push(...profile.diagnostics);
    if (profile.value === undefined) return [];
    const fonts = loadFonts();
    const flow = composeFlow(
      rendered.value.model,
      profile.value,
      measureIn(fonts),
      rendered.value.code ? codeText(rendered.value.model) : null,
    );
    const layout = layoutFlow(flow, fonts);
    this.found.push(
      ...layout.diagnostics.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? job.record.placeOf("") })),
    );
    return [{ centre, rendered: rendered.value, input: { flow, layout, fonts }, folder }];
  }

  /** Writes every document in every format, in memory. */
  async writeAll(
    laid: readonly Laid[],
  ): Promise<{ readonly entry: ManifestDocument; readonly files: readonly OutputFile[] }[]> {
    this.#total += laid.length;
    const paths = uniqueNames(
      laid.map(
        ({ rendered, folder }) => `${folder}${safeFileName(rendered.job.kind.group)}/${safeFileName(rendered.name)}`,
      ),
    );
    const written: { entry: ManifestDocument; files: OutputFile[] }[] = [];
    for (const [index, one] of laid.entries()) {
      await this.#step(one.rendered.model.meta.title);
      const files = await Promise.all(
        this.#options.formats.map(async (format) => ({
          format,
          path: `${paths[index]}.${format}`,
          bytes: await writeFormat(format, one.input),
        })),
      );
      const listed = files.map(
        ({ format, path, bytes }): ManifestFile => ({ path, format, bytes: bytes.length, sha256: sha256(bytes) }),
      );
      written.push({ entry: manifestEntry(one, listed), files });
    }
    return written;
  }

  async publish(
    out: string,
    written: readonly { readonly entry: ManifestDocument; readonly files: readonly OutputFile[] }[],
  ): Promise<Published | null> {
    const unsafe =
      unsafeOutput(out, [...this.#options.content, this.#options.templates]) ??
      (await otherEdition(out, this.#options.edition ?? "original"));
    if (unsafe !== null) {
      this.found.push(unsafe);
      return null;
    }
    this.#options.signal?.throwIfAborted();
    try {
      return await publish(
        out,
        written.map(({ entry, files }) => ({ entry, files })),
        this.#options.only.length > 0,
      );
    } catch (error) {
      const fault = outputFault(out, error);
      if (fault === null) throw error;
      this.found.push(fault);
      return null;
    }
  }

  redactionLog(laid: readonly Laid[]): RedactionLog {
    return this.redactions.log(
      laid.map((one) => ({ entry: manifestEntry(one, []), redactions: one.rendered.redactions ?? [] })),
    );
  }

  /** Path of the log; null for the original. Code TRC6507. */
  async writeRedactionLog(out: string, laid: readonly Laid[]): Promise<string | null> {
    if (this.#options.edition !== "public") return null;
    try {
      return await writeRedactions(out, this.redactionLog(laid), this.#options.only.length > 0);
    } catch (error) {
      this.found.push(redactionFault(out, error));
      return null;
    }
  }

  async #contentFolders(): Promise<string[]> {
    const folders: string[] = [];
    for (const pattern of this.#options.content) {
      const found = /[*?[{]/.test(pattern)
        ? (await glob(pattern.replaceAll("\\", "/"), { withFileTypes: true }))
            .filter((entry) => entry.isDirectory())
            .map((entry) => relative(process.cwd(), entry.fullpath()))
        : [pattern];
      if (found.length === 0) this.found.push(missing("--content", pattern));
      folders.push(...found.sort());
    }
    return [...new Set(folders)];
  }

  async #read(folder: string, wanted: (name: string) => boolean): Promise<FoundFile[] | null> {
    const shown = folder.split(sep).join("/").replace(/\/+$/, "") || "/";
    try {
      const found = await readFolder(folder, shown, wanted, this.#options.listFolder ?? listFolder);
      const files = found.map((file) => ({ ...file, bytes: this.#options.overlay?.get(file.path) ?? file.bytes }));
      for (const file of files) this.#sources.set(file.path, file.bytes);
      return files;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      this.found.push(
        code === "ENOENT" || code === "ENOTDIR"
          ? missing(folder === this.#options.templates ? "--templates" : "--content", folder)
          : unreadable(folder, code),
      );
      return null;
    }
  }

  /** Lets signals and the terminal have a turn. */
  async #step(title: string): Promise<void> {
    await new Promise((next) => setImmediate(next));
    this.#options.signal?.throwIfAborted();
    this.#done++;
    this.#options.onProgress?.({ done: this.#done, total: this.#total, title });
  }
}
