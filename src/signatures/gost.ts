import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { GOST_DIGESTS } from "./algorithms.ts";

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
): Promise<{ readonly code: number; readonly stdout: string }> {
  return new Promise((resolve) => {
    execFile(program, parameters, { encoding: "utf8", timeout: 60_000 }, (error, stdout) =>
      resolve({ code: error === null ? 0 : 1, stdout }),
    );
  });
}
