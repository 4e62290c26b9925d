import { randomBytes } from "node:crypto";

/** Addresses that let a browser in once: the command line that starts it is seen by other users of the machine, so it holds no lasting secret. */
export class Invitations {
  readonly #open = new Set<string>();

  /** A new one, as a path. */
  make(): string {
    const code = randomBytes(16).toString("base64url");
    this.#open.add(code);
    return `/open/${code}`;
  }

  /** True the first time. */
  take(code: string): boolean {
    return this.#open.delete(code);
  }
}
