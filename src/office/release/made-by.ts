import { conforms, type SchemaNode } from "../../base/yaml/index.ts";
import { type BundleFiles, PART } from "./bundle-format.ts";
import { parseJson } from "./parse-parts.ts";

/** Which program made a bundle: what the bytes of the documents follow from besides their sources. */
export type MadeBy = {
  /** `trc-documents@0.2.0` */
  readonly package: string;
  readonly commit: string | null;
  readonly digest: string;
  readonly node: string;
  readonly zlib: string;
};

const text = { type: "string" };
const object = (properties: { readonly [name: string]: SchemaNode }): SchemaNode => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const PROGRAM = object({ name: text, digest: object({ sha256: text }) });
const SHAPE = object({
  predicate: object({
    buildDefinition: object({ internalParameters: object({ node: text, zlib: text }) }),
    runDetails: object({
      builder: object({
        version: object({ trc: text }),
        builderDependencies: { type: "array", minItems: 1, items: PROGRAM },
      }),
    }),
  }),
});

type Statement = {
  readonly predicate: {
    readonly buildDefinition: { readonly internalParameters: { readonly node: string; readonly zlib: string } };
    readonly runDetails: {
      readonly builder: {
        readonly version: { readonly trc: string };
        readonly builderDependencies: readonly {
          readonly name: string;
          readonly digest: { readonly sha256: string; readonly gitCommit?: string };
        }[];
      };
    };
  };
};

/** The program that the statement of origin names; null when it names none. */
export function madeBy(files: BundleFiles): MadeBy | null {
  const statement = parseJson(files, PART.provenance);
  if (!conforms<Statement>(statement, SHAPE)) return null;
  const { buildDefinition, runDetails } = statement.predicate;
  const { version, builderDependencies } = runDetails.builder;
  const [program] = builderDependencies;
  if (program === undefined) return null;
  const { sha256: digest, gitCommit = null } = program.digest;
  return {
    package: `${program.name}@${version.trc}`,
    commit: gitCommit,
    digest,
    ...buildDefinition.internalParameters,
  };
}
