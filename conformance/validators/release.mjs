import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { makeAuthority } from "../support/authority.mjs";
import { LONG_RUNS, PYTHON, ROOT, run, veraPdfClassPath } from "../support/programs.mjs";

/** How often the release is killed at a random moment. */
const KILLS = 150;
const SUMS = "signatures/SHA256SUMS.sig";

/** Keys of the test: each is made here and lives as long as the run. */
const KEYS = {
  rsa: { make: ["-newkey", "rsa:2048"], digest: "sha256", engine: [] },
  ecdsa: { make: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], digest: "sha256", engine: [] },
  gost: {
    make: ["-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-md_gost12_256"],
    digest: "md_gost12_256",
    engine: ["-engine", "gost"],
  },
};

/** Bundles of the sample, signed in three ways, are checked by sha256sum, OpenSSL, pyHanko, in-toto, CycloneDX and veraPDF. */
export async function validateRelease({ work }) {
  const home = join(work, "release");
  mkdirSync(home, { recursive: true });
  const verdicts = [];
  const say = (title, faults, figure) => verdicts.push({ title: `release: ${title}`, faults, figure });
  for (const [name, { make, engine }] of Object.entries(KEYS)) {
    const subject = "/CN=Берёзкина Мария Петровна";
    must(
      run("openssl", [
        "req",
        "-x509",
        ...engine,
        ...make,
        ...keyFiles(home, name, "out"),
        "-nodes",
        "-days",
        "400",
        "-utf8",
        "-subj",
        subject,
        "-addext",
        "keyUsage=digitalSignature,nonRepudiation",
      ]),
    );
  }
  for (const name of Object.keys(KEYS)) {
    const started = performance.now();
    const made = trc(["release", "--draft", "--out", join(home, `${name}.zip`), ...signing(home, name)]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(
      `a bundle signed by ${name} is made`,
      faultsOf(made),
      `bundle of the sample: ${megabytes(join(home, `${name}.zip`))} MB in ${seconds} s`,
    );
    const folder = join(home, name);
    must(run("unzip", ["-q", join(home, `${name}.zip`), "-d", folder]));
    say(`${name}: sha256sum -c`, faultsOf(run("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: folder })));
    say(`${name}: openssl cms -verify, and not of other bytes`, opensslFaults(folder, KEYS[name].engine));
    say(
      `${name}: trc verify`,
      faultsOf(trc(["verify", join(home, `${name}.zip`), "--trust", join(home, `${name}.crt`), "--rebuild"])),
    );
    if (name === "gost") continue;
    const checked = run(PYTHON, [join(ROOT, "conformance/support/check-bundle.py"), folder, join(home, `${name}.crt`)]);
    say(`${name}: pyHanko, in-toto statement and SLSA provenance, CycloneDX 1.6`, [
      ...checked.stdout.split("\n").filter(Boolean),
      ...faultsOf(checked),
    ]);
  }
  const bundle = join(home, "rsa.zip");
  const pdf = pdfsOf(join(home, "rsa")).find((path) => path.includes("№ 91-ОД.pdf"));
  say(
    "signatures made by OpenSSL are taken: GOST as PEM, RSA as DER, ECDSA as Base64",
    attachFaults(home, bundle, pdf),
  );
  say("GOST without the engine is named as not verified", withoutEngine(bundle));
  for (const name of ["rsa", "gost"])
    say(
      `${name}: a chain to the authority, its list of revoked certificates before and after`,
      chainFaults(home, name),
    );
  const approved = approvedRelease(join(home, "approved"));
  say("the sample approved by those who may is released, no draft, and made again from the bundle", approved);
  must(run("unzip", ["-q", "-o", bundle, "-d", join(home, "attached")]));
  const files = [...pdfsOf(join(home, "attached")), ...pdfsOf(join(home, "attached"), "stamped")];
  say(`veraPDF of ${files.length} signed and stamped PDF`, veraPdfFaults(files, home));
  const kills = run("npx", ["vitest", "run", ...LONG_RUNS.release, "--maxWorkers=1"], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1", TRC_RUNS: "many" },
  });
  const said = /releases killed: .*/.exec(kills.stdout)?.[0];
  say(
    `the command killed at ${KILLS} random moments, the writing at every step`,
    [...faultsOf(kills), ...(said === undefined ? ["the figures are missing"] : [])],
    said,
  );
  return verdicts;
}

function keyFiles(home, name, side) {
  const [key, cert] = [join(home, `${name}.key`), join(home, `${name}.crt`)];
  return side === "out" ? ["-keyout", key, "-out", cert] : ["-inkey", key, "-signer", cert];
}

function cmsSign(home, name, form) {
  const { digest, engine } = KEYS[name];
  return [
    "cms",
    "-sign",
    ...engine,
    ...keyFiles(home, name, "in"),
    "-binary",
    "-md",
    digest,
    "-cades",
    "-outform",
    form,
  ];
}

/** GOST is signed by OpenSSL, as a certified provider would be called; the others by trc itself. */
function signing(home, name) {
  const cert = ["--cert", join(home, `${name}.crt`)];
  if (name !== "gost") return ["--key", join(home, `${name}.key`), ...cert];
  const command = ["openssl", ...cmsSign(home, name, "DER")].map((part) => `'${part}'`).join(" ");
  return ["--signer", `${command} -in {in} -out {out}`, ...cert];
}

function opensslFaults(folder, engine) {
  const check = (content) =>
    run(
      "openssl",
      [
        "cms",
        "-verify",
        ...engine,
        "-binary",
        "-inform",
        "DER",
        "-in",
        SUMS,
        "-content",
        content,
        "-noverify",
        "-out",
        "/dev/null",
      ],
      { cwd: folder },
    );
  return [
    ...faultsOf(check("SHA256SUMS")),
    ...(check("manifest.json").status === 0 ? ["it holds for other bytes too"] : []),
  ];
}

function attachFaults(home, bundle, pdf) {
  const signatures = Object.entries({ gost: "PEM", rsa: "DER", ecdsa: "DER" }).map(([name, form]) => {
    const file = join(home, `${name}.sig`);
    must(run("openssl", [...cmsSign(home, name, form), "-in", pdf, "-out", file]));
    if (name !== "ecdsa") return file;
    writeFileSync(`${file}.b64`, run("base64", [file]).stdout);
    return `${file}.b64`;
  });
  const { stdout, ...rest } = trc(["attach", bundle, ...signatures, "--json"]);
  if (rest.status !== 0) return faultsOf(rest);
  const states = JSON.parse(stdout).map(({ target, signers }) => `${target}: ${signers.map(({ state }) => state)}`);
  const wanted = `${relative(join(home, "rsa"), pdf)}: valid`;
  return states.length === 3 && states.every((state) => state === wanted) ? [] : states;
}

/** The way of a clerk: everyone approves, all is committed, `trc status` says so, `trc release` passes. */
function approvedRelease(folder) {
  must(run("node", [join(ROOT, "scripts/approve-sample.mjs"), folder]));
  const here = (...parameters) => run("node", [join(ROOT, "bin/trc.js"), ...parameters], { cwd: folder });
  const status = here("status", "--date", "2026-11-01");
  const [, done, all] = /одобрено полностью – (\d+) из (\d+)/.exec(status.stdout) ?? [];
  return [
    ...(done !== undefined && done === all ? [] : [`approved ${done} of ${all}`]),
    ...faultsOf(here("release")),
    ...faultsOf(here("verify", "release/bundle.zip", "--rebuild")),
    ...(/ЧЕРНОВИК/.test(here("verify", "release/bundle.zip").stdout) ? ["it is a draft"] : []),
  ];
}

/** A signature under a certificate that `openssl ca` issued: trusted by the chain alone, until it is revoked. */
function chainFaults(home, name) {
  const { digest, engine } = KEYS[name];
  const folder = makeAuthority(join(home, `${name}-authority`), name, KEYS[name]);
  const file = (inside) => join(folder, inside);
  const bundle = file("bundle.zip");
  copyFileSync(join(home, "ecdsa.zip"), bundle);
  const sums = join(home, "ecdsa/SHA256SUMS");
  const key = ["-inkey", file("own.key"), "-signer", file("own.crt"), "-md", digest];
  const form = ["-binary", "-cades", "-outform", "DER"];
  must(run("openssl", ["cms", "-sign", ...engine, ...key, ...form, "-in", sums, "-out", file("own.sig")]));
  must(trc(["attach", bundle, file("own.sig"), "--file", "SHA256SUMS", "--no-stamp"]));
  const verified = (parameters, env = {}) => {
    const { stdout, status } = trc(["verify", bundle, "--json", ...parameters], env);
    const { signers, findings } = JSON.parse(stdout);
    const own = signers.find(({ certificate }) => certificate?.issuer === `Учебный УЦ ${name}`);
    const revocation = findings.find(({ check }) => check === "revocation")?.state ?? "none";
    return [status, own?.state, own?.trusted, own?.revocation.state, revocation].join(" ");
  };
  const trust = ["--trust", file("ca.crt"), "--trust", join(home, "ecdsa.crt")];
  const stranger = makeAuthority(join(home, `${name}-stranger`), name, KEYS[name]);
  const cases = [
    ["without lists", verified(trust), "0 valid yes unknown unproven"],
    ["before the revocation", verified([...trust, "--crl", file("before.crl")]), "0 valid yes good unproven"],
    ["after it", verified([...trust, "--crl", file("after.crl")]), "1 valid yes revoked unproven"],
    [
      "a list of a namesake",
      verified([...trust, "--crl", join(stranger, "after.crl")]),
      "0 valid yes unknown unproven",
    ],
    ["another authority", verified(["--trust", join(stranger, "ca.crt")]), "1 valid no unknown unproven"],
  ];
  if (name === "gost") {
    const without = verified(trust, { OPENSSL_ENGINES: "/nonexistent" });
    cases.push(["without the engine", without, "0 unverified unknown unknown unproven"]);
  }
  return cases.flatMap(([title, said, wanted]) => (said === wanted ? [] : [`${title}: ${said}, not ${wanted}`]));
}

/** An OpenSSL without engines: where the folder of engines is another. */
function withoutEngine(bundle) {
  const { stdout, status, stderr } = trc(["verify", bundle], { OPENSSL_ENGINES: "/nonexistent" });
  if (status !== 0) return [stderr || stdout];
  return stdout.includes("криптографически не проверено") ? [] : ["the signature is not named"];
}

function veraPdfFaults(files, home) {
  return ["2a", "ua1"].flatMap((flavour) => {
    const { stdout, stderr } = run("java", [
      "-cp",
      veraPdfClassPath(),
      "org.verapdf.apps.GreenfieldCliWrapper",
      "-f",
      flavour,
      "--format",
      "xml",
      ...files,
    ]);
    const jobs = [...stdout.matchAll(/<job>([\s\S]*?)<\/job>/g)].map((match) => match[1]);
    if (jobs.length !== files.length) return [`validated ${jobs.length} of ${files.length}`, stderr.slice(0, 300)];
    return jobs.flatMap((job, index) =>
      /isCompliant="true"/.test(job) ? [] : [`${flavour}: ${relative(home, files[index])}`],
    );
  });
}

function pdfsOf(folder, part = "original") {
  return readdirSync(join(folder, part), { recursive: true })
    .filter((name) => name.endsWith(".pdf"))
    .sort()
    .map((name) => join(folder, part, name));
}

function trc(parameters, env = {}) {
  return run("node", [join(ROOT, "bin/trc.js"), ...parameters], { cwd: ROOT, env: { ...process.env, ...env } });
}

function faultsOf({ status, stdout = "", stderr = "" }) {
  return status === 0 ? [] : [`${stderr}\n${stdout}`.trim().split("\n").slice(-6).join(" | ").slice(0, 600)];
}

function must({ status, stderr, stdout }) {
  if (status !== 0) throw new Error(`${stderr}${stdout}`.slice(0, 600));
}

function megabytes(file) {
  return (statSync(file).size / 1024 / 1024).toFixed(1);
}
