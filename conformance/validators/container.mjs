import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, run } from "../support/programs.mjs";

/** Steps that set up the system of the image: this machine stands for it. */
const SYSTEM = /^apt-get /;

/**
 * The steps of docs/ci/Containerfile, one by one, in an empty folder a stage that stands for its root: only what COPY brings is there.
 * Then its ENTRYPOINT works on a copy of the sample in another folder.
 */
export function validateContainer({ work }) {
  const state = { work, stages: new Map(), image: null, workdir: "/", entrypoint: null };
  const verdicts = [];
  for (const { instruction, value } of readContainerfile(join(ROOT, "docs/ci/Containerfile"))) {
    const faults = STEPS[instruction]?.(value, state) ?? [];
    const notes = SYSTEM.test(value) ? ["this machine stands for the system: not carried out"] : [];
    if (instruction in STEPS)
      verdicts.push({ title: `container: ${instruction} ${value.slice(0, 70)}`, faults, notes });
    if (faults.length > 0) return verdicts;
  }
  const repository = join(work, "container-work");
  mkdirSync(repository);
  for (const name of ["content", "templates"]) cpSync(join(ROOT, name), join(repository, name), { recursive: true });
  for (const command of [
    "--help",
    "check --quiet",
    "build --quiet --format pdf --out out",
    "release --draft --out release/bundle.zip",
    "verify release/bundle.zip --rebuild",
    "doctor",
  ])
    verdicts.push({
      title: `container: trc ${command}`,
      faults: faultsOf(trc(state, repository, command.split(" "))),
    });
  // Outside a repository of ours: the templates are those of the image.
  const elsewhere = join(work, "container-elsewhere");
  mkdirSync(elsewhere);
  cpSync(join(ROOT, "content"), join(elsewhere, "content"), { recursive: true });
  verdicts.push({
    title: "container: trc check with the templates of the image",
    faults: faultsOf(trc(state, elsewhere, ["check", "--quiet"])),
  });
  return verdicts;
}

const STEPS = {
  FROM: (value, state) => {
    state.image = join(state.work, `image-${state.stages.size}`);
    state.stages.set(/ AS (\S+)$/.exec(value)?.[1] ?? "", state.image);
    state.workdir = "/";
    mkdirSync(state.image);
  },
  WORKDIR: (value, state) => {
    state.workdir = value;
    mkdirSync(join(state.image, value), { recursive: true });
  },
  COPY: (value, { image, workdir, stages }) => {
    const [, stage, rest] = /^(?:--from=(\S+) )?(.*)$/.exec(value);
    const from = stage === undefined ? ROOT : stages.get(stage);
    const sources = rest.split(/\s+/);
    const target = sources.pop();
    for (const source of sources) {
      const into = target.endsWith("/") ? join(target, source.split("/").at(-1)) : target;
      const path = join(image, workdir, into);
      mkdirSync(dirname(path), { recursive: true });
      cpSync(join(from, source), path, { recursive: true });
    }
  },
  RUN: (value, { image, workdir }) =>
    SYSTEM.test(value) ? [] : faultsOf(run("sh", ["-ec", value], { cwd: join(image, workdir), env: bare() })),
  ENTRYPOINT: (value, state) => {
    state.entrypoint = JSON.parse(value);
  },
};

/** Instructions with their continued lines joined, without comments. */
function readContainerfile(path) {
  const text = readFileSync(path, "utf8").replace(/^#.*\n/gm, "");
  return text
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, instruction, value] = /^([A-Z]+)\s+(.*)$/.exec(line);
      return { instruction, value: value.replace(/\s+/g, " ") };
    });
}

function trc({ image, entrypoint }, cwd, parameters) {
  const [program, ...rest] = entrypoint.map((part) => (part.startsWith("/") ? join(image, part) : part));
  return run(program, [...rest, ...parameters], { cwd, env: bare() });
}

/** Nothing of the package that runs the validators. */
function bare() {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

function faultsOf({ status, stdout = "", stderr = "" }) {
  return status === 0 ? [] : [`${stderr}\n${stdout}`.trim().split("\n").slice(-6).join(" | ").slice(0, 600)];
}
