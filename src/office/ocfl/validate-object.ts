import { createHash } from "node:crypto";
import type { OcflCode } from "./codes.ts";
import { DIGESTS, type Inventory, numberOf, type Paths, type ReadInventory, readInventory } from "./inventory.ts";

/** Files by path inside a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is wrong with an object and where in it. */
export type OcflFault = { readonly code: OcflCode; readonly path: string };

/** What a folder of an object holds. */
export type ObjectFolder = {
  readonly files: Files;
  /** Empty folders, with `/` at their end, and what is neither a file nor a folder. */
  readonly strange: readonly string[];
};

/** An object: what is wrong with it, and its inventory where that can be read. */
export type JudgedObject = { readonly faults: readonly OcflFault[]; readonly inventory: Inventory | null };

/**
 * Reads every byte of an OCFL object (1.0, 1.1) and compares it with its inventories.
 * @see https://ocfl.io/1.1/spec/
 */
export function judgeObject({ files, strange }: ObjectFolder): JudgedObject {
  const root = inventoryAt(files, "");
  const faults = [...rootFaults(files, strange), ...root.faults];
  const { inventory } = root;
  if (inventory !== null)
    faults.push(
      ...versionFolders(files, strange, inventory),
      ...contentFaults(files, inventory),
      ...earlier(files, inventory),
    );
  const told = new Map(faults.map((fault) => [`${fault.code} ${fault.path}`, fault]));
  return { faults: [...told.values()], inventory };
}

const DECLARATION = /^0=ocfl_object_(1\.[01])$/;
const REGISTERED = /^\d{4}-[a-z0-9-]+$/;

function* rootFaults(files: Files, strange: readonly string[]): Generator<OcflFault> {
  const declared = [...files.keys()].filter((path) => path.startsWith("0="));
  if (declared.length !== 1) yield { code: "E003", path: "0=ocfl_object_1.1" };
  for (const path of declared) {
    const [, version] = DECLARATION.exec(path) ?? [];
    if (version === undefined || textAt(files, path) !== `ocfl_object_${version}\n`) yield { code: "E007", path };
  }
  const tops = new Set([...files.keys(), ...strange].map((path) => path.replace(/(?<=\/).*/, "")));
  for (const top of tops) {
    const isFolder = top.endsWith("/");
    const fits = isFolder ? /^(v\d+|logs|extensions)\/$/.test(top) : /^(0=.*|inventory\.json(\.\w+)?)$/.test(top);
    if (!fits) yield { code: "E001", path: top };
  }
  for (const path of files.keys()) {
    const [, name, rest] = /^extensions\/([^/]+)(\/)?/.exec(path) ?? [];
    if (name === undefined) continue;
    if (rest === undefined) yield { code: "E067", path };
    else if (!REGISTERED.test(name) && name !== "initial") yield { code: "W013", path: `extensions/${name}` };
  }
}

/** The inventory in a folder of an object, with its digest. */
function inventoryAt(files: Files, folder: string): ReadInventory & { readonly faults: readonly OcflFault[] } {
  const path = `${folder}inventory.json`;
  const bytes = files.get(path);
  if (bytes === undefined) return { inventory: null, codes: [], faults: [{ code: "E063", path }] };
  const read = readInventory(new TextDecoder().decode(bytes));
  const faults: OcflFault[] = read.codes.map((code) => ({ code, path }));
  const name =
    read.inventory?.digestAlgorithm ??
    [...files.keys()]
      .find((one) => one.startsWith(`${path}.`))
      ?.split(".")
      .at(-1) ??
    "";
  const sidecar = textAt(files, `${path}.${name}`);
  const [, digest] = /^([0-9a-fA-F]+)[ \t]+inventory\.json\n?$/.exec(sidecar ?? "") ?? [];
  if (sidecar === null) faults.push({ code: "E058", path });
  else if (digest === undefined) faults.push({ code: "E061", path: `${path}.${name}` });
  else if (DIGESTS[name] !== undefined && digest.toLowerCase() !== digestOf(name, bytes))
    faults.push({ code: "E060", path });
  return { ...read, faults };
}

