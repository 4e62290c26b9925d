import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The pages that were agreed on, a text file a case. What is asked to be written anew is: one case, several, or all; nothing else of the
 * folder is touched, and pictures (`pictures/`) never are.
 */
export class Goldens {
  readonly #folder: string;
  readonly #cases: readonly string[];
  readonly #asked: ReadonlySet<string>;

  /** @param asked `all`, or names of cases with commas between. @throws when there is no such case */
  constructor(folder: string, cases: readonly string[], asked = "") {
    this.#folder = folder;
    this.#cases = cases;
    const names = asked.split(",").filter((name) => name !== "");
    const all = names.includes("all");
    const unknown = names.filter((name) => name !== "all" && !cases.includes(name));
    if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(", ")}; there are: ${cases.join(", ")}`);
    this.#asked = new Set(all ? cases : names);
    if (all) for (const gone of this.gone()) rmSync(join(folder, `${gone}.txt`));
  }

  /** The agreed text of a case; empty when there is none. Where the case is asked for, `now` becomes the agreed one. */
  agreed(name: string, now: string): string {
    const path = join(this.#folder, `${name}.txt`);
    if (this.#asked.has(name)) {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(path, now);
    }
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  /** Texts of cases that there are no more. */
  gone(): string[] {
    const texts = existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => name.endsWith(".txt")) : [];
    return texts.map((name) => name.slice(0, -".txt".length)).filter((name) => !this.#cases.includes(name));
  }
}
