import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** An editor without a window: a real client of the protocol that starts the compiled program. */
export class Editor {
  readonly folder: string;
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;
  readonly #found = new Map<string, readonly Diagnostic[]>();
  readonly #waiting = new Set<() => void>();
  #version = 1;

  constructor(folder: string, ...argv: string[]) {
    this.folder = folder;
    const trc = resolve("bin/trc.js");
    const child = spawn(process.execPath, [trc, "language-server", "--stdio", ...argv], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.process = child;
    this.ended = new Promise((done) => child.once("exit", done));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
        this.#found.set(uri, diagnostics);
        for (const look of this.#waiting) look();
      },
    );
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  static async open(folder: string, ...argv: string[]): Promise<Editor> {
    const editor = new Editor(folder, ...argv);
    const rootUri = pathToFileURL(folder).href;
    await editor.connection.sendRequest("initialize", { processId: null, rootUri, capabilities: {} });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  uri(inside: string): string {
    return pathToFileURL(join(this.folder, inside)).href;
  }

  async type(inside: string, text: string): Promise<void> {
    const uri = this.uri(inside);
    this.#version++;
    if (this.#version === 2 || !this.#opened.has(uri)) {
      this.#opened.add(uri);
      const textDocument = { uri, languageId: "yaml", version: this.#version, text };
      return this.connection.sendNotification("textDocument/didOpen", { textDocument });
    }
    const textDocument = { uri, version: this.#version };
    return this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] });
  }
  readonly #opened = new Set<string>();

  async close(inside: string): Promise<void> {
    this.#opened.delete(this.uri(inside));
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(inside) } });
  }

  /** Asks about the place of `|` in a text, which becomes that of the file. */
  async ask<T>(method: string, inside: string, marked: string, more: object = {}): Promise<T> {
    const at = marked.indexOf("|");
    const text = marked.slice(0, at) + marked.slice(at + 1);
    const before = marked.slice(0, at).split(/\r\n|\n|\r/);
    await this.type(inside, text);
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(inside) },
      position,
      ...more,
    }) as Promise<T>;
  }

  /** Waits until the findings of a file answer the question. */
  findings(inside: string, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const uri = this.uri(inside);
    return new Promise((done) => {
      const look = (): void => {
        const found = this.#found.get(uri) ?? [];
        if (!wanted(found)) return;
        this.#waiting.delete(look);
        done(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Ends the talk as the protocol asks, and answers with the exit code. */
  async end(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return this.ended;
  }
}
