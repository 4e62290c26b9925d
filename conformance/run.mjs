// The conformance set: the sample sets are built and judged by programs that know nothing of trc.
// Prints one line a judge and exits 1 when any of them finds a fault.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { compareAgreement } from "./agreement.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "trc-conformance-"));
const SAMPLES = { sample: "content", second: "tests/fixtures/second-centre" };
let failed = 0;

try {
  execFileSync("npm", ["run", "-s", "compile"], { cwd: root, stdio: "inherit" });
  for (const [name, content] of Object.entries(SAMPLES)) {
    const out = join(work, name);
    execFileSync("node", ["bin/trc.js", "build", "--quiet", "--content", content, "--out", out], {
      cwd: root,
      stdio: "inherit",
    });
    const pdfs = filesOf(out, ".pdf");
    const docxs = filesOf(out, ".docx");
    check(
      `${name}: ${pdfs.length} PDF and ${docxs.length} DOCX`,
      pdfs.length > 0 && pdfs.length === docxs.length ? [] : ["not every document has both formats"],
    );
    check(`${name}: qpdf --check`, qpdf(pdfs));
    check(`${name}: veraPDF PDF/A-2a`, veraPdf(pdfs, "2a"));
    check(`${name}: veraPDF PDF/UA-1`, veraPdf(pdfs, "ua1"));
    check(`${name}: python-docx opens every DOCX`, pythonDocx(docxs));
    check(`${name}: every DOCX is valid Open XML`, openXml(docxs));
    const converted = libreOffice(docxs, join(work, `${name}-office`));
    check(
      `${name}: LibreOffice opens every DOCX`,
      converted.filter((pair) => !pair.office).map((pair) => pair.docx),
    );
    const agreement = compareAgreement(
      converted.filter((pair) => pair.office),
      name,
    );
    for (const line of agreement.lines) console.log(line);
    check(`${name}: the words of PDF and DOCX are the same`, agreement.wordFaults);
    check(`${name}: pages agree no worse than before`, agreement.pageFaults);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

function check(title, faults) {
  console.log(`${faults.length === 0 ? "ok    " : "FAILED"} ${title}`);
  for (const fault of faults) console.log(`         ${fault}`);
  if (faults.length > 0) failed++;
}

function filesOf(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

function qpdf(pdfs) {
  return pdfs.flatMap((pdf) => {
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", pdf], { encoding: "utf8" });
    return status === 0 ? [] : [`${relative(work, pdf)}: ${(stderr || stdout).trim().split("\n").pop()}`];
  });
}

/** One JVM judges all files; the report is machine-readable XML, one job a file. */
function veraPdf(pdfs, flavour) {
  const classpath = readFileSync(join(root, ".conformance/verapdf.classpath"), "utf8").trim();
  const { stdout, stderr } = spawnSync(
    "java",
    ["-cp", classpath, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "xml", ...pdfs],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const jobs = [...stdout.matchAll(/<job>([\s\S]*?)<\/job>/g)].map((match) => match[1]);
  if (jobs.length !== pdfs.length) return [`judged ${jobs.length} of ${pdfs.length} files`, stderr.slice(0, 500)];
  return jobs.flatMap((job) => {
    const file = /<name>([^<]*)<\/name>/.exec(job)?.[1] ?? "?";
    if (/<validationReport[^>]*isCompliant="true"/.test(job)) return [];
    const rules = [...job.matchAll(/<rule [^>]*clause="([^"]*)"[^>]*testNumber="([^"]*)"[^>]*status="failed"/g)];
    return [
      `${relative(work, file)}: ${rules.map((rule) => `${rule[1]}-${rule[2]}`).join(", ") || "no validation report"}`,
    ];
  });
}

function pythonDocx(docxs) {
  const script = [
    "import sys, docx",
    "for path in sys.argv[1:]:",
    "    try:",
    "        document = docx.Document(path)",
    "        assert document.core_properties.title, 'no title'",
    "        assert len(document.paragraphs) + len(document.tables) > 0, 'empty'",
    "    except Exception as error:",
    "        print(path, repr(error))",
  ].join("\n");
  const { stdout, stderr, status } = spawnSync(join(root, ".conformance/venv/bin/python"), ["-c", script, ...docxs], {
    encoding: "utf8",
  });
  return [...stdout.split("\n").filter(Boolean), ...(status === 0 ? [] : [stderr.trim()])];
}

/** The schema and the semantic rules of the Open XML SDK. */
function openXml(docxs) {
  const validator = join(root, ".conformance/ooxml/node_modules/.bin/ooxml-validator");
  return docxs.flatMap((docx) => {
    const { stdout, stderr } = spawnSync(validator, [docx], { encoding: "utf8", maxBuffer: 1 << 26 });
    try {
      const { ok, errors } = JSON.parse(stdout.slice(stdout.indexOf("{")));
      if (ok === true) return [];
      return errors
        .slice(0, 3)
        .map((error) => `${relative(work, docx)}: ${error.path} ${error.description.slice(0, 200)}`);
    } catch {
      return [`${relative(work, docx)}: not judged: ${stderr.slice(0, 200)}`];
    }
  });
}

/** Converts all DOCX in one run of the word processor; a file it cannot open has no `office`. */
function libreOffice(docxs, folder) {
  const pairs = docxs.map((docx, index) => ({
    docx,
    pdf: docx.replace(/\.docx$/, ".pdf"),
    out: join(folder, String(index)),
  }));
  mkdirSync(folder, { recursive: true });
  // Equal base names may live in different groups, so each group folder has an output folder of its own.
  const groups = new Map();
  for (const pair of pairs) {
    const key = pair.docx.slice(0, pair.docx.lastIndexOf("/"));
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(pair);
  }
  let number = 0;
  for (const group of groups.values()) {
    const out = join(folder, String(number++));
    spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(work, "office-profile")}`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        out,
        ...group.map((pair) => pair.docx),
      ],
      { encoding: "utf8", timeout: 600_000 },
    );
    for (const pair of group) {
      const office = join(out, pair.pdf.slice(pair.pdf.lastIndexOf("/") + 1));
      try {
        pair.office = readFileSync(office).length > 0 ? office : undefined;
      } catch {
        pair.office = undefined;
      }
    }
  }
  return pairs;
}
