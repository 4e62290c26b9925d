import type { SourceFile } from "./source-file.ts";
import type { KeptYaml } from "./yaml-file.ts";

/**
 * What earlier readings of files came to. It answers for the very bytes it was told of; only what was found right is kept, so that
 * faults are always found anew. `schema` names a schema of one and the same set.
 */
export type FileMemory = {
  readonly yaml: (file: SourceFile) => KeptYaml | undefined;
  readonly keepYaml: (file: SourceFile, yaml: KeptYaml) => void;
  readonly isRight: (file: SourceFile, schema: string) => boolean;
  readonly keepRight: (file: SourceFile, schema: string) => void;
};
