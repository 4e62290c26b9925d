import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Hono } from "hono";
import type { Store } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isInterruption, LiveSet } from "../../project/pipeline/index.ts";
import { defaultTemplates, readSources } from "../../project/reading/index.ts";
import { type Changes, watchFiles } from "../../project/watch/index.ts";
import { Editing } from "../editing/index.ts";
import type { DeskOffice } from "./actions/action.ts";
import { application } from "./application.ts";
import { Channel } from "./channel.ts";
import { Desk } from "./desk.ts";
import { FINDINGS } from "./findings.ts";
import { Invitations } from "./invitations.ts";
import { Languages } from "./languages.ts";
import { NO_CENTRE, pageState } from "./page-state.ts";
import type { PageNews } from "./page-types.ts";
import { Presence } from "./presence.ts";

/** What the page shows, on which port. */
export type PreviewOptions = {
  readonly content: readonly string[];
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Language of the page and of its findings; Russian without it. */
  readonly language?: keyof Text;
  readonly cache: Store | null;
  /** The day it is, ISO: forms of actions begin with it. Without it the day is asked. */
  readonly clock?: () => string;
  /** What the program does for the page beyond its folders: what remembers the registers, how a folder is shown. */
  readonly office?: Omit<DeskOffice, "cache">;
  /** Offers to begin a centre where there are no records yet, instead of refusing. */
  readonly begin?: boolean;
  /** Called after every run: how many findings stop the set, and how many documents there are. */
  readonly onRun?: (summary: RunSummary) => void;
  /** A fault of the program in a run or an answer; the preview goes on. */
  readonly onFault?: (error: unknown) => void;
};

/** A run in figures. */
type RunSummary = { readonly documents: number; readonly errors: number; readonly warnings: number };

/** A page that is served: its address, and how to end it. */
export type Preview = {
  /** Address of the page: `http://127.0.0.1:4173/<secret>/`. Other users of the machine do not know it. */
  readonly address: string;
  /** An address that opens the page once, for a command line that others may see. */
  readonly invite: () => string;
  /** Resolves once no browser has had the page open for so many milliseconds. */
  readonly left: (patience: number) => Promise<void>;
  /** Ends the page and its watch. */
  readonly close: () => Promise<void>;
};

/** A browser takes six of a page; many tabs are some dozens. */
const MOST_CONNECTIONS = 64;
/** In milliseconds. A browser of this machine asks at once: who takes longer holds a connection for its own sake. A scan from a slow disk takes its time. */
const PATIENCE = { headersTimeout: 5000, requestTimeout: 300_000, connectionsCheckingInterval: 1000 };
/** Addresses name every document of a selection. */
const SERVER = { ...PATIENCE, maxHeaderSize: 512 * 1024 };

/** Of larger ones the browser would have to read more than their first pages at once, in bytes. */
const MOST_SENT = 1024 * 1024;

/** The page is painted, and the next key looked at, before the others are made, which may take the whole machine: so long, in milliseconds. */
const BREATH_MS = 120;

/** Starts the preview on this machine only. TRC0001, TRC0003: a folder cannot be read; TRC9301: the port is taken. */
export async function startPreview(options: PreviewOptions): Promise<Outcome<Preview>> {
  const { begin = false } = options;
  const { diagnostics } = begin && isEmpty(options.content) ? { diagnostics: [] } : await readSources(options);
  if (hasErrors(diagnostics)) return { diagnostics };
  const halls: Hall[] = [];
  const open = async (content: readonly string[]): Promise<string> => {
    const there = halls.find((hall) => hall.content.join("\n") === content.join("\n"));
    // What remembers the registers is asked about the centre that the program was started for alone.
    const office = { ...options.office, ...(content === options.content ? {} : { keepers: async () => [] }) };
    const hall = there ?? (await openHall({ ...options, content, office }, (folder) => open([folder])));
    if (there === undefined) halls.push(hall);
    return `${hall.base}/`;
  };
  const base = await open(options.content);
  const fetch = (request: Request): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    const hall = halls.find((one) => pathname.startsWith(`${one.base}/`)) ?? halls[0];
    return hall === undefined ? new Response(null, { status: 404 }) : hall.app.fetch(request);
  };
  const close = async (): Promise<void> => {
    for (const hall of halls) await hall.close();
  };
  const { serve } = await import("@hono/node-server");
  const listening = await new Promise<{ server: Server; port: number } | NodeJS.ErrnoException>((resolve) => {
    const where = { hostname: "127.0.0.1", port: options.port, serverOptions: SERVER };
    const server = serve({ fetch, ...where }, ({ port }) => resolve({ server: server as Server, port }));
    (server as Server).maxConnections = MOST_CONNECTIONS;
    server.once("error", resolve);
  }).catch((error: NodeJS.ErrnoException) => error);
  if (listening instanceof Error) {
    await close();
    if (["EADDRINUSE", "EACCES", "ERR_SOCKET_BAD_PORT"].includes(listening.code ?? ""))
      return { diagnostics: [taken(options.port)] };
    throw listening;
  }
  const { server, port } = listening;
  const end = async (): Promise<void> => {
    await close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const origin = `http://127.0.0.1:${port}`;
  const left = async (patience: number): Promise<void> => {
    // Whoever has left one set may look at another.
    do for (const hall of halls) await hall.channel.left(patience);
    while (halls.some(({ channel }) => channel.isHeard));
  };
  const invite = (): string => origin + (halls[0]?.invitations.make() ?? base);
  return { value: { address: origin + base, invite, left, close: end }, diagnostics: [] };
}

