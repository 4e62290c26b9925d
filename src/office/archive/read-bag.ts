import type { Accession } from "./accession.ts";
import { bagFaults, digest, type Files } from "./bag.ts";
import { readFiles } from "./read-files.ts";

/** Files of a bag; null when it is not there, is damaged or is not the one that was taken in. */
export async function readBag(archive: string, accession: Accession): Promise<Files | null> {
  const found = await readFiles(`${archive}/${accession.bag}`);
  return found !== undefined && found.strange.length === 0 && isIntact(found.files, accession) ? found.files : null;
}

/** The bag agrees with itself and with the book. */
export function isIntact(files: Files, accession: Accession): boolean {
  return bagFaults(files).length === 0 && isTheOne(files, accession);
}

/** The tag manifests are those that the book names. */
export function isTheOne(files: Files, { tagmanifestSha256, tagmanifestSha512 }: Accession): boolean {
  const [sha256, sha512] = (["sha256", "sha512"] as const).map((name) =>
    digest(name, files.get(`tagmanifest-${name}.txt`) ?? new Uint8Array()),
  );
  return sha256 === tagmanifestSha256 && sha512 === tagmanifestSha512;
}
