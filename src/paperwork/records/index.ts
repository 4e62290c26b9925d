/**
 * From YAML files to linked records, and to views of them on a date.
 * May import schemas and diagnostics only; never touches the disk: files come in as bytes.
 */

export type { SourceFile } from "../../base/sources/index.ts";
export type { Declinable } from "./computed-properties.ts";
export type { ContentFile } from "./content-file.ts";
export { decodeText } from "./decode.ts";
export { type ContentRecord, type Dossier, findRecord } from "./dossier.ts";
export type { FileMemory } from "./file-memory.ts";
export type { Policy } from "./publication-policy.ts";
export { createReader, type ReadRecords, readRecords } from "./read-records.ts";
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
export { RECORD_OF, type View, ViewError, type Views, type Withholding } from "./view.ts";
export { createViews } from "./views.ts";
export type { KeptYaml, TextSpan, YamlData, YamlFile } from "./yaml-file.ts";
