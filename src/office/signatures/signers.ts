import { execFile } from "node:child_process";
import { createPrivateKey, createPublicKey, type KeyObject, webcrypto, X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrivateKeyInfo, SafeContents } from "pkijs";
import { text } from "../../base/diagnostics/index.ts";
import { inTemporaryFolder, isThere, readGiven, readingReason } from "../../base/storage/index.ts";
import { askTimeStamp } from "./ask-time-stamp.ts";
import { type Certificate, describeCertificate, parseCertificate, readCertificate } from "./certificate.ts";
import { derBlocks } from "./form.ts";
import { readSignature, UnreadableSignature } from "./read-cms.ts";
import { signCms } from "./sign-cms.ts";
import { SignerFault } from "./signer-fault.ts";
import { stampSignature } from "./stamp-signature.ts";

/** Makes detached signatures. `certificate` is null when only the signature itself will show whose it is. */
export type Signer = {
  readonly certificate: Certificate | null;
  /** @returns DER of a detached CMS over `content`. @throws SignerFault */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
};

function fault(ru: string, en: string): SignerFault {
  return new SignerFault(text(ru, en));
}

/** How the user names the key. One of the three. */
export type SignerOptions = {
  readonly key?: string | undefined;
  readonly cert?: string | undefined;
  readonly p12?: string | undefined;
  /** Command of another program; `{in}` and `{out}` are files, without them it reads stdin and writes stdout. */
  readonly command?: string | undefined;
  readonly password?: string | undefined;
  /** ISO date and time to claim as the time of signing. */
  readonly signingTime?: string | undefined;
  /** Address of a service that stamps each signature with the time (RFC 3161). */
  readonly tsa?: string | undefined;
};

/** The signer that the options name; null when they name none. @throws SignerFault */
export async function openSigner({ tsa, ...options }: SignerOptions): Promise<Signer | null> {
  const signer = await plainSigner(options);
  if (signer === null || tsa === undefined) return signer;
  return {
    ...signer,
    sign: async (content) => stampSignature(await signer.sign(content), (value) => askTimeStamp(tsa, value)),
  };
}

async function plainSigner(options: Omit<SignerOptions, "tsa">): Promise<Signer | null> {
  const named = [options.key, options.p12, options.command].filter((one) => one !== undefined);
  if (named.length === 0 && options.cert === undefined) return null;
  if (named.length > 1)
    throw fault(
      "укажите что-то одно: --key с --cert, --p12 или --signer",
      "give one of these: --key with --cert, --p12 or --signer",
    );
  if (options.command !== undefined) return commandSigner(options.command, options.cert);
  if (options.p12 !== undefined) return p12Signer(options.p12, options);
  if (options.key === undefined || options.cert === undefined)
    throw fault("ключи --key и --cert указывают вместе", "--key and --cert go together");
  return keySigner(options.key, options.cert, options);
}

async function keySigner(keyFile: string, certFile: string, options: SignerOptions): Promise<Signer> {
  const pem = Buffer.from(await readInput(keyFile));
  const { password: passphrase } = options;
  let key: KeyObject;
  try {
    key = createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  } catch {
    throw fault(
      `ключ «${keyFile}» не читается: это не закрытый ключ PEM, нужен пароль (переменная TRC_KEY_PASSWORD) или алгоритм не поддержан (ГОСТ – через --signer)`,
      `the key “${keyFile}” cannot be read: it is no private key in PEM, needs a password (variable TRC_KEY_PASSWORD) or is of an unsupported algorithm (GOST goes through --signer)`,
    );
  }
  const certificates = derBlocks(await readInput(certFile), "CERTIFICATE");
  return signerOf(key, certificates, certFile, options.signingTime ?? null);
}

async function p12Signer(file: string, options: SignerOptions): Promise<Signer> {
  const bytes = await readInput(file);
  const pkijs = await import("pkijs");
  const password = Uint8Array.from(Buffer.from(options.password ?? "", "utf8")).buffer;
  try {
    const pfx = pkijs.PFX.fromBER(Uint8Array.from(bytes).buffer);
    await pfx.parseInternalValues({ password, checkIntegrity: true });
    const safe = pfx.parsedValue?.authenticatedSafe;
    if (safe === undefined) throw new Error("no safe");
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    const contents: readonly { readonly value: SafeContents }[] = safe.parsedValue.safeContents;
    let key: KeyObject | null = null;
    const certificates: Uint8Array[] = [];
    for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
      if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
        // Open to every caller at run time, as the library's own examples use it; only its types say protected.
        await (bagValue as unknown as Shrouded).parseInternalValues({ password });
        if (bagValue.parsedValue !== undefined) key = pkcs8(bagValue.parsedValue);
      } else if (bagValue instanceof pkijs.PrivateKeyInfo) key = pkcs8(bagValue);
      else if (bagValue instanceof pkijs.CertBag && bagValue.parsedValue instanceof pkijs.Certificate)
        certificates.push(new Uint8Array(bagValue.parsedValue.toSchema().toBER()));
    }
    if (key === null || certificates.length === 0) throw new Error("no key or no certificate");
    return await signerOf(key, certificates, file, options.signingTime ?? null);
  } catch (error) {
    if (error instanceof SignerFault) throw error;
    throw fault(
      `файл «${file}» не открывается: неверный пароль (переменная TRC_KEY_PASSWORD), старое шифрование (пересохраните: openssl pkcs12 -legacy) или это не PKCS#12`,
      `the file “${file}” cannot be opened: the password is wrong (variable TRC_KEY_PASSWORD), the encryption is old (save anew: openssl pkcs12 -legacy) or it is no PKCS#12`,
    );
  }
}

