import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "./programs.mjs";

/** The controller listens on it, the nodes on those after it. */
const PORT = 16817;
/** Seconds that a cluster may take to start, and a job to end. */
const [STARTED, ENDED] = [60, 1200];

/** Slurm of the system on this machine alone: a controller, nodes and their credentials, all in a folder of their own. Needs root. */
export class SlurmCluster {
  #folder = mkdtempSync(join(tmpdir(), "trc-slurm-"));
  #nodes;

  constructor(nodes) {
    this.#nodes = Array.from({ length: nodes }, (_, index) => `node${index + 1}`);
  }

  async start() {
    for (const name of ["state", "spool", "log", "run"]) mkdirSync(this.#path(name), { mode: 0o700 });
    // Others must be able to reach the socket.
    for (const name of [".", "run"]) run("chmod", ["755", this.#path(name)]);
    writeFileSync(this.#path("munge.key"), randomBytes(1024), { mode: 0o400 });
    writeFileSync(this.#path("slurm.conf"), this.#configuration());
    const munge = [
      "key-file=munge.key",
      "socket=run/munge.socket",
      "pid-file=run/munged.pid",
      "log-file=log/munged.log",
    ];
    const places = [...munge, "seed-file=munge.seed"].map((one) => one.split("="));
    this.#must("munged", ["--force", ...places.map(([name, path]) => `--${name}=${this.#path(path)}`)]);
    this.#must("slurmctld", []);
    for (const node of this.#nodes) this.#must("slurmd", ["-N", node]);
    await until(STARTED, "the nodes are not ready", () => {
      const ready = this.#run("sinfo", ["-h", "-N", "-t", "idle", "-o", "%N"]).stdout ?? "";
      return ready.split("\n").filter(Boolean).length === this.#nodes.length;
    });
  }

  /** Sends a job from a folder; gives its number. */
  submit(folder, args) {
    return this.#must("sbatch", ["--parsable", ...args], { cwd: folder }).trim();
  }

  /** Waits until so many tasks of a job run a program each. */
  async running(job, least) {
    await until(ENDED, "no task has begun", () => this.#list(job, ["-t", "R", "-o", "%K"]).length >= least);
  }

  /** Kills a program of a node that has these words in its command line; gives its task. */
  async killProgram(words, node) {
    let found;
    await until(STARTED, `nothing to kill on ${node}`, () => {
      found = this.#processes().find(
        ({ command, environment }) => command.includes(words) && environment.SLURMD_NODENAME === node,
      );
      return found;
    });
    kill(found.pid);
    return found.environment.SLURM_ARRAY_TASK_ID;
  }

  /** A node goes down with all that runs on it, and comes back; gives the tasks it had. */
  loseNode(node) {
    const all = this.#processes();
    const lost = all.filter(({ environment }) => environment.SLURMD_NODENAME === node);
    const tasks = [...new Set(lost.map(({ environment }) => environment.SLURM_ARRAY_TASK_ID))].sort();
    for (const { pid } of all.filter(({ command }) => command.endsWith(`slurmd -N ${node}`))) kill(pid);
    // Each task has a keeper, which would tell of its end.
    for (const { pid, parent } of lost) [parent, pid].forEach(kill);
    this.#must("scontrol", ["update", `nodename=${node}`, "state=down", "reason=lost"]);
    this.#must("slurmd", ["-N", node]);
    return tasks;
  }

  /** Waits until a job is through. */
  async done(job) {
    await until(ENDED, `job ${job} does not end`, () => this.#list(job, ["-o", "%T"]).length === 0);
  }

  /** Numbers of the tasks of a job that ran more than once. */
  restarted(job) {
    const tasks = this.#run("scontrol", ["-o", "show", "job", job]).stdout.split("\n");
    return tasks
      .flatMap((task) => (/Restarts=[1-9]/.test(task) ? (/ArrayTaskId=(\d+)/.exec(task)?.[1] ?? []) : []))
      .sort();
  }

  /** Its own words, for a failure. */
  log() {
    return ["slurmctld", ...this.#nodes.map((node) => `slurmd-${node}`)]
      .map((name) => readFileSync(this.#path(`log/${name}.log`), "utf8").slice(-600))
      .join("\n");
  }

  stop() {
    for (const { pid } of this.#processes()) kill(pid);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #path(name) {
    return join(this.#folder, name);
  }

  #configuration() {
    const host = hostname().split(".")[0];
    const settings = {
      ClusterName: "trial",
      SlurmctldHost: `${host}(127.0.0.1)`,
      SlurmUser: "root",
      AuthType: "auth/munge",
      AuthInfo: `socket=${this.#path("run/munge.socket")}`,
      CredType: "cred/munge",
      SlurmctldPort: PORT,
      StateSaveLocation: this.#path("state"),
      SlurmdSpoolDir: this.#path("spool/%n"),
      SlurmctldPidFile: this.#path("run/slurmctld.pid"),
      SlurmdPidFile: this.#path("run/slurmd-%n.pid"),
      SlurmctldLogFile: this.#path("log/slurmctld.log"),
      SlurmdLogFile: this.#path("log/slurmd-%n.log"),
      ProctrackType: "proctrack/linuxproc",
      TaskPlugin: "task/none",
      JobAcctGatherType: "jobacct_gather/none",
      AccountingStorageType: "accounting_storage/none",
      SelectType: "select/cons_tres",
      SelectTypeParameters: "CR_CPU",
      MpiDefault: "none",
      ReturnToService: 2,
      KillWait: 2,
      // What was killed begins again at once, not in two minutes.
      SchedulerParameters: "batch_sched_delay=0,sched_interval=2",
      SlurmdParameters: "config_overrides",
    };
    const [first, last] = [1, this.#nodes.length];
    return [
      ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
      `NodeName=node[${first}-${last}] NodeHostname=${host} NodeAddr=127.0.0.1 Port=[${PORT + first}-${PORT + last}] CPUs=1 RealMemory=4000`,
      "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
      "",
    ].join("\n");
  }

  /** Everything that was started with the configuration of this cluster. */
  #processes() {
    return processes().filter(({ environment }) => environment.SLURM_CONF === this.#path("slurm.conf"));
  }

  #list(job, args) {
    return (this.#run("squeue", ["-h", "-r", "-j", job, ...args]).stdout ?? "").split("\n").filter(Boolean);
  }

  #run(program, args, options = {}) {
    return run(program, args, { env: { ...process.env, SLURM_CONF: this.#path("slurm.conf") }, ...options });
  }

  #must(program, args, options = {}) {
    const { status, stdout, stderr, error } = this.#run(program, args, options);
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error ?? stderr}`);
    return stdout;
  }
}

/** Those that may be looked into, with their environment. */
function processes() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (name) => readFileSync(join("/proc", pid, name), "utf8");
        const parts = read("environ")
          .split("\0")
          .map((one) => one.split(/=(.*)/s));
        return {
          pid: Number(pid),
          parent: Number(/^PPid:\s*(\d+)/m.exec(read("status"))?.[1]),
          command: read("cmdline").split("\0").join(" ").trim(),
          environment: Object.fromEntries(parts.map(([name, value]) => [name, value])),
        };
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function until(seconds, complaint, holds) {
  for (let waited = 0; waited < seconds; waited += 0.5) {
    if (holds()) return;
    await sleep(500);
  }
  throw new Error(complaint);
}
