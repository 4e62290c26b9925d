import { type Text, text } from "../../base/diagnostics/index.ts";
import { readRecords, readSchemas } from "../../paperwork/records/index.ts";
import { chainFaults, entriesOf, headsOf, type RegisterEntry, seriesTitle } from "../../paperwork/register/index.ts";
import { type BundleFiles, type BundleHead, PART } from "./bundle-format.ts";

/** The register of one centre in a bundle: its files by their path inside the content folder; `entries` is null when one of them is no entry. */
type CentreRegister = {
  readonly centre: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly entries: readonly RegisterEntry[] | null;
};

/** The registers that a bundle holds. */
export function registersIn(bundle: BundleFiles): CentreRegister[] {
  const registers = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of [...bundle].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, centre, inside] = /^sources\/content\/([^/]+)\/(register\/.+\.yaml)$/.exec(path) ?? [];
    if (centre === undefined || inside === undefined) continue;
    const register = registers.get(centre) ?? new Map<string, Uint8Array>();
    registers.set(centre, register.set(inside, bytes));
  }
  return [...registers].map(([centre, files]) => ({ centre, files, entries: readEntries(files) }));
}

/** The entries are whole chains that end where the manifest says. */
export function* registerFaults(
  registers: readonly CentreRegister[],
  expected: readonly BundleHead[],
): Generator<Text> {
  const found: BundleHead[] = [];
  for (const { centre, files, entries } of registers) {
    if (entries === null)
      yield text(
        `записи реестра «${centre}» составлены неверно`,
        `the entries of the register “${centre}” are malformed`,
      );
    else {
      for (const { message } of chainFaults(entries, (file) => files.get(file))) yield message;
      found.push(...headsOf(entries).map((head) => ({ centre, ...head })));
    }
  }
  const same = (head: BundleHead) => (other: BundleHead) =>
    head.centre === other.centre && head.series === other.series;
  for (const head of expected) {
    const { centre, series, entries, seal } = head;
    const own = found.find(same(head));
    const name = seriesTitle(series);
    if (own === undefined)
      yield text(
        `реестра «${centre}», ряд «${name.ru}», в комплекте нет`,
        `the bundle lacks the series “${name.en}” of the register “${centre}”`,
      );
    else if (own.seal !== seal)
      yield text(
        `ряд «${name.ru}» реестра «${centre}» кончается записью ${own.entries}, а при выпуске кончался записью ${entries}`,
        `the series “${name.en}” of the register “${centre}” ends with entry ${own.entries}, at the release it ended with entry ${entries}`,
      );
  }
  for (const head of found.filter((one) => !expected.some(same(one)))) {
    const name = seriesTitle(head.series);
    yield text(
      `ряд «${name.ru}» реестра «${head.centre}» не назван в ${PART.manifest}`,
      `the series “${name.en}” of the register “${head.centre}” is not named in ${PART.manifest}`,
    );
  }
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
