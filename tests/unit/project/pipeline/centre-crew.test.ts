import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { CentreCrew, type CrewData, type CrewWish } from "../../../../src/project/pipeline/centre-crew.ts";
import type { CentreTask } from "../../../../src/project/pipeline/centre-run.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

type Told = { readonly thread: number; readonly stage: string | null };

/** A crew whose threads answer at once with two documents, and what they say of themselves; the centre `faulty` has an error. */
function crew(documentsEach: number, threads = 2): CentreCrew {
  const file = join(folder.path, "answers.mjs");
  writeFileSync(
    file,
    `import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", ({ number, task, make }) => parentPort.postMessage({ number, result: {
  documents: [1, 2], diagnostics: task === "faulty" ? [{ severity: "error" }] : [], told: { thread: threadId, stage: make.stage } } }));`,
  );
  return new CentreCrew(threads, {} as CrewData, { program: pathToFileURL(file), documentsEach });
}

async function told(crew: CentreCrew, tasks: readonly string[]): Promise<Told[]> {
  const wishes = tasks.map(
    (task): Omit<CrewWish, "number"> => ({
      task: task as unknown as CentreTask,
      make: { stage: "stage" },
    }),
  );
  const heard: Told[] = [];
  const hooks = { plan: () => undefined, step: async () => undefined };
  for await (const result of crew.results(wishes, hooks, undefined))
    heard.push((result as unknown as { told: Told }).told);
  await crew.close();
  return heard;
}

const centres = (count: number): string[] => Array.from({ length: count }, (_, index) => `centre ${index}`);

it("replaces a thread that has made enough, and answers for every centre", async () => {
  const threads = (await told(crew(6), centres(24))).map(({ thread }) => thread);
  const made = new Map<number, number>();
  for (const thread of threads) made.set(thread, (made.get(thread) ?? 0) + 1);
  expect(threads).toHaveLength(24);
  expect(Math.max(...made.values())).toBe(3);
  expect(new Set((await told(crew(1000), centres(24))).map(({ thread }) => thread)).size).toBeLessThanOrEqual(2);
});

it("stages nothing more once a centre has an error", async () => {
  const stages = (await told(crew(1000, 1), ["faulty", ...centres(20)])).map(({ stage }) => stage);
  expect(stages[0]).toBe("stage");
  expect(stages.at(-1)).toBeNull();
});

it("can be closed while a thread is being replaced", async () => {
  const one = crew(1);
  const all = told(one, centres(1000)).catch(() => "closed");
  await new Promise((after) => setTimeout(after, 50));
  await one.close();
  expect(await Promise.race([all, new Promise((after) => setTimeout(() => after("left"), 200))])).toBe("left");
});
