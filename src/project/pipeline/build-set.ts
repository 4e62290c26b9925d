import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { CACHE_FINDINGS, digestOf, readJson, writeJson } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, sortDiagnostics, type WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import { shownText } from "../../base/yaml/index.ts";
import {
  type ManifestShard,
  manifestStands,
  type NewSet,
  otherEdition,
  outputFault,
  type Published,
  type RedactionLog,
  redactionFault,
  Stage,
  unsafeOutput,
  writeRedactions,
} from "../output/index.ts";
import { missingCentres, planSources, type Sources, sourceData } from "../reading/index.ts";
import { type BuildOptions, type BuildReport, renderingOptions, type UpdateReport } from "./build-options.ts";
import { CentreCrew, threadsFor } from "./centre-crew.ts";
import { type CentreResult, CentreRunner, type CentreTask, type RunTerms } from "./centre-run.ts";
import type { MadeDocument } from "./document-maker.ts";
import { engineIdentity } from "./engine-identity.ts";
import { FINDINGS } from "./findings.ts";
import type { BuildInput, Hooks } from "./make-set.ts";
import { type PackedResult, packed, unpacked } from "./packed-result.ts";
import { Press } from "./press.ts";
import { registerKeepers } from "./register-keepers.ts";
import { shareOut } from "./shards.ts";
import { type TemplateFaults, unheard } from "./unheard.ts";

/**
 * Builds the whole set of one or several content folders, or checks it when `out` is null. Every finding is collected; nothing is written
 * when any of them is an error. @throws when the signal is aborted, or on a fault of the program
 */
export async function buildSet(options: BuildOptions): Promise<BuildReport> {
  return (await Run.of(options)).make(true);
}

/**
 * As `buildSet`, but the documents themselves are let go of, centre by centre, and a centre that the cache knows, and whose files lie in `out` as
 * they should, is not looked into at all.
 */
export async function updateSet(options: BuildOptions): Promise<UpdateReport> {
  return (await Run.of(options)).make(false);
}

type RunParts = {
  readonly templates: Sources;
  readonly tasks: readonly CentreTask[];
  readonly engine: string;
  readonly shard: ManifestShard | undefined;
};

class Run {
  readonly #options: BuildOptions;
  readonly #templates: Sources;
  /** Name of the engine; see `engineIdentity`. */
  readonly #engine: string;
  readonly #tasks: readonly CentreTask[];
  readonly #shard: ManifestShard | undefined;
  readonly #found: Diagnostic[] = [];
  readonly #waived: WaivedDiagnostic[] = [];
  readonly #texts = new Map<string, Uint8Array>();
  readonly #work = { rendered: 0, written: 0 };
  /** Where the new set is staged; null before anything is. */
  #stage: Stage | null = null;
  #threads: CentreCrew | null = null;
  #press: Press | null = null;
  /** True where nothing is known of what these templates make. */
  #isCold = false;
  /** True when a centre has errors: nothing is staged after it. */
  #failed = false;
  #isFarTold = false;
  #total = 0;
  #done = 0;

  private constructor(options: BuildOptions, { templates, tasks, engine, shard }: RunParts) {
    this.#options = options;
    this.#templates = templates;
    this.#tasks = tasks;
    this.#engine = engine;
    this.#shard = shard;
  }

  static async of(options: BuildOptions): Promise<Run> {
    const { templates, centres } = await planSources(options);
    const engine = await engineIdentity();
    const { only, formats, today = null } = options;
    const common = [engine, { only, formats, today, ...renderingOptions(options) }, [...templates.digests]];
    const part = options.shard === undefined ? null : await shareOut(centres, options.shard, common);
    const diagnostics = [...templates.diagnostics, ...(part?.diagnostics ?? [])];
    const own = part === null ? centres : (part.value?.own ?? []);
    const keepers = [...(await registerKeepers(own, options.out)), ...(options.keepers ?? [])];
    const tasks = own.map((centre) => ({
      centre,
      keepers: keepers.filter((one) => one.centre === centre.centre || (one.centre === null && centres.length === 1)),
    }));
    return new Run(options, { templates: { ...templates, diagnostics }, tasks, engine, shard: part?.value?.shard });
  }

