import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOfProject, differences, filesOf } from "../support/folders.mjs";
import { run } from "../support/programs.mjs";

/** Nothing of these may be in the package. */
const FOREIGN = /^(tests|content|conformance|src|scripts|docs)(\/|$)|\.map$/;

/** A program of somebody who installed the package and writes TypeScript; the second statement must not compile: types that are `any` take it. */
const CONSUMER = `import { type BuildReport, buildSet, declineText, readProject } from "trc-documents";

const build: (...parameters: Parameters<typeof buildSet>) => Promise<BuildReport> = buildSet;
// @ts-expect-error a record of nothing is no report
const wrong: BuildReport = { nothing: 1 };
declare const console: { readonly log: (...words: unknown[]) => void };
const project = await readProject({ content: "content", templates: "templates" });
if (project.value === undefined) throw new Error(project.diagnostics.map(({ code }) => code).join());
console.log(typeof build, typeof wrong, typeof declineText, project.value.files.length);
`;
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    target: "ES2022",
    module: "NodeNext",
    outDir: "made",
    lib: ["ES2022"],
    types: [],
    skipLibCheck: false,
  },
  files: ["consumer.mts"],
};

/** The package as npm packs it, installed into an empty folder: it holds what it must, runs, builds the same bytes, and its types are whole. */
export function validatePackage({ root: original, work }) {
  const root = copyOfProject(original, join(work, "package-source"));
  const folder = join(work, "package");
  mkdirSync(folder);
  const steps = [];
  const step = (title, program, argv) => {
    const { status, stdout, stderr } = run(program, argv, { cwd: folder });
    const faults = status === 0 ? [] : [`${stderr}\n${stdout}`.trim().slice(-1500)];
    steps.push({ title: `package: ${title}`, faults });
    return stdout;
  };
  const packed = run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root });
  steps.push({ title: "package: npm pack", faults: packed.status === 0 ? [] : [packed.stderr.slice(-1500)] });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  step("installs", "npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`]);
  const installed = join(folder, "node_modules/trc-documents");
  const foreign = readdirSync(installed).filter((name) => FOREIGN.test(name));
  const lacking = ["dist/index.d.ts", "dist/fonts", "schemas", "templates", "LICENSE", "NOTICE", "README.md"].filter(
    (name) => !existsSync(join(installed, name)),
  );
  steps.push({
    title: "package: holds what it must and nothing else",
    faults: [...foreign.map((name) => `${name} is too many`), ...lacking.map((name) => `${name} is missing`)],
  });
  const trc = join(installed, "bin/trc.js");
  step("trc --version", "node", [trc, "--version"]);
  for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  step("trc init", "node", [trc, "init", "centre", "--answers", join(installed, "templates/starter/answers.yaml")]);
  step("trc check", "node", [trc, "check", "--quiet"]);
  step("trc build", "node", [trc, "build", "--quiet", "--no-cache"]);
  run("node", [join(root, "bin/trc.js"), "build", "--quiet", "--no-cache", "--out", "here"], { cwd: folder });
  const [ours, theirs] = ["out", "here"].map((name) => new Map(filesOf(join(folder, name))));
  steps.push({
    title: "package: builds the same bytes as the sources",
    faults: [...(ours.size > 40 ? [] : [`only ${ours.size} files`]), ...differences(ours, theirs)],
  });
  writeFileSync(join(folder, "consumer.mts"), CONSUMER);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  step("its types compile, strict and with the libraries checked", "node", [
    join(root, "node_modules/typescript/bin/tsc"),
  ]);
  step("a program with its types runs", "node", ["made/consumer.mjs"]);
  const size = run("du", ["-sm", "node_modules"], { cwd: folder }).stdout.split("\t")[0];
  steps[0].figure = `package: ${size} MB installed`;
  if (Number(size) > 60) steps[0].faults.push(`${size} MB installed, more than 60`);
  return steps;
}
