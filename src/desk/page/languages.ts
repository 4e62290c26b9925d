import { randomBytes } from "node:crypto";
import type { ServedFolders, Talk } from "../language-server/index.ts";

/** More pages than anybody has before the eyes: each talk keeps a thread. */
const MOST_TALKS = 6;

/** Talks of open text views with the language server: one each, for as long as the page listens. */
export class Languages {
  readonly #folders: ServedFolders;
  readonly #talks = new Map<string, Talk>();

  constructor(folders: ServedFolders) {
    this.#folders = folders;
  }

  /** Begins a talk; gives the name by which its page sends messages. The oldest talk ends where there are too many. */
  async begin(say: (message: string) => void): Promise<string> {
    const { talkLanguage } = await import("../language-server/index.ts");
    const [oldest] = this.#talks.keys();
    if (oldest !== undefined && this.#talks.size >= MOST_TALKS) await this.end(oldest);
    const id = randomBytes(9).toString("base64url");
    this.#talks.set(id, talkLanguage(this.#folders, say));
    return id;
  }

  /** Takes a message in; false where nobody talks under that name, or it is none. */
  hear(id: string, message: string): boolean {
    const talk = this.#talks.get(id);
    if (talk === undefined) return false;
    try {
      talk.hear(message);
      return true;
    } catch {
      return false;
    }
  }

  async end(id: string): Promise<void> {
    const talk = this.#talks.get(id);
    this.#talks.delete(id);
    await talk?.end();
  }

  async close(): Promise<void> {
    for (const id of [...this.#talks.keys()]) await this.end(id);
  }
}