  /** @param keeps true where the documents themselves are wanted: then all of them are held */
  async make(keeps: boolean): Promise<BuildReport> {
    this.#found.push(
      ...this.#templates.diagnostics,
      ...(await missingCentres(this.#tasks.map(({ centre }) => centre))),
    );
    if (this.#templates.templates === null || hasErrors(this.#found)) return this.#report({});
    const { cache = null, session = null } = this.#options;
    const runner = new CentreRunner(this.#terms, cache, session, () => this.#startPress(keeps));
    try {
      return await this.#with(runner, keeps);
    } finally {
      await this.#threads?.close();
      await this.#press?.close();
      await this.#stage?.close();
    }
  }

  async #with(runner: CentreRunner, keeps: boolean): Promise<BuildReport> {
    const { out, cache = null } = this.#options;
    const known = await this.#known(runner, keeps);
    const templates = await this.#templateReport(runner);
    this.#found.push(...templates.diagnostics);
    if (hasErrors(this.#found)) return this.#report({});
    const put: PackedResult[] = [];
    const standing = new Set<string>();
    const kept: { laid: MadeDocument[]; inputs: BuildInput[] } = { laid: [], inputs: [] };
    const made = this.#making(
      runner,
      this.#tasks.filter((_task, index) => !known[index]),
      keeps ? kept : null,
    );
    for (const index of this.#tasks.keys()) {
      const before = known[index] ?? null;
      for (const { files } of before?.documents ?? []) for (const { path } of files) standing.add(path);
      const result = before ?? (await made.next()).value;
      if (!result) throw new Error("a centre came to nothing");
      this.#failed ||= hasErrors(result.diagnostics);
      put.push(packed(result));
      // One document without an end is enough: nobody waits for the next.
      if (result.diagnostics.some(({ code }: Diagnostic) => code === FINDINGS.TRC3011.code)) break;
    }
    // What made the centres is let go of before all that came of them is held at once.
    await this.#threads?.close();
    const results = put.map((one) => this.#collect(unpacked(one)));
    this.#found.push(...unheard(templates.faults, this.#found));
    const documents = results.flatMap((one) => one.documents);
    const registers = results.flatMap((one) => one.registers);
    const redactions = this.#options.edition === "public" ? joinedLogs(results) : null;
    if (hasErrors(this.#found)) return this.#report({ ...kept, redactions });
    const published =
      out === null
        ? null
        : await this.#publish(out, {
            documents,
            registers,
            standing,
            ...(this.#shard && { shard: this.#shard }),
          });
    const log = published === null ? null : await this.#writeRedactions(out ?? "", redactions);
    if (hasErrors(this.#found)) return this.#report({ ...kept, redactions, published });
    if (this.#work.rendered > 0) await cache?.prune(results.map(({ name }) => name));
    return this.#report({ ...kept, redactions, documents, published, redactionLog: log });
  }

  /** What the cache knows of the centres, in their order; null for those that are to be made. */
  async #known(runner: CentreRunner, keeps: boolean): Promise<readonly (CentreResult | null)[]> {
    // The log of a public edition is written with every run.
    if (keeps || !this.#options.cache || this.#options.edition === "public") return [];
    const known: (CentreResult | null)[] = [];
    const crew = this.#crew(Math.floor(this.#tasks.length / LOOKED_UP_AS_ONE_MADE));
    if (crew === null)
      for (const task of this.#tasks) {
        known.push(await runner.known(task));
        await this.#turn();
      }
    else {
      const wishes = this.#tasks.map((task) => ({ task, make: null }));
      for await (const result of crew.results(wishes, this.#hooks, this.#options.signal)) known.push(result);
    }
    return known;
  }

  /** Makes centres one after another, or several at once; what comes of them comes in their order. */
  async *#making(
    runner: CentreRunner,
    tasks: readonly CentreTask[],
    kept: { laid: MadeDocument[]; inputs: BuildInput[] } | null,
  ): AsyncGenerator<CentreResult | null> {
    const crew = kept === null ? this.#crew(tasks.length) : null;
    if (tasks.length > 1 && kept === null)
      // What is let go of is collected while it is little: a heap that may first grow fourfold would be that of nine centres.
      setFlagsFromString("--heap-growing-percent=30");
    if (crew !== null) {
      // What was just made is collected by the thread that made it: helpers would take the cores from other threads, for a tenth more of processor time.
      setFlagsFromString("--no-parallel-scavenge");
      const make = { stage: await this.#staged() };
      yield* crew.results(
        tasks.map((task) => ({ task, make })),
        this.#hooks,
        this.#options.signal,
      );
      return;
    }
    const stage = (): Promise<string | null> => this.#staged();
    for (const [index, task] of tasks.entries()) {
      if (kept === null) {
        const result = await runner.taken(task, stage, this.#hooks);
        if (this.#tasks.length > 1) runner.release();
        yield result;
        continue;
      }
      const { result, set } = await runner.make(task, stage, this.#hooks);
      kept.laid.push(...set.documents);
      kept.inputs.push(...(index === 0 ? set.inputs : set.inputs.slice(1)));
      yield result;
    }
  }

  /** Threads for work as large as that of so many centres; null where one is enough, or something of the run cannot be sent to another. */
  #crew(centres: number): CentreCrew | null {
    const { workers, session, listFolder, cache = null } = this.#options;
    const threads = threadsFor(centres, workers);
    if (threads < 2 || session !== undefined || listFolder !== undefined) return null;
    if (cache !== null && cache.folder === undefined) return null;
    this.#threads ??= new CentreCrew(threads, {
      terms: { ...this.#terms, templates: sourceData(this.#templates) },
      cacheFolder: cache?.folder ?? null,
    });
    return this.#threads;
  }

  /** A thread for half of the work of a whole centre that was never made before; null where it would come too late to be of use. */
  #startPress(keeps: boolean): Press | null {
    const { workers, only, out, formats } = this.#options;
    const isOneThread = threadsFor(this.#tasks.length, workers) < 2;
    if (this.#isCold && !keeps && only.length === 0 && isOneThread)
      this.#press = Press.start(out === null ? [] : formats, workers);
    return this.#press;
  }

  /** What is wrong with the templates, by themselves: it follows from their bytes and the engine. */
  async #templateReport(runner: CentreRunner): Promise<TemplateReport> {
    const { cache = null, only, edition = "original" } = this.#options;
    const digests = [...this.#templates.digests];
    const name = digestOf([this.#engine, "templates", edition, only.length === 0, digests]);
    const known = cache === null ? undefined : await readJson<TemplateReport>(cache, name);
    if (known !== undefined) return known;
    this.#isCold = true;
    const diagnostics = await runner.openTemplates();
    const whole = only.length === 0 && !hasErrors(diagnostics);
    const report = { diagnostics, faults: whole ? await runner.templateFaults() : { own: [], names: [] } };
    if (cache !== null && !hasErrors(diagnostics)) await writeJson(cache, name, report);
    return report;
  }

  #collect(result: CentreResult): CentreResult {
    const { diagnostics, waived, texts, work } = result;
    // Every thread may have lost sight of it.
    this.#found.push(...diagnostics.filter(({ code }) => code !== FAR || !this.#isFarTold));
    this.#isFarTold ||= diagnostics.some(({ code }) => code === FAR);
    this.#waived.push(...waived);
    for (const [file, bytes] of texts) this.#texts.set(file, bytes);
    this.#work.rendered += work.rendered;
    this.#work.written += work.written;
    return result;
  }

  get #terms(): RunTerms {
    const {
      only,
      asArguments,
      today = null,
      edition = "original",
      draft = false,
      budget,
      out,
      formats,
      shared = null,
    } = this.#options;
    const { overlay, listFolder } = this.#options;
    return {
      templates: this.#templates,
      sources: { ...(overlay && { overlay }), ...(listFolder && { listFolder }) },
      make: {
        only,
        asArguments,
        today,
        edition,
        draft,
        budget,
        final: out !== null && !draft,
        rendering: renderingOptions(this.#options),
        engine: this.#engine,
      },
      formats,
      out,
      shared,
    };
  }

  /** The report of the run with what there is of its results. */
  #report(made: Partial<BuildReport>): BuildReport {
    const { out } = this.#options;
    const { inputs = [] } = made;
    // Of a set that was let go of there are only the texts that findings stand in.
    const bytesOf = (file: string): Uint8Array | undefined =>
      this.#texts.get(file) ?? inputs.flatMap(({ files }) => files).find(({ path }) => path === file)?.bytes;
    return {
      diagnostics: sortDiagnostics(this.#found),
      waived: this.#waived,
      documents: [],
      out: out === null ? null : resolve(out),
      published: null,
      redactions: null,
      redactionLog: null,
      work: { ...this.#work },
      sourceOf: (file) => this.#templates.sourceOf(file) ?? shownText(bytesOf(file)),
      laid: [],
      partial: this.#options.only.length > 0,
      inputs: [],
      ...made,
    };
  }

  /** The stage, opened when there is something to write; null where that must not or cannot be. */
  async #staged(): Promise<string | null> {
    const { out } = this.#options;
    if (out === null || this.#failed || hasErrors(this.#found)) return null;
    this.#stage ??= await this.#openStage(out);
    return this.#stage?.folder ?? null;
  }

  async #openStage(out: string): Promise<Stage | null> {
    const sources = [...this.#tasks.map(({ centre }) => centre.folder), this.#templates.templatesFolder];
    const edition = this.#options.edition ?? "original";
    const unsafe = (await unsafeOutput(out, sources)) ?? (await otherEdition(out, edition));
    if (unsafe !== null) {
      this.#found.push(unsafe);
      return null;
    }
    try {
      return await Stage.open(out);
    } catch (error) {
      this.#found.push(outputFault(out, error));
      return null;
    }
  }

  async #publish(out: string, set: Omit<NewSet, "partial">): Promise<Published | null> {
    const partial = this.#options.only.length > 0;
    // Where nothing was staged, the folder may hold the set already.
    if (this.#stage === null && this.#work.rendered === 0 && (await manifestStands(out, set, partial)))
      return { removed: [], kept: [] };
    if ((await this.#staged()) === null) return null;
    this.#options.signal?.throwIfAborted();
    try {
      return (await this.#stage?.publish({ ...set, partial })) ?? null;
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

  get #hooks(): Hooks {
    return {
      plan: (more) => {
        this.#total += more;
      },
      step: async (title) => {
        await this.#turn();
        this.#done++;
        this.#options.onProgress?.({ done: this.#done, total: this.#total, title });
      },
    };
  }

  /** Lets signals and the terminal have a turn. */
  async #turn(): Promise<void> {
    await new Promise((next) => setImmediate(next));
    this.#options.signal?.throwIfAborted();
  }
}

/** A shared cache that cannot be reached is told once a run. */
const FAR = CACHE_FINDINGS.TRC6030.code;
/** Looking a centre up in the cache takes so much less than making it. */
const LOOKED_UP_AS_ONE_MADE = 16;

/** What is wrong with templates: by themselves, and where no document may have reached them. */
type TemplateReport = { readonly diagnostics: readonly Diagnostic[]; readonly faults: TemplateFaults };

function joinedLogs(results: readonly CentreResult[]): RedactionLog {
  const logs = results.flatMap(({ redactions }) => (redactions === null ? [] : [redactions]));
  return {
    schema: "trc/redactions/1",
    edition: "public",
    documents: logs.flatMap(({ documents }) => documents),
    notPublished: logs.flatMap(({ notPublished }) => notPublished),
  };
}
