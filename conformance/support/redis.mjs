import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

/** Redis of the system on this machine alone, in memory only. Gives its address and what stops it. */
export async function startRedis(port) {
  const server = spawn("redis-server", [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ]);
  const ended = new Promise((resolve) => server.once("close", resolve).once("error", resolve));
  const client = new Redis({ port, maxRetriesPerRequest: null });
  client.on("error", () => undefined);
  const answers = await Promise.race([client.ping(), ended, sleep(20_000, "no answer")]);
  if (answers !== "PONG") {
    client.disconnect();
    throw new Error(`redis-server: ${answers}`);
  }
  return {
    address: `redis://127.0.0.1:${port}`,
    client,
    stop: async () => {
      client.disconnect();
      server.kill("SIGTERM");
      await ended;
    },
  };
}
