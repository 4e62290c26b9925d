import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { readKeptHeads, seriesTitle } from "../../paperwork/register/index.ts";
import type { Accession } from "./accession.ts";
import type { Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";

/**
 * The register against one bag: the archived entry stands in it byte for byte, and every series is at least as long as it was on the day of
 * the accession. This is how a register whose end was cut off is found out. Code TRC8317.
 *
 * @param register files of the folder `register` of the records
 */
export function* registerFaults(
  archive: string,
  accession: Accession,
  { bag, register }: { readonly bag: Files; readonly register: Files },
): Generator<Diagnostic> {
  const entry = bag.get("data/register-entry.yaml");
  if (entry === undefined) return;
  const path = `${accession.bag.replace(/\+\d+$/, "")}.yaml`;
  const now = register.get(path);
  const entries = [...register].flatMap(([name, bytes]) => (name.endsWith(".yaml") ? [Buffer.from(bytes)] : []));
  // A document that was registered again has its entry beside the annulled one.
  if (!entries.some((one) => one.equals(entry)))
    yield raise(FINDINGS.TRC8317, {
      message: text(
        `Реестр и архив расходятся: запись register/${path} ${now === undefined ? "удалена" : "не та, что лежит в архиве"}`,
        `The register and the archive disagree: the entry register/${path} ${now === undefined ? "is gone" : "is not the one in the archive"}`,
      ),
      hints: text(
        `Верните её из пакета: ${archive}/${accession.bag}/data/register-entry.yaml`,
        `Put it back from the bag: ${archive}/${accession.bag}/data/register-entry.yaml`,
      ),
    });
  const seals = new Set(entries.map(sealIn));
  const heads = new TextDecoder().decode(bag.get("data/register-heads.txt"));
  for (const { seal, entries: count, series } of readKeptHeads(heads))
    if (!seals.has(seal)) yield raise(FINDINGS.TRC8317, { of: [seriesTitle(series), count, accession.received] });
}

/** How many issued documents of the register no line of the book names. An annulled registration waits for nothing. */
export function notTakenIn(register: Files, book: readonly Accession[]): number {
  const taken = new Set(book.map(({ bag }) => bag.replace(/\+\d+$/, "")));
  const latest = new Map<string, { readonly at: number; readonly annuls: boolean }>();
  for (const name of register.keys()) {
    const { paper = "", deed, at = "0" } = ENTRY_FILE.exec(name)?.groups ?? {};
    if (paper !== "" && Number(at) >= (latest.get(paper)?.at ?? 0))
      latest.set(paper, { at: Number(at), annuls: deed === "annulled" });
  }
  return [...latest].filter(([paper, { annuls }]) => !annuls && !taken.has(paper)).length;
}

/** «2025/order-general-91-od-2025-again-8.yaml», see `entryPath`. */
const ENTRY_FILE = /^(?<paper>\d{4}\/.+?)(?:-(?<deed>annulled|again)-(?<at>\d+))?\.yaml$/;

function sealIn(bytes: Uint8Array): string {
  return /\nseal: ([0-9a-f]{64})\n$/.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
}
