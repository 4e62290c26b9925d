import { createHash } from "node:crypto";

/**
 * A PDF made by trc, and what is appended to it: objects that are new, and new versions of those it has. The bytes that are there stay as they are.
 * It reads the plain syntax that the program writes, and refuses any other. @see ISO 32000-1, 7.5.6
 */
export class PdfUpdate {
  readonly #bytes: Buffer;
  readonly #offsets = new Map<number, number>();
  readonly #trailer: string;
  readonly #tableAt: number;
  readonly #changed = new Map<number, Buffer>();
  #size: number;

  /** @throws ForeignPdf when the file is not of that syntax */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
    const end = this.#bytes.subarray(-64).toString("latin1");
    this.#tableAt = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(end)?.[1] ?? foreign());
    this.#trailer = this.#readTable(this.#tableAt);
    this.#size = Number(/\/Size (\d+)/.exec(this.#trailer)?.[1] ?? foreign());
  }

  /** Number of the object that the trailer names as the root. */
  get root(): number {
    return refIn(this.#trailer, "Root");
  }

  /** Where each object begins, in its newest version. */
  get places(): ReadonlyMap<number, number> {
    return this.#offsets;
  }

  /** Text of an object, a byte a character; its newest version. @throws ForeignPdf when there is none */
  object(number: number): string {
    const changed = this.#changed.get(number);
    if (changed !== undefined) return changed.toString("latin1");
    const at = this.#offsets.get(number) ?? foreign();
    const head = `${number} 0 obj\n`;
    const end = this.#bytes.indexOf("\nendobj", at);
    const whole = this.#bytes.subarray(at, end).toString("latin1");
    return end > 0 && whole.startsWith(head) ? whole.slice(head.length) : foreign();
  }

  set(number: number, body: string | Buffer): void {
    this.#changed.set(number, typeof body === "string" ? Buffer.from(body, "latin1") : body);
  }

  /** Adds an object and gives its number. */
  add(body: string | Buffer): number {
    const number = this.#size++;
    this.set(number, body);
    return number;
  }

  /** Gives the number of an object that is not written yet. */
  reserve(): number {
    return this.#size++;
  }

  /** The file with what was appended. */
  write(): Buffer {
    const parts = [this.#bytes];
    let at = this.#bytes.length;
    const rows: string[] = [];
    for (const [number, body] of [...this.#changed].sort(([a], [b]) => a - b)) {
      const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
      rows.push(`${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
      parts.push(part);
      at += part.length;
    }
    const id = createHash("sha256").update(Buffer.concat(parts)).digest("hex").slice(0, 32);
    const trailer = this.#trailer
      .replace(/\n\/Prev \d+/, "")
      .replace(/\/Size \d+/, `/Size ${this.#size}`)
      .replace(/(\/ID \[<[0-9a-f]+>) <[0-9a-f]+>\]/, `$1 <${id}>]\n/Prev ${this.#tableAt}`);
    // Without it every object that was there is lost.
    if (!trailer.includes(`]\n/Prev ${this.#tableAt}`)) foreign();
    const table = `xref\n${rows.join("")}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
    return Buffer.concat([...parts, Buffer.from(table, "latin1")]);
  }

  /** Reads a table of places and those before it; gives its trailer. Newer places come first and stay. */
  #readTable(at: number): string {
    const [, rows = foreign(), trailer = foreign()] =
      /^xref\n((?:\d+ \d+\n(?:\d{10} \d{5} [nf] \n)*)+)trailer\n(<<\n[\s\S]*?\n>>)\nstartxref\n/.exec(
        this.#bytes.subarray(at).toString("latin1"),
      ) ?? [];
    let next = 0;
    for (const [, first, offset, , used] of rows.matchAll(/(\d+) \d+\n|(\d{10}) (\d{5}) ([nf]) \n/g))
      if (first !== undefined) next = Number(first);
      else {
        if (used === "n" && !this.#offsets.has(next)) this.#offsets.set(next, Number(offset));
        next++;
      }
    const before = /\/Prev (\d+)/.exec(trailer)?.[1];
    if (before !== undefined && Number(before) < at) this.#readTable(Number(before));
    return trailer;
  }
}

/** Number of the object that a key of a dictionary refers to. @throws ForeignPdf without one */
export function refIn(body: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? foreign());
}

/** The dictionary with one more item in the list of a key, which is made where there is none. */
export function withItem(body: string, key: string, item: string): string {
  const list = new RegExp(`/${key} \\[([^\\[\\]]*)\\]`);
  return list.test(body)
    ? body.replace(list, (_all, items) => `/${key} [${`${items} ${item}`.trim()}]`)
    : withEntry(body, key, `[${item}]`);
}

/** The dictionary with one more entry. */
export function withEntry(body: string, key: string, value: string): string {
  return body.endsWith("\n>>") ? `${body.slice(0, -3)}\n/${key} ${value}\n>>` : foreign();
}

/** The file is not of the syntax that the program writes. */
export class ForeignPdf extends Error {
  override readonly name = "ForeignPdf";
}

/** Refuses the file. @throws ForeignPdf */
export function foreign(): never {
  throw new ForeignPdf();
}
