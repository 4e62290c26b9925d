import type { SourceFile } from "./source-file.ts";
import type { CachedYaml } from "./yaml-file.ts";

/**
 * What earlier runs parsed. It answers only for the very bytes it was given; only files without faults are cached, so that faults are
 * always found anew. `schema` names a schema of one and the same set.
 */
export type YamlCache = {
  readonly yaml: (file: SourceFile) => CachedYaml | undefined;
  readonly storeYaml: (file: SourceFile, yaml: CachedYaml) => void;
  readonly isValid: (file: SourceFile, schema: string) => boolean;
  readonly storeValid: (file: SourceFile, schema: string) => void;
};
