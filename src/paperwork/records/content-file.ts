import type { SourceFile } from "../../base/yaml/index.ts";

/** A file of a content folder. */
export type ContentFile = SourceFile & {
  /** Path inside the content folder: `orders/2025/145-od.yaml`. */
  readonly inside: string;
};
