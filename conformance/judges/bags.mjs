import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PYTHON, ROOT, run } from "../support/programs.mjs";

/** The issued documents of the sample are taken into an archive; `bagit` and `bagit-profile` (PyPI) judge every bag, `sha256sum` its manifests. */
export async function judgeBags({ work }) {
  const archive = join(work, "archive");
  const content = join(work, "archive-content");
  cpSync(join(ROOT, "content"), content, { recursive: true });
  const trc = (...args) =>
    execFileSync(process.execPath, [join(ROOT, "bin/trc.js"), ...args], { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
  trc("archive", "add", "--archive", archive, "--content", content, "--date", "2026-01-12");
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
    "        judge = bagit_profile.Profile(identifier, profile=profile)",
    "        if not judge.validate(bag): print(path, judge.report)",
    "    except Exception as error:",
    "        print(path, repr(error))",
  ].join("\n");
  const judged = run(PYTHON, ["-c", script, join(ROOT, "docs/bagit-profile.json"), ...bags]);
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
  return [
    {
      title: `archive: bagit and its profile accept ${bags.length} bags`,
      faults: [
        ...(bags.length > 0 ? [] : ["no bag was made"]),
        ...judged.stdout.split("\n").filter(Boolean),
        ...(judged.status === 0 ? [] : [judged.stderr.trim()]),
      ],
    },
    { title: "archive: sha256sum and sha512sum find every file as it was", faults: sums },
  ];
}
