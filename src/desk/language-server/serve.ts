import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  type Position,
  PrepareRenameRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Text } from "../../base/diagnostics/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import { watchFiles } from "../../project/watch/index.ts";
import { Centre, type Folders } from "./centre.ts";
import type { ClausesOf } from "./clauses.ts";
import { complete } from "./completion.ts";
import { corrections, formatted } from "./edits.ts";
import { hover } from "./hover.ts";
import { shownOf, uriOf } from "./locations.ts";
import { Publisher } from "./publisher.ts";
import { recordAt, referencesTo, startOfRecord, targetAt } from "./references.ts";
import { rename } from "./rename.ts";
import { symbols } from "./symbols.ts";
import { completeTemplate, hoverTemplate } from "./template-help.ts";

/** The folders that a server speaks of, and how. */
export type ServedFolders = Folders & {
  /** Language of findings and explanations; Russian without it. */
  readonly language?: keyof Text | undefined;
};
/** What a server is started with. */
type ServerOptions = ServedFolders & {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
};

/**
 * Serves an editor by the Language Server Protocol over two streams, until it asks to end or closes them. Answers with the exit code that the
 * protocol asks for: 0 after a shutdown, else 1.
 */
export function serveLanguage(options: ServerOptions): Promise<number> {
  const { input, output } = options;
  const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  return new Server(connection, options).run();
}

type At = { readonly textDocument: { readonly uri: string }; readonly position: Position };

