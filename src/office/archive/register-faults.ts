import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { readKeptHeads } from "../../paperwork/register/index.ts";
import type { Accession } from "./accession.ts";
import type { Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";

/**
 * The register against one bag: the archived entry stands in it byte for byte, and every series is at least as long as it was on the day of
 * the accession. This is how a register whose end was cut off is found out. Code TRC8317.
 *
 * @param register files of the folder `register` of the records
 */
export function registerFaults(archive: string, accession: Accession, bag: Files, register: Files): Diagnostic[] {
  const entry = bag.get("data/register-entry.yaml");
  if (entry === undefined) return [];
  const found: Diagnostic[] = [];
  const path = `${accession.bag.replace(/\+\d+$/, "")}.yaml`;
  const now = register.get(path);
  if (now === undefined || Buffer.compare(Buffer.from(now), Buffer.from(entry)) !== 0)
    found.push(
      disagreement(
        text(
          `запись register/${path} ${now === undefined ? "удалена" : "не та, что лежит в архиве"}`,
          `the entry register/${path} ${now === undefined ? "is gone" : "is not the one in the archive"}`,
        ),
        text(
          `Верните её из пакета: ${archive}/${accession.bag}/data/register-entry.yaml`,
          `Put it back from the bag: ${archive}/${accession.bag}/data/register-entry.yaml`,
        ),
      ),
    );
  const seals = new Set([...register.values()].map(sealIn));
  const heads = new TextDecoder().decode(bag.get("data/register-heads.txt") ?? new Uint8Array());
  for (const { seal, entries, series } of readKeptHeads(heads)) {
    if (seals.has(seal)) continue;
    found.push(
      disagreement(
        text(
          `в ряду «${series}» нет записи ${entries}, которая была в нём ${accession.received}`,
          `the series “${series}” has no entry ${entries}, which it had on ${accession.received}`,
        ),
        text(
          "Верните записи реестра из истории git или из пакетов архива",
          "Put the entries back from the history of git or from the bags of the archive",
        ),
      ),
    );
  }
  return found;
}

function sealIn(bytes: Uint8Array): string {
  return /\nseal: ([0-9a-f]{64})\n$/.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
}

function disagreement(what: Text, hint: Text): Diagnostic {
  return raise(FINDINGS.TRC8317, {
    message: text(`Реестр и архив расходятся: ${what.ru}`, `The register and the archive disagree: ${what.en}`),
    hints: [hint],
  });
}
