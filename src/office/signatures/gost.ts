import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { GOST_DIGESTS } from "./algorithms.ts";
import { toPem } from "./form.ts";

const cache = new Map<string, boolean>();

/**
 * True when this machine's OpenSSL has the GOST engine (Debian: libengine-gost-openssl).
 *
 * @param openssl program to ask
 */
export function hasGostEngine(openssl: string): boolean {
  const known = cache.get(openssl);
  if (known !== undefined) return known;
  let answer = false;
  try {
    answer = execFileSync(openssl, ["engine", "gost", "-t"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).includes("[ available ]");
  } catch {
    // No openssl, or no engine: GOST is then named as not verified.
  }
  cache.set(openssl, answer);
  return answer;
}

/** Verifies a detached GOST signature of one signer over `content`; the chain of the certificate is not judged here. */
export async function verifyGost(openssl: string, signature: Uint8Array, content: Uint8Array): Promise<boolean> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, "content"), content);
    await writeFile(join(folder, "signature"), signature);
    const { code } = await run(openssl, [
      ...["cms", "-verify", "-engine", "gost", "-binary", "-noverify"],
      ...["-inform", "DER", "-in", join(folder, "signature"), "-content", join(folder, "content"), "-out", devNull],
    ]);
    return code === 0;
  });
}

/** GOST digest of bytes, hex; null when the engine or the algorithm is not there. */
export async function gostDigest(openssl: string, oid: string, content: Uint8Array): Promise<string | null> {
  const name = GOST_DIGESTS[oid];
  if (name === undefined || !hasGostEngine(openssl)) return null;
  return inFolder(async (folder) => {
    await writeFile(join(folder, "content"), content);
    const { stdout } = await run(openssl, ["dgst", "-engine", "gost", `-${name}`, "-r", join(folder, "content")]);
    return /^([0-9a-f]+)/.exec(stdout)?.[1] ?? null;
  });
}

/**
 * True when a chain of certificates leads from a GOST certificate to one of the trusted ones. Terms are not looked at: they are judged elsewhere.
 *
 * @param untrusted certificates that may stand between
 */
export async function verifyGostChain(
  openssl: string,
  certificate: Uint8Array,
  trusted: readonly Uint8Array[],
  untrusted: readonly Uint8Array[],
): Promise<boolean> {
  const pem = (ders: readonly Uint8Array[]): string => ders.map((der) => toPem(der, "CERTIFICATE")).join("");
  return inFolder(async (folder) => {
    const [own, anchors, between] = ["own", "anchors", "between"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(own, pem([certificate]));
    await writeFile(anchors, pem(trusted));
    await writeFile(between, pem(untrusted));
    const { code } = await run(openssl, [
      ...["verify", "-engine", "gost", "-no_check_time", "-partial_chain", "-no-CApath", "-no-CAstore"],
      ...["-CAfile", anchors, ...(untrusted.length === 0 ? [] : ["-untrusted", between]), own],
    ]);
    return code === 0;
  });
}

/**
 * True when a GOST list of revoked certificates bears the signature of the issuer of a certificate; false without the engine, too. What the list
 * says of the certificate is not told here.
 */
export async function verifyGostList(
  openssl: string,
  list: Uint8Array,
  certificate: Uint8Array,
  issuer: Uint8Array,
): Promise<boolean> {
  if (!hasGostEngine(openssl)) return false;
  return inFolder(async (folder) => {
    const path = (name: string): string => join(folder, name);
    await writeFile(path("list"), toPem(list, "X509 CRL"));
    await writeFile(path("own"), toPem(certificate, "CERTIFICATE"));
    await writeFile(path("issuer"), toPem(issuer, "CERTIFICATE"));
    const { code, stderr } = await run(openssl, [
      ...["verify", "-engine", "gost", "-no_check_time", "-partial_chain", "-no-CApath", "-no-CAstore"],
      ...["-CAfile", path("issuer"), "-crl_check", "-CRLfile", path("list"), path("own")],
    ]);
    // «Revoked» (23) is only said of a list whose signature was found right.
    return code === 0 || /error 23 at 0 depth/.test(stderr);
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "trc-gost-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  program: string,
  parameters: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(program, parameters, { encoding: "utf8", timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : 1, stdout, stderr }),
    );
  });
}
