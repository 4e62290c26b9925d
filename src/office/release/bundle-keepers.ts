import { text } from "../../base/diagnostics/index.ts";
import type { HeadKeeper } from "../../paperwork/register/index.ts";
import { PART } from "./bundle-format.ts";
import { BadPart, parseManifest } from "./parse-parts.ts";
import { readBundle } from "./read-bundle.ts";

/** An earlier bundle as one that remembers the registers of its centres. None where there is no bundle or it cannot be read. */
export async function bundleKeepers(bundle: string): Promise<HeadKeeper[]> {
  const { value } = await readBundle(bundle);
  if (value?.files.has(PART.manifest) !== true) return [];
  try {
    const { registers } = parseManifest(value.files);
    const name = text(`выпуск ${bundle}`, `the release ${bundle}`);
    return [...new Set(registers.map(({ centre }) => centre))].map((centre) => ({
      name,
      centre,
      heads: registers.filter((head) => head.centre === centre),
    }));
  } catch (error) {
    if (error instanceof BadPart) return [];
    throw error;
  }
}
