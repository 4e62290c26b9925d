/** A digest: its name in node:crypto, or in OpenSSL's GOST engine. */
type Digest = { readonly name: string; readonly node?: string; readonly gost?: string; readonly weak: boolean };

/** Digest algorithms by OID. */
export const DIGESTS: { readonly [oid: string]: Digest } = {
  "2.16.840.1.101.3.4.2.1": { name: "SHA-256", node: "sha256", weak: false },
  "2.16.840.1.101.3.4.2.2": { name: "SHA-384", node: "sha384", weak: false },
  "2.16.840.1.101.3.4.2.3": { name: "SHA-512", node: "sha512", weak: false },
  "1.3.14.3.2.26": { name: "SHA-1", node: "sha1", weak: true },
  "1.2.840.113549.2.5": { name: "MD5", node: "md5", weak: true },
  "1.2.643.7.1.1.2.2": { name: "ГОСТ Р 34.11-2012 (256)", gost: "md_gost12_256", weak: false },
  "1.2.643.7.1.1.2.3": { name: "ГОСТ Р 34.11-2012 (512)", gost: "md_gost12_512", weak: false },
  "1.2.643.2.2.9": { name: "ГОСТ Р 34.11-94", weak: true },
};

/** Algorithms of public keys by OID. */
const KEYS: { readonly [oid: string]: string } = {
  "1.2.840.113549.1.1.1": "RSA",
  "1.2.840.113549.1.1.10": "RSA-PSS",
  "1.2.840.10045.2.1": "ECDSA",
  "1.3.101.112": "Ed25519",
  "1.2.643.7.1.1.1.1": "ГОСТ Р 34.10-2012 (256)",
  "1.2.643.7.1.1.1.2": "ГОСТ Р 34.10-2012 (512)",
  "1.2.643.2.2.19": "ГОСТ Р 34.10-2001",
};

/** Name of a key's algorithm by its object identifier. */
export function keyName(oid: string): string {
  return KEYS[oid] ?? oid;
}

/** The arc of Russian standards: only OpenSSL's engine or a certified provider can verify it. */
export function isGost(oid: string): boolean {
  return oid.startsWith("1.2.643.");
}
