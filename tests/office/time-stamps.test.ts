import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkSignature,
  readRevocationFiles,
  readSignature,
  readTrustFiles,
  type SignerVerdict,
} from "../../src/office/signatures/index.ts";
import { Chains, type Made, type MadeList } from "../support/openssl-chains.ts";
import { temporaryFolder } from "../support/samples.ts";
import {
  STAMP_ROOT as ROOT,
  STAMP_SERVICE as SERVICE,
  startTimeStampService,
  type TimeStampService,
} from "../support/time-stamp-service.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const chains = new Chains(at("chains"));
const run = promisify(execFile);

const OTHER: Made = { ...ROOT, name: "Other root", key: "other" };
const PERSON: Made = {
  name: "Person",
  key: "leaf",
  issuer: ROOT,
  to: "2035-01-01",
  extensions: ["keyUsage=critical,digitalSignature"],
};
/** After the term of the person's certificate and before that of the service's. */
const LATER = "2040-06-01";

let service: TimeStampService;
let address: string;
let keyFile: string;
let certFile: string;

beforeAll(async () => {
  service = await startTimeStampService(chains, SERVICE);
  address = service.address;
  keyFile = await chains.key(PERSON);
  certFile = await chains.certificate(PERSON);
});
afterAll(() => {
  service.stop();
  folder.remove();
});

/** Signs a new file with the command line. */
async function signed(name: string, ...options: string[]): Promise<string> {
  writeFileSync(at(name), `Приказ ${name}`);
  const answer = await trc("sign", at(name), "--key", keyFile, "--cert", certFile, ...options);
  expect(answer).toMatchObject({ code: 0, stderr: "" });
  return at(`${name}.sig`);
}

type Asked = { readonly trust?: readonly Made[]; readonly lists?: readonly MadeList[]; readonly at?: string };

async function verdictOf(signature: string, { trust = [ROOT], lists = [], at: day = LATER }: Asked = {}) {
  const content = readFileSync(signature.replace(/\.sig$/, ""));
  const anchors = await readTrustFiles(await Promise.all(trust.map((one) => chains.certificate(one))));
  const [verdict] = await checkSignature(await readSignature(readFileSync(signature)), content, {
    at: day,
    trust: trust.length === 0 ? null : anchors,
    lists: await readRevocationFiles(await Promise.all(lists.map((one) => chains.list(one)))),
    openssl: "openssl",
  });
  return verdict as SignerVerdict;
}

/** What `openssl ts -verify` says of the stamp in a signature. */
async function opensslTakes(signature: string): Promise<boolean> {
  const { signers } = await readSignature(readFileSync(signature));
  writeFileSync(at("value"), signers[0]?.value ?? "");
  writeFileSync(at("stamp"), signers[0]?.timeStamps[0] ?? "");
  const input = ["-data", at("value"), "-in", at("stamp"), "-token_in", "-CAfile", await chains.certificate(ROOT)];
  return run("openssl", ["ts", "-verify", ...input]).then(
    () => true,
    () => false,
  );
}

