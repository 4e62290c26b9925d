import type { Hash, TreeHead } from "./merkle.ts";

/** The head of a tree under the name of its log. */
export type Checkpoint = TreeHead & { readonly origin: string };

/** Text of a checkpoint, to be signed. @see https://c2sp.org/tlog-checkpoint */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encoded(root)}\n`;
}

/** A checkpoint out of the text of its note; lines that it has besides are allowed. Null for what is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", root = ""] = text.split("\n");
  const [count, hash] = [numberIn(size), hashIn(root)];
  return origin === "" || count === null || hash === null || !text.endsWith("\n")
    ? null
    : { origin, size: count, root: hash };
}

/** A proof with the signed checkpoint it leads to. */
export type Proof = {
  /** `inclusion`: `at` is the index of the leaf; `consistency`: the size of the earlier tree. */
  readonly of: "inclusion" | "consistency";
  readonly at: number;
  readonly path: readonly Hash[];
  /** The note of the checkpoint, letter by letter. */
  readonly note: string;
};

const INCLUSION = "c2sp.org/tlog-proof@v1";

/**
 * A proof as text: one of inclusion by the form of C2SP, one of consistency as a witness is sent it.
 * @see https://c2sp.org/tlog-proof
 * @see https://c2sp.org/tlog-witness
 */
export function encodeProof({ of, at, path, note }: Proof): string {
  const head = of === "inclusion" ? [INCLUSION, `index ${at}`] : [`old ${at}`];
  return `${[...head, ...path.map(encoded)].join("\n")}\n\n${note}`;
}

/** A proof out of a text that may begin with words for people; null where it holds none. */
export function parseProof(text: string): Proof | null {
  const [begin] = /^(?:c2sp\.org\/tlog-proof@v1$|old \d+$)/m.exec(text) ?? [];
  if (begin === undefined) return null;
  const proof = text.slice(new RegExp(`^${begin.replaceAll(".", "\\.")}$`, "m").exec(text)?.index);
  const at = proof.indexOf("\n\n");
  const lines = proof.slice(0, at).split("\n");
  const of = begin === INCLUSION ? "inclusion" : "consistency";
  // Words that others may have put beside an index prove nothing.
  if (of === "inclusion") lines.splice(0, lines[1]?.startsWith("extra ") ? 2 : 1);
  const [head = "", ...path] = lines;
  const count = numberIn(head.replace(of === "inclusion" ? /^index / : /^old /, ""));
  const hashes = path.map(hashIn);
  if (at < 0 || count === null || hashes.length > MOST_HASHES) return null;
  return hashes.some((one) => one === null)
    ? null
    : { of, at: count, path: hashes.filter((one) => one !== null), note: proof.slice(at + 2) };
}

/** No tree that can be counted has a longer path. */
const MOST_HASHES = 63;

function encoded(hash: Hash): string {
  return Buffer.from(hash).toString("base64");
}

function hashIn(line: string): Hash | null {
  const hash = Buffer.from(line, "base64");
  return hash.length === 32 && encoded(hash) === line ? hash : null;
}

function numberIn(line: string): number | null {
  return /^(0|[1-9]\d{0,14})$/.test(line) ? Number(line) : null;
}