/** Folders of versions are those of the inventory, and hold nothing but content and an inventory. */
function* versionFolders(files: Files, strange: readonly string[], inventory: Inventory): Generator<OcflFault> {
  const { contentDirectory = "content", versions, head } = inventory;
  const all = [...files.keys(), ...strange];
  const folders = new Set(all.flatMap((path) => /^(v\d+)\//.exec(path)?.[1] ?? []));
  for (const folder of folders) {
    if (versions[folder] === undefined) yield { code: "E046", path: folder };
    const inside = all.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
    for (const path of inside) {
      const [top = "", rest] = path.split(/\/(.*)/s);
      const whole = `${folder}/${path}`;
      if (rest === undefined) {
        if (!/^inventory\.json(\.\w+)?$/.test(path)) yield { code: "E015", path: whole };
      } else if (top !== contentDirectory) yield { code: "W002", path: `${folder}/${top}` };
      else if (path.endsWith("/") && rest !== "") yield { code: "E024", path: whole };
    }
  }
  for (const version of Object.keys(versions))
    if (!folders.has(version)) yield { code: version === head ? "E046" : "E010", path: version };
}

/** Every file of the content is named, and every named one is as it was. */
function* contentFaults(
  files: Files,
  { manifest, fixity = {}, digestAlgorithm, contentDirectory = "content" }: Inventory,
): Generator<OcflFault> {
  yield* digestFaults(files, digestAlgorithm, { paths: manifest, code: "E092" });
  for (const [name, paths] of Object.entries(fixity)) yield* digestFaults(files, name, { paths, code: "E093" });
  const named = new Set(Object.values(manifest).flat());
  for (const path of files.keys())
    if (isContent(path, contentDirectory) && !named.has(path)) yield { code: "E023", path };
}

function isContent(path: string, folder: string): boolean {
  const [version = "", top] = path.split("/");
  return /^v\d+$/.test(version) && top === folder;
}

function* digestFaults(
  files: Files,
  name: string,
  { paths, code }: { readonly paths: Paths; readonly code: OcflCode },
): Generator<OcflFault> {
  if (DIGESTS[name] === undefined) return;
  for (const [digest, own] of Object.entries(paths))
    for (const path of own) {
      const bytes = files.get(path);
      if (bytes === undefined || digestOf(name, bytes) !== digest.toLowerCase()) yield { code, path };
    }
}

/** Inventories of the versions against that of the object. */
function* earlier(files: Files, root: Inventory): Generator<OcflFault> {
  let spec = "";
  for (const version of Object.keys(root.versions).sort((a, b) => numberOf(a) - numberOf(b))) {
    const path = `${version}/inventory.json`;
    const bytes = files.get(path);
    if (bytes === undefined) {
      yield { code: "W010", path };
      continue;
    }
    if (version === root.head) {
      if (!Buffer.from(bytes).equals(files.get("inventory.json") ?? new Uint8Array())) yield { code: "E064", path };
    }
    const { inventory, faults } = inventoryAt(files, `${version}/`);
    yield* faults;
    if (inventory === null) continue;
    if (inventory.type < spec) yield { code: "E103", path };
    spec = inventory.type;
    yield* oneEarlier(files, root, { version, path, inventory });
  }
}

function* oneEarlier(
  files: Files,
  root: Inventory,
  { version, path, inventory }: { readonly version: string; readonly path: string; readonly inventory: Inventory },
): Generator<OcflFault> {
  const { contentDirectory = "content" } = root;
  if (inventory.id !== root.id) yield { code: "E037", path };
  if (inventory.head !== version) yield { code: "E040", path };
  if ((inventory.contentDirectory ?? "content") !== contentDirectory) yield { code: "E019", path };
  const named = new Set(Object.values(inventory.manifest).flat());
  for (const one of files.keys()) {
    const isOlder = numberOf(one.split("/")[0] ?? "") <= numberOf(version);
    if (isContent(one, contentDirectory) && isOlder && !named.has(one)) yield { code: "E023", path };
  }
  yield* digestFaults(files, inventory.digestAlgorithm, { paths: inventory.manifest, code: "E092" });
  for (const [name, own] of Object.entries(inventory.versions)) {
    const now = root.versions[name];
    if (now === undefined || !isSameState([inventory, own.state], [root, now.state])) {
      yield { code: "E066", path };
      continue;
    }
    const words = ({ created, message, user }: typeof own): string =>
      JSON.stringify([created, message, user?.name, user?.address]);
    if (words(own) !== words(now)) yield { code: "W011", path };
  }
}

/** The same names stand for the same content: for one digest, or, where the algorithms differ, for what lies in one place. */
function isSameState([one, left]: readonly [Inventory, Paths], [other, right]: readonly [Inventory, Paths]): boolean {
  const [was, is] = [digestsOf(left), digestsOf(right)];
  const isOne = one.digestAlgorithm === other.digestAlgorithm;
  const isSame = (a: string, b = ""): boolean =>
    isOne
      ? a.toLowerCase() === b.toLowerCase()
      : (one.manifest[a] ?? []).some((path) => other.manifest[b]?.includes(path) === true);
  return was.size === is.size && [...was].every(([name, digest]) => isSame(digest, is.get(name)));
}

function digestsOf(state: Paths): Map<string, string> {
  return new Map(Object.entries(state).flatMap(([digest, names]) => names.map((name) => [name, digest] as const)));
}

function textAt(files: Files, path: string): string | null {
  const bytes = files.get(path);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

/** Digest of bytes under OCFL's name of the algorithm, in small letters. */
export function digestOf(name: string, bytes: Uint8Array): string {
  return createHash(DIGESTS[name] ?? name)
    .update(bytes)
    .digest("hex");
}
