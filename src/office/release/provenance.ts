import { sha256 } from "../../base/text/index.ts";
import type { Program } from "../../project/reading/index.ts";
import { fontDigests } from "../../typesetting/fonts/index.ts";
import { type BundleFiles, PART } from "./bundle-format.ts";
import { packageUrl } from "./sbom.ts";

/** What the statement of origin needs besides the files. */
export type Origin = {
  readonly program: Program;
  readonly commits: readonly string[];
  readonly draft: boolean;
  /** Names of the content folders. */
  readonly centres: readonly string[];
};

/**
 * The statement of origin: an in-toto Statement v1 with SLSA provenance v1. Subjects are the documents, dependencies everything they were made from:
 * commits, records, templates, fonts, packages. It names no time and no machine, so that equal inputs give equal bytes.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 * @see https://slsa.dev/spec/v1.0/provenance
 */
export function provenance(files: BundleFiles, { program, commits, draft, centres }: Origin): unknown {
  const listed = (prefix: string): { name: string; digest: { sha256: string } }[] =>
    [...files.keys()]
      .filter((path) => path.startsWith(prefix))
      .sort()
      .map((name) => ({ name, digest: { sha256: sha256(files.get(name) ?? new Uint8Array()) } }));
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [...listed(PART.original), ...listed(PART.public)],
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:trc:release:1",
        externalParameters: { content: centres, templates: PART.templates, draft },
        internalParameters: { node: process.versions.node, zlib: process.versions.zlib },
        resolvedDependencies: [
          ...commits.map((commit) => ({ name: "repository", digest: { gitCommit: commit } })),
          ...listed(PART.content),
          ...listed(PART.templates),
          ...fontDigests().map(({ name, sha256: digest }) => ({ name: `font/${name}`, digest: { sha256: digest } })),
          ...program.packages.map((one) => ({ name: one.name, uri: packageUrl(one), digest: { sha512: one.sha512 } })),
        ],
      },
      runDetails: {
        builder: {
          id: "urn:trc:cli",
          version: { trc: program.version },
          builderDependencies: [
            {
              name: program.name,
              uri: packageUrl(program),
              digest: {
                sha256: program.digest,
                ...(program.commit === null ? {} : { gitCommit: program.commit }),
              },
            },
          ],
        },
      },
    },
  };
}
