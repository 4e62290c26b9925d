import type { Transport } from "@codemirror/lsp-client";

/** The way to the language server: it says what it has to say by events, and hears what is posted, one message after another. */
export class LanguageLink implements Transport {
  readonly #events = new EventSource("language");
  readonly #hearers = new Set<(message: string) => void>();
  #talk = "";
  #closed = false;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param onOpen called when somebody answers, and again after a break, when nothing is known of what was said before */
  constructor(onOpen: () => void) {
    this.#events.addEventListener("talk", ({ data }: MessageEvent<string>) => {
      if (this.#closed) return;
      this.#talk = data;
      onOpen();
    });
    this.#events.addEventListener("message", ({ data }: MessageEvent<string>) => {
      for (const hear of this.#hearers) hear(data);
    });
  }

  send(message: string): void {
    const talk = this.#talk;
    this.#turn = this.#turn
      .then(() => {
        if (this.#closed || talk !== this.#talk) return null;
        return fetch(`do/language?talk=${talk}`, { method: "POST", body: message });
      })
      .catch(() => null);
  }

  subscribe(hear: (message: string) => void): void {
    this.#hearers.add(hear);
  }

  unsubscribe(hear: (message: string) => void): void {
    this.#hearers.delete(hear);
  }

  /** What is on its way arrives; what waits its turn is spared, for nobody is left to hear the answer. */
  close(): void {
    this.#closed = true;
    this.#turn = this.#turn.then(() => this.#events.close());
  }
}
