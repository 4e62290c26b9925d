import { type Text, text } from "../../base/diagnostics/index.ts";
import { conforms, type SchemaNode } from "../../base/yaml/index.ts";
import { readProgram } from "../../project/reading/index.ts";
import { type BundleFiles, type BundleManifest, PART } from "./bundle-format.ts";
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

const WORD = { type: "string" };
const object = (properties: { readonly [name: string]: SchemaNode }): SchemaNode => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const PROGRAM = object({ name: WORD, digest: object({ sha256: WORD }) });
const SHAPE = object({
  predicate: object({
    buildDefinition: object({ internalParameters: object({ node: WORD, zlib: WORD }) }),
    runDetails: object({
      builder: object({
        version: object({ trc: WORD }),
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

/** Words on the program that made a bundle where it is not the one that is here: bytes that differ prove nothing then. Null where it is the same. */
export async function otherProgram(files: BundleFiles, manifest: BundleManifest): Promise<Text | null> {
  const { version, digest } = await readProgram();
  const { node, zlib } = process.versions;
  const made = madeBy(files);
  if (made !== null && made.digest === digest && made.node === node && made.zlib === zlib) return null;
  const named = `trc ${manifest.tool.version} (${made?.digest.slice(0, 16) ?? "?"}…, Node ${made?.node ?? "?"})`;
  const here = `trc ${version} (${digest.slice(0, 16)}…, Node ${node})`;
  return text(
    `Пересборкой не доказано: комплект сделан другой программой – ${named}, здесь – ${here}. Это не признак подделки`,
    `Not proven by building again: another program made the bundle, ${named}; here it is ${here}. That is no sign of forgery`,
  );
}
