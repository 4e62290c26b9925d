import { Writable } from "node:stream";
import { run } from "../../src/cli/index.ts";

export type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command line in this process and gives its exit code and what it wrote. */
export async function trc(...argv: string[]): Promise<Answer> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr"): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await run(argv, { stdout: stream("stdout"), stderr: stream("stderr") });
  return { code, ...written };
}