/** What answers over a connection, until it is closed. */
export class Server {
  readonly #connection: ProtocolConnection;
  readonly #options: ServedFolders;
  readonly #language: keyof Text;
  readonly #documents = new Map<string, TextDocument>();
  readonly #centre: Centre;
  #publisher: Publisher | null = null;
  #watch: Awaited<ReturnType<typeof watchFiles>> | null = null;
  #ready: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(connection: ProtocolConnection, options: ServedFolders) {
    this.#connection = connection;
    this.#options = options;
    this.#language = options.language ?? "ru";
    this.#centre = new Centre(options);
  }

  async run(): Promise<number> {
    const connection = this.#connection;
    const code = new Promise<number>((resolve) => {
      let asked = false;
      connection.onRequest(ShutdownRequest.type, () => {
        asked = true;
      });
      connection.onNotification(ExitNotification.type, () => resolve(asked ? 0 : 1));
      connection.onClose(() => resolve(asked ? 0 : 1));
    });
    connection.onError(() => undefined);
    this.#begin();
    this.#hear();
    this.#answer();
    connection.listen();
    const left = await code;
    this.#ended = true;
    await this.#watch?.close();
    await this.#publisher?.close();
    connection.dispose();
    return left;
  }

  #begin(): void {
    this.#connection.onRequest(InitializeRequest.type, ({ rootUri, workspaceFolders }): InitializeResult => {
      const root = workspaceFolders?.[0]?.uri ?? rootUri;
      enter(root, this.#options.content);
      this.#ready = this.#open().catch((error) => this.#log(String(error)));
      return {
        serverInfo: { name: "trc" },
        capabilities: {
          positionEncoding: "utf-16",
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          completionProvider: { triggerCharacters: [":", " ", "-", "[", "{", ",", ">", "(", "."] },
          hoverProvider: true,
          definitionProvider: true,
          referencesProvider: true,
          renameProvider: { prepareProvider: true },
          codeActionProvider: { codeActionKinds: ["quickfix"] },
          documentFormattingProvider: true,
          documentSymbolProvider: true,
        },
      };
    });
    this.#connection.onNotification(InitializedNotification.type, () => undefined);
  }

  #shownOf(uri: string): string | null {
    return shownOf(uri, this.#options);
  }

  async #open(): Promise<void> {
    const { content, templates } = this.#options;
    await this.#centre.readDisk();
    if (this.#ended) return;
    this.#publisher = new Publisher(this.#centre, {
      folders: { content, templates },
      language: this.#language,
      publish: (file, diagnostics) => {
        const open = [...this.#documents.values()].find(({ uri }) => this.#shownOf(uri) === file);
        this.#send(open?.uri ?? uriOf(file), diagnostics);
      },
      fault: (words) => this.#log(words),
    });
    this.#publisher.now();
    const watch = await watchFiles([...content, templates ?? defaultTemplates()], () => void this.#reread());
    if (this.#ended) await watch.close();
    else this.#watch = watch;
  }

  async #reread(): Promise<void> {
    try {
      await this.#centre.readDisk();
      this.#publisher?.changed();
    } catch (error) {
      this.#log(String(error));
    }
  }

  #hear(): void {
    const connection = this.#connection;
    const take = (document: TextDocument): void => {
      this.#documents.set(document.uri, document);
      const file = this.#shownOf(document.uri);
      if (file === null) return;
      this.#centre.texts.set(file, document.getText().replace(/^\ufeff/, ""));
      this.#publisher?.changed();
    };
    connection.onNotification(
      DidOpenTextDocumentNotification.type,
      ({ textDocument: { uri, languageId, version, text } }) =>
        take(TextDocument.create(uri, languageId, version, text)),
    );
    connection.onNotification(
      DidChangeTextDocumentNotification.type,
      ({ textDocument: { uri, version }, contentChanges }) => {
        const document = this.#documents.get(uri);
        if (document !== undefined) take(TextDocument.update(document, [...contentChanges], version));
      },
    );
    connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument: { uri } }) => {
      this.#documents.delete(uri);
      const file = this.#shownOf(uri);
      if (file === null) return;
      this.#centre.texts.delete(file);
      this.#publisher?.changed();
    });
  }

  #answer(): void {
    const connection = this.#connection;
    const language = this.#language;
    const centre = this.#centre;
    /** What is asked of a record as it is written now; nothing of other files. */
    const on = async <T>(
      { textDocument: { uri }, position: { line, character } }: At,
      none: T,
      give: (asked: Parameters<typeof hover>[1]) => T | Promise<T>,
    ): Promise<T> => {
      await this.#ready;
      const [file, text] = [this.#shownOf(uri), this.#documents.get(uri)?.getText()];
      return file === null || text === undefined ? none : give({ file, text, line, character });
    };
    const clausesOf: ClausesOf = async (file, asker) => (await this.#publisher?.clausesOf(file, asker)) ?? [];
    const top = { line: 0, character: 0 };
    connection.onRequest(CompletionRequest.type, (at) =>
      on(at, null, (asked) =>
        isTemplate(asked.file)
          ? completeTemplate(centre, asked, language)
          : complete(centre, asked, { language, clausesOf }),
      ),
    );
    connection.onRequest(HoverRequest.type, (at) =>
      on(at, null, (asked) =>
        isTemplate(asked.file) ? hoverTemplate(centre, asked, language) : hover(centre, asked, { language, clausesOf }),
      ),
    );
    connection.onRequest(DefinitionRequest.type, (at) =>
      on(at, null, (asked) => {
        const target = targetAt(centre, asked);
        return target === null ? null : startOfRecord(target.record);
      }),
    );
    // The places of references must be those of now; what is completed and explained stands in other files, and waits for no reading.
    connection.onRequest(ReferencesRequest.type, (at) =>
      on(at, null, (asked) => {
        this.#publisher?.freshen();
        const target = recordAt(centre, asked);
        if (target === null) return null;
        const places = referencesTo(target).map(({ from, range }) => ({ uri: uriOf(from.file), range }));
        return at.context?.includeDeclaration === true ? [startOfRecord(target.record), ...places] : places;
      }),
    );
    connection.onRequest(PrepareRenameRequest.type, (at) =>
      on(at, null, (asked) => {
        const target = recordAt(centre, asked);
        return target === null
          ? null
          : { range: { start: at.position, end: at.position }, placeholder: target.record.id };
      }),
    );
    connection.onRequest(RenameRequest.type, (at) =>
      on(at, null, (asked) => {
        this.#publisher?.freshen();
        return rename(centre, asked, at.newName, language);
      }),
    );
    connection.onRequest(CodeActionRequest.type, ({ textDocument, range }) =>
      on({ textDocument, position: top }, null, ({ file, text }) =>
        corrections(this.#publisher?.findingsOf(file) ?? [], text, range, language),
      ),
    );
    connection.onRequest(DocumentFormattingRequest.type, ({ textDocument }) =>
      on({ textDocument, position: top }, null, ({ file, text }) =>
        /\.ya?ml$/.test(file) ? formatted(file, text) : [],
      ),
    );
    connection.onRequest(DocumentSymbolRequest.type, ({ textDocument }) =>
      on({ textDocument, position: top }, null, ({ file, text }) => (/\.ya?ml$/.test(file) ? symbols(text) : [])),
    );
  }

  #send(uri: string, diagnostics: Parameters<Publisher["shown"]>[0]): void {
    if (this.#ended) return;
    const shown = this.#publisher?.shown(diagnostics) ?? [];
    void this.#connection
      .sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics: shown })
      .catch(() => undefined);
  }

  #log(message: string): void {
    if (this.#ended) return;
    void this.#connection
      .sendNotification(LogMessageNotification.type, { type: MessageType.Error, message })
      .catch(() => undefined);
  }
}

function isTemplate(file: string): boolean {
  return file.endsWith(".hbs");
}

/** The working folder is that of the editor's window where the records lie in it: files are named from there. */
function enter(root: string | null | undefined, content: readonly string[]): void {
  if (root == null) return;
  try {
    const folder = fileURLToPath(root);
    if (content.some((name) => existsSync(join(folder, name)))) process.chdir(folder);
  } catch {
    // A window without a folder on this machine: the working folder stays.
  }
}
