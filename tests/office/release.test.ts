import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ZipFile } from "yazl";
import { attachSignatures } from "../../src/office/release/index.ts";
import { packBundle, unpackBundle } from "../../src/office/release/zip.ts";
import {
  checkSignature,
  openSigner,
  readRevocationLists,
  readSignature,
  readTrust,
} from "../../src/office/signatures/index.ts";
import { identity, revocationList } from "../support/certificates.ts";
import { CHAINS } from "../support/chain-cases.ts";
import { Chains } from "../support/openssl-chains.ts";
import { pdfWords } from "../support/pdf-text.ts";
import { approveAll, releaseOf, type SmallCentre, signerOf, smallCentre, verify } from "../support/release.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let centre: SmallCentre;
let bundle: string;
const keys = join(folder.path, "keys");

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "centre"));
  bundle = join(centre.root, "release/bundle.zip");
});

const codesOf = ({
  diagnostics,
}: {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}) => [...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))];

describe("trc release", () => {
  it("refuses while approvals are missing, the tree is dirty, the checks fail, the certificate is out of its term", async () => {
    const unapproved = await releaseOf(centre);
    expect(codesOf(unapproved)).toEqual(["TRC7010"]);
    expect(unapproved.diagnostics.find(({ code }) => code === "TRC7010")?.message.ru).toMatch(
      /: исполнитель \(author\)/,
    );
    await approveAll(centre);
    writeFileSync(join(centre.root, "Черновик.txt"), "заметка");
    const dirty = await releaseOf(centre);
    expect(codesOf(dirty)).toEqual(["TRC7011"]);
    expect(dirty.diagnostics.find(({ code }) => code === "TRC7011")?.message.ru).toContain("Черновик.txt");
    rmSync(join(centre.root, "Черновик.txt"));
    // Ignored by git and packed all the same, it would stand in no commit.
    const hidden = join(centre.templates, "release/wording.yaml");
    const wording = readFileSync(hidden, "utf8");
    execFileSync("git", ["-C", centre.root, "update-index", "--assume-unchanged", "templates/release/wording.yaml"]);
    writeFileSync(hidden, wording.replace("ОПИСЬ КОМПЛЕКТА", "ОПИСЬ"));
    const unseen = await releaseOf(centre);
    expect(codesOf(unseen)).toEqual(["TRC7011"]);
    expect(unseen.diagnostics.find(({ code }) => code === "TRC7011")?.message.ru).toContain("release/wording.yaml");
    writeFileSync(hidden, wording);
    execFileSync("git", ["-C", centre.root, "update-index", "--no-assume-unchanged", "templates/release/wording.yaml"]);
    const old = await signerOf(keys, "old", await identity("Прежний Директор", { to: "2025-09-01" }));
    expect(codesOf(await releaseOf(centre, { signer: old }))).toEqual(["TRC7014"]);
    const order = join(centre.content, "people", "x.yaml");
    writeFileSync(order, "surname: 1\n");
    expect(codesOf(await releaseOf(centre, { draft: true }))).toContain("TRC1103");
    rmSync(order);
    expect(existsSync(bundle)).toBe(false);
  });

  it("makes the same bytes twice, of which every document can be made again", async () => {
    const made = await releaseOf(centre);
    expect(codesOf(made)).toEqual([]);
    const first = readFileSync(bundle);
    await releaseOf(centre);
    expect(readFileSync(bundle).equals(first)).toBe(true);
    const report = await verify(bundle, { rebuild: true });
    expect(report.findings.filter(({ state }) => state === "failed")).toEqual([]);
    expect(report.findings.find(({ check }) => check === "rebuild")?.state).toBe("proven");
    expect(report.digest).toBe(made.bundle?.digest);
  });

  it("refuses within git where its state cannot be read", async () => {
    vi.stubEnv("PATH", join(folder.path, "nothing"));
    const { diagnostics } = await releaseOf(centre);
    vi.unstubAllEnvs();
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message.ru)).toEqual([
      expect.stringContaining(`Папка «${realpathSync(centre.root)}» под git, но прочитать её состояние не удалось`),
    ]);
  });

  it("outside git names what it is made of by digests; a draft says that it is one", async () => {
    const loose = join(folder.path, "loose");
    mkdirSync(loose);
    const content = join(loose, "content");
    const templates = join(loose, "templates");
    execFileSync("cp", ["-r", centre.content, content]);
    execFileSync("cp", ["-r", centre.templates, templates]);
    const other = { content, templates, root: loose };
    execFileSync("git", ["-C", loose, "init", "-q"]);
    expect(codesOf(await releaseOf(other))).toEqual(["TRC7011"]);
    rmSync(join(loose, ".git"), { recursive: true });
    expect(codesOf(await releaseOf(other))).toEqual([]);
    const whole = await verify(join(loose, "release/bundle.zip"), { rebuild: true });
    expect([whole.draft, whole.commits, whole.findings.filter(({ state }) => state === "failed")]).toEqual([
      false,
      [],
      [],
    ]);
    expect(whole.findings.find(({ check }) => check === "commit")?.text.ru).toContain("без git");
    await releaseOf(other, { draft: true });
    const report = await verify(join(loose, "release/bundle.zip"));
    expect(report.draft).toBe(true);
    expect(report.findings.map(({ text }) => text.ru).join("\n")).toContain("ЧЕРНОВИК");
  });

  it("leaves alone what stands in the place of the bundle: a folder, a link, a folder without rights", async () => {
    const out = (name: string): string => join(folder.path, "targets", name);
    mkdirSync(out("folder.zip"), { recursive: true });
    writeFileSync(out("real.zip"), "чужой файл");
    symlinkSync(out("real.zip"), out("link.zip"));
    for (const name of ["folder.zip", "link.zip"])
      expect(codesOf(await releaseOf(centre, { out: out(name), draft: true }))).toEqual(["TRC7015"]);
    expect(readFileSync(out("real.zip"), "utf8")).toBe("чужой файл");
    writeFileSync(join(folder.path, "file"), "");
    expect(codesOf(await releaseOf(centre, { out: join(folder.path, "file/bundle.zip"), draft: true }))).toEqual([
      "TRC7015",
    ]);
    if (process.getuid?.() === 0) return;
    mkdirSync(out("closed"));
    chmodSync(out("closed"), 0o500);
    expect(codesOf(await releaseOf(centre, { out: out("closed/bundle.zip"), draft: true }))).toEqual(["TRC7015"]);
  });

  it("that fails to sign leaves the earlier bundle as it was", async () => {
    const before = readFileSync(bundle);
    const signer = await openSigner({ command: "exit 7" });
    expect(codesOf(await releaseOf(centre, { signer }))).toEqual(["TRC7013"]);
    expect(readFileSync(bundle).equals(before)).toBe(true);
  });
});

