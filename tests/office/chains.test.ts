import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import {
  checkSignature,
  readRevocationFiles,
  readSignature,
  readTrustFiles,
  type SignerVerdict,
} from "../../src/office/signatures/index.ts";
import { CHAINS, type ChainCase } from "../support/chain-cases.ts";
import { Chains } from "../support/openssl-chains.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const chains = new Chains(join(folder.path, "chains"));
const content = join(folder.path, "content");
writeFileSync(content, "Приказ № 1");
const run = promisify(execFile);

/** Files of a case: the signature, what is trusted, the lists. */
async function filesOf({ leaf, carried, trust, lists }: ChainCase) {
  return {
    signature: await chains.signature(leaf, carried, content),
    trust: await Promise.all(trust.map((one) => chains.certificate(one))),
    lists: await Promise.all(lists.map((one) => chains.list(one))),
  };
}

/** Whether `openssl cms -verify` accepts it: with lists, every certificate of the chain that has one is asked about. */
async function acceptedByOpenssl(one: ChainCase, index: number): Promise<boolean> {
  const { signature, trust, lists } = await filesOf(one);
  const anchors = join(folder.path, `anchors-${index}`);
  writeFileSync(anchors, [...trust, ...lists].map((path) => readFileSync(path, "utf8")).join(""));
  const time = ["-attime", `${Date.parse(one.moment) / 1000}`];
  const only = ["-partial_chain", "-no-CApath", "-no-CAstore", "-CAfile", anchors];
  const all = one.lists.length > 1 && one.lists.some(({ issuer }) => issuer === one.trust[0]);
  const revocation = lists.length === 0 ? [] : [all ? "-crl_check_all" : "-crl_check", "-use_deltas"];
  if (all) revocation.unshift("-crl_check");
  const input = ["-binary", "-inform", "DER", "-in", signature, "-content", content, "-out", `${anchors}.out`];
  return run("openssl", ["cms", "-verify", ...input, ...only, ...time, ...revocation]).then(
    () => true,
    () => false,
  );
}

async function verdictOf(one: ChainCase): Promise<SignerVerdict> {
  const files = await filesOf(one);
  const [verdict] = await checkSignature(await readSignature(readFileSync(files.signature)), readFileSync(content), {
    at: one.day ?? one.moment.slice(0, 10),
    trust: await readTrustFiles(files.trust),
    lists: await readRevocationFiles(files.lists),
    openssl: "openssl",
  });
  if (verdict === undefined) throw new Error("no signer");
  return verdict;
}

describe("the matrix of chains", () => {
  it("has at least 40, each of them another", () => {
    expect(CHAINS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CHAINS.map(({ name }) => name)).size).toBe(CHAINS.length);
  });

  it.concurrent.each(CHAINS.map((one, index) => [one.name, one, index] as const))("%s", async (_, one, index) => {
    const verdict = await verdictOf(one);
    const { state, trusted, distrust, revocation } = verdict;
    expect(state).toBe("valid");

    const accepted = trusted === "yes" && (one.lists.length === 0 || revocation.state === "good");
    expect(accepted).toBe(one.accepted);
    if (one.varies === undefined)
      expect(await acceptedByOpenssl(one, index)).toBe(one.stricter === undefined ? one.accepted : true);
    if ((one.stricter ?? one.varies) !== undefined) expect(one.accepted).toBe(false);
    // Whoever is not trusted learns why, in words and not in numbers.
    expect(distrust === null).toBe(trusted === "yes");
    expect(distrust?.ru ?? "").not.toMatch(/openssl:|error \d/);
  });
});
