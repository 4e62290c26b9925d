import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dssClassPath, ROOT, run, runAside } from "../support/programs.mjs";
import { makeKeys, startService } from "../support/time-stamps.mjs";

/** Levels of the baseline with what DSS says of each: only the last carries what it takes to be judged without a network. */
const LEVELS = [
  ["B", "INDETERMINATE"],
  ["T", "INDETERMINATE"],
  ["LT", "TOTAL_PASSED"],
];

/**
 * Signatures beside a PDF and inside it, at three levels each, judged by DSS of the EU, which is offline and trusts one root: it has to find the level
 * that was meant, to pass what carries its evidence, to miss but the list of revoked certificates in the others, and to fail what was changed after signing.
 */
export async function validateDss({ work }) {
  const home = join(work, "dss");
  mkdirSync(home, { recursive: true });
  makeKeys(home);
  const service = await startService(home);
  const faults = [];
  const sign = async (...parameters) => {
    const key = ["--key", "person.key", "--cert", "person.crt"];
    const argv = [join(ROOT, "bin/trc.js"), "sign", ...key, ...parameters];
    const { status, stdout, stderr } = await runAside(process.execPath, argv, { cwd: home });
    if (status !== 0) faults.push(stderr || stdout);
  };
  const expected = new Map();
  const program = [
    join(ROOT, "bin/trc.js"),
    "build",
    "--quiet",
    "--only",
    "91-od-2025",
    "--format",
    "pdf",
    "--out",
    "built",
  ];
  await runAside(process.execPath, [...program, "--content", join(ROOT, "content")], { cwd: home });
  const original = readdirSync(join(home, "built"), { recursive: true }).find((name) => /91.*\.pdf$/.test(name));
  try {
    for (const [level, indication] of LEVELS) {
      const stamp = level === "B" ? [] : ["--tsa", service.address];
      const evidence = level === "LT" ? ["--chain", "root.crt", "--crl", "root.crl"] : [];
      for (const form of ["CAdES", "PAdES"]) {
        const file = `${form}-${level}.pdf`;
        copyFileSync(join(home, "built", original), join(home, file));
        await sign(file, ...(form === "PAdES" ? ["--inside"] : []), ...stamp, ...evidence);
        const signature = form === "PAdES" ? file.replace(".pdf", ".signed.pdf") : `${file}.sig`;
        expected.set(signature, `${form}-BASELINE-${level} ${indication}`);
        if (level === "LT") expected.set(changed(home, file, signature), `${form}-BASELINE-LT TOTAL_FAILED`);
      }
    }
  } finally {
    service.stop();
  }
  const { stdout, stderr } = run(
    "java",
    ["-cp", dssClassPath(), join(ROOT, "conformance/support/JudgeSignatures.java"), "root.crt", ...expected.keys()],
    { cwd: home },
  );
  const said = new Map(stdout.split("\n").map((line) => line.split("\t")));
  for (const [file, wanted] of expected)
    if (said.get(file) !== wanted) faults.push(`${file}: ${said.get(file) ?? stderr.slice(-400)} instead of ${wanted}`);
  return [
    {
      title: "dss: the validator of the EU",
      faults,
      figure: `${expected.size} signatures by DSS: levels B, T, LT of CAdES and PAdES, two changed`,
    },
  ];
}

/** The signed file with one byte of what is signed changed, and the name of its signature. */
function changed(home, file, signature) {
  const [from, to] = signature.endsWith(".sig") ? [file, `changed-${file}`] : [signature, `changed-${signature}`];
  const bytes = readFileSync(join(home, from));
  bytes[bytes.indexOf("%%EOF") - 3] ^= 1;
  writeFileSync(join(home, to), bytes);
  if (from === file) copyFileSync(join(home, signature), join(home, `${to}.sig`));
  return from === file ? `${to}.sig` : to;
}
