import { propertiesOf, type SchemaLocation } from "../../base/yaml/index.ts";
import type { Project } from "../../project/reading/index.ts";

/** Must the property be there? */
export function isRequired(spots: readonly SchemaLocation[], key: string): boolean {
  return spots.some(({ node }) => ((node.required as readonly string[] | undefined) ?? []).includes(key));
}

/** Does the schema know the property? */
export function hasProperty(project: Project, spots: readonly SchemaLocation[], key: string): boolean {
  return propertiesOf(project.schemas, spots).has(key);
}
