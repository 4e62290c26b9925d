import type { SharedAddress, Store } from "../../base/cache/index.ts";
import type { Diagnostic, WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import type { HeadKeeper } from "../../paperwork/register/index.ts";
import type { Budget } from "../../typesetting/markup/index.ts";
import type { FormatName } from "../formats/index.ts";
import type { EditionName, ManifestDocument, Published, RedactionLog } from "../output/index.ts";
import type { ListFolder } from "../reading/index.ts";
import type { Laid } from "./laid-document.ts";
import type { BuildInput, BuildSession } from "./make-set.ts";
import type { RunSignal } from "./run-signal.ts";
import type { Shard } from "./shards.ts";

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
  /** What other machines made, and may be given: entries are signed, so that only what the holder of the key made is taken. */
  readonly shared?: SharedAddress | null;
  /** Kept by a process that builds again and again; it brings its own cache. */
  readonly session?: BuildSession;
  readonly signal?: RunSignal;
  /** Called after each document. */
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Day of the check, ISO: documents dated later are errors. Without it nothing depends on the day. */
  readonly today?: string;
  /** Bytes that stand for those of files on the disk, by the name the file is shown under: `content/orders/2025/91-od-2025.yaml`. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  /** Makes a part of the centres only, for `trc merge` to join. */
  readonly shard?: Shard | undefined;
  /** In how many threads centres are made; without it as many as the work is worth. Nothing but the time depends on it. */
  readonly workers?: number | undefined;
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
 * The options that documents may depend on: all but those known to say only where things lie, how much is made, for which day the records
 * are checked, and who watches.
 */
export function renderingOptions(options: BuildOptions): { readonly [name: string]: unknown } {
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
    shared: _shared,
    session: _session,
    signal: _signal,
    onProgress: _onProgress,
    today: _today,
    listFolder: _listFolder,
    // Its bytes are among the digests of the sources.
    overlay: _overlay,
    keepers: _keepers,
    workers: _workers,
    // Who makes a centre says nothing of what it is.
    shard: _shard,
    ...rendering
  } = options;
  return rendering;
}
