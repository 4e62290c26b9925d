import { createHash } from "node:crypto";
import profile from "../../../docs/bagit-profile.json" with { type: "json" };
import type { Accession } from "./accession.ts";

/** Files by path inside a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Digests of a bag. @see RFC 8493, 2.4 */
const ALGORITHMS = ["sha256", "sha512"] as const;
/** Name of a digest of a bag. */
export type Algorithm = (typeof ALGORITHMS)[number];

/** Properties of bag-info.txt in order; what has no value is left out. */
export type BagInfo = readonly (readonly [name: string, value: string | null | undefined])[];

/**
 * A bag with the payload under `data/`, both manifests, both tag manifests and its profile.
 * @param info the size of the payload is added
 * @see RFC 8493
 */
export function makeBag(payload: Files, info: BagInfo): Map<string, Uint8Array> {
  const data = new Map([...payload].sort(byPath).map(([path, bytes]) => [`data/${path}`, bytes]));
  const octets = [...data.values()].reduce((sum, { length }) => sum + length, 0);
  const tags = new Map<string, Uint8Array>([
    ["bag-info.txt", encode(infoText([...info, ["Payload-Oxum", `${octets}.${data.size}`]]))],
    ["bagit-profile.json", encode(`${JSON.stringify(profile, null, 2)}\n`)],
    ["bagit.txt", encode("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")],
    ...ALGORITHMS.map((name) => [`manifest-${name}.txt`, checksums(name, data)] as const),
  ]);
  const manifests = ALGORITHMS.map((name) => [`tagmanifest-${name}.txt`, checksums(name, tags)] as const);
  return new Map([...data, ...tags, ...manifests]);
}

/** Identifier of the BagIt profile that our bags follow. */
export const PROFILE_IDENTIFIER = profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"];

/** What is wrong with a bag: `path` and one of the reasons. */
export type BagFault = { readonly path: string; readonly reason: "changed" | "missing" | "extra" | "unreadable" };

/** Compares a bag with its own manifests: every file is listed in both algorithms and is as it was. */
export function bagFaults(files: Files): BagFault[] {
  const found = new Map<string, BagFault>();
  for (const algorithm of ALGORITHMS)
    for (const manifest of [
      [`tagmanifest-${algorithm}.txt`, (path: string) => !/^(data\/|tagmanifest-)/.test(path)],
      [`manifest-${algorithm}.txt`, (path: string) => path.startsWith("data/")],
    ] as const)
      for (const fault of manifestFaults(files, algorithm, manifest))
        if (!found.has(fault.path)) found.set(fault.path, fault);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* manifestFaults(
  files: Files,
  algorithm: Algorithm,
  [manifest, covers]: readonly [name: string, covers: (path: string) => boolean],
): Generator<BagFault> {
  const bytes = files.get(manifest);
  if (bytes === undefined) return yield { path: manifest, reason: "missing" };
  const listed = parseManifest(bytes);
  if (listed === null) return yield { path: manifest, reason: "unreadable" };
  for (const [path, wanted] of listed) {
    const content = files.get(path);
    if (content === undefined) yield { path, reason: "missing" };
    else if (digest(algorithm, content) !== wanted) yield { path, reason: "changed" };
  }
  for (const path of files.keys()) if (covers(path) && !listed.has(path)) yield { path, reason: "extra" };
}

/** The bag agrees with itself and with the book. */
export function isIntact(files: Files, accession: Accession): boolean {
  return bagFaults(files).length === 0 && isTheOne(files, accession);
}

/** The tag manifests are those that the book names. */
export function isTheOne(files: Files, { tagmanifestSha256, tagmanifestSha512 }: Accession): boolean {
  const [sha256, sha512] = (["sha256", "sha512"] as const).map((name) =>
    digest(name, files.get(`tagmanifest-${name}.txt`) ?? new Uint8Array()),
  );
  return sha256 === tagmanifestSha256 && sha512 === tagmanifestSha512;
}

/** Paths and digests of a manifest; null when a line is not one, or a path is listed twice. */
export function parseManifest(bytes: Uint8Array): Map<string, string> | null {
  const listed = new Map<string, string>();
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const [, hex, path] = /^([0-9a-f]+) {2}(\S.*)$/.exec(line) ?? [];
    if (hex === undefined || path === undefined || listed.has(path)) return null;
    listed.set(path, hex);
  }
  return listed;
}

/** Properties of bag-info.txt; the first value of each. */
export function readInfo(bytes: Uint8Array): Map<string, string> {
  const info = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const [, key, value] = /^([^:\s][^:]*):\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && !info.has(key)) info.set(key, value);
  }
  return info;
}

/** Digest of bytes in hex. */
export function digest(algorithm: Algorithm, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest("hex");
}

/** Digests of files as `sha256sum -c` or `sha512sum -c` reads them, sorted by path. */
export function checksums(algorithm: Algorithm, files: Files): Uint8Array {
  return encode(
    [...files]
      .sort(byPath)
      .map(([path, bytes]) => `${digest(algorithm, bytes)}  ${path}\n`)
      .join(""),
  );
}

/** Text as UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function infoText(info: BagInfo): string {
  return info.map(([key, value]) => (value == null ? "" : `${key}: ${value.replace(/\s+/g, " ")}\n`)).join("");
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
