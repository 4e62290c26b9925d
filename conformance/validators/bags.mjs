import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PYTHON, ROOT, run } from "../support/programs.mjs";

/** The issued documents of the sample are taken into an archive; `bagit` and `bagit-profile` (PyPI) validate every bag, `sha256sum` its manifests. */
export async function validateBags({ work }) {
  const archive = join(work, "archive");
  const content = join(work, "archive-content");
  cpSync(join(ROOT, "content"), content, { recursive: true });
  const into = ["--archive", archive, "--content", content];
  const trc = (...args) =>
    execFileSync(process.execPath, [join(ROOT, "bin/trc.js"), ...args], { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
  const pdf = signedOrder(work, content, trc);
  trc("archive", "add", "91-od-2025", "--signature", sign(work, pdf, "DER"), ...into, "--date", "2026-01-12");
  trc("archive", "add", ...into, "--date", "2026-01-12");
  // A signature that comes later: the bag gets its next version.
  trc("archive", "attach", "91-od-2025", sign(work, pdf, "PEM"), "--archive", archive, "--date", "2026-02-02");
  const bags = readdirSync(archive, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name))
    .flatMap((year) => readdirSync(join(archive, year.name)).map((name) => join(archive, year.name, name)));
  const script = [
    "import json, sys, bagit, bagit_profile",
    "profile = json.load(open(sys.argv[1], encoding='utf-8'))",
    "identifier = profile['BagIt-Profile-Info']['BagIt-Profile-Identifier']",
    "for path in sys.argv[2:]:",
    "    try:",
    "        bag = bagit.Bag(path)",
    "        bag.validate(processes=1)",
    "        validator = bagit_profile.Profile(identifier, profile=profile)",
    "        if not validator.validate(bag): print(path, validator.report)",
    "    except Exception as error:",
    "        print(path, repr(error))",
  ].join("\n");
  const checked = run(PYTHON, ["-c", script, join(ROOT, "docs/bagit-profile.json"), ...bags]);
  const sums = bags.flatMap((bag) =>
    ["sha256", "sha512"].flatMap((name) => {
      const { status, stdout } = run(
        `${name}sum`,
        ["-c", "--quiet", `manifest-${name}.txt`, `tagmanifest-${name}.txt`],
        { cwd: bag },
      );
      return status === 0 ? [] : [`${bag}: ${stdout}`];
    }),
  );
  const signatures = bags.flatMap((bag) =>
    readdirSync(join(bag, "data"))
      .filter((name) => name.endsWith(".sig"))
      .map((name) => {
        const [signature, content] = [join(bag, "data", name), join(bag, "data/document.pdf")];
        const check = ["cms", "-verify", "-binary", "-inform", "DER", "-noverify", "-out", "/dev/null"];
        return run("openssl", [...check, "-in", signature, "-content", content]);
      }),
  );
  return [
    {
      title: `archive: OpenSSL verifies the ${signatures.length} signatures that lie in bags`,
      faults: [
        ...(signatures.length === 3 ? [] : [`${signatures.length} signatures, 3 are expected`]),
        ...signatures.filter(({ status }) => status !== 0).map(({ stderr }) => stderr.trim()),
      ],
    },
    {
      title: `archive: bagit and its profile accept ${bags.length} bags`,
      faults: [
        ...(bags.length > 0 ? [] : ["no bag was made"]),
        ...checked.stdout.split("\n").filter(Boolean),
        ...(checked.status === 0 ? [] : [checked.stderr.trim()]),
      ],
    },
    { title: "archive: sha256sum and sha512sum find every file as it was", faults: sums },
  ];
}

/** The order whose original is signed, as a person would get it for signing; a key for one run beside it. */
function signedOrder(work, content, trc) {
  const out = join(work, "archive-signed");
  trc("build", "--content", content, "--out", out, "--only", "91-od-2025", "--format", "pdf");
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-utf8"];
  run("openssl", [...request, "-subj", "/CN=Берёзкина Мария Петровна", ...keyIn(work, "-keyout", "-out")]);
  const name = readdirSync(out, { recursive: true }).find((path) => path.endsWith("№ 91-ОД.pdf"));
  return join(out, name);
}

function sign(work, pdf, form) {
  const signature = join(work, `archive-91.${form}`);
  const how = ["cms", "-sign", "-binary", "-md", "sha256", "-outform", form, "-in", pdf, "-out", signature];
  run("openssl", [...how, ...keyIn(work, "-inkey", "-signer")]);
  return signature;
}

function keyIn(work, key, certificate) {
  return [key, join(work, "archive.key"), certificate, join(work, "archive.crt")];
}
