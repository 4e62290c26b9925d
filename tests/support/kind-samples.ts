import { existsSync, readFileSync } from "node:fs";

/** Where the sample record of a kind stands among records: `documents/sample-of-act.yaml`. */
export function kindSampleFile(collection: string, kind: string): string {
  return `${collection}/sample-of-${kind}.yaml`;
}

/** The record that a file of that name holds, its schema named as from the content folder; undefined for any other file. */
export function kindSample(inside: string): string | undefined {
  const kind = /^[a-z]+\/sample-of-([a-z0-9-]+)\.yaml$/.exec(inside)?.[1];
  const file = `templates/${kind}/sample.yaml`;
  if (kind === undefined || !existsSync(file)) return undefined;
  return readFileSync(file, "utf8").replace(/\$schema=schema\.json/, `$schema=../../templates/${kind}/schema.json`);
}
