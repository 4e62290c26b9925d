import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkSignature,
  openSigner,
  readRevocationLists,
  readSignature,
  readTrust,
  type Trust,
  toPem,
} from "../../../../src/office/signatures/index.ts";
import { type Identity, identity, revocationList } from "../../../support/certificates.ts";
import { temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const CONTENT = Buffer.from("Приказ № 1");
let authority: Identity;
let own: Identity;
let colleague: Identity;
let trust: Trust;
let signature: Uint8Array;

beforeAll(async () => {
  authority = await identity("Учебный УЦ", { authority: true });
  own = await identity("Орехов Сергей Дмитриевич", { issuer: authority });
  colleague = await identity("Луговая Ольга", { issuer: authority });
  trust = await readTrust(Buffer.from(authority.certPem));
  mkdirSync(`${folder.path}/keys`);
  const [key, cert] = [`${folder.path}/keys/own.key`, `${folder.path}/keys/own.crt`];
  writeFileSync(key, own.keyPem);
  writeFileSync(cert, own.certPem);
  const signer = await openSigner({ key, cert });
  if (signer === null) throw new Error("no signer");
  signature = await signer.sign(CONTENT);
});

async function revocation(list: Uint8Array, at = "2025-09-05", known: Trust = trust) {
  const options = { at, trust: known, lists: await readRevocationLists(list), openssl: "openssl" };
  const [verdict] = await checkSignature(await readSignature(signature), CONTENT, options);
  return verdict?.revocation;
}

describe("a list of revoked certificates", () => {
  it("says who is revoked, since when, and who is not", async () => {
    const list = await revocationList(authority, [{ of: colleague, since: "2025-09-02" }]);
    expect(await revocation(list)).toEqual({ state: "good" });
    const other = await revocationList(authority, [{ of: own, since: "2025-09-02" }]);
    expect(await revocation(other)).toEqual({ state: "revoked", since: "2025-09-02T00:00:00.000Z" });
    expect(await revocation(other, "2025-09-01")).toEqual({ state: "good" });
  });

  it("is read as DER and PEM, and several of a file", async () => {
    const [der, other] = [await revocationList(authority, []), await revocationList(colleague, [])];
    const pem = Buffer.from(toPem(other, "X509 CRL") + toPem(der, "X509 CRL"));
    expect(await readRevocationLists(pem)).toHaveLength(2);
    expect(await revocation(pem)).toEqual({ state: "good" });
    for (const bytes of [Buffer.from("не список"), Buffer.from(own.certPem), own.certDer, Buffer.alloc(0)])
      await expect(readRevocationLists(bytes)).rejects.toThrow();
  });

  it("says nothing when it is out of date, not of the issuer, or not signed by the issuer's key", async () => {
    const unknown = { state: "unknown" };
    const old = await revocationList(authority, [], { from: "2025-07-01", to: "2025-08-01" });
    expect(await revocation(old)).toEqual(unknown);
    const namesake = await identity("Учебный УЦ", { authority: true });
    expect(await revocation(await revocationList(namesake, [{ of: own, since: "2025-09-02" }]))).toEqual(unknown);
    expect(await revocation(await revocationList(colleague, []))).toEqual(unknown);
    // Without the issuer's certificate nobody vouches for the list.
    const list = await revocationList(authority, []);
    expect(await revocation(list, "2025-09-05", await readTrust(Buffer.from(own.certPem)))).toEqual(unknown);
    const touched = Uint8Array.from(list);
    touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
    expect(await revocation(touched)).toEqual(unknown);
  });

  it("that is old still reports those it names", async () => {
    const old = await revocationList(authority, [{ of: own, since: "2025-07-15" }], {
      from: "2025-07-16",
      to: "2025-08-01",
    });
    expect(await revocation(old)).toMatchObject({ state: "revoked" });
  });
});
