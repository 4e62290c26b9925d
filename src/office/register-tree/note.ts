import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** A key that signs notes, by the name it signs under. */
export type NoteKey = { readonly name: string; readonly key: KeyObject };

/** Sign of Ed25519 in keys of notes. */
const ED25519 = Uint8Array.of(1);
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;
/** The text of a note may be of any length; more signatures than this are nobody's. */
const MOST_SIGNATURES = 64;

/**
 * A text signed with an Ed25519 key, as a note.
 * @param text lines, each with its end
 * @see https://c2sp.org/signed-note
 */
export function signNote(text: string, { name, key }: NoteKey): string {
  const signature = sign(null, Buffer.from(text), key);
  return `${text}\n\u2014 ${name} ${Buffer.concat([keyId(name, rawKey(key)), signature]).toString("base64")}\n`;
}

/** A note taken apart: its text, and under what names and ids it is signed. */
export type Note = {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly bytes: Uint8Array }[];
};

/** Takes a note apart; null for what is none. */
export function parseNote(note: string): Note | null {
  const at = note.lastIndexOf("\n\n");
  if (at < 1 || !note.endsWith("\n") || /[\0-\x09\x0b-\x1f]/.test(note)) return null;
  const lines = note.slice(at + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map((line) => {
    const [, name, code = ""] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = Buffer.from(code, "base64");
    const isWhole = name !== undefined && bytes.length > 4 && bytes.toString("base64") === code;
    return isWhole ? { name, id: bytes.toString("hex", 0, 4), bytes: bytes.subarray(4) } : null;
  });
  if (signatures.some((one) => one === null)) return null;
  return { text: note.slice(0, at + 1), signatures: signatures.filter((one) => one !== null) };
}

/** How a note stands to a key: signed by it, not signed by it, or with a signature under its name that is not its. */
export function judgeNote({ text, signatures }: Note, { name, key }: NoteKey): "signed" | "unsigned" | "forged" {
  const id = keyId(name, rawKey(key)).toString("hex");
  const own = signatures.filter((one) => one.name === name && one.id === id);
  if (own.length === 0) return "unsigned";
  return own.every(({ bytes }) => verify(null, Buffer.from(text), key, bytes)) ? "signed" : "forged";
}

/** The public half of a key as one line: `centre.example.org/register+530d903a+AekyeR…`. */
export function encodeNoteKey({ name, key }: NoteKey): string {
  const raw = rawKey(key);
  return `${name}+${keyId(name, raw).toString("hex")}+${Buffer.concat([ED25519, raw]).toString("base64")}`;
}

/** A key out of its line; null for what is none, or of another algorithm. */
export function parseNoteKey(line: string): NoteKey | null {
  const [, name, id, code = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(code, "base64");
  if (name === undefined || bytes.length !== 33 || bytes[0] !== ED25519[0]) return null;
  if (keyId(name, bytes.subarray(1)).toString("hex") !== id) return null;
  const jwk = { kty: "OKP", crv: "Ed25519", x: bytes.subarray(1).toString("base64url") };
  return { name, key: createPublicKey({ key: jwk, format: "jwk" }) };
}

function keyId(name: string, raw: Uint8Array): Buffer {
  return createHash("sha256").update(`${name}\n`).update(ED25519).update(raw).digest().subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  const { x = "" } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  return Buffer.from(x, "base64url");
}
