import { execFile, execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { join } from "node:path";
import { inTemporaryFolder } from "../../base/storage/index.ts";
import { DIGESTS } from "./algorithms.ts";
import { toPem } from "./form.ts";

const cache = new Map<string, boolean>();

/** True when this machine's OpenSSL has the GOST engine (Debian: libengine-gost-openssl). @param openssl program to ask */
export function hasGostEngine(openssl: string): boolean {
  const answer = cache.get(openssl) ?? askForEngine(openssl);
  cache.set(openssl, answer);
  return answer;
}

function askForEngine(openssl: string): boolean {
  try {
    const asked = execFileSync(openssl, ["engine", "gost", "-t"], { stdio: ["ignore", "pipe", "ignore"] });
    return asked.includes("[ available ]");
  } catch {
    // No openssl, or no engine: GOST is then named as not verified.
    return false;
  }
}

/** Verifies a detached GOST signature of one signer over `content`, without the chain of the certificate. */
export async function verifyGost(program: string, signature: Uint8Array, content: Uint8Array): Promise<boolean> {
  const parameters = ["cms", "-verify", "-engine", "gost", "-binary", "-noverify", "-inform", "DER"];
  const files = { signature, content };
  return (await run(program, [...parameters, ...["-in", "signature", "-content", "content", "-out", devNull]], files))
    .done;
}

/** GOST digest of bytes, hex; null when the engine or the algorithm is not there. */
export async function gostDigest(program: string, oid: string, content: Uint8Array): Promise<string | null> {
  const name = DIGESTS[oid]?.gost;
  if (name === undefined || !hasGostEngine(program)) return null;
  const { stdout } = await run(program, ["dgst", "-engine", "gost", `-${name}`, "-r", "content"], { content });
  return /^([0-9a-f]+)/.exec(stdout)?.[1] ?? null;
}

const CHAIN = ["verify", "-engine", "gost", "-no_check_time", "-partial_chain", "-no-CApath", "-no-CAstore"];

/**
 * True when a chain of certificates leads from a GOST certificate to one of the trusted ones, whatever their terms.
 *
 * @param untrusted certificates that may stand between
 */
export async function verifyGostChain(
  program: string,
  certificate: Uint8Array,
  { trusted, untrusted }: { readonly trusted: readonly Uint8Array[]; readonly untrusted: readonly Uint8Array[] },
): Promise<boolean> {
  const pem = (ders: readonly Uint8Array[]): string => ders.map((der) => toPem(der, "CERTIFICATE")).join("");
  const files = { own: pem([certificate]), anchors: pem(trusted), between: pem(untrusted) };
  const between = untrusted.length === 0 ? [] : ["-untrusted", "between"];
  return (await run(program, [...CHAIN, "-CAfile", "anchors", ...between, "own"], files)).done;
}

/**
 * True when a GOST list of revoked certificates bears the signature of the issuer of a certificate, whatever it says of that certificate;
 * false without the engine, too.
 */
export async function verifyGostList(
  program: string,
  list: Uint8Array,
  { certificate, issuer }: { readonly certificate: Uint8Array; readonly issuer: Uint8Array },
): Promise<boolean> {
  if (!hasGostEngine(program)) return false;
  const { done, stderr } = await run(
    program,
    [...CHAIN, "-CAfile", "issuer", "-crl_check", "-CRLfile", "list", "own"],
    { list: toPem(list, "X509 CRL"), own: toPem(certificate, "CERTIFICATE"), issuer: toPem(issuer, "CERTIFICATE") },
  );
  // «Revoked» (23) is only said of a list whose signature was found right.
  return done || /error 23 at 0 depth/.test(stderr);
}

/** Runs OpenSSL in a folder of its own that holds the files which the parameters name. */
async function run(
  program: string,
  parameters: readonly string[],
  files: { readonly [name: string]: Uint8Array | string },
): Promise<{ readonly done: boolean; readonly stdout: string; readonly stderr: string }> {
  return inTemporaryFolder("trc-gost", async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return new Promise((resolve) => {
      execFile(program, parameters, { cwd: folder, encoding: "utf8", timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ done: error === null, stdout, stderr }),
      );
    });
  });
}