/** One set that is served: the address of its page, and how it ends. */
type Hall = {
  readonly content: readonly string[];
  readonly base: string;
  readonly app: Hono;
  readonly channel: Channel;
  readonly invitations: Invitations;
  readonly close: () => Promise<void>;
};

async function openHall(options: PreviewOptions, openFolder: (folder: string) => Promise<string>): Promise<Hall> {
  const { language = "ru", clock = () => "", content, onFault } = options;
  const set = await LiveSet.open(options);
  const channel = new Channel();
  const runner = new Runner(set, channel, options);
  // Another one at every start.
  const base = `/${randomBytes(16).toString("base64url")}`;
  const desk = new Desk(set, new Editing(content), {
    ...options,
    language,
    clock,
    openFolder,
    office: { ...options.office, cache: options.cache },
    acted: () => runner.run(null, Date.now()),
    wrote: (file, at) => void desk.checked.then(() => runner.heard({ files: [resolve(file)], at })),
  });
  const invitations = new Invitations();
  const presence = new Presence(content, randomBytes(8).toString("hex"), (said) => channel.send("presence", said));
  const languages = new Languages({ content, templates: options.templates, language });
  const app = application({
    set,
    desk,
    channel,
    languages,
    presence,
    language,
    base,
    invitations,
    onShown: (id) => runner.show(id),
    onFault,
  });
  const folders = [...content, options.templates ?? defaultTemplates()];
  // What is typed is looked at first: the run would keep it waiting.
  const watch = await watchFiles(folders, (changes) => void desk.checked.then(() => runner.heard(changes)), {
    hasty: true,
  });
  runner.run(null, Date.now());
  const close = async (): Promise<void> => {
    await watch.close();
    await runner.stop();
    await desk.close();
    channel.close();
    await languages.close();
    await presence.close();
  };
  return { content, base, app, channel, invitations, close };
}

/** Whether there are no records yet. */
function isEmpty(content: readonly string[]): boolean {
  return content.every((folder) => !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith(".")));
}

/** One run after another; a run that is overtaken by a newer change is cut short. */
class Runner {
  readonly #set: LiveSet;
  readonly #channel: Channel;
  readonly #options: PreviewOptions;
  #shown: string | null = null;
  /** Files that have changed since the last run began; null where that may be any. */
  #changed: readonly string[] | null = null;
  #stopped = false;
  #abort = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(set: LiveSet, channel: Channel, options: PreviewOptions) {
    this.#set = set;
    this.#channel = channel;
    this.#options = options;
  }

  /** The document that somebody looks at: it is made before the others. */
  show(id: string): void {
    this.#shown = id;
  }

  /** Files have changed: the page tells of what it has written at once, and the watch tells of it again, which is no news then. */
  async heard({ files, at }: Changes): Promise<void> {
    if (!(await this.#set.knows(files))) this.run(files, at);
  }

  /** @param files that have changed; null where that may be any */
  run(files: readonly string[] | null, at: number): void {
    if (this.#stopped) return;
    this.#changed = files === null || this.#changed === null ? null : [...this.#changed, ...files];
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = this.#running.then(() => this.#once(at, abort.signal));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#abort.abort();
    await this.#running;
  }

  async #once(at: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const changed = this.#changed;
    this.#changed = [];
    const { begin = false, content } = this.#options;
    if (begin && isEmpty(content)) {
      this.#channel.settle("state", { ...NO_CENTRE, at });
      return;
    }
    try {
      const { documents, diagnostics } = await this.#set.refresh({
        changed,
        first: this.#shown,
        onFirst: async ({ id, version }, pdf) => {
          this.#channel.send("document", { id, version, at, pdf: sent(pdf) } satisfies PageNews);
          if (this.#channel.isHeard) await setTimeout(BREATH_MS, undefined, { signal });
        },
        signal,
      });
      this.#channel.settle("state", { ...(await pageState(this.#set, this.#options.language ?? "ru")), at });
      const count = (severity: Diagnostic["severity"]): number =>
        diagnostics.filter((one) => one.severity === severity).length;
      this.#options.onRun?.({ documents: documents.length, errors: count("error"), warnings: count("warning") });
      if (changed !== null && !signal.aborted && (await this.#set.isBehind())) this.run(null, Date.now());
    } catch (error) {
      // What this run has read and what not is not asked: the next one reads all.
      if (!signal.aborted) this.#changed = null;
      if (!signal.aborted && !isInterruption(error)) this.#options.onFault?.(error);
    }
  }
}

/** A document as it goes along with the news of it: a question for it would wait for the run, which goes on meanwhile. */
function sent(pdf: Uint8Array): string | null {
  return pdf.length > MOST_SENT ? null : Buffer.from(pdf).toString("base64");
}

function taken(port: number): Diagnostic {
  return raise(FINDINGS.TRC9301, {
    message: text(
      `Порт ${port} занят другой программой или недоступен`,
      `Port ${port} is taken by another program or cannot be used`,
    ),
  });
}
