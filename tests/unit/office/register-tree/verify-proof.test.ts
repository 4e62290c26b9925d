import { createPrivateKey, createPublicKey } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { verifyProof } from "../../../../src/office/register-tree/index.ts";
import { consistencyPath, inclusionPath, leafHash, treeRoot } from "../../../../src/office/register-tree/merkle.ts";
import { encodeNoteKey, signNote } from "../../../../src/office/register-tree/note.ts";
import { checkpointText, encodeProof } from "../../../../src/office/register-tree/proof.ts";
import { consistencyWords, inclusionWords } from "../../../../src/office/register-tree/proof-text.ts";
import {
  decodeLines,
  encodeLines,
  headsIn,
  lineOf,
  type TreeLine,
} from "../../../../src/office/register-tree/tree-line.ts";
import { encodeEntry, type RegisterEntry } from "../../../../src/paperwork/register/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const NAME = "centre.example.org/register";
const keyOf = (byte: number) => {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, byte)]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return { key, line: encodeNoteKey({ name: NAME, key: createPublicKey(key) }) };
};
const [ours, others] = [keyOf(7), keyOf(8)];

/** Entries 1 to 5 of a series, as their files hold them. */
const files = [1, 2, 3, 4, 5].map((entry) => {
  const fields = {
    document: `order-general.${entry}-od-2025`,
    order: `${entry}-od-2025`,
    author: "centre",
    suffix: "-ОД",
    year: 2025,
    number: `${entry}-ОД`,
    date: "2025-09-05",
    registered: `2025-09-0${entry}`,
    title: `Приказ ${entry}`,
    organisation: "Школа",
    pages: 1,
    digest: "d",
    text: ["слово"],
  };
  return { ...encodeEntry(fields, { entry, previous: null }), fields: { ...fields, entry } };
});
const leaves = files.map(({ seal }) => leafHash(Buffer.from(seal, "hex")));
const headOf = (size: number) => ({ origin: NAME, size, root: treeRoot(leaves.slice(0, size)) });
const noteOf = (size: number, key = ours.key) => signNote(checkpointText(headOf(size)), { name: NAME, key });

