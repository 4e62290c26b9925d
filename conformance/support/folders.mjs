import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "./programs.mjs";

/** What is there without having been written, and what is made: a copy of the project has links to some of it. */
const LINKED = [".git", ".conformance", "packages"];
const PACKAGES = ["node_modules", "scripts/api/node_modules"];
const LEFT_OUT = new Set([...LINKED, "node_modules", "dist", "out", "coverage"]);

/** A copy of the project that may be compiled while others run the program: its root, with a slash at the end. */
export function copyOfProject(root, folder) {
  cpSync(root, folder, { recursive: true, filter: (path) => path === root || !LEFT_OUT.has(basename(path)) });
  mkdirSync(join(root, "packages"), { recursive: true });
  const there = (name) => existsSync(join(root, name));
  for (const name of LINKED.filter(there)) symlinkSync(join(root, name), join(folder, name));
  // The compiler tells packages by where they really lie, so a link would not do.
  for (const name of PACKAGES.filter(there)) {
    const [from, to] = [root, folder].map((one) => join(one, name));
    if (run("cp", ["-al", from, to]).status === 0) continue;
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  return join(folder, "/");
}

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
