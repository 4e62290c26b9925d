import type { Program, ProgramPackage } from "../../project/reading/index.ts";
import { fontDigests } from "../../typesetting/fonts/index.ts";

/**
 * The bill of materials of the tool that made the bundle: CycloneDX 1.6. No serial number and no time: equal tools give equal bytes.
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbom(program: Program): unknown {
  const { name, version, digest, packages } = program;
  const root = packageUrl(program);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": root,
        name,
        version,
        purl: root,
        hashes: [{ alg: "SHA-256", content: digest }],
      },
    },
    components: [
      ...packages.map(component),
      ...fontDigests().map(({ name, sha256 }) => ({
        type: "file",
        "bom-ref": `font/${name}`,
        name,
        hashes: [{ alg: "SHA-256", content: sha256 }],
      })),
    ],
    dependencies: [{ ref: root, dependsOn: packages.map(packageUrl) }],
  };
}

/** Package URL of the program or of a package in it: `pkg:npm/yazl@3.3.1`. */
export function packageUrl({ name, version }: Pick<ProgramPackage, "name" | "version">): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function component(one: ProgramPackage): unknown {
  const { name, version, license, sha512 } = one;
  const purl = packageUrl(one);
  const scope = /^(@[^/]+)\/(.+)$/.exec(name);
  return {
    type: "library",
    "bom-ref": purl,
    ...(scope === null ? { name } : { group: scope[1], name: scope[2] }),
    version,
    purl,
    ...(license === null ? {} : { licenses: [licenseOf(license)] }),
    hashes: [{ alg: "SHA-512", content: sha512 }],
  };
}

/** An SPDX expression where it joins several, else a name: an author does not promise an SPDX id. */
function licenseOf(license: string): unknown {
  return / (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { name: license } };
}
