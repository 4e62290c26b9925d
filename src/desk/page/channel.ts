type Listener = (event: string, data: string) => void;

/** What every open page gets: a page that joins gets the last state. */
export class Channel {
  readonly closed: Promise<void>;
  readonly #listeners = new Set<Listener>();
  #last: readonly [event: string, data: string] | null = null;
  #close: () => void = () => undefined;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  /** Returns what ends it. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#last !== null) listener(...this.#last);
    return () => this.#listeners.delete(listener);
  }

  /** A passing event. */
  send(event: string, data: unknown): void {
    const text = JSON.stringify(data);
    for (const listener of this.#listeners) listener(event, text);
  }

  /** An event that stands until the next one. */
  settle(event: string, data: unknown): void {
    this.#last = [event, JSON.stringify(data)];
    this.send(event, data);
  }

  close(): void {
    this.#close();
  }
}
