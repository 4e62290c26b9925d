import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { identity } from "../support/certificates.ts";
import { writeSmallRegion } from "../support/made-up-region.ts";
import { approveAll, commit, type SmallCentre, smallCentre } from "../support/release.ts";
import { LONG } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let centre: SmallCentre;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "repository"));
  // The package as npm would have installed it; compiled by the test command.
  mkdirSync(join(centre.root, "node_modules/.bin"), { recursive: true });
  symlinkSync(resolve("."), join(centre.root, "node_modules/trc-documents"));
  symlinkSync(resolve("bin/trc.js"), join(centre.root, "node_modules/.bin/trc"));
  appendFileSync(join(centre.root, ".gitignore"), "node_modules\nout/\n");
  await approveAll(centre);
  const { keyPem, certPem } = await identity("Руководитель Учебного Центра", { from: "2020-01-01", to: "2049-12-31" });
  const [key, cert] = [join(folder.path, "key.pem"), join(folder.path, "cert.pem")];
  writeFileSync(key, keyPem);
  writeFileSync(cert, certPem);
  env = { ...process.env, TRC_KEY: keyPem, TRC_CERT: certPem, TRC_KEY_FILE: key, TRC_CERT_FILE: cert };
  delete env.TRC_KEY_PASSWORD;
});

function shell(script: string, { cwd = centre.root, variables = {} as NodeJS.ProcessEnv } = {}) {
  return spawnSync("bash", ["-e", "-c", script], { cwd, env: { ...env, ...variables }, encoding: "utf8" });
}

/** Commands that need no network. */
function offline(commands: readonly string[]): string[] {
  return commands.filter((command) => !command.startsWith("npm ci"));
}

function expectBundle(): void {
  expect(existsSync(join(centre.root, "out/manifest.json"))).toBe(true);
  const sums = shell("sha256sum -c release/bundle.zip.sha256");
  expect([sums.status, sums.stdout]).toEqual([0, "release/bundle.zip: OK\n"]);
}

type GithubStep = { readonly run?: string };
type GithubRecipe = { readonly jobs: { readonly [name: string]: { readonly steps: readonly GithubStep[] } } };

