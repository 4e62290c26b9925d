import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
} from "vscode-languageserver-protocol/node";
import { type ServedFolders, Server } from "./serve.ts";

/** A talk by messages: those that come are heard, those that go are said, one JSON text each. */
export type Talk = {
  /** @throws what is no message of the protocol */
  readonly hear: (message: string) => void;
  /** Ends the talk, and what was begun for it. */
  readonly end: () => Promise<void>;
};

/** Serves somebody who hands over messages one by one, as a page does that has no streams. */
export function talkLanguage(folders: ServedFolders, say: (message: string) => void): Talk {
  const reader = new GivenReader();
  const server = new Server(createProtocolConnection(reader, new SayingWriter(say)), folders);
  const ended = server.run();
  return {
    hear: (message) => reader.take(JSON.parse(message)),
    end: async () => {
      reader.end();
      await ended;
    },
  };
}

class GivenReader extends AbstractMessageReader {
  #hear: DataCallback | null = null;

  listen(hear: DataCallback): Disposable {
    this.#hear = hear;
    return {
      dispose: () => {
        this.#hear = null;
      },
    };
  }

  take(message: unknown): void {
    if (typeof message !== "object" || message === null || !("jsonrpc" in message)) throw new Error("no message");
    this.#hear?.(message as Message);
  }

  end(): void {
    this.fireClose();
  }
}

class SayingWriter extends AbstractMessageWriter {
  readonly #say: (message: string) => void;

  constructor(say: (message: string) => void) {
    super();
    this.#say = say;
  }

  async write(message: Message): Promise<void> {
    this.#say(JSON.stringify(message));
  }

  end(): void {
    // Nothing is kept back.
  }
}
