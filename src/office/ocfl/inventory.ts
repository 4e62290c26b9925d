import type { OcflCode } from "./codes.ts";

/** Digests of content by OCFL's names and those of OpenSSL; others may stand in `fixity` and are not counted. */
export const DIGESTS: { readonly [name: string]: string } = {
  md5: "md5",
  sha1: "sha1",
  sha256: "sha256",
  sha512: "sha512",
  "sha512/256": "sha512-256",
  "blake2b-512": "blake2b512",
};

/** Paths by digest. */
export type Paths = { readonly [digest: string]: readonly string[] };

/** A version of an object. */
type Version = {
  readonly created: string;
  readonly state: Paths;
  readonly message?: string;
  readonly user?: { readonly name: string; readonly address?: string };
};

/** What an object says of itself. @see OCFL 1.1, 3.5 */
export type Inventory = {
  readonly id: string;
  readonly type: string;
  readonly digestAlgorithm: "sha512" | "sha256";
  readonly head: string;
  readonly contentDirectory?: string;
  readonly manifest: Paths;
  readonly versions: { readonly [version: string]: Version };
  readonly fixity?: { readonly [algorithm: string]: Paths };
};

/** An inventory that can be gone on with, and what is wrong in it by itself; null when its form is not one. */
export type ReadInventory = { readonly inventory: Inventory | null; readonly codes: readonly OcflCode[] };

type Loose = { readonly [key: string]: unknown };

/** Reads the text of an inventory. */
export function readInventory(text: string): ReadInventory {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { inventory: null, codes: ["E033"] };
  }
  if (!isObject(data)) return { inventory: null, codes: ["E034"] };
  const codes = [...headFaults(data), ...versionFaults(data), ...manifestFaults(data)];
  const isReadable = isObject(data.manifest) && isObject(data.versions) && !codes.some((code) => UNREADABLE.has(code));
  return { inventory: isReadable ? (data as unknown as Inventory) : null, codes };
}

/** With these the rest cannot be compared. */
const UNREADABLE = new Set<OcflCode>(["E025", "E034", "E036", "E041", "E044", "E050"]);

function* headFaults(data: Loose): Generator<OcflCode> {
  const { id, type, digestAlgorithm, head, contentDirectory } = data;
  if ([id, type, digestAlgorithm, head].some((one) => one === undefined || one === "")) yield "E036";
  else if (typeof id !== "string") yield "E037";
  else if (!isUri(id)) yield "W005";
  if (type !== undefined && !/^https:\/\/ocfl\.io\/1\.[01]\/spec\/#inventory$/.test(String(type))) yield "E038";
  if (digestAlgorithm === "sha256") yield "W004";
  else if (digestAlgorithm !== undefined && digestAlgorithm !== "sha512") yield "E025";
  if (contentDirectory !== undefined && !/^[^/]+$/.test(String(contentDirectory))) yield "E017";
  if (contentDirectory === "." || contentDirectory === "..") yield "E018";
  if (head === undefined || !isObject(data.versions)) return;
  const last = Object.keys(data.versions)
    .sort((a, b) => numberOf(a) - numberOf(b))
    .at(-1);
  if (head !== last) yield "E040";
}

function* versionFaults({ versions, manifest }: Loose): Generator<OcflCode> {
  if (versions === undefined) return yield "E043";
  if (!isObject(versions)) return yield "E044";
  const names = Object.keys(versions).sort((a, b) => numberOf(a) - numberOf(b));
  if (names.length === 0) yield "E008";
  yield* namesFaults(names);
  const known = new Set(isObject(manifest) ? Object.keys(manifest) : []);
  for (const version of Object.values(versions)) {
    if (!isObject(version)) {
      yield "E044";
      continue;
    }
    const { created, state, message, user } = version;
    if (created === undefined) yield "E048";
    else if (!isMoment(created)) yield "E049";
    if (!isPaths(state)) yield "E050";
    else {
      if (Object.keys(state).some((digest) => !known.has(digest))) yield "E050";
      yield* pathFaults(state, { edge: "E053", element: "E052", twice: "E095" });
    }
    if (message !== undefined && typeof message !== "string") yield "E094";
    if (message === undefined || user === undefined) yield "W007";
    if (user !== undefined) yield* userFaults(user);
  }
}

function* userFaults(user: unknown): Generator<OcflCode> {
  if (!isObject(user) || typeof user.name !== "string" || user.name === "") return yield "E054";
  if (user.address === undefined) yield "W008";
  else if (!isUri(String(user.address))) yield "W009";
}

/** Names of versions run without a gap, all padded alike or none. */
function* namesFaults(names: readonly string[]): Generator<OcflCode> {
  if (names.some((name) => !/^v0*[1-9]\d*$/.test(name))) return yield "E046";
  if (names.some((name, index) => numberOf(name) !== index + 1)) yield "E010";
  const padded = names.filter((name) => name.startsWith("v0"));
  if (padded.length === 0) return;
  if (padded.length < names.length) yield "E011";
  if (new Set(names.map(({ length }) => length)).size > 1 || padded.length < names.length) yield "E013";
  else yield "W001";
}

function* manifestFaults({ manifest, fixity, versions, type }: Loose): Generator<OcflCode> {
  if (!isPaths(manifest)) return yield "E041";
  if (hasTwins(manifest)) yield "E096";
  yield* pathFaults(manifest, CONTENT_PATHS);
  if (String(type).includes("/1.1/") && isObject(versions)) {
    const used = new Set(
      Object.values(versions).flatMap((one) => (isObject(one) && isObject(one.state) ? Object.keys(one.state) : [])),
    );
    if (Object.keys(manifest).some((digest) => !used.has(digest))) yield "E107";
  }
  if (fixity === undefined) return;
  if (!isObject(fixity)) return yield "E111";
  for (const block of Object.values(fixity)) {
    if (!isPaths(block)) {
      yield "E057";
      continue;
    }
    if (hasTwins(block)) yield "E097";
    yield* pathFaults(block, CONTENT_PATHS);
  }
}

const CONTENT_PATHS = { edge: "E100", element: "E099", twice: "E101" } as const;

/** Paths have no empty, `.` or `..` element and no slash at an end; none stands twice or is a folder of another. */
function* pathFaults(
  paths: Paths,
  codes: { readonly edge: OcflCode; readonly element: OcflCode; readonly twice: OcflCode },
): Generator<OcflCode> {
  const all = Object.values(paths).flat();
  if (all.some((path) => path.startsWith("/") || path.endsWith("/"))) yield codes.edge;
  const inner = all.map((path) => path.replace(/^\/|\/$/g, ""));
  if (inner.some((path) => path.split("/").some((one) => one === "" || one === "." || one === "..")))
    yield codes.element;
  const known = new Set(all);
  const isFolder = (path: string): boolean => parentsOf(path).some((parent) => known.has(parent));
  if (known.size < all.length || all.some(isFolder)) yield codes.twice;
}

function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Number of a version by its name. */
export function numberOf(version: string): number {
  return Number(version.slice(1));
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPaths(value: unknown): value is Paths {
  return (
    isObject(value) &&
    Object.values(value).every((paths) => Array.isArray(paths) && paths.every((path) => typeof path === "string"))
  );
}

/** Digests are the same in capitals. */
function hasTwins(paths: Paths): boolean {
  const digests = Object.keys(paths).map((digest) => digest.toLowerCase());
  return new Set(digests).size < digests.length;
}

function isUri(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);
}

/** @see RFC 3339, 5.6 */
function isMoment(value: unknown): boolean {
  const form = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
  return typeof value === "string" && form.test(value) && !Number.isNaN(Date.parse(value));
}
