import { createHash, getHashes } from "node:crypto";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { isLitter } from "../../base/text/index.ts";
import type { FolderContent } from "./read-files.ts";

/** What a bag of others says of itself, what is wrong with it, and what is not as it should be and does no harm. */
export type BagVerdict = {
  /** As it declares it: «0.97»; null where it declares none. */
  readonly version: string | null;
  readonly files: number;
  readonly faults: readonly Text[];
  readonly warnings: readonly Text[];
};

/**
 * Judges a bag of any version by its own manifests: what is declared, every file that is listed, every file that is there, and what is to be fetched.
 *
 * @see RFC 8493
 */
export function judgeBag(folder: FolderContent): BagVerdict {
  const judge = new BagJudge(folder);
  judge.run();
  const { version, faults, warnings } = judge;
  return { version, files: folder.files.size, faults, warnings };
}

const DECLARATION = /^BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: (\S+)(?:\r?\n)?$/;
const MANIFEST = /^(tag)?manifest-([a-z0-9-]+)\.txt$/;
/** Out of the bag: absolute, of a user, of a drive, of a server, of a variable, or upwards. */
const OUTSIDE = /^[/\\~]|^[A-Za-z]:|^%[A-Za-z]+%[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/;

class BagJudge {
  version: string | null = null;
  readonly faults: Text[] = [];
  readonly warnings: Text[] = [];
  readonly #folder: FolderContent;
  #encoding = "utf-8";
  /** Files of the system that were listed and are no part of anything, so that the payload cannot be counted. */
  #isLittered = false;
  /** Names that differ in their case or in the way of writing letters with marks are one name to some systems. */
  readonly #folded: ReadonlyMap<string, string>;

  constructor(folder: FolderContent) {
    this.#folder = folder;
    this.#folded = new Map([...folder.files.keys()].map((path) => [fold(path), path]));
  }

  run(): void {
    if (!this.#declared()) return;
    const manifests = [...this.#folder.files].flatMap(([path, bytes]) => {
      const [whole, tag, algorithm = ""] = MANIFEST.exec(path) ?? [];
      return whole === undefined ? [] : [{ path, bytes, algorithm, isPayload: tag === undefined }];
    });
    const payload = manifests.filter(({ isPayload }) => isPayload);
    if (payload.length === 0) this.#fault("в нём нет описи manifest-….txt", "it has no manifest-….txt");
    const listed = manifests.map((one) => ({ ...one, listed: this.#listedIn(one) }));
    const lists = listed.filter(({ isPayload }) => isPayload).map((one) => one.listed);
    this.#extra(lists);
    this.#fetched(new Set(lists.flatMap((one) => [...one])));
    this.#counted();
    for (const path of this.#folder.strange.filter((one) => !one.endsWith("/")))
      this.#fault(`${path}: не файл и не папка`, `${path}: neither a file nor a folder`);
  }

  #declared(): boolean {
    const bytes = this.#folder.files.get("bagit.txt");
    if (bytes === undefined) {
      this.#fault("в нём нет bagit.txt: это не пакет BagIt", "it has no bagit.txt: it is no bag");
      return false;
    }
    const [, version, encoding = ""] =
      DECLARATION.exec(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)) ?? [];
    if (version === undefined || decoderOf(encoding) === null) {
      this.#fault(
        "bagit.txt составлен неверно: нужны строки BagIt-Version: 1.0 и Tag-File-Character-Encoding: UTF-8",
        "bagit.txt is malformed: it has to have the lines BagIt-Version: 1.0 and Tag-File-Character-Encoding: UTF-8",
      );
      return false;
    }
    [this.version, this.#encoding] = [version, encoding];
    return true;
  }

  /** The files that a manifest lists, as they are called in the bag. */
  #listedIn(manifest: { path: string; bytes: Uint8Array; algorithm: string; isPayload: boolean }): Set<string> {
    const { path: name, bytes, algorithm, isPayload } = manifest;
    const known = getHashes().includes(algorithm);
    if (!known)
      this.#warn(`${name}: алгоритм неизвестен, не сверено`, `${name}: the algorithm is unknown, not compared`);
    const seen = new Map<string, string>();
    for (const line of this.#lines(bytes)) {
      const [, hex = "", star = "", written = ""] = /^([0-9a-fA-F]+)(?:[ \t]+(\*?))(\S.*)$/.exec(line) ?? [];
      if (written === "") {
        this.#fault(`${name}: строка «${line}» составлена неверно`, `${name}: the line “${line}” is malformed`);
        continue;
      }
      if (star !== "") this.#warn(`${name}: звёздочка перед именем`, `${name}: an asterisk before a name`);
      if (written.startsWith("./")) this.#warn(`${name}: имя начинается с ./`, `${name}: a name begins with ./`);
      const path = written.replace(/^(?:\.\/)+/, "");
      if (OUTSIDE.test(path) || path.startsWith("data/") !== isPayload) {
        this.#fault(`${name}: «${path}» лежит не там`, `${name}: “${path}” lies in the wrong place`);
        continue;
      }
      const digest = hex.toLowerCase();
      const twice = seen.get(path);
      if (twice !== undefined && (twice !== digest || this.#isStrict))
        this.#fault(`${name}: «${path}» назван дважды`, `${name}: “${path}” is listed twice`);
      else if (twice !== undefined || [...seen.keys()].some((other) => fold(other) === fold(path)))
        this.#warn(`${name}: «${path}» назван дважды`, `${name}: “${path}” is listed twice`);
      seen.set(path, digest);
    }
    const found = [...seen].flatMap(([path, digest]) => this.#compared(name, path, known ? [algorithm, digest] : null));
    return new Set(found);
  }

  #compared(manifest: string, path: string, expected: readonly [algorithm: string, digest: string] | null): string[] {
    const { files, litter } = this.#folder;
    const decoded = path.replace(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    const actual = [path, decoded].find((one) => files.has(one)) ?? this.#folded.get(fold(path));
    if (actual === undefined) {
      if (isLitter(path.slice(path.lastIndexOf("/") + 1)) || litter.includes(path)) {
        this.#isLittered = true;
        this.#warn(`${manifest}: «${path}» – служебный файл системы`, `${manifest}: “${path}” is a file of the system`);
      } else this.#fault(`${path}: файла нет`, `${path}: the file is missing`);
      return [];
    }
    if (actual !== path && actual !== decoded)
      this.#warn(`«${path}» в пакете назван «${actual}»`, `“${path}” is called “${actual}” in the bag`);
    if (expected !== null && digestOf(expected[0], files.get(actual)) !== expected[1])
      this.#fault(`${actual}: файл изменён (${manifest})`, `${actual}: the file was changed (${manifest})`);
    return [actual];
  }

  /** Files of the payload that a manifest does not list; before version 1.0 each had to be in one of them. */
  #extra(lists: readonly ReadonlySet<string>[]): void {
    for (const path of this.#folder.files.keys()) {
      const isListed = (one: ReadonlySet<string>): boolean => one.has(path);
      if (path.startsWith("data/") && !(this.#isStrict ? lists.every(isListed) : lists.some(isListed)))
        this.#fault(`${path}: нет в описи`, `${path}: in no manifest`);
    }
  }

  #fetched(listed: ReadonlySet<string>): void {
    for (const line of this.#lines(this.#folder.files.get("fetch.txt") ?? new Uint8Array())) {
      const path = /^\S+\s+(?:\d+|-)\s+(?:\.\/)*(\S.*)$/.exec(line)?.[1] ?? "";
      if (OUTSIDE.test(path) || !path.startsWith("data/"))
        this.#fault(`fetch.txt: «${path}» лежит не там`, `fetch.txt: “${path}” lies in the wrong place`);
      else if (!listed.has(path) && this.#folder.files.has(path))
        this.#fault(`fetch.txt: «${path}» нет в описи`, `fetch.txt: “${path}” is in no manifest`);
    }
  }

  #counted(): void {
    const info = this.#decoded(this.#folder.files.get("bag-info.txt") ?? new Uint8Array());
    const [, octets, count] = /^Payload-Oxum\s*:\s*(\d+)\.(\d+)\s*$/im.exec(info) ?? [];
    const payload = [...this.#folder.files].filter(([path]) => path.startsWith("data/"));
    const size = payload.reduce((sum, [, { length }]) => sum + length, 0);
    if (!this.#isLittered && octets !== undefined && (Number(octets) !== size || Number(count) !== payload.length))
      this.#fault("Payload-Oxum в bag-info.txt не сходится", "Payload-Oxum of bag-info.txt does not fit");
  }

  get #isStrict(): boolean {
    return Number(this.version) >= 1;
  }

  #lines(bytes: Uint8Array): string[] {
    return this.#decoded(bytes)
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== "");
  }

  #decoded(bytes: Uint8Array): string {
    const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
    const encoding = /^utf-?16$/i.test(this.#encoding) && isBigEndian ? "utf-16be" : this.#encoding;
    return decoderOf(encoding)?.decode(bytes) ?? "";
  }

  #fault(ru: string, en: string): void {
    this.faults.push(text(ru, en));
  }

  #warn(ru: string, en: string): void {
    this.warnings.push(text(ru, en));
  }
}

const fold = (path: string): string => path.normalize("NFC").toLowerCase();

function digestOf(algorithm: string, bytes: Uint8Array | undefined): string {
  return createHash(algorithm)
    .update(bytes ?? "")
    .digest("hex");
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}
