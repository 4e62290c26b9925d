import type { Inventory } from "./inventory.ts";
import { digestOf, type Files } from "./validate-object.ts";

/** A version to write: its files by logical path, when it was made (ISO day), why and by whom. */
export type NewVersion = {
  readonly files: Files;
  readonly day: string;
  readonly message: string;
  readonly user: { readonly name: string; readonly address: string };
};

const TYPE = "https://ocfl.io/1.1/spec/#inventory";

/** Files of an OCFL 1.1 object: what an earlier version has already is not stored again; each version has an inventory of its own. */
export function writeObject(id: string, versions: readonly NewVersion[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([["0=ocfl_object_1.1", encode("ocfl_object_1.1\n")]]);
  const manifest: Record<string, string[]> = {};
  const states: Record<string, Inventory["versions"][string]> = {};
  for (const [index, { files: own, day, message, user }] of versions.entries()) {
    const head = `v${index + 1}`;
    const state: Record<string, string[]> = {};
    for (const [name, bytes] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const digest = digestOf("sha512", bytes);
      if (manifest[digest] === undefined) {
        const path = `${head}/content/${name}`;
        manifest[digest] = [path];
        files.set(path, bytes);
      }
      state[digest] = [...(state[digest] ?? []), name];
    }
    states[head] = { created: `${day}T00:00:00Z`, message, state, user };
    const inventory = { digestAlgorithm: "sha512", head, id, manifest, type: TYPE, versions: states };
    const json = encode(`${JSON.stringify(inventory, null, 2)}\n`);
    const sidecar = encode(`${digestOf("sha512", json)}  inventory.json\n`);
    for (const folder of [`${head}/`, ""])
      files.set(`${folder}inventory.json`, json).set(`${folder}inventory.json.sha512`, sidecar);
  }
  return files;
}

/** How objects lie in the root: by the digest of their id, since an id may have signs that no name of a folder has. @see OCFL extension 0004 */
const LAYOUT = "0004-hashed-n-tuple-storage-layout";

/** Files of a storage root beside its objects. */
export function rootFiles(description: string): Map<string, Uint8Array> {
  const json = (data: object): Uint8Array => encode(`${JSON.stringify(data, null, 2)}\n`);
  return new Map([
    ["0=ocfl_1.1", encode("ocfl_1.1\n")],
    ["ocfl_layout.json", json({ extension: LAYOUT, description })],
    [
      `extensions/${LAYOUT}/config.json`,
      json({
        extensionName: LAYOUT,
        digestAlgorithm: "sha256",
        tupleSize: 0,
        numberOfTuples: 0,
        shortObjectRoot: false,
      }),
    ],
  ]);
}

/** Folder of an object in the root. */
export function objectFolder(id: string): string {
  return digestOf("sha256", encode(id));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
