// Checks the plan of src/ (scripts/rooms.yaml): few wings and rooms, one door a room, imports only down the plan and only
// those granted, no grant unused, no circle of files or rooms, pure rooms pure, every export with a docstring (scripts/read-source.mjs); that tests mirror the rooms; and that ARCHITECTURE.md prints the plan.
// With --write it prints the plan there anew; of another folder, where one is given. Exits 1 and names every breach.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readSource } from "./read-source.mjs";

const root = resolve(
  process.argv.slice(2).find((one) => one !== "--write") ?? fileURLToPath(new URL("..", import.meta.url)),
);
/** What a reader can hold in the head. */
const MOST_ENTRIES = 9;
const MOST_ROOMS = 8;
/** Beside TypeScript, src/ holds data and the files of the local page. */
const DATA = /\.(json|html|css|svg|bin)$/;
/** The one module of Node that a pure room may import: it computes digests. */
const PURE_MODULE = "node:crypto";

const plan = parse(readFileSync(join(root, "scripts/rooms.yaml"), "utf8"));
const wings = Object.keys(plan.wings);
/** Rooms by path: `typesetting/layout`, or the wing itself where it is one room. */
const rooms = new Map(
  Object.entries(plan.wings).flatMap(([wing, { rooms: own, ...alone }]) =>
    own === undefined ? [[wing, alone]] : Object.entries(own).map(([room, facts]) => [`${wing}/${room}`, facts]),
  ),
);
const ownName = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).name;
const everything = walk(join(root, "src"));
const files = everything.filter((file) => file.endsWith(".ts"));
const sources = new Map(files.map((file) => [file, readSource(file)]));
/** Grants that are needed; and all arrows within a wing, also those that need none (others go down). */
const used = new Set();
const arrows = new Set();

const breaches = [
  ...sizes(),
  ...strangeFiles(),
  ...files.flatMap(breachesOf),
  ...rawCollections(),
  ...unusedGrants(),
  ...circlesOf(files, targetsOf, nameOf).map((circle) => `a circle: ${circle}`),
  ...circlesOf([...rooms.keys()], roomsAfter, (room) => room).map((circle) => `a circle of rooms: ${circle}`),
  ...generated(),
  ...tests(),
  ...files.flatMap(undocumented),
  ...architecture(),
];
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) process.exit(1);
console.log(
  `rooms: ${wings.length} wings, ${rooms.size} rooms, ${files.length} files; every import enters by the door`,
);

/** Exported declarations without a docstring; the types that a generator writes have those of their schemas. */
function undocumented(file) {
  if (sources.get(file).generated) return [];
  return sources
    .get(file)
    .undocumented.map(({ name, line }) => `${nameOf(file)}:${line}: ${name} is exported without a docstring`);
}

/** Files that call themselves generated are those that a script writes, and the other way round. */
function generated() {
  const writers = new Map(Object.entries(plan.generated).flatMap(([script, own]) => own.map((name) => [name, script])));
  return [
    ...files
      .filter((file) => sources.get(file).generated && !writers.has(nameOf(file)))
      .map((file) => `${nameOf(file)}: begins like a generated file, but no script of scripts/rooms.yaml writes it`),
    ...[...writers]
      .filter(
        ([name, script]) =>
          !sources.get(join(root, name))?.generated ||
          !readFileSync(join(root, script), "utf8").includes(name.slice(name.lastIndexOf("/") + 1)),
      )
      .map(([name, script]) => `scripts/rooms.yaml: ${script} does not write ${name}`),
  ];
}

function strangeFiles() {
  return everything
    .filter((file) => !sources.has(file) && !DATA.test(file))
    .map((file) => `${nameOf(file)}: sources are .ts files`);
}

/** From the root, with `/`. */
function nameOf(file) {
  return relative(root, file).split(sep).join("/");
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
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
  const name = nameOf(file);
  if (room === null && name !== "src/index.ts") return [`${name} stands in no room of scripts/rooms.yaml`];
  const { imports, impure } = sources.get(file);
  return [
    ...imports.flatMap(({ name: specifier }) => breachOf({ file, name, room }, specifier)),
    ...(room !== null && file === join(root, "src", room, "index.ts") ? othersThrough(file, "*", room) : []),
    ...(rooms.get(room)?.pure ? [...impure].map((use) => `${name}: a pure room may not use ${use}`) : []),
  ];
}

