// The public doors and what stranger's input can come through each. An input is plain data, so that what was found can be kept:
// `{ door, file, text | base64, argv }` – the file of the base that is damaged, what stands in it, and the command line; `{}` in it is the folder.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { damagedBytes, damagedText } from "./mutations.mjs";

const CENTRE = ["--content", "{}/centre/content", "--templates", "{}/centre/templates"];
const CACHE = ["--cache-dir", "{}/cache"];
const WORDS = [
  "Иванова",
  "Мария",
  "Петровна",
  "заведующая",
  "МБОУ",
  "«Школа № 1»",
  "О’Нил",
  "фон",
  "оглы",
  "И.",
  "-",
  "",
  "  ",
  "ё",
  "\u0000",
  "1",
  "и",
  "по",
  "2,5",
  "\u0301",
  "𝔸",
  "toString",
  "__proto__",
];

/** Doors by name; each makes an input out of the base. */
const DOORS = {
  records: (base, choice) => {
    const file = choice.of(base.records);
    const argv = choice.of([
      ["check", ...CENTRE, ...CACHE, "--reporter", choice.of(["pretty", "json", "sarif", "junit"])],
      ["check", ...CENTRE, ...CACHE, "--edition", "public"],
      ["check", ...CENTRE, ...CACHE],
      ["build", ...CENTRE, ...CACHE, "--draft", "--out", "{}/out"],
      ["status", ...CENTRE, "--date", "2025-11-01"],
      ["export", "plan", ...CENTRE, "--out", "{}/plan-out.xlsx"],
    ]);
    return { file, text: damagedText(base.text(file), choice), argv };
  },
  templates: (base, choice) => {
    const file = choice.of(base.templates);
    const kind = file.split("/")[2];
    const only = base.kinds.includes(kind) ? kind : choice.of(base.kinds);
    const pieces = choice.below(2) === 0 ? undefined : base.helpers;
    return {
      file,
      text: damagedText(base.text(file), choice, pieces),
      argv: ["check", ...CENTRE, ...CACHE, "--only", only],
    };
  },
  profiles: (base, choice) => {
    const file = choice.of(base.profiles);
    return {
      file,
      text: damagedText(base.text(file), choice),
      argv: ["check", ...CENTRE, ...CACHE, "--only", choice.of(base.kinds)],
    };
  },
  bundle: (base, choice) => {
    const file = "bundle.zip";
    const rebuild = choice.below(12) === 0 ? ["--rebuild-untrusted"] : [];
    return {
      file,
      ...bytes(damagedZip(base, file, choice)),
      argv: ["verify", `{}/${file}`, "--trust", "{}/cert.pem", ...rebuild],
    };
  },
  signature: (base, choice) => {
    const file = choice.of(["regulation.sig", "cert.pem", "crl.pem", "key.pem"]);
    const damaged = bytes(
      file.endsWith(".sig") || choice.below(2) === 0
        ? damagedBytes(base.bytes(file), choice)
        : inPem(base, file, choice),
    );
    const argv =
      file === "regulation.sig"
        ? ["attach", "{}/bundle.zip", `{}/${file}`, "--file", "README.txt"]
        : file === "key.pem"
          ? ["release", ...CENTRE, "--draft", "--out", "{}/other.zip", "--key", "{}/key.pem", "--cert", "{}/cert.pem"]
          : ["verify", "{}/bundle.zip", "--trust", "{}/cert.pem", "--crl", "{}/crl.pem"];
    return { file, ...damaged, argv };
  },
  spreadsheet: (base, choice) => {
    const file = choice.of(["plan.xlsx", "plan.xlsx", "plan.xls", "plan.ods", "plan.csv"]);
    const damaged = /xlsx|ods/.test(file) ? damagedZip(base, file, choice) : damagedBytes(base.bytes(file), choice);
    const argv = choice.of([
      ["import", `{}/${file}`, ...CENTRE, "--plan", "2025-2026"],
      ["new", "participants-sheet", ...CENTRE, "--rows", `{}/${file}`, "--dry-run", "--date", "2025-11-01"],
    ]);
    return { file, ...bytes(damaged), argv };
  },
  decline: (base, choice) => {
    if (choice.below(3) === 0)
      return {
        file: "batch.tsv",
        text: damagedText(base.text("batch.tsv"), choice),
        argv: ["decline", "--batch", "{}/batch.tsv"],
      };
    const words = Array.from({ length: 1 + choice.below(5) }, () => choice.of(WORDS)).join(
      choice.of([" ", " ", ", ", "-", "\u00a0"]),
    );
    const kind = choice.of([[], ["--kind", choice.of(["person", "position", "organisation", "phrase"])]]);
    return {
      file: null,
      argv: [
        "decline",
        "--explain",
        ...kind,
        "--",
        choice.below(20) === 0 ? words.repeat(2000) : damagedText(words, choice),
      ],
    };
  },
  answers: (base, choice) => ({
    file: "answers.yaml",
    text: damagedText(base.text("answers.yaml"), choice),
    argv: ["init", "--answers", "{}/answers.yaml", "--date", "2025-09-05", "{}/other-centre"],
  }),
  cache: (base, choice) => {
    const file = choice.of(base.cached);
    return { file, ...bytes(damagedBytes(base.bytes(file), choice)), argv: ["check", ...CENTRE, ...CACHE] };
  },
};