describe("a time stamp", () => {
  it("keeps a signature proven after the certificate's term; OpenSSL takes both", async () => {
    const plain = await signed("plain");
    expect(await verdictOf(plain)).toMatchObject({ state: "valid", validity: "expired", trusted: "no" });
    const stamped = await signed("stamped", "--tsa", address);
    const verdict = await verdictOf(stamped);
    expect(verdict).toMatchObject({ state: "valid", validity: "valid", trusted: "yes" });
    expect(verdict.timeStamp).toMatchObject({ state: "valid", trusted: "yes", authority: { holder: "Service" } });
    expect(await opensslTakes(stamped)).toBe(true);
    const input = ["-binary", "-inform", "DER", "-in", stamped, "-content", at("stamped"), "-out", at("out")];
    await run("openssl", ["cms", "-verify", ...input, "-CAfile", await chains.certificate(ROOT)]);
  });

  it("is obtained without a network by a request and a reply, once", async () => {
    const signature = await signed("carried");
    const before = readFileSync(signature);
    expect(await trc("timestamp", signature, "--request", at("request.tsq"))).toMatchObject({ code: 0 });
    expect(readFileSync(signature)).toEqual(before);
    writeFileSync(at("reply.tsr"), await chains.reply(SERVICE, [], readFileSync(at("request.tsq"))));
    expect(await trc("timestamp", signature, "--reply", at("reply.tsr"))).toMatchObject({ code: 0, stderr: "" });
    expect((await verdictOf(signature)).timeStamp?.trusted).toBe("yes");
    const once = readFileSync(signature);
    await trc("timestamp", signature, "--reply", at("reply.tsr"));
    expect(readFileSync(signature)).toEqual(once);
  });

  it.each([
    ["of another signature", async () => chains.reply(SERVICE, [], await requestOf(await signed("another")))],
    ["that is none", async () => Buffer.from("<html>")],
    [
      "over a weak digest",
      async () => chains.reply(SERVICE, [], await weakRequestOf(at("refused over a weak digest.sig"))),
    ],
    [
      "cut short",
      async () => (await chains.reply(SERVICE, [], await requestOf(await signed("short")))).subarray(0, 99),
    ],
  ])("%s is refused, and the signature stays as it was", async (name, reply) => {
    const signature = await signed(`refused ${name}`);
    const before = readFileSync(signature);
    writeFileSync(at("wrong.tsr"), await reply());
    const answer = await trc("timestamp", signature, "--reply", at("wrong.tsr"));
    expect(answer.code).toBe(1);
    expect(answer.stderr).toMatch(/TRC703[01]/);
    expect(readFileSync(signature)).toEqual(before);
  });

  it("of a service that does not answer is a finding, not a trace", async () => {
    const signature = await signed("alone");
    const answer = await trc("timestamp", signature, "--tsa", "http://127.0.0.1:1/");
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.stderr).toContain("TRC7031");
    service.answer = Buffer.from("30053003020102", "hex");
    expect((await trc("timestamp", signature, "--tsa", address)).stderr).toContain("отказала");
    service.answer = null;
  });

  it("of a service that answers with a stamp by another digest than it was asked for is refused", async () => {
    const signature = await signed("weaker");
    const { signers } = await readSignature(readFileSync(signature));
    writeFileSync(at("value"), signers[0]?.value ?? "");
    await run("openssl", ["ts", "-query", "-data", at("value"), "-sha512", "-cert", "-out", at("other.tsq")]);
    service.answer = await chains.reply(SERVICE, [], readFileSync(at("other.tsq")));
    const answer = await trc("timestamp", signature, "--tsa", address);
    service.answer = null;
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain("не тем алгоритмом");
    expect((await readSignature(readFileSync(signature))).signers[0]?.timeStamps).toEqual([]);
  });

  it("of a service whose answer nests without a bottom is refused", async () => {
    const signature = await signed("deep");
    service.answer = Buffer.from("3080".repeat(100_000), "hex");
    const answer = await trc("timestamp", signature, "--tsa", address);
    service.answer = null;
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain("TRC7031");
  });

  it("of a service whose answer never ends is refused, read no further than a reply may be long", async () => {
    const signature = await signed("endless");
    const endless = createServer((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(64 * 1024), () => setImmediate(more));
      };
      more();
    });
    await new Promise<void>((done) => endless.listen(0, "127.0.0.1", done));
    const { port } = endless.address() as AddressInfo;
    const answer = await trc("timestamp", signature, "--tsa", `http://127.0.0.1:${port}/`);
    endless.closeAllConnections();
    endless.close();
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain("не ответ службы");
  });

  it("proves nothing by a service that is not trusted, is revoked, or may not stamp", async () => {
    const signature = await signed("doubted", "--tsa", address);
    expect(await verdictOf(signature, { trust: [] })).toMatchObject({
      validity: "expired",
      timeStamp: { state: "valid", trusted: "unknown" },
    });
    expect((await verdictOf(signature, { trust: [OTHER] })).timeStamp).toMatchObject({ trusted: "no" });
    const revoked: MadeList = {
      issuer: ROOT,
      revoked: [[SERVICE, "2030-01-01"]],
      from: "2040-01-01",
      to: "2041-01-01",
    };
    expect(await verdictOf(signature, { lists: [revoked] })).toMatchObject({
      validity: "expired",
      timeStamp: { trusted: "no" },
    });
    // The term of the service's own certificate is over.
    const expired = await verdictOf(signature, { at: "2049-06-01" });
    expect(expired).toMatchObject({ validity: "expired", timeStamp: { trusted: "no" } });
  });

  it("moved to another signature is wrong", async () => {
    const stampOf = async (signature: string): Promise<Buffer> =>
      Buffer.from((await readSignature(readFileSync(signature))).signers[0]?.timeStamps[0] ?? "");
    const first = await signed("first", "--tsa", address);
    const mine = await stampOf(first);
    let theirs: Uint8Array = new Uint8Array();
    // A signature of a curve is a byte longer or shorter.
    for (let number = 0; theirs.length !== mine.length; number++)
      theirs = await stampOf(await signed(`second ${number}`, "--tsa", address));
    const bytes = readFileSync(first);
    const place = bytes.indexOf(mine);
    expect(place).toBeGreaterThan(0);
    writeFileSync(first, Buffer.concat([bytes.subarray(0, place), theirs, bytes.subarray(place + mine.length)]));
    expect(await verdictOf(first)).toMatchObject({
      state: "valid",
      validity: "expired",
      timeStamp: { state: "wrong" },
    });
  });
});

