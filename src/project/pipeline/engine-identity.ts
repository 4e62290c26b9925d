import { digestOf } from "../../base/cache/index.ts";
import { readProgram } from "../reading/index.ts";

/** Names the engine: the program and Node. Two engines of the same name make the same bytes of the same sources. */
export async function engineIdentity(): Promise<string> {
  const { digest } = await readProgram();
  return digestOf([digest, process.versions]);
}
