/**
 * From YAML files to linked records, and to views of them on a date.
 * May import schemas and diagnostics only; never touches the disk: files come in as bytes.
 */

export type { SourceFile } from "../sources/index.ts";
export type { Declinable } from "./computed-properties.ts";
export { decodeText } from "./decode.ts";
export { type ContentRecord, type Dossier, findRecord } from "./dossier.ts";
export type { FileMemory, KeptYaml } from "./file-memory.ts";
export type { Policy } from "./publication-policy.ts";
export { type ContentFile, createReader, type ReadRecords, readRecords } from "./read-records.ts";
export { readSchemas } from "./read-schemas.ts";
export { readYaml } from "./read-yaml.ts";
export { type RecordLeaf, recordLeaves } from "./record-leaves.ts";
export {
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaSet,
  type SchemaSpot,
  schemaAt,
} from "./schema-set.ts";

export { validateAgainst } from "./validate.ts";
export { createViews, RECORD_OF, type View, ViewError, type Views, type Withholding } from "./views.ts";
export type { TextSpan, YamlData, YamlFile } from "./yaml-file.ts";