/** How often each is tried: records and templates are what most people write. */
const TURNS = Object.entries({
  records: 6,
  templates: 5,
  profiles: 2,
  bundle: 5,
  signature: 3,
  spreadsheet: 4,
  decline: 3,
  answers: 1,
  cache: 1,
}).flatMap(([door, turns]) => Array(turns).fill(door));

/** What the doors damage, read once. @param folder as `makeBase` left it */
export function readBase(folder) {
  const known = new Map();
  const read = (file) => {
    if (!known.has(file)) known.set(file, readFileSync(join(folder, file)));
    return known.get(file);
  };
  const below = (name, wanted) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && wanted.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort();
  const helpers = readFileSync("docs/helpers.md", "utf8").match(/\{\{[^{}\n]+\}\}/g) ?? [];
  return {
    records: below("centre/content", /\.yaml$/),
    templates: below("centre/templates", /\.hbs$|^kind\.yaml$/),
    profiles: ["profiles", "editions"].flatMap((name) => below(`centre/templates/${name}`, /\.yaml$/)),
    cached: below("cache", /./),
    kinds: ["regulation", "order-status", "agreement-base", "work-plan", "case-nomenclature", "acquaintance-sheet"],
    helpers: helpers.map((call) => call.replace(/"[^"]*"/, '"(a+)+$"')).concat(helpers),
    bytes: read,
    text: (file) => read(file).toString("utf8"),
  };
}

/** The input of a number under a seed. */
export function inputOf(base, choice) {
  const door = choice.of(TURNS);
  return { door, ...DOORS[door](base, choice) };
}

/** Puts an input in its place, runs its command line, and puts everything back. @param trc runs a command line and gives `{ code, … }` */
export async function tryInput(folder, { file, text, base64, argv }, trc) {
  const path = file === null ? null : join(folder, file);
  const before = path === null ? null : readIfThere(path);
  const bundle = readIfThere(join(folder, "bundle.zip"));
  try {
    if (path !== null) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, base64 === undefined ? text : Buffer.from(base64, "base64"));
    }
    return await trc(argv.map((word) => word.replace("{}", folder)));
  } finally {
    if (path !== null && before === null) rmSync(path, { force: true });
    else if (path !== null) writeFileSync(path, before);
    // `attach` may have written it anew.
    if (bundle !== null) writeFileSync(join(folder, "bundle.zip"), bundle);
    for (const name of ["out", "other-centre", "other.zip", "plan-out.xlsx"])
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** The container is damaged, or a file in it. */
function damagedZip(base, file, choice) {
  if (choice.below(2) === 0) return damagedBytes(base.bytes(file), choice);
  const files = unzipSync(base.bytes(file));
  const name = choice.of(Object.keys(files).sort());
  const source = Buffer.from(files[name]);
  files[name] = /\.(xml|json|yaml|txt|hbs|rels)$/.test(name)
    ? Buffer.from(damagedText(source.toString("utf8"), choice))
    : damagedBytes(source, choice);
  if (choice.below(8) === 0) files[choice.of(["../x", "/x", "con", "a/../../b", name.toUpperCase()])] = source;
  return Buffer.from(zipSync(files, { level: 1, mtime: new Date(2025, 0, 1) }));
}

/** The bytes that a PEM file holds, damaged, in their armour again. */
function inPem(base, file, choice) {
  const [, label, body] = /-----BEGIN ([^-]+)-----([\s\S]*?)-----END/.exec(base.text(file)) ?? [];
  const damaged = damagedBytes(Buffer.from(body ?? "", "base64"), choice).toString("base64");
  return Buffer.from(`-----BEGIN ${label}-----\n${damaged.replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`);
}

function bytes(damaged) {
  return { base64: Buffer.from(damaged).toString("base64") };
}
