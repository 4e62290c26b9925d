import { fontDigests } from "../../typesetting/fonts/index.ts";
import type { Dependency, Tool } from "./tool.ts";

/**
 * The bill of materials of the tool that made the bundle: CycloneDX 1.6. No serial number and no time: equal tools give equal bytes.
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbom({ version, dependencies }: Tool): unknown {
  const root = `pkg:npm/trc@${version}`;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": root, name: "trc", version, purl: root } },
    components: [
      ...dependencies.map(component),
      ...fontDigests().map(({ name, sha256 }) => ({
        type: "file",
        "bom-ref": `font/${name}`,
        name,
        hashes: [{ alg: "SHA-256", content: sha256 }],
      })),
    ],
    dependencies: [{ ref: root, dependsOn: dependencies.map(({ purl }) => purl) }],
  };
}

function component({ name, version, purl, license, sha512 }: Dependency): unknown {
  const scope = /^(@[^/]+)\/(.+)$/.exec(name);
  return {
    type: "library",
    "bom-ref": purl,
    ...(scope === null ? { name } : { group: scope[1], name: scope[2] }),
    version,
    purl,
    ...(license === null ? {} : { licenses: [licenseOf(license)] }),
    ...(sha512 === null ? {} : { hashes: [{ alg: "SHA-512", content: sha512 }] }),
  };
}

/** An SPDX expression where it joins several, else a name: the lock file does not promise an SPDX id. */
function licenseOf(license: string): unknown {
  return / (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { name: license } };
}