describe("trc verify", () => {
  it("says of an unsigned bundle that its origin is not proven, and takes a digest from elsewhere for proof", async () => {
    const { digest, fileDigest, findings, ok } = await verify(bundle);
    expect(ok).toBe(true);
    expect(findings.find(({ check }) => check === "authenticity")?.state).toBe("unproven");
    for (const expectDigest of [digest, fileDigest]) expect((await verify(bundle, { expectDigest })).ok).toBe(true);
    expect((await verify(bundle, { expectDigest: "0".repeat(64) })).ok).toBe(false);
  });

  it("trusts a seal only by the certificate it was given, not one made by the same method", async () => {
    const head = await identity("Руководитель");
    const signed = join(folder.path, "signed.zip");
    await releaseOf(centre, { signer: await signerOf(keys, "head", head), out: signed });
    const own = await readTrust(Buffer.from(head.certPem));
    const stranger = await readTrust(Buffer.from((await identity("Руководитель")).certPem));
    expect((await verify(signed, { trust: own })).ok).toBe(true);
    expect((await verify(signed, { trust: stranger })).ok).toBe(false);
    expect((await verify(bundle, { trust: own })).ok).toBe(false);
    expect((await verify(signed, { trust: own, today: "2019-01-01" })).ok).toBe(false);
    const late = await verify(signed, { trust: own, today: "2041-01-01" });
    expect(late.findings.find(({ check }) => check === "signature")?.state).toBe("unproven");
    expect(late.findings.find(({ check }) => check === "revocation")).toMatchObject({
      state: "unproven",
      text: { ru: expect.stringContaining("не проверялось") },
    });
  });

  it("holds a chain against RFC 5280 as openssl does, and says why it refuses one", async () => {
    const chains = new Chains(join(folder.path, "chains"));
    const content = join(folder.path, "sums");
    const files = await unpackBundle(readFileSync(bundle));
    writeFileSync(content, files.get("SHA256SUMS") ?? "");
    const verified = async (name: string) => {
      const one = CHAINS.find((chain) => chain.name === name);
      if (one === undefined) throw new Error(name);
      const signed = join(folder.path, "chained.zip");
      copyFileSync(bundle, signed);
      const signature = await chains.signature(one.leaf, one.carried, content);
      const target = "SHA256SUMS";
      await attachSignatures({ bundle: signed, signatures: [signature], target, stamp: false, today: "2025-09-05" });
      const trustFiles = await Promise.all(one.trust.map((authority) => chains.certificate(authority)));
      const { ok, findings } = await verify(signed, { trustFiles, today: one.moment.slice(0, 10) });
      return [ok, findings.find(({ check }) => check === "authenticity")];
    };
    expect(await verified("two authorities between")).toMatchObject([true, { state: "proven" }]);
    const refused = {
      "a TLS server, critical": "выдан не для подписи документов",
      "an authority under one that allows none": "pathlen",
      "an unknown critical extension of the signer": "критическое расширение",
      "twenty years later, the signer trusted": "на день проверки срок истёк",
    };
    for (const [name, why] of Object.entries(refused))
      expect(await verified(name)).toMatchObject([
        false,
        { state: "failed", text: { ru: expect.stringContaining(why) } },
      ]);
  });

  it("trusts nobody whose certificate was revoked, and says what lists do not tell", async () => {
    const authority = await identity("Учебный УЦ", { authority: true });
    const head = await identity("Руководитель", { issuer: authority });
    const signed = join(folder.path, "revocable.zip");
    await releaseOf(centre, { signer: await signerOf(keys, "issued", head), out: signed });
    const trust = await readTrust(Buffer.from(authority.certPem));
    const verified = async (revoked: readonly { of: typeof head; since: string }[], of = authority) => {
      const lists = await readRevocationLists(await revocationList(of, revoked));
      const { ok, findings } = await verify(signed, { trust, lists });
      return [ok, findings.find(({ check }) => check === "revocation")?.state ?? null];
    };
    expect(await verified([])).toEqual([true, "proven"]);
    expect(await verified([{ of: head, since: "2025-09-04" }])).toEqual([false, null]);
    // Not yet on the day that is asked about; not by the authority that issued it.
    expect(await verified([{ of: head, since: "2025-09-20" }])).toEqual([true, "proven"]);
    const namesake = await identity("Учебный УЦ", { authority: true });
    expect(await verified([{ of: head, since: "2025-09-04" }], namesake)).toEqual([true, "unproven"]);
  });

  it("makes out by a rebuild that documents do not come of the sources, though every digest was computed anew", async () => {
    const files = await unpackBundle(readFileSync(bundle));
    const { encodeSums, PART } = await import("../../src/office/release/bundle-format.ts");
    const { sha256 } = await import("../../src/base/text/index.ts");
    const path = [...files.keys()].find((name) => name.endsWith("settings.yaml")) ?? "";
    const text = Buffer.from(files.get(path) ?? []).toString();
    const changed = Buffer.from(text.replace("initialsStyle: tight", "initialsStyle: spaced"));
    expect(changed.equals(Buffer.from(text))).toBe(false);
    const from = sha256(files.get(path) ?? new Uint8Array());
    files.set(path, changed);
    for (const part of [PART.manifest, PART.provenance])
      files.set(
        part,
        Buffer.from(
          Buffer.from(files.get(part) ?? [])
            .toString()
            .replaceAll(from, sha256(changed)),
        ),
      );
    files.set(PART.sums, encodeSums(files));
    const forged = join(folder.path, "forged.zip");
    writeFileSync(forged, packBundle(files));
    expect((await verify(forged)).ok).toBe(true);
    expect((await verify(forged, { rebuild: true })).ok).toBe(false);
    // Where something is wrong already its templates are not run, unless that is asked for.
    const stranger = await readTrust(Buffer.from((await identity("Кто-то")).certPem));
    const rebuilt = async (more: object) => {
      const { findings } = await verify(forged, { trust: stranger, ...more });
      return findings.filter(({ check }) => check === "rebuild").map(({ state, text }) => [state, text.ru]);
    };
    expect(await rebuilt({ rebuild: true })).toEqual([["unproven", expect.stringContaining("--rebuild-untrusted")]]);
    expect((await rebuilt({ rebuildUntrusted: true })).map(([state]) => state)).toContain("failed");
  });
});

