import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import type { JobRequest, JobResult } from "./job.ts";

/** Where a queue is. */
type QueueAddress = {
  /** `redis://…` or `rediss://…`, with its password. */
  readonly redis: string;
  readonly name: string;
};

/** A queue with its server, and the packages that it runs on. */
export type Connected = {
  readonly bullmq: Packages["bullmq"];
  readonly redis: Redis;
  readonly queue: Queue<JobRequest, JobResult, string, JobRequest, JobResult, string>;
  readonly close: () => Promise<void>;
};

type Packages = { readonly bullmq: typeof import("bullmq"); readonly ioredis: typeof import("ioredis") };

/** What lies in Redis begins with it. */
export const PREFIX = "trc";

/**
 * Opens a queue. Its packages are those beside the program or, where there are none, of the folder we stand in. Codes TRC6020, TRC6021.
 *
 * @param from where packages are looked for
 */
export async function connect({ redis: url, name }: QueueAddress, from = PLACES): Promise<Outcome<Connected>> {
  const packages = loadPackages(from);
  if (packages === null) return { diagnostics: [raise(FINDINGS.TRC6020, {})] };
  const { bullmq, ioredis } = packages;
  const redis = new ioredis.Redis(url, { lazyConnect: true, maxRetriesPerRequest: null, connectTimeout: 5000 });
  let reason = "";
  // Told once by what follows; a server that goes away later is waited for.
  redis.on("error", (error: Error) => {
    reason = error.message;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    return { diagnostics: [raise(FINDINGS.TRC6021, { of: [reason || (error as Error).message] })] };
  }
  const queue = new bullmq.Queue(name, { connection: redis, prefix: PREFIX }) as Connected["queue"];
  const close = async (): Promise<void> => {
    await queue.close();
    redis.disconnect();
  };
  return { value: { bullmq, redis, queue, close }, diagnostics: [] };
}

const PLACES = [import.meta.url, pathToFileURL(join(process.cwd(), "here.js")).href];

function loadPackages(from: readonly string[]): Packages | null {
  for (const place of from) {
    const load = createRequire(place);
    try {
      return { ioredis: load("ioredis"), bullmq: load("bullmq") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return null;
}
