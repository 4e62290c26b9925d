import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { ROOT, run } from "../support/programs.mjs";
import { makeKeys, startServiceAside } from "../support/time-stamps.mjs";

const NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
/** Room that is left on the full disk, in kB: each stops the writing at another step. */
const ROOMS = [0, 12, 60];
/** Finished steps of a longer work. */
const FINISHED = /accessions|\/\d{4}\/|README\.txt$|register-tree\/tile|consolidated\/.*\.docx$/;
/** Kills the program in the middle of a file. */
const BREAK = pathToFileURL(join(ROOT, "tests/support/break-at-step.mjs")).href;

/**
 * What is written when the disk is real: full (a small tmpfs), read-only (remounted), or another's (a process without rights).
 * Every command has to end with a finding and exit code 1, lose nothing, and go on when the cause is gone. And what is written file by file is killed
 * in the middle of one.
 */
export async function validateDisks({ work }) {
  const disk = join(work, "disk");
  mkdirSync(disk);
  if (process.getuid?.() !== 0 || run("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk]).status !== 0)
    return [
      { title: "disks: skipped", faults: [], notes: ["only root may mount a disk for the trial; run it as root"] },
    ];
  // A process without rights has to get in.
  for (const folder of [work, disk]) chmodSync(folder, 0o755);
  const authority = join(work, "authority");
  mkdirSync(authority);
  makeKeys(authority);
  const service = await startServiceAside(authority);
  const trial = new Trial(disk, service.address);
  try {
    trial.prepare();
    return [await trial.full(), await trial.readOnly(), await trial.withoutRights(), await trial.killed()];
  } finally {
    service.stop();
    run("mount", ["-o", "remount,rw", disk]);
    run("umount", [disk]);
  }
}

class Trial {
  #disk;
  #stamps;
  #faults = [];
  #tried = 0;

  /** @param stamps address of a service of time stamps */
  constructor(disk, stamps) {
    this.#disk = disk;
    this.#stamps = stamps;
  }

  get #content() {
    return join(this.#disk, "content");
  }

  get #archive() {
    return join(this.#disk, "archive");
  }

  /** Two orders are issued; one of them is archived, copied and built, and is in the tree. */
  prepare() {
    run("openssl", ["genpkey", "-algorithm", "ed25519", "-out", this.#key]);
    chmodSync(this.#key, 0o644);
    cpSync(join(ROOT, "tests/fixtures/second-centre"), this.#content, { recursive: true });
    rmSync(join(this.#content, "documents/archive-inventory.yaml"));
    const issue = (order) => this.#must("issue", order, ...this.#records(), "--registered", "2024-12-31");
    issue("order-55-o");
    this.#must("register", "checkpoint", ...this.#records(), ...this.#tree());
    issue("order-56-o");
    this.#must("archive", "add", "order-55-o", ...this.#records(), ...this.#into(), "--date", "2025-01-10");
    this.#must("archive", "mirror", join(this.#disk, "mirror"), ...this.#into());
    this.#must("build", ...this.#records(), "--only", "order-55-o", "--no-cache", "--out", join(this.#disk, "out"));
    const name = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-subj",
      "/CN=T",
    ];
    run("openssl", [...name, "-days", "30", "-keyout", `${this.#key}.ec`, "-out", `${this.#key}.crt`]);
    chmodSync(`${this.#key}.ec`, 0o644);
    mkdirSync(this.#papers);
    const bag = readdirSync(join(this.#archive, "2024")).find((one) => one.includes("55-o"));
    const [original, copy] = [
      join(this.#archive, "2024", bag, "data/document.pdf"),
      join(this.#papers, "document.pdf"),
    ];
    for (const paper of [copy, join(this.#papers, "order.pdf")]) cpSync(original, paper);
    this.#must("sign", copy, ...this.#signer());
    this.#must("archive", "export", "order-55-o", ...this.#into(), "--out", join(this.#papers, "55-o.zip"));
    mkdirSync(join(this.#content, "scans"));
    cpSync(original, join(this.#content, "scans/63-o.pdf"));
    const card = {
      number: "63-О",
      date: "2024-12-30",
      subject: "Об организации дежурства",
      pages: 2,
      caseIndex: "01-03",
    };
    const facts = Object.entries({ ...card, scan: "scans/63-o.pdf" }).flatMap((fact) => ["--set", fact.join("=")]);
    this.#must("new", "order-paper", ...facts, ...this.#records());
  }

  /** Commands that write, by name; each does something new as long as it is refused. */
  #commands() {
    return {
      issue: ["issue", "order-60-o", ...this.#records(), "--registered", "2024-12-31"],
      "archive add": ["archive", "add", "order-56-o", ...this.#records(), ...this.#into(), "--date", "2025-01-11"],
      "issue, a scanned order": ["issue", "63-o-2024", ...this.#records(), "--registered", "2024-12-31"],
      "archive add, a scanned order": [
        "archive",
        "add",
        "63-o-2024",
        ...this.#records(),
        ...this.#into(),
        "--date",
        "2025-01-11",
      ],
      "archive mirror": ["archive", "mirror", join(this.#disk, "mirror-2"), ...this.#into()],
      "archive inventory": [
        "archive",
        "inventory",
        "--year",
        "2024",
        "--prepared",
        "lebed-ek",
        ...this.#records(),
        ...this.#into(),
      ],
      "archive export": [
        "archive",
        "export",
        "order-55-o",
        ...this.#into(),
        "--out",
        join(this.#disk, "container.zip"),
      ],
      "archive import": [
        "archive",
        "import",
        join(this.#papers, "55-o.zip"),
        "--archive",
        join(this.#disk, "successor"),
      ],
      "archive renew": ["archive", "renew", "order-55-o", "--tsa", this.#stamps, ...this.#into()],
      "archive ocfl": ["archive", "ocfl", join(this.#disk, "ocfl"), ...this.#into()],
      "register checkpoint": ["register", "checkpoint", ...this.#records(), ...this.#tree()],
      build: ["build", ...this.#records(), "--only", "order-56-o", "--no-cache", "--out", join(this.#disk, "out")],
      release: ["release", "--draft", ...this.#records(), "--out", join(this.#disk, "release/bundle.zip")],
      ...this.#singles(),
      "archive attach": ["archive", "attach", "order-55-o", join(this.#papers, "document.pdf.sig"), ...this.#into()],
    };
  }

  /** Commands that write files one by one. */
  #singles() {
    const [paper, signature] = [join(this.#papers, "order.pdf"), join(this.#papers, "document.pdf.sig")];
    return {
      sign: ["sign", paper, ...this.#signer()],
      "sign --inside": ["sign", paper, "--inside", ...this.#signer()],
      timestamp: ["timestamp", signature, "--request", join(this.#papers, "request.tsq")],
      consolidate: ["consolidate", "order-55-o", ...this.#records(), "--out", join(this.#disk, "consolidated")],
    };
  }

  /** The disk is full, with a little room left or none. */
  async full() {
    const begun = this.#begin();
    for (const [name, parameters] of Object.entries(this.#commands())) {
      let done = false;
      for (const room of ROOMS) {
        if (done) break;
        const filler = this.#fill(room);
        const before = this.#files();
        const answer = this.#trc(parameters);
        // Where the room was enough it is done, and done well.
        done = answer.status === 0;
        if (!done) this.#verify(`full disk, ${room} kB left, ${name}`, answer, before);
        rmSync(filler);
      }
      await this.#goesOn(`after the full disk, ${name}`, done ? ["check", ...this.#records()] : parameters);
    }
    return this.#verdict("full disk", begun);
  }

  async readOnly() {
    const begun = this.#begin();
    for (const [name, parameters] of Object.entries(this.#commands())) {
      run("mount", ["-o", "remount,ro", this.#disk]);
      const before = this.#files();
      this.#verify(`read-only, ${name}`, this.#trc(parameters), before);
      run("mount", ["-o", "remount,rw", this.#disk]);
      await this.#goesOn(`after the read-only disk, ${name}`, parameters);
    }
    return this.#verdict("read-only disk", begun);
  }

  async withoutRights() {
    const begun = this.#begin();
    for (const [name, parameters] of Object.entries(this.#commands())) {
      const before = this.#files();
      this.#verify(`without rights, ${name}`, this.#trc(parameters, NOBODY), before);
      await this.#goesOn(`with rights again, ${name}`, parameters);
    }
    chmodSync(this.#content, 0o700);
    chmodSync(this.#archive, 0o700);
    const unreadable = {
      check: ["check", ...this.#records()],
      issue: ["issue", "order-61-o", ...this.#records()],
      "archive verify": ["archive", "verify", ...this.#into()],
      "archive list": ["archive", "list", ...this.#into()],
      "archive find": ["archive", "find", "приказ", ...this.#into()],
      "archive due": ["archive", "due", ...this.#into()],
      "register list": ["register", "list", ...this.#records()],
    };
    for (const [name, parameters] of Object.entries(unreadable)) {
      this.#verify(`unreadable folder, ${name}`, this.#trc(parameters, NOBODY), this.#files());
    }
    return this.#verdict("no rights", begun);
  }

  /** Killed when half of a file is written: there is nothing of it, and the next run writes it. */
  async killed() {
    const begun = this.#begin();
    const singles = { ...this.#singles(), "register checkpoint": this.#commands()["register checkpoint"] };
    for (const [name, parameters] of Object.entries(singles)) {
      const before = this.#files();
      const folder =
        name === "consolidate" ? parameters.at(-1) : name === "register checkpoint" ? parameters.at(-3) : this.#papers;
      const { signal } = spawnSync(process.execPath, ["--import", BREAK, "bin/trc.js", ...parameters], {
        cwd: ROOT,
        env: { ...process.env, TRC_BREAK: `${folder}:half` },
      });
      this.#tried++;
      if (signal !== "SIGKILL") this.#faults.push(`killed, ${name}: it was not killed`);
      const after = this.#files();
      for (const [path, bytes] of before)
        if (after.get(path) !== bytes) this.#faults.push(`killed, ${name}: ${path} is lost or changed`);
      for (const path of after.keys())
        if (!before.has(path) && !FINISHED.test(path)) this.#faults.push(`killed, ${name}: ${path} is half done`);
      await this.#goesOn(`after it was killed, ${name}`, parameters);
    }
    return this.#verdict("killed in the middle of a file", begun);
  }

  /** Each trial begins with the same disk. */
  #begin() {
    const kept = `${this.#disk}-kept`;
    if (readdirSync(this.#disk).length > 0 && !this.#kept) {
      cpSync(this.#disk, kept, { recursive: true });
      this.#kept = true;
    }
    for (const name of readdirSync(this.#disk)) rmSync(join(this.#disk, name), { recursive: true });
    cpSync(kept, this.#disk, { recursive: true });
    return this.#tried;
  }

  #kept = false;

  #verify(what, { status, stdout, stderr }, before) {
    this.#tried++;
    const said = `${stdout}\n${stderr}`;
    const report = (fault) => this.#faults.push(`${what}: ${fault} | ${said.trim().slice(0, 400)}`);
    if (status !== 1) report(`exit code ${status}`);
    if (!/TRC\d{4}/.test(stderr)) report("no finding with a code");
    if (/\n\s+at .*:\d+:\d+/.test(said)) report("a stack trace");
    const after = this.#files();
    for (const [path, bytes] of before) if (after.get(path) !== bytes) report(`${path} is lost or changed`);
    // What lies there unasked: only the finished steps of a longer work are new.
    for (const path of after.keys()) if (!before.has(path) && !FINISHED.test(path)) report(`${path} is half done`);
  }

  /** That work goes on needs no process of its own: what is refused is what ends one. */
  async #goesOn(what, parameters) {
    const answer = await inThisProcess(parameters);
    if (answer.status !== 0 && !/TRC8(111|301)/.test(answer.stderr))
      this.#faults.push(`${what}: ${cause(answer.stderr)}`);
    const { status, stderr } = await inThisProcess(["archive", "verify", ...this.#into(), "--content", this.#content]);
    if (status !== 0) this.#faults.push(`${what}: ${cause(stderr)}`);
  }

  #verdict(title, begun) {
    const faults = this.#faults.splice(0);
    return { title: `disks: ${title}: ${this.#tried - begun} commands, nothing lost`, faults };
  }

  get #key() {
    return `${this.#disk}.pem`;
  }

  get #papers() {
    return join(this.#disk, "papers");
  }

  #signer() {
    return ["--key", `${this.#key}.ec`, "--cert", `${this.#key}.crt`];
  }

  #tree() {
    return ["--tree", join(this.#disk, "register-tree"), "--key", this.#key];
  }

  #records() {
    return ["--content", this.#content];
  }

  #into() {
    return ["--archive", this.#archive];
  }

  #trc(parameters, before = []) {
    const [program, ...rest] = [...before, process.execPath, "bin/trc.js", ...parameters];
    return spawnSync(program, rest, { cwd: ROOT, encoding: "utf8" });
  }

  #must(...parameters) {
    const { status, stderr } = this.#trc(parameters);
    if (status !== 0) throw new Error(`${parameters.join(" ")}: ${stderr}`);
  }

  /** Fills the disk but for so many kB. */
  #fill(room) {
    const filler = join(this.#disk, ".filler");
    const file = openSync(filler, "w");
    const block = Buffer.alloc(4096);
    let written = 0;
    try {
      for (;;) written += writeSync(file, block);
    } catch {
      closeSync(file);
    }
    run("truncate", ["-s", String(Math.max(0, written - room * 1024)), filler]);
    return filler;
  }

  /** Bytes of every file by its path; what is hidden is under way. */
  #files() {
    const files = new Map();
    for (const entry of readdirSync(this.#disk, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !/\/\./.test(path.slice(this.#disk.length)))
        files.set(path, readFileSync(path).toString("base64"));
    }
    return files;
  }
}

/** Runs the program as the command line does, and gives its exit code and what it wrote to stderr. */
async function inThisProcess(parameters) {
  const { run: program } = await import(pathToFileURL(join(ROOT, "dist/main.js")).href);
  const written = { stdout: [], stderr: [] };
  const stream = (name) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name].push(String(chunk));
        done();
      },
    });
  const status = await program(parameters, { stdout: stream("stdout"), stderr: stream("stderr") });
  return { status, stderr: written.stderr.join("") };
}

/** What is said from the first error on: warnings before it may be many. */
function cause(stderr) {
  return stderr.slice(Math.max(0, stderr.indexOf("ошибка"))).slice(0, 400);
}
