import { constants, gzipSync } from "node:zlib";

/** How a ZIP is packed. */
type ZipOptions = {
  /** Which files are compressed; without it all of them. */
  readonly compress?: (path: string) => boolean;
  /** Which files other archives have as well: they are compressed once a process. Without it none. */
  readonly shared?: (path: string) => boolean;
  /** Order of the files; without it that of code units. */
  readonly order?: (a: string, b: string) => number;
};

/**
 * A ZIP of files by path: sorted, with one fixed date, so that equal files give equal bytes on every machine. Names are UTF-8; files have the
 * rights 644. At most 65 534 files and 4 GB.
 * @see PKWARE APPNOTE.TXT 6.3, clauses 4.3.7, 4.3.12, 4.3.16
 */
export function packZip(
  files: ReadonlyMap<string, Uint8Array | string>,
  { compress = () => true, shared = () => false, order }: ZipOptions = {},
): Uint8Array {
  const [written, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const path of [...files.keys()].sort(order)) {
    const name = Buffer.from(path);
    const file = files.get(path) ?? "";
    const stored = shared(path) && typeof file === "string" ? once(file) : storedOf(file, compress(path));
    const content = stored.content;
    const fields = fieldsOf(stored, name.length);
    const entry = [numbers([0x04034b50, 4]), fields, name, content];
    written.push(...entry);
    directory.push(
      numbers([0x02014b50, 4], [MADE_BY, 2]),
      fields,
      numbers([0, 2], [0, 2], [0, 2], [REGULAR_FILE, 4], [at, 4]),
      name,
    );
    at += lengthOf(entry);
  }
  const count = files.size;
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [lengthOf(directory), 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([...written, ...directory, end]);
}

/** Version 6.3 of the format, rights as on Unix. */
const MADE_BY = (3 << 8) | 63;
const REGULAR_FILE = (0o100644 << 16) >>> 0;
const NAMES_ARE_UTF8 = 1 << 11;
/** 1 January 1980, in whatever time zone. */
const FIRST_DAY = (1 << 5) | 1;

/** What a file is stored as, its checksum and its length before that. */
type Stored = {
  readonly content: Uint8Array;
  readonly compressed: boolean;
  readonly checksum: number;
  readonly length: number;
};

/** Files that were shared lately, by their text. */
const known = new Map<string, Stored>();
const MOST_KNOWN = 64;

function once(text: string): Stored {
  const before = known.get(text);
  if (before !== undefined) return before;
  const stored = storedOf(text, true);
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, stored);
  return stored;
}

function storedOf(file: Uint8Array | string, compressed: boolean): Stored {
  const bytes = Buffer.from(file);
  // A gzip file is ten bytes, the compressed content, the checksum and the length. @see RFC 1952, 2.3
  const level = compressed ? constants.Z_DEFAULT_COMPRESSION : constants.Z_NO_COMPRESSION;
  const packed = gzipSync(bytes, { level, windowBits: windowFor(bytes.length) });
  const content = compressed ? packed.subarray(10, -8) : bytes;
  return { content, compressed, checksum: packed.readUInt32LE(packed.length - 8), length: bytes.length };
}

/** A short file finds all its repetitions in a short window, which costs less to set up: what it is compressed to is the same. @see RFC 1951, 2 */
function windowFor(length: number): number {
  return length <= SHORT ? SHORT_WINDOW : constants.Z_DEFAULT_WINDOWBITS;
}

/** The window of zlib is shorter by 262 bytes than its size, which is a power of two. */
const SHORT_WINDOW = 12;
const SHORT = 2 ** SHORT_WINDOW - 262;

/** The fields about a file that stand both before it and in the directory. */
function fieldsOf({ content, compressed, checksum, length }: Stored, nameLength: number): Uint8Array {
  return numbers(
    [20, 2],
    [NAMES_ARE_UTF8, 2],
    [compressed ? 8 : 0, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [checksum, 4],
    [content.length, 4],
    [length, 4],
    [nameLength, 2],
    [0, 2],
  );
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** The first moment that ZIP knows, for every entry we write. Built from local parts, because ZIP stores local time: the same bytes in every time zone. */
export function zipEpoch(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}