function put(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

const third = files[2] as (typeof files)[number];
const entry = put("entry.yaml", third.text);
const inclusion = (size = 5, at = 2, words = "", key = ours.key) =>
  `${words}${encodeProof({ of: "inclusion", at, path: inclusionPath(leaves.slice(0, size), at), note: noteOf(size, key) })}`;
const growth = (from = 3, words = "") =>
  `${words}${encodeProof({ of: "consistency", at: from, path: consistencyPath(leaves, from), note: noteOf(5) })}`;

async function said(proof: string, options: Partial<Parameters<typeof verifyProof>[0]> = {}) {
  const { value, diagnostics } = await verifyProof({ proof: put("proof.txt", proof), key: ours.line, ...options });
  return [
    value === undefined ? null : `${value.of} ${value.at} of ${value.size}, signed ${value.signed}`,
    ...diagnostics.map(({ code, message }) => `${code} ${message.en}`),
  ];
}
const refused = (code: string, words: string) => [null, expect.stringMatching(new RegExp(`^${code} .*${words}`))];

describe("a proof that an entry is in the tree", () => {
  const { ru, en } = inclusionWords({ fields: { ...third.fields, seal: third.seal } }, 2, headOf(5));
  const held = ["inclusion 2 of 5, signed true"];

  it("holds with the key, typed or in a file, with the words of the program in either language and any ends of lines", async () => {
    for (const proof of [
      inclusion(),
      inclusion(5, 2, `${ru}\n`),
      inclusion(5, 2, `${en}\n`),
      `\ufeff${inclusion().replaceAll("\n", "\r\n")}\r\n\r\n`,
    ])
      expect(await said(proof, { document: entry })).toEqual(held);
    expect(await said(inclusion(), { document: entry, key: put("key.txt", `# ключ\n${ours.line}\n`) })).toEqual(held);
    const { value } = await verifyProof({ proof: put("p.txt", inclusion()), document: entry, key: ours.line });
    expect(value).toMatchObject({ origin: NAME, entry: { title: "Приказ 3", seal: third.seal } });
  });

  it("without a key proves nothing about who keeps the tree, unless a checkpoint got in another way agrees", async () => {
    expect(await said(inclusion(), { document: entry, key: undefined })).toEqual([
      "inclusion 2 of 5, signed false",
      expect.stringMatching(/^TRC8148 /),
    ]);
    const checkpoint = put("checkpoint", noteOf(5));
    expect(await said(inclusion(), { document: entry, key: undefined, checkpoint })).toEqual([
      "inclusion 2 of 5, signed false",
    ]);
    expect(await said(inclusion(), { document: entry, checkpoint: put("other-proof.txt", growth()) })).toEqual(held);
  });

  it.each([
    [
      "of another entry",
      "TRC8146",
      "does not lead from the entry",
      () => said(inclusion(), { document: put("e.yaml", files[3]?.text ?? "") }),
    ],
    [
      "under other words",
      "TRC8146",
      "words over it",
      () => said(inclusion(5, 2, `${en.replace("Приказ 3", "Приказ 4")}\n`), { document: entry }),
    ],
    [
      "signed by another key",
      "TRC8146",
      "not signed with this key",
      () => said(inclusion(5, 2, "", others.key), { document: entry }),
    ],
    [
      "beside a checkpoint of another day",
      "TRC8146",
      "another day",
      () => said(inclusion(), { document: entry, checkpoint: put("c", noteOf(4)) }),
    ],
    [
      "beside another root",
      "TRC8146",
      "root of the tree",
      () =>
        said(inclusion(), {
          document: entry,
          key: undefined,
          checkpoint: put(
            "c",
            signNote(checkpointText({ ...headOf(5), root: leaves[0] as Uint8Array }), { name: NAME, key: ours.key }),
          ),
        }),
    ],
    [
      "beside a checkpoint of another tree",
      "TRC8146",
      "of another tree",
      () =>
        said(inclusion(), {
          document: entry,
          key: undefined,
          checkpoint: put(
            "c",
            signNote(checkpointText({ ...headOf(5), origin: "x.example/y" }), { name: "x.example/y", key: ours.key }),
          ),
        }),
    ],
    [
      "of an entry that was changed",
      "TRC8147",
      "entry of the register",
      () => said(inclusion(), { document: put("e.yaml", third.text.replace("Приказ 3", "Приказ 4")) }),
    ],
    ["without an entry", "TRC8147", "entry of the register", () => said(inclusion())],
    ["that is none", "TRC8147", "proof", () => said("c2sp.org/tlog-proof@v1\nindex 2\n", { document: entry })],
    [
      "with a key that is none",
      "TRC8147",
      "public key",
      () => said(inclusion(), { document: entry, key: put("no-key", "x") }),
    ],
    [
      "with a checkpoint that is none",
      "TRC8147",
      "checkpoint",
      () => said(inclusion(), { document: entry, checkpoint: put("c", "x") }),
    ],
  ])("is refused: %s", async (_name, code, words, run) => expect(await run()).toEqual(refused(code, words)));
});

describe("a proof that the register was only added to", () => {
  const checkpoint = put("three", noteOf(3));
  const { ru, en } = consistencyWords(3, headOf(5));

  it("holds with the earlier checkpoint, and with the words of the program", async () => {
    for (const words of ["", `${ru}\n`, `${en}\n`])
      expect(await said(growth(3, words), { checkpoint })).toEqual(["consistency 3 of 5, signed true"]);
    expect(await said(growth(), { checkpoint, key: undefined })).toEqual(["consistency 3 of 5, signed false"]);
  });

  it.each([
    ["without the checkpoint", "TRC8147", "checkpoint", () => said(growth())],
    [
      "with a checkpoint of another day",
      "TRC8146",
      "not the one it was made from",
      () => said(growth(), { checkpoint: put("c", noteOf(4)) }),
    ],
    [
      "with a checkpoint of other entries",
      "TRC8146",
      "changed or taken out",
      () =>
        said(growth(), {
          checkpoint: put(
            "c",
            signNote(checkpointText({ ...headOf(3), root: leaves[0] as Uint8Array }), { name: NAME, key: ours.key }),
          ),
        }),
    ],
    [
      "with a checkpoint of another key",
      "TRC8146",
      "not signed with this key",
      () => said(growth(), { checkpoint: put("c", noteOf(3, others.key)) }),
    ],
    ["under other words", "TRC8146", "words over it", () => said(growth(3, "Реестр цел.\n\n"), { checkpoint })],
  ])("is refused: %s", async (_name, code, words, run) => expect(await run()).toEqual(refused(code, words)));
});

describe("the lines of a tree", () => {
  const lines: TreeLine[] = files.map(({ seal, fields }) =>
    lineOf({ fields: { ...fields, seal } } as unknown as RegisterEntry),
  );

  it("are read as they were written, also those of which only the seal is known", () => {
    const known = [...lines, { seal: "f".repeat(64), of: null }];
    expect(decodeLines(encodeLines(known))).toEqual([...known, undefined]);
    expect(lines[0]?.of).toEqual({ entry: 1, series: "orders centre №-ОД 2025", document: "order-general.1-od-2025" });
  });

  it("stand in their places, or are none", () => {
    const seal = "a".repeat(64);
    const text = [
      `1  ${seal}`,
      `1  ${seal}`,
      `2 ${seal}`,
      `3  ${seal}x`,
      `x4  ${seal}`,
      `5  ${seal}  1 x`,
      `6  ${seal}  1  a b  c`,
    ].join("\n");
    const only = { seal, of: null };
    expect(decodeLines(text)).toEqual([
      undefined,
      only,
      undefined,
      undefined,
      undefined,
      only,
      { seal, of: { entry: 1, series: "a b", document: "c" } },
    ]);
  });

  it("name the newest of each series, in whatever order", () => {
    const head = {
      series: "orders centre №-ОД 2025",
      entries: 5,
      seal: files[4]?.seal,
      document: "order-general.5-od-2025",
    };
    expect(headsIn(lines)).toEqual([head]);
    expect(headsIn([...lines].reverse())).toEqual([head]);
    expect(headsIn([{ seal: "x", of: null }])).toEqual([]);
    const plan = { seal: "p", of: { entry: 1, series: "plans centre б/н 2025", document: "plan" } };
    expect(headsIn([plan, ...lines])).toEqual([
      { series: plan.of.series, entries: 1, seal: "p", document: "plan" },
      head,
    ]);
  });
});
