import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a folder with its bytes; what a run keeps for itself is left out. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path)]);
}

/** What parts two such maps, by name. */
export function differences(ours, theirs) {
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names
    .filter((name) => !(ours.get(name) && theirs.get(name)?.equals(ours.get(name))))
    .map((name) =>
      theirs.has(name) ? (ours.has(name) ? `${name} differs` : `${name} is missing`) : `${name} is too many`,
    );
}
