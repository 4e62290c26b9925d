import { type Outcome, raise } from "../../base/diagnostics/index.ts";
import { isThere, readingFault } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";

/** What `read` finds in an archive. TRC8318: there is no such folder; TRC8205: it cannot be read. */
export async function openForReading<T>(archive: string, read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return (await isThere(archive))
      ? { value: await read(), diagnostics: [] }
      : { diagnostics: [raise(FINDINGS.TRC8318, { of: [archive] })] };
  } catch (error) {
    return { diagnostics: [readingFault(archive, error)] };
  }
}
