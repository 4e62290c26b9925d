import { devNull } from "node:os";
import { DIGESTS } from "./algorithms.ts";
import { firstWords, runOpenssl } from "./openssl.ts";

const cache = new Map<string, boolean>();

/** True when this machine's OpenSSL has the GOST engine (Debian: libengine-gost-openssl). @param openssl program to ask */
export function hasGostEngine(openssl: string): boolean {
  const answer = cache.get(openssl) ?? firstWords(openssl, ["engine", "gost", "-t"]).includes("[ available ]");
  cache.set(openssl, answer);
  return answer;
}

/** Verifies a detached GOST signature of one signer over `content`, without the chain of the certificate. */
export async function verifyGost(program: string, signature: Uint8Array, content: Uint8Array): Promise<boolean> {
  const parameters = ["cms", "-verify", "-engine", "gost", "-binary", "-noverify", "-inform", "DER"];
  const files = { signature, content };
  return (
    await runOpenssl(program, [...parameters, ...["-in", "signature", "-content", "content", "-out", devNull]], files)
  ).done;
}

/** GOST digest of bytes, hex; null when the engine or the algorithm is not there. */
export async function gostDigest(program: string, oid: string, content: Uint8Array): Promise<string | null> {
  const name = DIGESTS[oid]?.gost;
  if (name === undefined || !hasGostEngine(program)) return null;
  const { stdout } = await runOpenssl(program, ["dgst", "-engine", "gost", `-${name}`, "-r", "content"], { content });
  return /^([0-9a-f]+)/.exec(stdout)?.[1] ?? null;
}
