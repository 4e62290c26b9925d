// Reads the objects of a PDF file by the syntax of the format alone: no object streams, no encryption. @see ISO 32000-1, 7.3

/** A reference to an object by its number. */
export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export type PdfDictionary = { readonly [key: string]: PdfValue };
/** Names are texts without their slash. */
export type PdfValue = null | boolean | number | string | Ref | readonly PdfValue[] | PdfDictionary;

/** The objects of a file by their numbers, and its trailer; streams are there as their dictionaries. */
export class PdfObjects {
  readonly trailer: PdfDictionary;
  readonly #objects = new Map<number, PdfValue>();

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString("latin1");
    for (const { index, 0: head, 1: number } of text.matchAll(/(?<=[\r\n])(\d+) 0 obj\s/g))
      this.#objects.set(Number(number), new Reader(text, index + head.length).value());
    const at = text.lastIndexOf("trailer");
    this.trailer = new Reader(text, at + "trailer".length).value() as PdfDictionary;
  }

  /** What a value refers to. */
  at(value: PdfValue | undefined): PdfValue {
    return value instanceof Ref ? (this.#objects.get(value.number) ?? null) : (value ?? null);
  }

  /** The dictionary that a value is or refers to; empty when it is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.at(value);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as PdfDictionary) : {};
  }

  /** Items of an array, or the one value that stands in its place. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.at(value);
    return Array.isArray(found) ? found : found === null ? [] : [value as PdfValue];
  }
}

class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): PdfValue {
    this.#take(/\s*/y);
    if (this.#take(/<</y)) return this.#dictionary();
    if (this.#take(/\[/y)) return this.#array();
    const reference = this.#take(/(\d+) \d+ R(?![A-Za-z])/y);
    if (reference) return new Ref(Number(reference[1]));
    const name = this.#take(/\/([^\s/<>[\]()]*)/y);
    if (name) return (name[1] ?? "").replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
    const hexadecimal = this.#take(/<([0-9a-f\s]*)>/iy);
    if (hexadecimal) return textOf(Buffer.from((hexadecimal[1] ?? "").replace(/\s/g, ""), "hex"));
    if (this.#take(/\(/y)) return this.#string();
    const word = this.#take(/[^\s/<>[\]()]+/y)?.[0];
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (word === undefined || !/^[-+.\d]+$/.test(word))
      throw new Error(`not a value: ${this.#text.slice(this.#at - 20, this.#at + 20)}`);
    return Number(word);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #dictionary(): PdfDictionary {
    const entries: [string, PdfValue][] = [];
    while (!this.#take(/\s*>>/y)) entries.push([String(this.value()), this.value()]);
    return Object.fromEntries(entries);
  }

  #array(): PdfValue[] {
    const items: PdfValue[] = [];
    while (!this.#take(/\s*\]/y)) items.push(this.value());
    return items;
  }

  #string(): string {
    const bytes: number[] = [];
    for (let depth = 1; ; this.#at++) {
      const character = this.#text[this.#at] ?? "";
      if (character === "\\") bytes.push(this.#escaped());
      else if (character === ")" && --depth === 0) break;
      else {
        if (character === "(") depth++;
        bytes.push(character.charCodeAt(0));
      }
    }
    this.#at++;
    return textOf(Buffer.from(bytes));
  }

  #escaped(): number {
    const octal = /\\([0-7]{1,3})/y;
    octal.lastIndex = this.#at;
    const code = octal.exec(this.#text);
    this.#at += code ? code[0].length - 1 : 1;
    if (code) return parseInt(code[1] ?? "", 8);
    const character = this.#text[this.#at] ?? "";
    return { n: 10, r: 13, t: 9, b: 8, f: 12 }[character] ?? character.charCodeAt(0);
  }
}

/** Texts with a mark of their order of bytes are UTF-16. */
function textOf(bytes: Buffer): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString("utf16le")
    : bytes.toString("latin1");
}
