// Checks the plan of src/ (scripts/rooms.yaml): few wings and rooms, one door a room, imports only down the plan and only
// those granted, no grant unused, no circle of files, pure rooms pure, every export with a docstring; that tests mirror the rooms; and that ARCHITECTURE.md prints the plan.
// With --write it prints the plan there anew. Exits 1 and names every breach.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What a reader can hold in the head. */
const MOST_ENTRIES = 9;
const MOST_ROOMS = 8;
const OUTSIDE = /^node:(fs|fs\/promises|os|child_process|net|http|https|process|worker_threads)$/;
/** `dossier.collections`, `dossier?.["collections"]`, `{ collections } = dossier`. */
const COLLECTIONS = /\.collections\b|\["collections"\]|\{[^{}]*\bcollections\b[^{}]*\}\s*(=[^>]|:\s*Dossier)/;
const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g;

const plan = parse(readFileSync(join(root, "scripts/rooms.yaml"), "utf8"));
const wings = Object.keys(plan.wings);
/** Rooms by path: `typesetting/layout`, or the wing itself where it is one room. */
const rooms = new Map(
  Object.entries(plan.wings).flatMap(([wing, { rooms: own, ...alone }]) =>
    own === undefined ? [[wing, alone]] : Object.entries(own).map(([room, facts]) => [`${wing}/${room}`, facts]),
  ),
);
const files = walk(join(root, "src")).filter((file) => /\.tsx?$/.test(file));
const imports = new Map(files.map((file) => [file, specifiersOf(file)]));
const used = new Set();

const breaches = [
  ...sizes(),
  ...files.flatMap(breachesOf),
  ...rawCollections(),
  ...unusedGrants(),
  ...circles(),
  ...tests(),
  ...files.flatMap(undocumented),
  ...architecture(),
];
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) process.exit(1);
console.log(
  `rooms: ${wings.length} wings, ${rooms.size} rooms, ${files.length} files; every import enters by the door`,
);