describe("the recipes", () => {
  it("for GitHub Actions check, build, release and verify", () => {
    const { jobs } = parse(readFileSync("docs/ci/github-actions.yml", "utf8")) as GithubRecipe;
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(offline(commands).length).toBe(3);
    for (const command of offline(commands)) {
      const { status, stdout, stderr } = shell(command);
      expect([command, status, stderr + (status === 0 ? "" : stdout)]).toEqual([command, 0, expect.any(String)]);
    }
    expectBundle();
  });

  // The same five commands once more: the conformance set runs them.
  it.runIf(LONG)("for GitLab do the same", () => {
    const recipe = parse(readFileSync("docs/ci/gitlab-ci.yml", "utf8")) as {
      readonly [job: string]: { readonly script?: readonly string[] };
    };
    const commands = Object.values(recipe).flatMap((job) => job.script ?? []);
    expect(offline(commands).length).toBe(5);
    execFileSync("rm", ["-rf", join(centre.root, "out"), join(centre.root, "release")]);
    for (const command of offline(commands)) expect([command, shell(command).status]).toEqual([command, 0]);
    expectBundle();
  });

  it("of a region make shards as their engines number them, and put them together", () => {
    const region = mkdtempSync(join(folder.path, "region-"));
    writeSmallRegion(join(region, "region"), 3);
    symlinkSync(join(centre.root, "node_modules"), join(region, "node_modules"));
    const inRegion = (script: string, variables: NodeJS.ProcessEnv = {}): void => {
      const { status, stderr } = shell(script, { cwd: region, variables });
      expect([script, status, stderr]).toEqual([script, 0, ""]);
    };
    const made = (): string => readFileSync(join(region, "out/manifest.json"), "utf8");
    inRegion("node_modules/.bin/trc build --content 'region/*' --quiet");
    const whole = made();
    const gitlab = parse(readFileSync("docs/ci/region-gitlab.yml", "utf8")) as {
      readonly [job in "shard" | "merge"]: { readonly script: readonly string[] };
    };
    const github = parse(readFileSync("docs/ci/region-github.yml", "utf8")) as GithubRecipe;
    const githubScript = (job: string): string =>
      offline((github.jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? [])).join("\n");
    expect(Object.keys((github.jobs.shard as unknown as { readonly env: object }).env)).toEqual([
      "TRC_JOB_INDEX",
      "TRC_JOB_TOTAL",
    ]);
    const engines = [
      [gitlab.shard.script.join("\n"), gitlab.merge.script.join("\n"), ["CI_NODE_INDEX", 1, "CI_NODE_TOTAL"]],
      [githubScript("shard"), githubScript("merge"), ["TRC_JOB_INDEX", 0, "TRC_JOB_TOTAL"]],
      [
        readFileSync("docs/ci/region-slurm.sh", "utf8"),
        "node_modules/.bin/trc merge",
        ["SLURM_ARRAY_TASK_ID", 0, "SLURM_ARRAY_TASK_COUNT"],
      ],
    ] as const;
    for (const [shard, merge, [number, first, total]] of engines) {
      for (const name of ["out", "out.shards"]) rmSync(join(region, name), { recursive: true, force: true });
      for (const index of [0, 1]) inRegion(shard, { [number]: String(index + first), [total]: "2" });
      inRegion(merge);
      expect(made()).toBe(whole);
    }
  });

  it("of the hook let good records through and stop broken ones, by what is staged", () => {
    const hooks = join(centre.root, ".git/hooks");
    mkdirSync(hooks, { recursive: true });
    copyFileSync("docs/ci/pre-commit", join(hooks, "pre-commit"));
    const settings = join(centre.content, "settings.yaml");
    const good = readFileSync(settings, "utf8");
    writeFileSync(settings, `${good}# Примечание\n`);
    expect(() => commit(centre.root)).not.toThrow();
    writeFileSync(settings, good.replace("initialsStyle: tight", "initialsStyle: tigth"));
    expect(() => commit(centre.root)).toThrow(/TRC1104/);
    // An entry of the register stays whatever else is in the commit.
    writeFileSync(settings, good);
    const entry = join(centre.content, "register/2025/x.yaml");
    mkdirSync(dirname(entry), { recursive: true });
    writeFileSync(entry, "# An entry\n");
    const bare = "git -c user.name=x -c user.email=x@example.org commit -qm x";
    expect(
      shell(`git add -A && ${bare} --no-verify && git rm -q content/register/2025/x.yaml && ${bare}`),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("content/register/2025/x.yaml"),
    });
    expect(shell(`${bare} --no-verify`).status).toBe(0);
    writeFileSync(settings, good.replace("initialsStyle: tight", "initialsStyle: tigth"));
    expect(shell(`git add -A && ${bare}`).status).toBe(1);
    // Corrected in the folder, still broken in the index: the commit would hold the broken one.
    writeFileSync(settings, good);
    expect(shell("git -c user.name=x -c user.email=x@example.org commit -m x").status).not.toBe(0);
  });

  it("of the container copy only what is there and build what the program needs", () => {
    const lines = readFileSync("docs/ci/Containerfile", "utf8").split("\n");
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(" ").slice(1, -1));
    for (const path of copied) expect([path, existsSync(path)]).toEqual([path, true]);
    // What the sources take from outside their folder has to be copied as well.
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const outside = sources.flatMap((name) =>
      [...readFileSync(join("src", name), "utf8").matchAll(/from "(\.\.?\/[^"]+)"/g)]
        .map(([, path]) => normalize(join("src", dirname(name), path ?? "")))
        .filter((path) => !path.startsWith("src/")),
    );
    for (const path of outside)
      expect([path, copied.some((one) => path === one || path.startsWith(`${one}/`))]).toEqual([path, true]);
    const { files, scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly files: readonly string[];
      readonly scripts: { readonly prepack: string };
    };
    // What the package is made of, and what makes it.
    for (const path of files.filter((one) => one !== "dist")) expect(copied).toContain(path);
    for (const path of ["package-lock.json", "tsconfig.json", "scripts"]) expect(copied).toContain(path);
    expect(scripts.prepack).toMatch(/^npm run -s compile\b/);
  });
});
