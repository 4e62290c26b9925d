import { createHash, createHmac, generateKeyPairSync, type KeyObject } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const small = new SmallProject(join(folder.path, "project"));
const at = (name: string): string => join(folder.path, name);
const share = at("share");
const pem = (key: KeyObject): string =>
  String(key.export({ format: "pem", type: key.type === "private" ? "pkcs8" : "spki" }));
const [ours, theirs] = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];
writeFileSync(at("own.key"), pem(ours.privateKey));
writeFileSync(at("own.pub"), pem(ours.publicKey));
writeFileSync(at("other.key"), pem(theirs.privateKey));

/** A build as on a machine of its own, that has made nothing yet. */
async function build(out: string, key: string, place = share): Promise<Answer> {
  const given = ["--content", small.content, "--templates", small.templates, "--no-cache", "--format", "docx"];
  return trc("build", ...given, "--out", at(out), "--shared-cache", place, "--shared-key", at(key));
}

const entries = (): string[] =>
  readdirSync(share, { recursive: true, encoding: "utf8" })
    .filter((name) => /^..[\\/].{62}$/.test(name))
    .map((name) => join(share, name));
let kept: string;

beforeAll(async () => {
  mkdirSync(share);
  expect((await build("first", "own.key")).code).toBe(0);
  expect(entries()).toHaveLength(1);
  kept = at("share-as-written");
  cpSync(share, kept, { recursive: true });
});
beforeEach(() => {
  rmSync(share, { recursive: true });
  cpSync(kept, share, { recursive: true });
});

it("gives another machine the same bytes, also one that may only read", async () => {
  // What is taken is not made: it would be told by its own fault.
  for (const key of ["own.key", "own.pub"]) {
    const { code, stderr } = await build("second", key);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("TRC603")]);
    expect(filesOf(at("second"))).toEqual(filesOf(at("first")));
    rmSync(at("second"), { recursive: true });
  }
});

it("lets only the private key write", async () => {
  for (const path of entries()) rmSync(path);
  expect((await build("second", "own.pub")).code).toBe(0);
  expect(entries()).toEqual([]);
});

it("uses no entry that is damaged, cut, signed by another key, or of another name, and tells of it", async () => {
  const [path = ""] = entries();
  const whole = readFileSync(path);
  const other = Buffer.from(whole);
  other[other.length - 3] = (other.at(-3) ?? 0) ^ 1;
  for (const bytes of [other, whole.subarray(0, 80)]) {
    writeFileSync(path, bytes);
    const { code, stderr } = await build("second", "own.pub");
    expect([code, stderr]).toEqual([0, expect.stringMatching(/предупреждение TRC6031[\s\S]*повреждена/)]);
    expect(filesOf(at("second"))).toEqual(filesOf(at("first")));
  }
  writeFileSync(path, whole);
  const forged = await build("second", "other.key");
  expect([forged.code, forged.stderr]).toEqual([0, expect.stringMatching(/TRC6031[\s\S]*не тем ключом/)]);
  // Who holds the key puts it right again.
  expect((await build("second", "own.key")).stderr).toContain("TRC6031");
  expect((await build("second", "own.pub")).stderr).not.toContain("TRC6031");
  // A true entry under the name of another one.
  small.edit("settings.yaml", (text) => `${text}# Иначе.\n`);
  for (const one of entries()) rmSync(one);
  await build("second", "own.key");
  const [moved = ""] = entries();
  writeFileSync(moved, whole);
  expect((await build("second", "own.pub")).stderr).toMatch(/TRC6031[\s\S]*не тем ключом/);
});

it("goes on without a place that cannot be reached, with one warning", async () => {
  const { code, stderr } = await build("third", "own.key", at("not-mounted"));
  expect(code).toBe(0);
  expect(stderr.match(/предупреждение TRC6030/g)).toHaveLength(1);
  expect(filesOf(at("third")).size).toBeGreaterThan(1);
});

it("asks for a key, of the right kind, and for the keys of a bucket", async () => {
  const asked = (...words: readonly string[]): Promise<Answer> => trc("build", "--content", small.content, ...words);
  expect(await asked("--shared-cache", share)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--shared-key"),
  });
  expect((await asked("--shared-key", at("own.pub"))).code).toBe(2);
  const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
  writeFileSync(at("rsa.pub"), pem(rsa.publicKey));
  for (const key of [at("rsa.pub"), at("nothing.pub"), share]) {
    const { code, stderr } = await asked("--shared-cache", share, "--shared-key", key);
    expect([code, stderr]).toEqual([1, expect.stringContaining("TRC6032")]);
  }
  const { code, stderr } = await asked("--shared-cache", "s3://bucket", "--shared-key", at("own.pub"));
  expect([code, stderr]).toEqual([2, expect.stringContaining("AWS_ACCESS_KEY_ID")]);
});

it("signs its requests to a bucket as S3 asks for it", async () => {
  const held = new Map<string, Buffer>();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const { method, url = "" } = request;
      if (!isSigned(request)) refused.push(`${method} ${url}`);
      if (method === "PUT") held.set(url, Buffer.concat(parts));
      const body = held.get(url);
      response.writeHead(body === undefined ? 404 : 200).end(method === "GET" ? body : undefined);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const keys = { AWS_ACCESS_KEY_ID: "nobody", AWS_SECRET_ACCESS_KEY: SECRET, AWS_REGION: "here" };
  Object.assign(process.env, keys, { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
  try {
    for (const key of ["own.key", "own.pub"]) {
      const { code, stderr } = await build("fourth", key, "s3://bucket/trc");
      expect([code, stderr, refused]).toEqual([0, expect.not.stringContaining("TRC603"), []]);
    }
    expect([...held.keys()]).toEqual([expect.stringMatching(/^\/bucket\/trc\/[0-9a-f]{64}$/)]);
  } finally {
    for (const name of [...Object.keys(keys), "AWS_ENDPOINT_URL"]) delete process.env[name];
    server.close();
  }
});

const SECRET = "of nobody";

/** Whether a request bears the signature (version 4) that the description of S3's protocol says it has. */
function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=nobody\/(\d{8})\/here\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/;
  const [, day = "", names = "", signature] = parts.exec(headers.authorization ?? "") ?? [];
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const lines = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, url, "", lines.join(""), names, headers["x-amz-content-sha256"]].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], `${day}/here/s3/aws4_request`, digest].join("\n");
  const key = ["here", "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${SECRET}`, day));
  return hmac(key, text).toString("hex") === signature;
}
