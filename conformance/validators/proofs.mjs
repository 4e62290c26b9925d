import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "../support/programs.mjs";

const VECTORS = join(ROOT, ".conformance/suites/merkle/testdata");

/** The register of the sample becomes a tree; every entry and the growth are proved, and a script that knows the specifications alone verifies them. */
export async function validateProofs({ work }) {
  mkdirSync(work, { recursive: true });
  const [content, tree, key] = ["content", "register-tree", "key.pem"].map((name) => join(work, name));
  cpSync(join(ROOT, "content"), content, { recursive: true });
  const trc = (...args) =>
    execFileSync(process.execPath, [join(ROOT, "bin/trc.js"), "register", ...args], { cwd: ROOT, encoding: "utf8" });
  const python = (...args) => run("python3", [join(ROOT, "conformance/support/verify_proof.py"), ...args]);
  execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", key], { stdio: "ignore" });
  trc("checkpoint", "--content", content, "--tree", tree, "--key", key);
  const keys = join(tree, "key.txt");
  const faults = [];
  const entries = readdirSync(join(content, "register"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  for (const name of entries) {
    const entry = join(content, "register", name);
    const [, document] = /^document: (.*)$/m.exec(readFileSync(entry, "utf8"));
    const proof = join(work, `${document}.txt`);
    trc("prove", document, "--content", content, "--tree", tree, "--out", proof);
    const right = python("inclusion", proof, entry, keys);
    if (right.status !== 0) faults.push(`${document}: ${right.stderr}`);
    const wrong = join(work, "wrong.txt");
    writeFileSync(
      wrong,
      readFileSync(proof, "utf8").replace(/^index (\d+)$/m, (_, index) => `index ${index ^ 1}`),
    );
    if (python("inclusion", wrong, entry, keys).status === 0) faults.push(`${document}: holds in another place too`);
  }
  const growth = join(work, "growth.txt");
  const checkpoint = join(tree, "checkpoint");
  trc("prove", "--since", checkpoint, "--tree", tree, "--out", growth);
  for (const given of [
    ["growth", growth, checkpoint, keys],
    ["tree", tree],
  ]) {
    const { status, stderr } = python(...given);
    if (status !== 0) faults.push(`${given[0]}: ${stderr}`);
  }
  const own = {
    title: "proofs of the register by an independent verifier",
    faults,
    figure: `${entries.length} entries`,
  };
  if (!existsSync(VECTORS)) return [{ ...own, notes: ["vectors of RFC 6962 are not at hand (setup.sh): not judged"] }];
  const judged = python("vectors", VECTORS).stdout.trim().split("\n");
  return [own, { title: "vectors of RFC 6962", faults: judged.slice(0, -1), figure: judged.at(-1) }];
}