type Shrouded = { readonly parseInternalValues: (parameters: { readonly password: ArrayBuffer }) => Promise<void> };

function pkcs8(info: PrivateKeyInfo): KeyObject {
  return createPrivateKey({ key: Buffer.from(info.toSchema().toBER()), format: "der", type: "pkcs8" });
}

/** The signer of a key and the certificate among `ders` that is of that key; the others go along as its chain. */
async function signerOf(
  key: KeyObject,
  ders: readonly Uint8Array[],
  certFile: string,
  signingTime: string | null,
): Promise<Signer> {
  const own = ders.find((der) => isOf(der, key));
  if (own === undefined)
    throw fault(
      `в файле «${certFile}» нет сертификата этого ключа`,
      `the file “${certFile}” holds no certificate of this key`,
    );
  const certificate = await parseCertificate(own);
  const chain = await Promise.all(ders.filter((der) => der !== own).map(parseCertificate));
  const crypto = await importKey(key);
  return {
    certificate: describeCertificate(certificate),
    sign: (content) => signCms(content, { key: crypto, certificate, chain }, signingTime),
  };
}

async function importKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const pkcs8 = key.export({ format: "der", type: "pkcs8" });
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ""];
  const algorithm =
    key.asymmetricKeyType === "rsa"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : key.asymmetricKeyType === "ec" && curve !== undefined
        ? { name: "ECDSA", namedCurve: curve }
        : null;
  if (algorithm === null)
    throw fault(
      `ключ вида ${key.asymmetricKeyType} не поддержан: нужен RSA или ECDSA (P-256, P-384, P-521); ГОСТ и прочие – через --signer`,
      `a key of the type ${key.asymmetricKeyType} is not supported: RSA or ECDSA (P-256, P-384, P-521) is needed; GOST and others go through --signer`,
    );
  return webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
}

const CURVES: { readonly [openssl: string]: string } = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

function isOf(der: Uint8Array, key: KeyObject): boolean {
  try {
    return new X509Certificate(der).publicKey.equals(createPublicKey(key));
  } catch {
    return false;
  }
}

/** Another program signs: a certified provider, or OpenSSL with the GOST engine. What it gives is parsed before it is taken. */
async function commandSigner(command: string, certFile: string | undefined): Promise<Signer> {
  const blocks = certFile === undefined ? [] : derBlocks(await readInput(certFile), "CERTIFICATE");
  const certificate = blocks[0] === undefined ? null : await readCertificate(blocks[0]);
  return {
    certificate,
    sign: async (content) => {
      const output = await runSigner(command, content);
      try {
        return (await readSignature(output)).der;
      } catch (error) {
        if (!(error instanceof UnreadableSignature)) throw error;
        const { ru, en } = error.said;
        throw fault(
          `программа подписи из --signer дала не подпись: ${ru}`,
          `what the program of --signer gave is no signature: ${en}`,
        );
      }
    },
  };
}

function runSigner(command: string, content: Uint8Array): Promise<Uint8Array> {
  return inTemporaryFolder("trc-sign", async (folder) => {
    const input = join(folder, "content");
    const output = join(folder, "signature");
    await writeFile(input, content);
    const line = command.replaceAll("{in}", () => input).replaceAll("{out}", () => output);
    const stdout = await shell(line, command.includes("{in}") ? null : content);
    if (!command.includes("{out}")) return stdout;
    if (await isThere(output)) return readFile(output);
    throw fault(
      "программа подписи из --signer не записала файл {out}",
      "the program of --signer did not write the file {out}",
    );
  });
}

function shell(line: string, stdin: Uint8Array | null): Promise<Uint8Array> {
  const [program, flag] = process.platform === "win32" ? ["cmd.exe", "/c"] : ["/bin/sh", "-c"];
  return new Promise((resolve, reject) => {
    const child = execFile(
      program as string,
      [flag as string, line],
      { encoding: "buffer", maxBuffer: 4 * 1024 * 1024, timeout: 300_000 },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const said = stderr.toString("utf8").trim().split("\n").slice(-3).join("; ");
        const more = said === "" ? "" : `: ${said}`;
        reject(
          fault(`программа подписи из --signer завершилась с ошибкой${more}`, `the program of --signer failed${more}`),
        );
      },
    );
    // A program that does not read its input closes the pipe; that is no fault.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin ?? undefined);
  });
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readGiven(file);
  } catch (error) {
    const reason = readingReason(error);
    throw fault(`файл «${file}» не читается: ${reason.ru}`, `the file “${file}” cannot be read: ${reason.en}`);
  }
}
