import { spawn } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue } from "bullmq";
import { differences, filesOf } from "../support/folders.mjs";
import { ROOT, run } from "../support/programs.mjs";
import { startRedis } from "../support/redis.mjs";

const CENTRES = 100;
const JOBS = 10_000;
const WORKERS = 3;
/** So many jobs are done between two kills, at the most. */
const CALM = 1200;
const PORT = 16_979;
const TRC = join(ROOT, "bin/trc.js");

/**
 * An office that sends jobs all day: on Redis of the system 10,000 jobs ask for 100 centres, three workers take them, one of which is killed every
 * other moment. In the end every job is done, once, and every centre has the bytes of one build without a queue.
 */
export async function validateQueue({ work }) {
  const folder = join(work, "queue");
  mkdirSync(folder);
  const contents = writeCentres(folder);
  const redis = await startRedis(PORT);
  const workers = new Workers(folder, redis.address);
  const faults = [];
  let figure;
  try {
    const trc = (...args) => run(process.execPath, [TRC, ...args], { cwd: folder, env: workers.environment });
    const sent = ["send", "--content", "region/*", "--templates", "templates", "--format", "docx"];
    const first = trc("queue", ...sent);
    const second = trc("queue", ...sent);
    if (!first.stdout?.includes(`отправлено: ${CENTRES};`)) faults.push(`sent: ${first.stdout}${first.stderr}`);
    if (!second.stdout?.includes(`отправлено: 0; уже в очереди: ${CENTRES}`))
      faults.push(`sent twice: ${second.stdout}`);
    await sendMore(redis.client, contents);
    const ends = hearEnds(redis.client.duplicate());
    const killed = await workers.killAtRandom(redis.client);
    const completed = await ends.all();
    const once = new Set(completed);
    const done = await redis.client.zcard("trc:builds:completed");
    if (done !== JOBS) faults.push(`${done} jobs done of ${JOBS}`);
    if (once.size !== JOBS || completed.length !== JOBS)
      faults.push(`completed ${completed.length} times, ${once.size} jobs`);
    const state = JSON.parse(trc("queue", "status", "--json").stdout);
    const { waiting, delayed, failed } = state;
    if (waiting + delayed + failed > 0) faults.push(`left: ${JSON.stringify(state).slice(0, 800)}`);
    const whole = ["--templates", "templates", "--format", "docx", "--no-cache", "--quiet", "--out", "whole"];
    trc("build", "--content", "region/*", ...whole);
    const [one, queued] = ["whole", "out"].map(
      (name) => new Map([...filesOf(join(folder, name))].filter(([path]) => !path.endsWith("manifest.json"))),
    );
    if (queued.size !== CENTRES) faults.push(`${queued.size} files`);
    faults.push(...differences(one, queued).slice(0, 5), ...workers.complaints);
    const byHand = await handled(join(work, "queue-by-hand"), workers.environment);
    faults.push(...byHand);
    figure = `queue: ${JOBS} jobs by ${WORKERS} workers, ${killed} of them killed; all done, each once; ${queued.size} files the same`;
  } finally {
    workers.stop();
    await redis.stop();
  }
  return [{ title: `Redis: ${JOBS} jobs, workers killed at random, nothing lost or doubled`, faults, figure }];
}

