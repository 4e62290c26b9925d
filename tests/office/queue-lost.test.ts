import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { type Connected, type WorkedJob, work } from "../../src/office/queue/index.ts";

/** A library whose worker takes one job, which the builder refuses, after the lock of that job is lost as `lost` says. */
function connected(lost: (worker: EventEmitter) => void): Connected {
  class Worker extends EventEmitter {
    constructor(_name: string, processor: (job: object) => Promise<unknown>) {
      super();
      const job = { id: "7", data: { content: "region/a" } };
      setImmediate(() => {
        const done = processor(job).catch(() => undefined);
        lost(this);
        void done.then(() => this.emit("closing"));
      });
    }
    async close(): Promise<void> {}
  }
  return { bullmq: { Worker, UnrecoverableError: Error }, queue: { name: "builds" } } as unknown as Connected;
}

async function told(lost: (worker: EventEmitter) => void): Promise<string[]> {
  const jobs: WorkedJob[] = [];
  const stop = new AbortController();
  const options = { cache: null, shared: null, patience: 5, grace: 1, untilEmpty: false, signal: stop.signal };
  await work(
    connected((worker) => {
      lost(worker);
      worker.on("closing", () => stop.abort());
    }),
    { ...options, onJob: (job) => jobs.push(job) },
  );
  return jobs.flatMap((job) =>
    "faults" in job ? job.faults.map(({ code, message }) => `${job.content} ${code} ${message.en}`) : [],
  );
}

const LOST = expect.stringMatching(/^region\/a TRC6025 .*more than 5 s/);
const REFUSED = expect.stringMatching(/^region\/a TRC6023 /);

it("tells of a job that was given to another, once, however it is heard of", async () => {
  const late = new Error("Missing lock for job 7. moveToFinished");
  const heldByOther = new Error("Lock mismatch for job 7. Cmd moveToFinished from active");
  expect(await told((worker) => worker.emit("lockRenewalFailed", ["7"]))).toEqual([LOST, REFUSED]);
  for (const error of [late, heldByOther])
    expect(
      await told((worker) => {
        worker.emit("error", error);
        worker.emit("lockRenewalFailed", ["7"]);
      }),
    ).toEqual([LOST, REFUSED]);
  const others = (worker: EventEmitter): void => {
    worker.emit("lockRenewalFailed", ["8"]);
    worker.emit("error", new Error("Connection is closed."));
  };
  expect(await told(others)).toEqual([REFUSED]);
});