describe("evidence in a signature", () => {
  it("proves decades later, with nothing but the root at hand, that nobody was revoked", async () => {
    const list: MadeList = { issuer: ROOT, from: "2030-01-01", to: "2030-02-01" };
    const kept = ["--chain", await chains.certificate(ROOT), "--crl", await chains.list(list)];
    const signature = await signed("kept", "--tsa", address, ...kept);
    expect(await verdictOf(signature)).toMatchObject({ validity: "valid", revocation: { state: "good" } });
    expect(await opensslTakes(signature)).toBe(true);
    const later = await signed("later", "--tsa", address);
    expect(await verdictOf(later)).toMatchObject({ revocation: { state: "unknown" } });
    const answer = await trc("timestamp", later, ...kept);
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.stdout).toContain("списков отзыва – 1");
    expect(await verdictOf(later)).toMatchObject({ validity: "valid", revocation: { state: "good" } });
  });

  it("that names the signer as revoked before the stamp takes the proof away, after it does not", async () => {
    const list = (day: string): MadeList => ({
      issuer: ROOT,
      revoked: [[PERSON, day]],
      from: "2036-01-01",
      to: "2041-01-01",
    });
    const signature = await signed("revoked", "--tsa", address);
    expect((await verdictOf(signature, { lists: [list("2022-01-01")] })).revocation.state).toBe("revoked");
    expect((await verdictOf(signature, { lists: [list("2034-01-01")] })).revocation.state).toBe("good");
  });
});

async function requestOf(signature: string): Promise<Uint8Array> {
  await trc("timestamp", signature, "--request", at("asked.tsq"));
  return readFileSync(at("asked.tsq"));
}

/** What another program asks, for a digest that nobody should trust any more. */
async function weakRequestOf(signature: string): Promise<Uint8Array> {
  writeFileSync(at("weak"), (await readSignature(readFileSync(signature))).signers[0]?.value ?? "");
  await run("openssl", ["ts", "-query", "-data", at("weak"), "-sha1", "-cert", "-out", at("weak.tsq")]);
  return readFileSync(at("weak.tsq"));
}
