/** A signature with its certificates is a few kilobytes; what is much larger is not one. */
export const MAX_SIGNATURE_BYTES = 1024 * 1024;

/**
 * DER of a file that holds DER, PEM or Base64, as tools of signing write them; null when it is none of these.
 * Windows tools may write a byte order mark and UTF-16; both are read.
 */
export function toDer(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length === 0 || bytes.length > MAX_SIGNATURE_BYTES) return null;
  if (bytes[0] === 0x30) return Uint8Array.from(bytes);
  const text = asText(bytes);
  const armoured = /-----BEGIN [A-Z0-9 ]+-----([\s\S]*?)-----END [A-Z0-9 ]+-----/.exec(text);
  const base64 = (armoured?.[1] ?? text).replace(/\s+/g, "");
  if (base64 === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const der = Uint8Array.from(Buffer.from(base64, "base64"));
  return der[0] === 0x30 ? der : null;
}

/** PEM with lines of 64 characters, as OpenSSL writes it. */
export function toPem(der: Uint8Array, label: string): string {
  const lines = Buffer.from(der)
    .toString("base64")
    .replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** Every DER block of a PEM file with several certificates, or the one block of another form. */
export function derBlocks(bytes: Uint8Array, label: string): Uint8Array[] {
  if (bytes[0] !== 0x30) {
    const blocks = [
      ...asText(bytes).matchAll(new RegExp(`-----BEGIN ${label}-----[\\s\\S]*?-----END ${label}-----`, "g")),
    ];
    if (blocks.length > 0) return blocks.flatMap(([block]) => toDer(Buffer.from(block)) ?? []);
  }
  const der = toDer(bytes);
  return der === null ? [] : [der];
}

function asText(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(bytes).replace(/^\ufeff/, "");
}
