import type { Outcome } from "../../base/diagnostics/index.ts";
import { isThere, readingFault } from "../../base/storage/index.ts";
import { noArchive } from "./fixity-faults.ts";

/**
 * What `read` finds in an archive. TRC8318: there is no such folder; TRC8205: it cannot be read.
 * @param absent what is found where there is no folder, when that is no fault
 */
export async function openForReading<T>(archive: string, read: () => Promise<T>, absent?: T): Promise<Outcome<T>> {
  try {
    if (await isThere(archive)) return { value: await read(), diagnostics: [] };
    return absent === undefined ? { diagnostics: [noArchive(archive)] } : { value: absent, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [readingFault(archive, error)] };
  }
}
