import { createPrivateKey, createPublicKey } from "node:crypto";
import { expect, it } from "vitest";
import {
  encodeNoteKey,
  judgeNote,
  parseNote,
  parseNoteKey,
  signNote,
} from "../../../../src/office/register-tree/note.ts";
import { parseCheckpoint } from "../../../../src/office/register-tree/proof.ts";

/** The key and the note that the specification of signed notes shows. @see https://c2sp.org/signed-note */
const VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const NOTE =
  "This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

const published = () => {
  const key = parseNoteKey(VKEY);
  if (key === null) throw new Error("the key is not read");
  return key;
};

it("the note that the specification shows is signed by the key that it shows", () => {
  const note = parseNote(NOTE);
  expect(note?.text).toBe("This is an example message.\n");
  expect(note && judgeNote(note, published())).toBe("signed");
  expect(encodeNoteKey(published())).toBe(VKEY);
  const changed = parseNote(NOTE.replace("example message", "example messages"));
  expect(changed && judgeNote(changed, published())).toBe("forged");
});

it("a note of ours is signed by its key, and unsigned by another; other signatures are ignored", () => {
  // Made with `openssl genpkey -algorithm ed25519` for this test alone.
  const seed = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]);
  const key = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
  const name = "centre.example.org/register";
  const text = `${name}\n7\n${Buffer.alloc(32, 1).toString("base64")}\n`;
  const signed = signNote(text, { name, key });
  const own = parseNoteKey(encodeNoteKey({ name, key: createPublicKey(key) }));
  const note = parseNote(`${signed}\u2014 witness.example AAAAAAAAAAA=\n`);
  if (note === null || own === null) throw new Error("not read");
  expect(parseCheckpoint(note.text)).toMatchObject({ origin: name, size: 7 });
  expect(judgeNote(note, own)).toBe("signed");
  expect(judgeNote(note, published())).toBe("unsigned");
});

it.each([
  ["no signature", "a text\n"],
  ["no empty line", `text\n\u2014 example.com/foo Uw2QOkn8\n`],
  ["a control character", NOTE.replace("is an", "is\tan")],
  ["a signature that is no Base64", NOTE.replace("Uw2QO", "Uw2?O")],
  ["no end of the last line", NOTE.slice(0, -1)],
])("what has %s is no note", (_, note) => {
  expect(parseNote(note)).toBeNull();
});

it.each([
  ["another id", VKEY.replace("530d903a", "530d903b")],
  ["another algorithm", VKEY.replace("+Aeky", "+Beky")],
  ["no key", "example.com/foo+530d903a+Aeky"],
  ["a name with a space", VKEY.replace("com/foo", "com /foo")],
])("a line with %s is no key", (_, line) => {
  expect(parseNoteKey(line)).toBeNull();
});

it.each(["07", "-1", "7 ", "1e3", "9999999999999999"])("%s is no size of a tree", (size) => {
  expect(parseCheckpoint(`example.org/log\n${size}\n${Buffer.alloc(32).toString("base64")}\n`)).toBeNull();
});
