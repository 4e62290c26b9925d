import { mkdirSync, writeFileSync } from "node:fs";
import * as asn1js from "asn1js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkSignature,
  openSigner,
  readSignature,
  readTrust,
  type Signer,
  SignerFault,
  toPem,
  UnreadableSignature,
} from "../../../../src/office/signatures/index.ts";
import { identity, pkcs12 } from "../../../support/certificates.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const CONTENT = Buffer.from("Приказ № 1");
const AT = { at: "2025-09-05", trust: null, openssl: "openssl" };

type Made = Awaited<ReturnType<typeof identity>>;
let rsa: Made;
let ec: Made;
let authority: Made;
let employee: Made;

beforeAll(async () => {
  rsa = await identity("Берёзкина Мария Петровна");
  ec = await identity("Клёнов Пётр Андреевич", { algorithm: "ec" });
  authority = await identity("Учебный УЦ", { authority: true });
  employee = await identity("Орехов Сергей Дмитриевич", { issuer: authority });
  mkdirSync(`${folder.path}/keys`);
  for (const [name, { keyPem, certPem }] of Object.entries({ rsa, ec, employee })) {
    writeFileSync(`${folder.path}/keys/${name}.key`, keyPem);
    writeFileSync(`${folder.path}/keys/${name}.crt`, certPem);
  }
});

async function signer(name: string, more: object = {}): Promise<Signer> {
  const found = await openSigner({
    key: `${folder.path}/keys/${name}.key`,
    cert: `${folder.path}/keys/${name}.crt`,
    ...more,
  });
  if (found === null) throw new Error("no signer");
  return found;
}

async function verdictOf(signature: Uint8Array, content: Uint8Array, options: object = {}) {
  const [verdict] = await checkSignature(await readSignature(signature), content, { ...AT, ...options });
  if (verdict === undefined) throw new Error("no signer");
  return verdict;
}

describe("a signature", () => {
  it.each(["rsa", "ec"])("by %s holds for its bytes and no others, in DER, PEM and Base64", async (name) => {
    const der = await (await signer(name)).sign(CONTENT);
    const base64 = Buffer.from(der).toString("base64");
    for (const form of [
      der,
      Buffer.from(toPem(der, "CMS")),
      Buffer.from(base64),
      Buffer.from(`\ufeff${base64}\r\n`, "utf16le"),
    ]) {
      expect(await verdictOf(form, CONTENT)).toMatchObject({
        state: "valid",
        cadesBes: true,
        signingTime: null,
        validity: "valid",
      });
      expect(await verdictOf(form, Buffer.from("Приказ № 2"))).toMatchObject({ state: "wrong" });
    }
  });

  it("by RSA is the same bytes each time; the time is there only when it was given", async () => {
    const timed = await (await signer("rsa", { signingTime: "2025-09-05T10:00:00Z" })).sign(CONTENT);
    const first = await (await signer("rsa")).sign(CONTENT);
    expect(Buffer.from(await (await signer("rsa")).sign(CONTENT)).equals(first)).toBe(true);
    expect((await verdictOf(timed, CONTENT)).signingTime).toBe("2025-09-05T10:00:00.000Z");
  });

  it("is verified by the term of its certificate and by whom one trusts", async () => {
    const der = await (await signer("employee")).sign(CONTENT);
    const own = await readTrust(Buffer.from(employee.certPem));
    const issuer = await readTrust(Buffer.from(authority.certPem));
    const other = await readTrust(Buffer.from(rsa.certPem));
    expect(await verdictOf(der, CONTENT, { trust: own })).toMatchObject({ trusted: "yes" });
    expect(await verdictOf(der, CONTENT, { trust: issuer })).toMatchObject({ trusted: "yes" });
    expect(await verdictOf(der, CONTENT, { trust: other })).toMatchObject({ trusted: "no" });
    expect(await verdictOf(der, CONTENT, { at: "2019-12-31" })).toMatchObject({ validity: "not-yet" });
    expect(await verdictOf(der, CONTENT, { at: "2040-06-01" })).toMatchObject({ validity: "expired" });
  });

  it("is not trusted out of the term of a trusted certificate, and nothing is said of a chain without OpenSSL", async () => {
    const der = await (await signer("employee")).sign(CONTENT);
    const own = await readTrust(Buffer.from(employee.certPem));
    const issuer = await readTrust(Buffer.from(authority.certPem));
    for (const openssl of ["openssl", "/nonexistent/openssl"]) {
      expect(await verdictOf(der, CONTENT, { trust: own, openssl })).toMatchObject({ trusted: "yes", distrust: null });
      const late = await verdictOf(der, CONTENT, { trust: own, openssl, at: "2046-01-01" });
      expect(late).toMatchObject({ trusted: "no", distrust: { ru: expect.stringContaining("срок") } });
    }
    const alone = await verdictOf(der, CONTENT, { trust: issuer, openssl: "/nonexistent/openssl" });
    expect(alone).toMatchObject({ trusted: "unknown", distrust: { ru: expect.stringContaining("нужен openssl") } });
  });

  it("is wrong when it carries another certificate over the same key", async () => {
    const twin = await identity("Берёзкина Мария Петровна", { sameKeyAs: rsa });
    const parsed = await readSignature(await (await signer("rsa")).sign(CONTENT));
    const { serialNumber, issuer } = twin.certificate;
    Object.assign(parsed.cms.signerInfos[0]?.sid, { serialNumber, issuer });
    parsed.cms.certificates = [twin.certificate];
    const { ContentInfo } = await import("pkijs");
    const forged = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: parsed.cms.toSchema(true) });
    const verdict = await verdictOf(new Uint8Array(forged.toSchema().toBER()), CONTENT);
    expect(verdict).toMatchObject({ state: "wrong", reason: { ru: "подпись ссылается на другой сертификат" } });
  });

  it("comes out of PKCS#12, with the right password only", async () => {
    writeFileSync(`${folder.path}/keys/rsa.p12`, await pkcs12(rsa, "тайна"));
    const found = await openSigner({ p12: `${folder.path}/keys/rsa.p12`, password: "тайна" });
    expect(await verdictOf((await found?.sign(CONTENT)) ?? new Uint8Array(), CONTENT)).toMatchObject({
      state: "valid",
    });
    await expect(openSigner({ p12: `${folder.path}/keys/rsa.p12`, password: "нет" })).rejects.toThrow(SignerFault);
  });

  it("is taken from another program only when it is one", async () => {
    writeFileSync(
      `${folder.path}/keys/made.sig`,
      Buffer.from(await (await signer("rsa")).sign(CONTENT)).toString("base64"),
    );
    const program = await openSigner({ command: `cat > /dev/null; cat '${folder.path}/keys/made.sig'` });
    expect(await verdictOf((await program?.sign(CONTENT)) ?? new Uint8Array(), CONTENT)).toMatchObject({
      state: "valid",
    });
    const files = await openSigner({ command: `test -s {in} && cp '${folder.path}/keys/made.sig' {out}` });
    expect(await verdictOf((await files?.sign(CONTENT)) ?? new Uint8Array(), CONTENT)).toMatchObject({
      state: "valid",
    });
    for (const command of ["echo нет", "exit 3", "true", "cp {in} {out}"])
      await expect((await openSigner({ command }))?.sign(CONTENT)).rejects.toThrow(SignerFault);
  });

  it("is not made with a key of another certificate, a half of a pair, or what is no key", async () => {
    const keys = `${folder.path}/keys`;
    await expect(openSigner({ key: `${keys}/rsa.key`, cert: `${keys}/ec.crt` })).rejects.toThrow(
      "нет сертификата этого ключа",
    );
    await expect(openSigner({ key: `${keys}/rsa.key` })).rejects.toThrow("вместе");
    await expect(openSigner({ key: `${keys}/rsa.crt`, cert: `${keys}/rsa.crt` })).rejects.toThrow("не читается");
    await expect(openSigner({ key: `${keys}/none`, cert: `${keys}/rsa.crt` })).rejects.toThrow("такого файла нет");
    expect(await openSigner({})).toBe(null);
  });
});

