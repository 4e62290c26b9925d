import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Diagnostic, raise } from "../diagnostics/index.ts";
import { digestOf } from "./digest.ts";
import { type FarAddress, type FarPlace, farPlace } from "./far-places.ts";
import { FINDINGS } from "./findings.ts";

/** A cache that several machines have in common, as plain data. */
export type SharedAddress = {
  readonly place: FarAddress;
  /** As a person named it. */
  readonly shown: string;
  /** PEM of an Ed25519 key: the private one writes and reads, the public one reads. */
  readonly key: string;
};

/** Entries of others: nothing is thrown, what is wrong is told once. */
export type SharedStore = {
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** What was found since it was asked last. Codes TRC6030, TRC6031. */
  readonly told: () => readonly Diagnostic[];
};

/** Lengths of the digest in hex, and of the signature in hex, each with its line end. */
const [DIGEST, SIGNATURE] = [65, 129];

/** A shared store; an entry is the digest of its bytes, a signature of name and digest, the bytes. @throws for a key of another kind */
export function sharedStore({ place, shown, key }: SharedAddress, open = farPlace): SharedStore {
  const { own, known } = keysOf(key);
  const found: Diagnostic[] = [];
  let opened: Promise<FarPlace> | null = null;
  let gone = false;
  /** Asks the place, unless it could not be reached before: a build does not wait again and again. */
  const ask = async <T>(question: (far: FarPlace) => Promise<T>): Promise<T | undefined> => {
    if (gone) return undefined;
    try {
      opened ??= open(place);
      return await question(await opened);
    } catch (error) {
      gone = true;
      found.push(raise(FINDINGS.TRC6030, { of: [shown, reasonOf(error)] }));
      return undefined;
    }
  };
  return {
    read: async (name) => {
      const stored = await ask((far) => far.get(name));
      if (stored === undefined || stored === null) return undefined;
      const bytes = stored.subarray(DIGEST + SIGNATURE);
      const [digest = "", signature = ""] = Buffer.from(stored.subarray(0, DIGEST + SIGNATURE))
        .toString("latin1")
        .split("\n");
      const whole = digest === digestOf(bytes);
      if (whole && verify(null, statement(name, digest), known, Buffer.from(signature, "hex"))) return bytes;
      found.push(raise(FINDINGS.TRC6031, { of: [shown, name, whole] }));
      return undefined;
    },
    write: async (name, bytes) => {
      if (own === null) return;
      const digest = digestOf(bytes);
      const signature = sign(null, statement(name, digest), own).toString("hex");
      await ask((far) => far.put(name, Buffer.concat([Buffer.from(`${digest}\n${signature}\n`), bytes])));
    },
    told: () => found.splice(0),
  };
}

/** What a signature says: these bytes are what comes of what is so named. */
function statement(name: string, digest: string): Buffer {
  return Buffer.from(`trc shared cache 1\n${name}\n${digest}\n`);
}

/** Whether a PEM is a key that entries are signed or verified with. */
export function isSharedKey(pem: string): boolean {
  try {
    return keysOf(pem).known.asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}

function keysOf(pem: string): { readonly own: KeyObject | null; readonly known: KeyObject } {
  const own = pem.includes("PRIVATE KEY") ? createPrivateKey(pem) : null;
  return { own, known: createPublicKey(own ?? pem) };
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message || (cause as NodeJS.ErrnoException).code}` : message;
}
