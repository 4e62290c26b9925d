import { text } from "../../base/diagnostics/index.ts";
import { readRecords, readSchemas } from "../../paperwork/records/index.ts";
import { chainFaults, entriesOf, headsOf, type RegisterEntry } from "../../paperwork/register/index.ts";
import type { BuildReport } from "../../project/pipeline/index.ts";
import { type BundleFiles, type BundleHead, type BundleManifest, compare, PART } from "./bundle-format.ts";
import { Faults, type Findings } from "./verdicts.ts";

/** Heads of the registers of a set: with them in the manifest the newest entries cannot be cut off unnoticed. */
export function registerHeads(inputs: BuildReport["inputs"]): BundleHead[] {
  return inputs.flatMap(({ centre, dossier }) =>
    centre === null || dossier === null ? [] : headsOf(entriesOf(dossier)).map((head) => ({ centre, ...head })),
  );
}

/** The entries of the registers in the bundle are whole chains that end where the manifest says. */
export function checkRegisters(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults = new Faults();
  const found: BundleHead[] = [];
  let count = 0;
  for (const [centre, register] of registersOf(files)) {
    const entries = readEntries(register);
    if (entries === null) {
      faults.say(
        `записи реестра «${centre}» составлены неверно`,
        `the entries of the register “${centre}” are malformed`,
      );
      continue;
    }
    count += entries.length;
    faults.list.push(...chainFaults(entries, (file) => register.get(file)).map(({ message }) => message));
    found.push(...headsOf(entries).map((head) => ({ centre, ...head })));
  }
  for (const { centre, series, entries, seal } of manifest.registers) {
    const own = found.find((head) => head.centre === centre && head.series === series);
    if (own === undefined)
      faults.say(
        `реестра «${centre}», ряд «${series}», в комплекте нет`,
        `the bundle lacks the series “${series}” of the register “${centre}”`,
      );
    else if (own.seal !== seal)
      faults.say(
        `ряд «${series}» реестра «${centre}» кончается записью ${own.entries}, а при выпуске кончался записью ${entries}`,
        `the series “${series}” of the register “${centre}” ends with entry ${own.entries}, at the release it ended with entry ${entries}`,
      );
  }
  for (const { centre, series } of found)
    if (!manifest.registers.some((head) => head.centre === centre && head.series === series))
      faults.say(
        `ряд «${series}» реестра «${centre}» не назван в ${PART.manifest}`,
        `the series “${series}” of the register “${centre}” is not named in ${PART.manifest}`,
      );
  findings.settle(
    "registers",
    faults.list,
    text(
      `Записей в реестрах изданных документов – ${count}: цепочки целы и кончаются там, где при выпуске`,
      `Entries in the registers of issued documents ${count}: the chains are whole and end where they did at the release`,
    ),
  );
}

/** Files of each centre's register by their path inside the content folder. */
function registersOf(files: BundleFiles): Map<string, Map<string, Uint8Array>> {
  const registers = new Map<string, Map<string, Uint8Array>>();
  for (const path of [...files.keys()].sort(compare)) {
    const [, centre, inside] = /^sources\/content\/([^/]+)\/(register\/.+\.yaml)$/.exec(path) ?? [];
    if (centre === undefined || inside === undefined) continue;
    const register = registers.get(centre) ?? new Map<string, Uint8Array>();
    registers.set(centre, register.set(inside, files.get(path) ?? new Uint8Array()));
  }
  return registers;
}

/** The entries; null when a file is no entry. That the other records are not there (TRC1023, TRC2001) is no fault here. */
function readEntries(register: ReadonlyMap<string, Uint8Array>): RegisterEntry[] | null {
  const schemas = readSchemas([]).value;
  if (schemas === undefined) throw new Error("the shared schemas cannot be read");
  const files = [...register].map(([inside, bytes]) => ({ path: inside, inside, bytes }));
  const { value, diagnostics } = readRecords(files, schemas);
  const entries = value === undefined ? [] : entriesOf(value);
  const wrong = diagnostics.some(
    ({ code, severity }) => severity === "error" && /^TRC1[01]/.test(code) && code !== "TRC1023",
  );
  return wrong || entries.length !== register.size ? null : entries;
}
