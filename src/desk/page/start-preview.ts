import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { Store } from "../../base/cache/index.ts";
import { type Diagnostic, hasErrors, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isInterruption, LiveSet } from "../../project/pipeline/index.ts";
import { defaultTemplates, readSources } from "../../project/reading/index.ts";
import { type Changes, watchFiles } from "../../project/watch/index.ts";
import { application } from "./application.ts";
import { Channel } from "./channel.ts";
import { FINDINGS } from "./findings.ts";
import { pageState } from "./page-state.ts";

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
  /** Called after every run: how many findings stop the set, and how many documents there are. */
  readonly onRun?: (summary: RunSummary) => void;
  /** A fault of the program in a run; the preview goes on. */
  readonly onFault?: (error: unknown) => void;
};

/** A run in figures. */
type RunSummary = { readonly documents: number; readonly errors: number; readonly warnings: number };

/** A page that is served: its address, and how to end it. */
export type Preview = {
  /** Address of the page: `http://127.0.0.1:4173/<secret>/`. Other users of the machine do not know it. */
  readonly address: string;
  /** Ends the page and its watch. */
  readonly close: () => Promise<void>;
};

/** A browser takes six of a page; many tabs are some dozens. */
const MOST_CONNECTIONS = 64;
/** A browser of this machine asks at once: who takes longer, in milliseconds, holds a connection for its own sake. */
const PATIENCE = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 };

/** Starts the preview on this machine only. TRC0001, TRC0003: a folder cannot be read; TRC9301: the port is taken. */
export async function startPreview(options: PreviewOptions): Promise<Outcome<Preview>> {
  const { language = "ru" } = options;
  const { diagnostics } = await readSources(options);
  if (hasErrors(diagnostics)) return { diagnostics };
  const set = await LiveSet.open(options);
  const channel = new Channel();
  const runner = new Runner(set, channel, options);
  // Another one at every start.
  const base = `/${randomBytes(16).toString("base64url")}`;
  const app = application({ set, channel, language, base, onShown: (id) => runner.show(id) });
  const { serve } = await import("@hono/node-server");
  const listening = await new Promise<{ server: Server; port: number } | NodeJS.ErrnoException>((resolve) => {
    const where = { hostname: "127.0.0.1", port: options.port, serverOptions: PATIENCE };
    const server = serve({ fetch: app.fetch, ...where }, ({ port }) => resolve({ server: server as Server, port }));
    (server as Server).maxConnections = MOST_CONNECTIONS;
    server.once("error", resolve);
  }).catch((error: NodeJS.ErrnoException) => error);
  if (listening instanceof Error) {
    if (["EADDRINUSE", "EACCES", "ERR_SOCKET_BAD_PORT"].includes(listening.code ?? ""))
      return { diagnostics: [taken(options.port)] };
    throw listening;
  }
  const { server, port } = listening;
  const watch = await watchFiles([...options.content, options.templates ?? defaultTemplates()], (changes) =>
    runner.run(changes),
  );
  runner.run({ files: [], at: Date.now() });
  const close = async (): Promise<void> => {
    await watch.close();
    await runner.stop();
    channel.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { value: { address: `http://127.0.0.1:${port}${base}/`, close }, diagnostics: [] };
}

/** One run after another; a run that is overtaken by a newer change is cut short. */
class Runner {
  readonly #set: LiveSet;
  readonly #channel: Channel;
  readonly #options: PreviewOptions;
  #shown: string | null = null;
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

  run(changes: Changes): void {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = this.#running.then(() => this.#once(changes, abort.signal));
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  async #once({ at }: Changes, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const { documents, diagnostics } = await this.#set.refresh(
        this.#shown,
        ({ id, version }) => this.#channel.send("document", { id, version, at }),
        signal,
      );
      this.#channel.settle("state", { ...pageState(this.#set, this.#options.language ?? "ru"), at });
      const count = (severity: Diagnostic["severity"]): number =>
        diagnostics.filter((one) => one.severity === severity).length;
      this.#options.onRun?.({ documents: documents.length, errors: count("error"), warnings: count("warning") });
    } catch (error) {
      if (!signal.aborted && !isInterruption(error)) this.#options.onFault?.(error);
    }
  }
}

function taken(port: number): Diagnostic {
  return raise(FINDINGS.TRC9301, {
    message: text(
      `Порт ${port} занят другой программой или недоступен`,
      `Port ${port} is taken by another program or cannot be used`,
    ),
  });
}
