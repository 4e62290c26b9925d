import { type Diagnostic, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import { type EntryFile, readEntryFile } from "./entry-file.ts";
import { FINDINGS } from "./findings.ts";
import { isConsistent, isIncluded, leafHash, sameHash } from "./merkle.ts";
import { judgeNote, type Note, type NoteKey, parseNote } from "./note.ts";
import { type Checkpoint, type Proof, parseCheckpoint, parseProof } from "./proof.ts";
import { consistencyWords, inclusionWords } from "./proof-text.ts";
import { bytesOf, keysIn } from "./read-tree.ts";

/** What a stranger has. */
export type VerifyOptions = {
  readonly proof: string;
  /** The entry of the register, or the folder of a bag that holds it; asked for by a proof of inclusion. */
  readonly document?: string | undefined;
  /** A checkpoint got in another way; asked for by a proof of consistency, as the earlier one. */
  readonly checkpoint?: string | undefined;
  /** File of public keys, or such a key itself. */
  readonly key?: string | undefined;
};

/** What was proved. */
export type Proved = {
  readonly of: Proof["of"];
  readonly origin: string;
  readonly size: number;
  /** Index of the leaf, or size of the earlier tree. */
  readonly at: number;
  /** What the proved entry says; null for a proof of consistency. */
  readonly entry: EntryFile["fields"] | null;
  /** True when the checkpoint is signed with the key that was given. */
  readonly signed: boolean;
};

/**
 * Holds a proof against the entry, the checkpoint and the key, without the register and the tree. TRC8146: it is wrong; TRC8147: a file is not what it
 * should be, or is missing; TRC8148: nothing vouches for the tree.
 */
export async function verifyProof(options: VerifyOptions): Promise<Outcome<Proved>> {
  const file = await textOf(options.proof);
  const proof = parseProof(file);
  const head = proof === null ? null : headIn(proof.note);
  if (proof === null || head === null) return { diagnostics: [notA(options.proof, WHAT.proof)] };
  const wrong = (why: Text): Outcome<Proved> => ({
    diagnostics: [raise(FINDINGS.TRC8146, { of: [options.proof, why] })],
  });
  const keys = options.key === undefined ? null : await keysOf(options.key);
  if (keys?.length === 0) return { diagnostics: [notA(options.key ?? "", WHAT.key)] };
  const beside = options.checkpoint === undefined ? undefined : await checkpointAt(options.checkpoint);
  if (beside === null) return { diagnostics: [notA(options.checkpoint ?? "", WHAT.checkpoint)] };
  for (const one of beside === undefined ? [head] : [head, beside])
    if (keys !== null && !isSigned(one, keys)) return wrong(REASON.signature);
  if (beside !== undefined && beside.origin !== head.origin) return wrong(REASON.origin);
  const { of, at } = proof;
  const proved = { of, at, origin: head.origin, size: head.size, signed: keys !== null };
  const diagnostics = keys === null && beside === undefined ? [raise(FINDINGS.TRC8148, {})] : [];
  if (of === "consistency") {
    if (beside === undefined) return { diagnostics: [notA("--checkpoint", WHAT.checkpoint)] };
    if (beside.size !== at) return wrong(REASON.size);
    if (!isConsistent(beside, head, proof.path)) return wrong(REASON.growth);
    if (!hasWords(file, consistencyWords(at, head))) return wrong(REASON.words);
    return { value: { ...proved, entry: null }, diagnostics };
  }
  const entry = await readEntryFile(options.document ?? "");
  if (entry === null) return { diagnostics: [notA(options.document ?? "–", WHAT.entry)] };
  if (beside !== undefined && beside.size !== head.size) return wrong(REASON.other);
  if (beside !== undefined && !sameHash(beside.root, head.root)) return wrong(REASON.root);
  if (!isIncluded({ index: at, hash: leafHash(bytesOf(entry.fields.seal)) }, proof.path, head))
    return wrong(REASON.path);
  if (!hasWords(file, inclusionWords(entry, at, head))) return wrong(REASON.words);
  return { value: { ...proved, entry: entry.fields }, diagnostics };
}

const WHAT = {
  proof: text("доказательство", "proof"),
  key: text("открытый ключ", "public key"),
  checkpoint: text("контрольная точка", "checkpoint"),
  entry: text("запись реестра в том виде, в каком её внесли", "entry of the register as it was entered"),
};

const REASON = {
  signature: text(
    "контрольная точка не подписана этим ключом или изменена",
    "the checkpoint is not signed with this key, or was changed",
  ),
  origin: text("контрольная точка – другого дерева", "the checkpoint is of another tree"),
  size: text("контрольная точка не та, с которой его сделали", "the checkpoint is not the one it was made from"),
  other: text(
    "контрольная точка другого дня; связь с нею покажет trc register prove --since",
    "the checkpoint is of another day; trc register prove --since shows how the two are linked",
  ),
  root: text("корень дерева другой", "the root of the tree is another one"),
  growth: text("прежние записи изменены или изъяты", "earlier entries were changed or taken out"),
  path: text("путь от записи не ведёт к корню", "the path does not lead from the entry to the root"),
  words: text("слова над ним не те, что в записи", "the words over it are not those of the entry"),
};

type Head = Checkpoint & { readonly parsed: Note };

function headIn(note: string): Head | null {
  const parsed = parseNote(note);
  const head = parsed === null ? null : parseCheckpoint(parsed.text);
  return parsed === null || head === null ? null : { ...head, parsed };
}

/** The checkpoint in a file of its own, or at the end of a proof. */
async function checkpointAt(path: string): Promise<Head | null> {
  const file = await textOf(path);
  return headIn(parseProof(file)?.note ?? file);
}

function isSigned({ parsed, origin }: Head, keys: readonly NoteKey[]): boolean {
  const verdicts = keys.map((key) => (key.name === origin ? judgeNote(parsed, key) : "unsigned"));
  return verdicts.includes("signed") && !verdicts.includes("forged");
}

async function keysOf(given: string): Promise<NoteKey[]> {
  const typed = keysIn(given);
  return typed.length > 0 ? typed : keysIn(await textOf(given));
}

/** A proof may stand without words; those that it has are the program's, of this entry. */
function hasWords(file: string, { ru, en }: Text): boolean {
  const above = file.slice(0, Math.max(file.search(/^(c2sp\.org\/tlog-proof@v1|old \d+)$/m), 0)).trim();
  return ["", ru.trim(), en.trim()].includes(above);
}

/** Text of a file; mail and editors may have given it other ends of lines. Empty where it cannot be read. */
async function textOf(path: string): Promise<string> {
  const text = await readGiven(path).then(String, () => "");
  return `${text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .trimEnd()}\n`;
}

function notA(file: string, what: Text): Diagnostic {
  return raise(FINDINGS.TRC8147, { of: [file, what] });
}
