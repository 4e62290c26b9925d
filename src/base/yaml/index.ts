/**
 * Bytes → text → YAML with the place of every value → plain data checked against a JSON Schema, with findings in both languages.
 * May not touch the disk, nor know what the files are about.
 */

export { bundleSchema, rewritten } from "./bundle-schema.ts";
export { changeYaml, changeYamlInOrder, yamlData } from "./change-yaml.ts";
export { changedData, changesBetween, type YamlChange } from "./changed-data.ts";
export { decodeText, shownText, textOf, wrongCharacter } from "./decode.ts";
export { forgetYaml, readYaml } from "./read-yaml.ts";
export { Recent } from "./recent.ts";
export { sameData } from "./same-data.ts";
export { notJson, placeInJson } from "./schema-faults.ts";
export {
  itemsOf,
  propertiesOf,
  referenceKindOf,
  referenceOf,
  requiredOf,
  type SchemaLocation,
  type SchemaNode,
  type SchemaSet,
  schemaAt,
  spread,
} from "./schema-set.ts";
export { MAX_FILE_BYTES, type SourceFile, sameFile } from "./source-file.ts";
export { conforms, createValidator, readChecked, type Validate, validateAgainst } from "./validate.ts";
export type { YamlCache } from "./yaml-cache.ts";
export {
  type CachedYaml,
  escapePointer,
  isFields,
  isList,
  pointerSteps,
  type TextSpan,
  valueAtPointer,
  type YamlData,
  type YamlFile,
} from "./yaml-file.ts";