describe("a hostile signature file", () => {
  const unreadable = async (bytes: Uint8Array): Promise<void> => {
    await expect(readSignature(bytes)).rejects.toThrow(UnreadableSignature);
  };

  it("is refused with a reason: nothing, text, huge, nested, another structure", async () => {
    const deep = Buffer.alloc(300_000, Buffer.from([0x30, 0x80]));
    const other = new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: "1.2.3.4" })] });
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("просто текст"),
      Buffer.alloc(2_000_000, 0x30),
      deep,
      Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
      new Uint8Array(other.toBER()),
      rsa.certDer,
      Buffer.from("-----BEGIN CMS-----\n-----END CMS-----"),
    ])
      await unreadable(bytes);
  });

  it("cut anywhere, or with bytes after its end, is refused", async () => {
    const der = await (await signer("ec")).sign(CONTENT);
    for (let length = 1; length < der.length; length += 7) await unreadable(der.subarray(0, length));
    await unreadable(Buffer.concat([der, Buffer.from([0])]));
  });

  it("with any byte changed never passes for the signer's own, and never breaks the reader", async () => {
    const der = Buffer.from(await (await signer("ec")).sign(CONTENT));
    const trust = await readTrust(Buffer.from(ec.certPem));
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = Buffer.from(der);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const verdicts = await readSignature(changed)
          .then((parsed) => checkSignature(parsed, CONTENT, { ...AT, trust, openssl: "/nonexistent/openssl" }))
          .catch((error: unknown) => {
            if (error instanceof UnreadableSignature) return [];
            throw error;
          });
        // A change outside everything that is signed (an unused algorithm list) may leave the signature as good as it was.
        for (const { state, trusted, messageDigest } of verdicts)
          if (state === "valid" && trusted === "yes")
            expect(messageDigest).toBe((await readSignature(der)).signers[0]?.messageDigest);
      }),
      { numRuns: 400 },
    );
  });
});
