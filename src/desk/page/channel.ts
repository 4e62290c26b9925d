type Listener = (event: string, data: string) => void;

/** What every open page gets: a page that joins gets the last state. */
export class Channel {
  readonly closed: Promise<void>;
  readonly #listeners = new Set<Listener>();
  #last: readonly [event: string, data: string] | null = null;
  /** What ends the wait for a page to come back. */
  #comes: () => void = () => undefined;
  #goes: () => void = () => undefined;
  #close: () => void = () => undefined;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  /** Returns what ends it. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#comes();
    if (this.#last !== null) listener(...this.#last);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#goes();
    };
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

  /** Whether a page listens. */
  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** Resolves once no page has listened for so many milliseconds. */
  left(patience: number): Promise<void> {
    return new Promise((resolve) => {
      this.#goes = () => {
        const timer = setTimeout(resolve, patience);
        this.#comes = () => clearTimeout(timer);
      };
      if (this.#listeners.size === 0) this.#goes();
    });
  }

  close(): void {
    this.#close();
  }
}