describe("a hostile ZIP", () => {
  type Entry = { readonly name: string; readonly as?: string; readonly mode?: number; readonly compress?: boolean };

  /** A ZIP whose names are put in place after the library has written it, which would refuse them. */
  async function zipOf(entries: readonly Entry[]): Promise<Buffer> {
    const zip = new ZipFile();
    const mtime = new Date(1980, 0, 1);
    for (const { name, mode = 0o100644, compress = false } of entries)
      zip.addBuffer(Buffer.alloc(100, "а"), name, { mtime, mode, compress, forceDosTimestamp: true });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    let bytes = Buffer.concat(chunks).toString("latin1");
    for (const { name, as } of entries) if (as !== undefined) bytes = bytes.replaceAll(name, as);
    return Buffer.from(bytes, "latin1");
  }

  it.each<[string, readonly Entry[], RegExp]>([
    ["a path out of the folder", [{ name: "aaaaaaaa", as: "../../bb" }], /за пределы/],
    ["an absolute path", [{ name: "aaaaaaaa", as: "/etc/abc" }], /за пределы/],
    ["a path of Windows", [{ name: "aaaaaaaa", as: "c:\\abcde" }], /за пределы/],
    ["a drive", [{ name: "aaaaaaaa", as: "c:/abcde" }], /за пределы/],
    ["one name twice", [{ name: "aaaaaaaa" }, { name: "bbbbbbbb", as: "aaaaaaaa" }], /повторяется/],
    ["names that differ in case", [{ name: "aaaaaaaa" }, { name: "bbbbbbbb", as: "AAAAAAAA" }], /повторяется/],
    ["a symbolic link", [{ name: "aaaaaaaa", mode: 0o120777 }], /ссылка/],
    ["a compressed file, which might be a bomb", [{ name: "aaaaaaaa", compress: true }], /сжат/],
  ])("with %s is refused with a reason", async (_name, entries, reason) => {
    const path = join(folder.path, "hostile.zip");
    writeFileSync(path, await zipOf(entries));
    const report = await verify(path);
    expect(report.ok).toBe(false);
    expect(report.diagnostics[0]?.code).toBe("TRC7021");
    expect(report.diagnostics[0]?.message.ru).toMatch(reason);
  });

  it("that claims more than it holds, or is no ZIP at all, is refused", async () => {
    const path = join(folder.path, "hostile.zip");
    const small = await zipOf([{ name: "aaaaaaaa" }]);
    const at = small.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    for (const offset of [20, 24]) small.writeUInt32LE(0xfffffff0, at + offset);
    for (const bytes of [small, Buffer.from("не ZIP"), Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      expect((await verify(path)).diagnostics[0]?.code).toBe("TRC7021");
    }
    expect((await verify(join(folder.path, "none.zip"))).diagnostics[0]?.code).toBe("TRC7020");
  });
});

describe("trc attach", () => {
  it("finds the signed file by its bytes, takes several signers, makes a copy with the marks, leaves the sealed part alone", async () => {
    const copy = join(folder.path, "attached.zip");
    copyFileSync(bundle, copy);
    const before = await unpackBundle(readFileSync(copy));
    const target =
      [...before.keys()].find((path) => /^original\/.*Приказ.*\.pdf$/.test(path) && !path.includes("ознаком")) ?? "";
    const signatures: string[] = [];
    for (const [name, holder] of [
      ["one", "Иванов Иван Иванович"],
      ["two", "Петрова Анна Сергеевна"],
    ] as const) {
      const signer = await signerOf(keys, name, await identity(holder));
      const file = join(folder.path, `${name}.sig`);
      writeFileSync(file, await signer.sign(before.get(target) ?? new Uint8Array()));
      signatures.push(file);
    }
    const options = { bundle: copy, signatures, target: null, stamp: true, today: "2025-09-05", openssl: "/none" };
    const report = await attachSignatures(options);
    expect(report.diagnostics).toEqual([]);
    expect(report.attached.map((one) => [one.target, one.signers[0]?.state])).toEqual([
      [target, "valid"],
      [target, "valid"],
    ]);
    const after = await unpackBundle(readFileSync(copy));
    for (const [path, bytes] of before) if (path !== "signatures/index.json") expect(after.get(path)).toEqual(bytes);
    const words = (await pdfWords(after.get(`stamped/${target}`) ?? new Uint8Array())).join(" ");
    expect(words).toContain("ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ");
    expect(words).toContain("Владелец Иванов Иван Иванович");
    expect(words).toContain("Владелец Петрова Анна Сергеевна");
    expect((await verify(copy)).ok).toBe(true);
    await attachSignatures(options);
    expect((await unpackBundle(readFileSync(copy))).size).toBe(after.size);
  });

  it("refuses what is no signature, is of other bytes or names no file, and leaves the bundle as it was", async () => {
    const before = readFileSync(bundle);
    const signer = await signerOf(keys, "one", await identity("Иванов Иван Иванович"));
    const foreign = join(folder.path, "foreign.sig");
    const text = join(folder.path, "text.sig");
    writeFileSync(foreign, await signer.sign(Buffer.from("другой файл")));
    writeFileSync(text, "не подпись");
    const attach = (file: string, target: string | null = null, of = bundle) =>
      attachSignatures({ bundle: of, signatures: [file], target, stamp: false, today: "2025-09-05", openssl: "/none" });
    expect(codesOf(await attach(text))).toEqual(["TRC7022"]);
    expect(codesOf(await attach(join(folder.path, "none.sig")))).toEqual(["TRC7022"]);
    expect(codesOf(await attach(foreign))).toEqual(["TRC7023"]);
    expect(codesOf(await attach(foreign, "SHA256SUMS"))).toEqual(["TRC7023"]);
    expect(codesOf(await attach(foreign, "../../etc/passwd"))).toEqual(["TRC7023"]);
    expect(codesOf(await attach(foreign, null, join(folder.path, "none.zip")))).toEqual(["TRC7020"]);
    expect(readFileSync(bundle).equals(before)).toBe(true);
  });
});

describe("a GOST signature", () => {
  it("is parsed everywhere and named as not verified where OpenSSL has no engine", async () => {
    const parsed = await readSignature(readFileSync("tests/fixtures/signatures/content.txt.sig"));
    const content = readFileSync("tests/fixtures/signatures/content.txt");
    const [verdict] = await checkSignature(parsed, content, { at: "2026-12-01", trust: null, openssl: "/nonexistent" });
    expect(verdict).toMatchObject({
      state: "unverified",
      signatureAlgorithm: "ГОСТ Р 34.10-2012 (256)",
      digestAlgorithm: "ГОСТ Р 34.11-2012 (256)",
      cadesBes: true,
      validity: "valid",
      certificate: { holder: "Берёзкина Мария Петровна", validTo: expect.stringMatching(/^20/) },
    });
    expect(verdict?.reason?.ru).toContain("криптографически не проверено");
  });
});