/** What the door of a room gives of another room: each has a door of its own. */
function othersThrough(file, wanted, room, seen = new Set()) {
  const at = `${file} ${wanted}`;
  if (seen.has(at)) return [];
  seen.add(at);
  return (sources.get(file)?.passed ?? [])
    .filter(({ from, as }) => from.startsWith(".") && (wanted === "*" || as === "*" || as === wanted))
    .flatMap(({ from, name, as }) => {
      const target = resolve(dirname(file), from);
      if (roomOf(target) !== room) return [`${nameOf(file)}: passes on ${as} of another room (${from}) by the door`];
      return othersThrough(target, as === "*" ? wanted : name, room, seen);
    });
}

/** What is wrong with an import, if anything is; notes the arrow between the rooms. */
function breachOf({ file, name, room }, specifier) {
  if (specifier === null) return [`${name}: imports a computed name`];
  if (isBuiltin(specifier))
    return rooms.get(room)?.pure && specifier !== PURE_MODULE
      ? [`${name}: a pure room may not import ${specifier}`]
      : [];
  if (specifier === ownName || specifier.startsWith(`${ownName}/`) || /^(#|[a-z]+:)/.test(specifier))
    return [`${name}: imports ${specifier}; import the index.ts of a room`];
  const isPath = specifier.startsWith(".");
  // An absolute name that is no file is an address that the page asks of its server.
  if (!isPath && !(isAbsolute(specifier) && existsSync(specifier))) return [];
  const target = resolve(dirname(file), specifier);
  if (plan.outside.includes(nameOf(target))) return [];
  if (!sources.has(target) && !DATA.test(target)) return [`${name}: ${specifier} is no source file of src/`];
  const other = roomOf(target);
  if (other === null) return [`${name}: imports ${specifier}, which is of no room`];
  if (other === room) return [];
  // One room may gather a file that every room keeps by the same name.
  if (target === join(root, "src", ...other.split("/"), rooms.get(room)?.gathers ?? "")) return [];
  if (room?.split("/")[0] === other.split("/")[0]) arrows.add(`${room} -> ${other}`);
  if (target !== join(root, "src", ...other.split("/"), "index.ts"))
    return [`${name}: enters ${other} by the window (${specifier}); import its index.ts`];
  if (room === null || plan.open.includes(other)) return [];
  used.add(`${room} -> ${other}`);
  if (wings.indexOf(other.split("/")[0]) < wings.indexOf(room.split("/")[0]))
    return [`${name}: ${room} is below ${other}`];
  return (rooms.get(room).uses ?? []).includes(other) ? [] : [`${name}: ${room} may not use ${other}`];
}

/** Files that read the collections of a dossier as they stand, where a room is to be asked; and exceptions that are none any more. */
function rawCollections() {
  const { askInstead, exceptions } = plan.collections;
  const raw = files.filter((file) => !askInstead.includes(roomOf(file)) && sources.get(file).collections).map(nameOf);
  return [
    ...raw
      .filter((name) => exceptions[name] === undefined)
      .map((name) => `${name}: names collections; ask ${askInstead.join(" or ")}`),
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

function targetsOf(file) {
  return sources
    .get(file)
    .imports.filter(({ name }) => name?.startsWith("."))
    .map(({ name }) => resolve(dirname(file), name))
    .filter((target) => sources.has(target));
}

function roomsAfter(room) {
  return [...arrows].filter((arrow) => arrow.startsWith(`${room} -> `)).map((arrow) => arrow.split(" -> ")[1]);
}

/** Circles, each named once. */
function circlesOf(nodes, after, nameOf) {
  const state = new Map();
  const found = [];
  const visit = (node, path) => {
    state.set(node, "open");
    for (const next of after(node)) {
      if (state.get(next) === "open") found.push([...path.slice(path.indexOf(next)), next].map(nameOf).join(" -> "));
      else if (!state.has(next)) visit(next, [...path, next]);
    }
    state.set(node, "done");
  };
  for (const node of nodes) if (!state.has(node)) visit(node, [node]);
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
