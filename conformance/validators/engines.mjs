import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { differences, filesOf } from "../support/folders.mjs";
import { PYTHON, ROOT, run, runAside } from "../support/programs.mjs";
import { SlurmCluster } from "../support/slurm-cluster.mjs";

const CENTRES = 200;
const TASKS = 8;
const NODES = 3;

/**
 * A region in shards on engines of others: on Slurm of the system (a controller and three nodes on this machine) the array job of docs/ci makes
 * 200 centres, while one task is killed and one node is lost; the manifest for Kubernetes is judged by the schemas that it publishes.
 */
export async function validateEngines({ work }) {
  return [kubernetes(), await slurm(work)];
}

function kubernetes() {
  const manifest = join(ROOT, "docs/ci/region-kubernetes.yaml");
  const { status, stdout, stderr } = run(PYTHON, ["-m", "kubernetes_validate", "--strict", manifest]);
  const passed = stdout.match(/passed for resource job\/\S+ against version \S+/g) ?? [];
  const whole = status === 0 && passed.length === 2;
  return {
    title: "Kubernetes: the Indexed Job and the merge, by the published schemas, strictly",
    faults: whole ? [] : [`${stdout}\n${stderr}`.slice(-1500)],
    notes: passed,
  };
}

async function slurm(work) {
  const title = `Slurm: ${CENTRES} centres by ${TASKS} tasks on ${NODES} nodes, a task killed and a node lost, the bytes of one run`;
  if (process.getuid?.() !== 0)
    return {
      title: `${title}: skipped`,
      faults: [],
      notes: ["only root may start the nodes of Slurm; run it as root"],
    };
  const faults = [];
  const region = join(work, "region");
  mkdirSync(region);
  run(process.execPath, ["scripts/region.mjs", String(CENTRES), join(region, "region"), "--small"], { cwd: ROOT });
  mkdirSync(join(region, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(ROOT, "bin/trc.js"), join(region, "node_modules/.bin/trc"));
  cpSync(join(ROOT, "docs/ci/region-slurm.sh"), join(region, "region-slurm.sh"));
  const cluster = new SlurmCluster(NODES);
  let figure;
  try {
    await cluster.start();
    const job = cluster.submit(region, ["region-slurm.sh"]);
    const merge = cluster.submit(region, [
      `--dependency=afterok:${job}`,
      "--kill-on-invalid-dep=yes",
      "--output=merge.log",
      "--wrap=node_modules/.bin/trc merge",
    ]);
    await cluster.running(job, 2);
    const killed = await cluster.killProgram("bin/trc build", "node1");
    const lost = cluster.loseNode("node2");
    await cluster.done(merge);
    const logs = Array.from({ length: TASKS }, (_, index) => text(join(region, `region-${index + 1}.log`)));
    const again = cluster.restarted(job);
    const broken = [killed, ...lost].sort();
    if (lost.length === 0 || String(again) !== String(broken)) faults.push(`broken: ${broken}; ran again: ${again}`);
    const whole = await runAside(
      process.execPath,
      [join(ROOT, "bin/trc.js"), "build", "--content", "region/*", "--no-cache", "--quiet", "--out", "whole"],
      { cwd: region },
    );
    if (whole.status !== 0) faults.push(`one run: ${whole.stderr.slice(-800)}`);
    const [one, merged] = ["whole", "out"].map((name) => new Map(filesOf(join(region, name))));
    if (merged.size < CENTRES * 10) faults.push(`only ${merged.size} files`);
    faults.push(...differences(one, merged).slice(0, 5));
    if (faults.length > 0) faults.push(...logs, text(join(region, "merge.log")), cluster.log());
    figure = `Slurm: ${merged.size} files the same; task ${killed} killed, ${lost} lost with its node, both ran again`;
  } finally {
    cluster.stop();
  }
  return { title, faults, figure };
}

function text(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
