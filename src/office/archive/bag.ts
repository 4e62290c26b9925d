import { createHash } from "node:crypto";
import profile from "../../../docs/bagit-profile.json" with { type: "json" };

/** Files by path inside a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Digests of a bag. @see RFC 8493, 2.4 */
const ALGORITHMS = ["sha256", "sha512"] as const;
/** Name of a digest of a bag. */
export type Algorithm = (typeof ALGORITHMS)[number];

/**
 * A bag with the payload under `data/`, both manifests, both tag manifests and its profile.
 * @param info properties of bag-info.txt in order; the size of the payload is added
 * @see RFC 8493
 */
export function makeBag(payload: Files, info: readonly (readonly [string, string])[]): Map<string, Uint8Array> {
  const data = new Map([...payload].sort(byPath).map(([path, bytes]) => [`data/${path}`, bytes]));
  const octets = [...data.values()].reduce((sum, { length }) => sum + length, 0);
  const tags = new Map<string, Uint8Array>([
    ["bag-info.txt", encode(infoText([...info, ["Payload-Oxum", `${octets}.${data.size}`]]))],
    ["bagit-profile.json", encode(`${JSON.stringify(profile, null, 2)}\n`)],
    ["bagit.txt", encode("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")],
    ...ALGORITHMS.map((name) => [`manifest-${name}.txt`, encode(manifestText(name, data))] as const),
  ]);
  const manifests = ALGORITHMS.map((name) => [`tagmanifest-${name}.txt`, encode(manifestText(name, tags))] as const);
  return new Map([...data, ...tags, ...manifests]);
}

/** Identifier of the BagIt profile that our bags follow. */
export const PROFILE_IDENTIFIER = profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"];

/** What is wrong with a bag: `path` and one of the reasons. */
export type BagFault = { readonly path: string; readonly reason: "changed" | "missing" | "extra" | "unreadable" };

/** Compares a bag with its own manifests: every file is listed in both algorithms and is as it was. */
export function bagFaults(files: Files): BagFault[] {
  const found = new Map<string, BagFault>();
  const tell = (path: string, reason: BagFault["reason"]): void => {
    if (!found.has(path)) found.set(path, { path, reason });
  };
  const tags = [...files.keys()].filter((path) => !path.startsWith("data/") && !path.startsWith("tagmanifest-"));
  const data = [...files.keys()].filter((path) => path.startsWith("data/"));
  for (const algorithm of ALGORITHMS) {
    check(files, `tagmanifest-${algorithm}.txt`, algorithm, tags, tell);
    check(files, `manifest-${algorithm}.txt`, algorithm, data, tell);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function check(
  files: Files,
  manifest: string,
  algorithm: Algorithm,
  expected: readonly string[],
  tell: (path: string, reason: BagFault["reason"]) => void,
): void {
  const bytes = files.get(manifest);
  if (bytes === undefined) {
    tell(manifest, "missing");
    return;
  }
  const listed = parseManifest(bytes);
  if (listed === null) {
    tell(manifest, "unreadable");
    return;
  }
  for (const [path, wanted] of listed) {
    const content = files.get(path);
    if (content === undefined) tell(path, "missing");
    else if (digest(algorithm, content) !== wanted) tell(path, "changed");
  }
  for (const path of expected) if (!listed.has(path)) tell(path, "extra");
}

/** Paths and digests of a manifest; null when a line is not one, or a path is listed twice. */
function parseManifest(bytes: Uint8Array): Map<string, string> | null {
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

/** Text as UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function manifestText(algorithm: Algorithm, files: Files): string {
  const lines = [...files].sort(byPath).map(([path, bytes]) => `${digest(algorithm, bytes)}  ${path}`);
  return `${lines.join("\n")}\n`;
}

function infoText(info: readonly (readonly [string, string])[]): string {
  return info.map(([key, value]) => `${key}: ${value.replace(/\s+/g, " ")}\n`).join("");
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
