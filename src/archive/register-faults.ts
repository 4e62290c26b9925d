import type { Diagnostic } from "../diagnostics/index.ts";
import type { Accession } from "./accession.ts";
import { type Files, readInfo } from "./bag.ts";

/**
 * The register against one bag: the archived entry stands in it byte for byte, and every series is at least as long as it was on the day of
 * the accession. This is how a register whose end was cut off is found out. Code TRC8317.
 *
 * @param register files of the folder `register` of the records
 */
export function registerFaults(archive: string, accession: Accession, bag: Files, register: Files): Diagnostic[] {
  const entry = bag.get("data/register-entry.yaml");
  const info = bag.get("bag-info.txt");
  if (entry === undefined || info === undefined) return [];
  const found: Diagnostic[] = [];
  const path = `${accession.bag}.yaml`;
  const now = register.get(path);
  if (now === undefined || Buffer.compare(Buffer.from(now), Buffer.from(entry)) !== 0)
    found.push(
      disagreement(
        `запись register/${path} ${now === undefined ? "удалена" : "не та, что лежит в архиве"}`,
        `Верните её из пакета: ${archive}/${accession.bag}/data/register-entry.yaml`,
      ),
    );
  const seals = new Set([...register.values()].map(sealIn));
  for (const line of new TextDecoder().decode(bag.get("data/register-heads.txt") ?? new Uint8Array()).split("\n")) {
    const [, seal, entries, series] = /^([0-9a-f]{64}) {2}(\d+) {2}(.+)$/.exec(line) ?? [];
    if (seal === undefined || seals.has(seal)) continue;
    found.push(
      disagreement(
        `в ряду «${series}» нет записи ${entries}, которая была в нём ${readInfo(info).get("Bagging-Date")}`,
        "Верните записи реестра из истории git или из пакетов архива",
      ),
    );
  }
  return found;
}

function sealIn(bytes: Uint8Array): string {
  return /\nseal: ([0-9a-f]{64})\n$/.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
}

function disagreement(what: string, hint: string): Diagnostic {
  return { code: "TRC8317", severity: "error", message: `Реестр и архив расходятся: ${what}`, hints: [hint] };
}
