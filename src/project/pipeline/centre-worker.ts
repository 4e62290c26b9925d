/** A thread that makes centres: what it is sent and what it answers is plain data, see `centre-crew.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { folderStore } from "../../base/cache/index.ts";
import { sourcesOf } from "../reading/index.ts";
import type { CrewAnswer, CrewData, CrewWish } from "./centre-crew.ts";
import { CentreRunner } from "./centre-run.ts";
import { faultOf } from "./thread-fault.ts";

const { terms, cacheFolder } = workerData as CrewData;
const runner = new CentreRunner(
  { ...terms, templates: sourcesOf(terms.templates) },
  cacheFolder === null ? null : folderStore(cacheFolder),
  null,
);
const answer = (message: CrewAnswer): void => parentPort?.postMessage(message);

parentPort?.on("message", async ({ number, task, make }: CrewWish) => {
  try {
    const result =
      make === null
        ? await runner.known(task)
        : await runner.taken(task, async () => make.stage, {
            plan: (more) => answer({ number, plan: more }),
            step: async (title) => answer({ number, step: title }),
          });
    answer({ number, result });
    runner.release();
  } catch (error) {
    answer({ number, fault: faultOf(error) });
  }
});