/** What an office does by hand: a job put aside is given back, one that is sent is waited for, workers are limited, one is asked to stop in the middle. */
async function handled(folder, env) {
  mkdirSync(folder);
  const fixture = join(ROOT, "tests/fixtures/slip");
  cpSync(join(fixture, "templates"), join(folder, "slip"), { recursive: true });
  cpSync(join(ROOT, "templates/profiles"), join(folder, "slip/profiles"), { recursive: true });
  cpSync(join(ROOT, "content"), join(folder, "large"), { recursive: true });
  const write = (name, date) => {
    cpSync(join(fixture, "content"), join(folder, "region", name), { recursive: true });
    writeFileSync(join(folder, "region", name, "documents/slip.yaml"), `kind: slip\ndate: ${date}\n`);
  };
  const faults = [];
  const trc = (...args) => {
    const { stdout, stderr, status } = run(process.execPath, [TRC, ...args], { cwd: folder, env });
    return `${stdout}${stderr}exit ${status}`;
  };
  const says = (said, ...words) => {
    for (const one of words) if (!said.includes(one)) faults.push(`no "${one}" in: ${said.slice(0, 800)}`);
  };
  // Queues of their own: the workers of the other one, in another folder, are still at hand.
  const own = ["--queue", "small"];
  const small = ["send", ...own, "--content", "region/*", "--templates", "slip", "--format", "docx"];
  write("one", "2025-01-13");
  write("two", "never");
  trc("queue", ...small);
  says(
    trc("worker", ...own, "--until-empty"),
    "region/one: документов – 1",
    "region/two: не собрано, отложено",
    "exit 0",
  );
  says(trc("queue", "status", ...own), "собрано: 1, отложено: 1", "TRC6024", "never");
  write("one", "2025-01-14");
  write("two", "2025-01-15");
  says(trc("queue", "again", ...own), "Возвращено заданий: 1");
  says(trc("queue", ...small), "отправлено: 2;");
  const begun = Date.now();
  says(trc("worker", ...own, "--until-empty", "--limit", "1/2"), "region/one: документов – 1", "exit 0");
  if (Date.now() - begun < 4000) faults.push("three jobs at one in two seconds took less than four");
  const large = ["--queue", "large"];
  const worker = spawn(process.execPath, [TRC, "worker", ...large, "--grace", "1", "--no-cache"], { cwd: folder, env });
  const ended = new Promise((resolve) => worker.once("close", resolve));
  let said = "";
  worker.stderr.on("data", (chunk) => {
    said += chunk;
  });
  trc("queue", "send", ...large, "--content", "large", "--format", "docx");
  for (let tries = 0; tries < 100 && !/^large \d/m.test(trc("queue", "status", ...large)); tries++) await sleep(100);
  worker.kill("SIGTERM");
  says(`${said}exit ${await ended}`, "exit 0");
  says(said, "large: возвращено в очередь");
  const next = spawn(process.execPath, [TRC, "worker", ...large, "--until-empty"], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const over = new Promise((resolve) => next.once("close", resolve));
  says(trc("queue", "send", ...large, "--content", "large", "--format", "docx", "--wait"), "Собрано: 1", "exit 0");
  await over;
  return faults;
}

class Workers {
  complaints = [];
  #folder;
  #running = new Set();

  constructor(folder, address) {
    this.#folder = folder;
    this.environment = { ...process.env, TRC_REDIS: address };
  }

  /** Works the queue off, with a kill every other moment; one that is asked to stop ends by itself. Gives how many were killed. */
  async killAtRandom(client) {
    const random = numbers(20);
    const count = (state) => client.zcard(`trc:builds:${state}`);
    let [killed, ended] = [0, 0];
    for (;;) {
      while (this.#running.size < WORKERS) this.#start();
      // By what is done, not by the clock: on a busy machine nobody would come to work.
      const next = Math.min(JOBS, (await count("completed")) + 1 + Math.floor(random() * CALM));
      while ((await count("completed")) < next && (await count("failed")) === 0) await sleep(20);
      if (next === JOBS || (await count("failed")) > 0) break;
      const victims = [...this.#running];
      // Asked is one that is at work: there is one, as something was done.
      const asked = ++ended % 4 === 0 ? victims.find(({ begun }) => begun) : undefined;
      if (asked === undefined) killed++;
      await (asked === undefined
        ? this.#end(victims[Math.floor(random() * victims.length)], "SIGKILL")
        : this.#end(asked, "SIGTERM"));
    }
    if (killed < 3 || killed === ended) this.complaints.push(`${killed} of ${ended} killed, the others asked to stop`);
    return killed;
  }

  stop() {
    for (const { child } of this.#running) child.kill("SIGKILL");
  }

  #start() {
    const args = [TRC, "worker", "--patience", "2"];
    const options = { cwd: this.#folder, env: this.environment, stdio: ["ignore", "pipe", "pipe"] };
    const child = spawn(process.execPath, args, options);
    const worker = { child, said: "", begun: false, ended: new Promise((resolve) => child.once("close", resolve)) };
    child.stdout.on("data", () => {
      worker.begun = true;
    });
    child.stderr.on("data", (chunk) => {
      worker.said += chunk;
    });
    this.#running.add(worker);
  }

  async #end(worker, signal) {
    worker.child.kill(signal);
    const code = await worker.ended;
    this.#running.delete(worker);
    if (signal === "SIGTERM" && code !== 0)
      this.complaints.push(`asked to stop: exit ${code}, ${worker.said.slice(0, 500)}`);
  }
}

/** The same requests under other names, as many as are missing. */
async function sendMore(client, contents) {
  const queue = new Queue("builds", { connection: client, prefix: "trc" });
  await queue.waitUntilReady();
  const jobs = Array.from({ length: JOBS - CENTRES }, (_, index) => {
    const name = contents[index % CENTRES];
    const data = { content: `region/${name}`, out: `out/${name}`, templates: "templates", formats: ["docx"] };
    return { name: "build", data, opts: { jobId: `again-${index}`, attempts: 50, backoff: 200 } };
  });
  for (let at = 0; at < jobs.length; at += 1000) await queue.addBulk(jobs.slice(at, at + 1000));
  await queue.close();
}

/** Centres of a slip of paper each, and the one kind of it. */
function writeCentres(folder) {
  const fixture = join(ROOT, "tests/fixtures/slip");
  cpSync(join(fixture, "templates"), join(folder, "templates"), { recursive: true });
  cpSync(join(ROOT, "templates/profiles"), join(folder, "templates/profiles"), { recursive: true });
  const contents = Array.from({ length: CENTRES }, (_, index) => `centre-${String(index + 1).padStart(3, "0")}`);
  for (const [index, name] of contents.entries()) {
    cpSync(join(fixture, "content"), join(folder, "region", name), { recursive: true });
    const day = `${2024 + (index % 2)}-${String((index % 12) + 1).padStart(2, "0")}-${10 + (index % 19)}`;
    writeFileSync(join(folder, "region", name, "documents/slip.yaml"), `kind: slip\ndate: ${day}\n`);
  }
  return contents;
}

/** Listens to the queue: names of the jobs that were done, as often as each was, when all has been said. */
function hearEnds(client) {
  const jobs = [];
  let [last, over] = ["0", false];
  const listening = (async () => {
    for (;;) {
      const [[, heard] = [null, []]] = (await client.xread("BLOCK", 300, "STREAMS", "trc:builds:events", last)) ?? [];
      if (heard.length === 0 && over) break;
      for (const [id, list] of heard) {
        last = id;
        const { event, jobId } = fieldsOf(list);
        if (event === "completed") jobs.push(jobId);
      }
    }
    client.disconnect();
    return jobs;
  })();
  return {
    all: () => {
      over = true;
      return listening;
    },
  };
}

function fieldsOf(list) {
  return Object.fromEntries(Array.from({ length: list.length / 2 }, (_, at) => [list[2 * at], list[2 * at + 1]]));
}

/** Numbers of chance out of a seed, 0 to 1. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
