import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

/** A language server as an editor talks to it: JSON-RPC over its standard streams. */
export class LanguageServer {
  #child;
  #next = 1;
  #waiting = new Map();
  #diagnostics = new Map();
  #rest = Buffer.alloc(0);

  /** @param settings what it is given when it asks for its configuration */
  constructor(program, args, settings) {
    this.settings = settings;
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
    this.#child.stdout.on("data", (chunk) => this.#read(chunk));
  }

  async start(root) {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      workspaceFolders: [{ uri: pathToFileURL(root).href, name: "project" }],
      capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } },
    });
    this.#send({ method: "initialized", params: {} });
    this.#send({ method: "workspace/didChangeConfiguration", params: { settings: this.settings } });
  }

  request(method, params) {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Opens a file with this text and waits for what the server says about it. */
  diagnose(path, text) {
    const uri = pathToFileURL(path).href;
    const said = this.#said(uri);
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
    return said;
  }

  /** Closes a file and waits until the server has taken back what it said. */
  close(path) {
    const uri = pathToFileURL(path).href;
    const said = this.#said(uri);
    this.#send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    return said;
  }

  at(method, path, line, character) {
    return this.request(method, { textDocument: { uri: pathToFileURL(path).href }, position: { line, character } });
  }

  stop() {
    this.#child.kill();
  }

  #said(uri) {
    return new Promise((resolve) => this.#diagnostics.set(uri, resolve));
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #read(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(this.#rest.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || this.#rest.length < end + 4 + length) return;
      const body = this.#rest.subarray(end + 4, end + 4 + length).toString();
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#take(JSON.parse(body));
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    } else if (method === "textDocument/publishDiagnostics") {
      this.#diagnostics.get(params.uri)?.(params.diagnostics);
    } else if (id !== undefined) {
      const answer =
        method === "workspace/configuration" ? params.items.map(({ section }) => this.settings[section] ?? {}) : null;
      this.#send({ id, result: answer });
    }
  }
}