/** Exported declarations without a docstring; an overload has that of the first. */
function undocumented(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  if (lines[0].startsWith("// Generated")) return [];
  const declared = /^export (?:async )?(?:abstract )?(?:type|const|function\*?|class) (?!\*|\{)(\w+)/;
  return lines.flatMap((line, index) => {
    const name = declared.exec(line)?.[1];
    if (name === undefined || /\*\/\s*$/.test(lines[index - 1] ?? "")) return [];
    return declared.exec(lines[index - 1] ?? "")?.[1] === name
      ? []
      : [`${relative(root, file)}:${index + 1}: ${name} is exported without a docstring`];
  });
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function specifiersOf(file) {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map((match) => match[1]);
}

/** The longest room whose path begins the file's; null for src/index.ts. */
function roomOf(file) {
  const parts = relative(join(root, "src"), file).split(sep);
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const path = parts.slice(0, length).join("/");
    if (rooms.has(path)) return path;
  }
  return null;
}

function sizes() {
  const entries = readdirSync(join(root, "src"));
  const lost = entries.filter((name) => name !== "index.ts" && !wings.includes(name));
  return [
    ...(entries.length > MOST_ENTRIES ? [`src/ has ${entries.length} entries, at most ${MOST_ENTRIES}`] : []),
    ...lost.map((name) => `src/${name} is not in scripts/rooms.yaml`),
    ...Object.entries(plan.wings).flatMap(([wing, { rooms: own }]) => [
      ...(Object.keys(own ?? {}).length > MOST_ROOMS ? [`src/${wing} has more than ${MOST_ROOMS} rooms`] : []),
      ...(own === undefined ? [] : readdirSync(join(root, "src", wing)))
        .filter((name) => !Object.keys(own).some((room) => room.split("/")[0] === name))
        .map((name) => `src/${wing}/${name} is not in scripts/rooms.yaml`),
    ]),
    ...[...rooms.keys()]
      .filter((room) => /(^|\/)build$/.test(room))
      .map((room) => `${room}: tools delete such folders`),
  ];
}

function breachesOf(file) {
  const room = roomOf(file);
  const name = relative(root, file);
  if (room === null && name !== join("src", "index.ts")) return [`${name} stands in no room of scripts/rooms.yaml`];
  return imports.get(file).flatMap((specifier) => {
    if (OUTSIDE.test(specifier) && rooms.get(room)?.pure) return [`${name}: a pure room may not import ${specifier}`];
    if (!specifier.startsWith(".")) return [];
    const target = resolve(dirname(file), specifier);
    // Published descriptions (schemas, a BagIt profile) are data for readers and for the code alike.
    if (/^(docs|schemas)\/.*\.json$/.test(relative(root, target).split(sep).join("/"))) return [];
    const other = roomOf(target);
    if (other === room || other === null) return [];
    // One room may gather a file that every room keeps by the same name.
    if (target === join(root, "src", ...other.split("/"), rooms.get(room)?.gathers ?? "")) return [];
    if (target !== join(root, "src", ...other.split("/"), "index.ts"))
      return [`${name}: enters ${other} by the window (${specifier}); import its index.ts`];
    if (room === null || plan.open.includes(other)) return [];
    used.add(`${room} -> ${other}`);
    if (wings.indexOf(other.split("/")[0]) < wings.indexOf(room.split("/")[0]))
      return [`${name}: ${room} is below ${other}`];
    return (rooms.get(room).uses ?? []).includes(other) ? [] : [`${name}: ${room} may not use ${other}`];
  });
}

/** Files that read the collections of a dossier as they stand, where a room is to be asked; and exceptions that are none any more. */
function rawCollections() {
  const { askInstead, exceptions } = plan.collections;
  const raw = files
    .filter((file) => !askInstead.includes(roomOf(file)) && COLLECTIONS.test(readFileSync(file, "utf8")))
    .map((file) => relative(root, file).split(sep).join("/"));
  return [
    ...raw
      .filter((name) => exceptions[name] === undefined)
      .map((name) => `${name}: reads collections; ask ${askInstead.join(" or ")}`),
    ...Object.keys(exceptions)
      .filter((name) => !raw.includes(name))
      .map((name) => `scripts/rooms.yaml: ${name} reads no collections; take the exception away`),
  ];
}

function unusedGrants() {
  return [...rooms].flatMap(([room, { uses = [] }]) =>
    uses
      .filter((other) => !used.has(`${room} -> ${other}`))
      .map((other) => `scripts/rooms.yaml: ${room} does not use ${other}; take the grant away`),
  );
}

/** Circles of files, each named once. */
function circles() {
  const state = new Map();
  const found = [];
  const visit = (file, path) => {
    state.set(file, "open");
    for (const specifier of imports.get(file)) {
      if (!specifier.startsWith(".")) continue;
      const target = resolve(dirname(file), specifier);
      if (!imports.has(target)) continue;
      if (state.get(target) === "open") {
        const circle = [...path.slice(path.indexOf(target)), target];
        found.push(`a circle: ${circle.map((one) => relative(root, one)).join(" -> ")}`);
      } else if (!state.has(target)) visit(target, [...path, target]);
    }
    state.set(file, "done");
  };
  for (const file of files) if (!state.has(file)) visit(file, [file]);
  return found;
}

/** A room has a folder of tests of its own or says which tests show it and why; no folder of tests is of no room. */
function tests() {
  const unit = join(root, "tests/unit");
  const mirrored = new Set(walk(unit).map((file) => dirname(relative(unit, file)).split(sep).join("/")));
  return [
    ...[...mirrored]
      .filter((folder) => ![...rooms.keys()].some((room) => folder === room || folder.startsWith(`${room}/`)))
      .map((folder) => `tests/unit/${folder} is of no room of scripts/rooms.yaml`),
    ...[...rooms].flatMap(([room, { testedBy }]) => {
      const own = [...mirrored].some((folder) => folder === room || folder.startsWith(`${room}/`));
      if (testedBy === undefined)
        return own ? [] : [`${room} has no tests/unit/${room}; add it, or \`testedBy\` in scripts/rooms.yaml`];
      if (own) return [`${room} has tests/unit/${room}; take its \`testedBy\` away`];
      return [
        ...(testedBy.because ? [] : [`${room}: \`testedBy\` needs a reason`]),
        ...testedBy.in
          .filter((path) => !existsSync(join(root, path)))
          .map((path) => `${room} names ${path}, which is not there`),
      ];
    }),
  ];
}

function architecture() {
  const path = join(root, "ARCHITECTURE.md");
  const text = readFileSync(path, "utf8");
  const lines = Object.entries(plan.wings).flatMap(([wing, { purpose, rooms: own = {} }]) => [
    `- **\`${wing}/\`** – ${purpose}`,
    ...Object.entries(own).map(([room, { purpose: what, mayNot }]) =>
      mayNot ? `  - \`${room}\` – ${what}; may not ${mayNot}` : `  - \`${room}\` – ${what}`,
    ),
  ]);
  const fresh = text.replace(
    /(<!-- rooms -->\n)[\s\S]*(<!-- \/rooms -->)/,
    (_, before, after) => `${before}\n${lines.join("\n")}\n\n${after}`,
  );
  if (fresh === text) return [];
  if (process.argv.includes("--write")) {
    writeFileSync(path, fresh);
    return [];
  }
  return ["ARCHITECTURE.md prints another plan: run `node scripts/check-rooms.mjs --write`"];
}
