import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { type Diagnostic, type Outcome, suggest } from "../diagnostics/index.ts";
import { limited } from "./limit-findings.ts";
import { madeValidators } from "./made-validators.ts";
import { readYaml } from "./read-yaml.ts";
import { schemaCompiler, schemaDigest } from "./schema-compiler.ts";
import { explainSchemaError } from "./schema-errors.ts";
import { brokenSchema, type SchemaFault, uncompiled, wrongKeyword } from "./schema-faults.ts";
import { propertiesOf, type SchemaNode, type SchemaSet, schemaAt } from "./schema-set.ts";
import type { SourceFile } from "./source-file.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Checks the data of a file against a schema of the set; every fault has its place. Codes TRC1101–TRC1110, TRC1013. */
export type Validate = (uri: string, file: YamlFile) => Diagnostic[];

/** A validator over the set; a schema that was not made beforehand is compiled when it is first asked for. */
export function createValidator(set: SchemaSet): Validate {
  const known = new Map<string, ValidateFunction | SchemaFault>();
  let compile: ((uri: string) => ValidateFunction | SchemaFault) | undefined;
  const validatorOf = (uri: string): ValidateFunction | SchemaFault => {
    const made = madeValidators()[schemaDigest(set, uri)];
    if (made !== undefined) return made;
    compile ??= compilerOf(set);
    return compile(uri);
  };
  return (uri, file) => {
    const validate = known.get(uri) ?? validatorOf(uri);
    known.set(uri, validate);
    if (typeof validate !== "function") return [brokenSchema(validate, set.files?.get(uri))];
    if (validate(file.data)) return [];
    const names = [...propertiesOf(set, schemaAt(set, uri)).keys()];
    return limited(
      relevant(validate.errors ?? [], new Set(names)),
      (error) => explainSchemaError(error, file, names),
      file.placeOf(""),
    );
  };
}

function compilerOf(set: SchemaSet): (uri: string) => ValidateFunction | SchemaFault {
  const ajv = schemaCompiler(set.keywords);
  const broken = new Map<string, SchemaFault>();
  for (const [uri, schema] of set.schemas) {
    const [first] = ajv.validateSchema(schema as object) === true ? [] : (ajv.errors ?? []);
    if (first === undefined) ajv.addSchema(schema as object, uri, undefined, false);
    else broken.set(uri, wrongKeyword(first));
  }
  return (uri) => compiled(ajv, uri, broken);
}

/** Checks files against one schema; `more` are the schemas it refers to, by their `$id`. */
export function validateAgainst(
  schema: SchemaNode,
  more: readonly SchemaNode[] = [],
): (file: YamlFile) => Diagnostic[] {
  const known = VALIDATORS.get(schema);
  if (known !== undefined) return known;
  const uri = idOf(schema);
  const validate = createValidator({ schemas: new Map([schema, ...more].map((one) => [idOf(one), one])) });
  const made = (file: YamlFile): Diagnostic[] => validate(uri, file);
  VALIDATORS.set(schema, made);
  return made;
}

/** Made once each: that takes longer than what they look at. */
const VALIDATORS = new WeakMap<SchemaNode, (file: YamlFile) => Diagnostic[]>();

/** True for data of the program's own files that a schema describes; `T` is the type generated from that schema. */
export function conforms<T>(data: unknown, schema: SchemaNode): data is T {
  const known = SHAPES.get(schema) ?? validatorOfShape(schema);
  SHAPES.set(schema, known);
  return known(data) as boolean;
}

function validatorOfShape(schema: SchemaNode): ValidateFunction {
  return madeValidators()[schemaDigest(aloneSet(schema), idOf(schema))] ?? schemaCompiler().compile(schema as object);
}

/** Made once each. */
const SHAPES = new WeakMap<SchemaNode, ValidateFunction>();

/** A schema that refers to no other, as a set. */
function aloneSet(schema: SchemaNode): SchemaSet {
  return { schemas: new Map([[idOf(schema), schema]]) };
}

function idOf(schema: SchemaNode): string {
  return String(schema.$id ?? "trc:/schema.json");
}

/** Reads a file of YAML and checks it against a schema; `T` is the type generated from that schema. Codes TRC1000–TRC1110. */
export function readChecked<T>(file: SourceFile, schema: SchemaNode): Outcome<T> {
  const yaml = readYaml(file);
  const diagnostics = [...yaml.diagnostics, ...(yaml.value === undefined ? [] : validateAgainst(schema)(yaml.value))];
  if (yaml.value === undefined || diagnostics.length > 0) return { diagnostics };
  return { value: yaml.value.data as T, diagnostics };
}

function compiled(ajv: Ajv2020, uri: string, broken: ReadonlyMap<string, SchemaFault>): ValidateFunction | SchemaFault {
  const known = broken.get(uri);
  if (known !== undefined) return known;
  try {
    return ajv.getSchema(uri) ?? uncompiled(uri);
  } catch (error) {
    return uncompiled(error);
  }
}

/** Drops what only repeats another error: branches of a choice, and keys called unknown because a part of the schema failed. */
function relevant(errors: readonly ErrorObject[], declared: ReadonlySet<string>): ErrorObject[] {
  const choices = errors
    .filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf")
    .map(({ schemaPath, instancePath }) => ({ schemaPath, instancePath }));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (
      error.keyword === "unevaluatedProperties" &&
      error.instancePath === "" &&
      declared.has(String(error.params.unevaluatedProperty))
    )
      return false;
    if (error.keyword === "if" || isMisspelt(error, errors)) return false;
    if (
      choices.some(
        (choice) =>
          error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath),
      )
    )
      return false;
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A property that is missing because its name was misspelt is one fault, reported at the name. */
function isMisspelt({ keyword, instancePath, params }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return (
    keyword === "required" &&
    errors.some((other) => {
      const unknown: unknown = other.params.additionalProperty ?? other.params.unevaluatedProperty;
      return (
        typeof unknown === "string" &&
        other.instancePath === instancePath &&
        suggest(unknown, [String(params.missingProperty)], 1).length > 0
      );
    })
  );
}
