import { relative } from "node:path";
import { run, veraPdfClassPath } from "../support/programs.mjs";

const FLAVOURS = [
  ["PDF/A-2a", /<validationReport[^>]*profileName="PDF\/A-2a[^>]*>/i],
  ["PDF/UA-1", /<validationReport[^>]*profileName="PDF\/UA-1[^>]*>/i],
];

/** Both norms that a file declares in its own metadata, validated by one JVM for all files. */
export function validateVeraPdf({ sets }) {
  const files = sets.flatMap(({ name, folder, pdfs }) => pdfs.map((pdf) => ({ set: name, folder, pdf })));
  const { stdout, stderr } = run("java", [
    "-cp",
    veraPdfClassPath(),
    "org.verapdf.apps.GreenfieldCliWrapper",
    ...["-f", "0", "--format", "xml", "--disableerrormessages", "--maxfailuresdisplayed", "1"],
    ...files.map(({ pdf }) => pdf),
  ]);
  const jobs = new Map(
    [...stdout.matchAll(/<job>([\s\S]*?)<\/job>/g)].map(([, job]) => [/<name>([^<]*)<\/name>/.exec(job)?.[1], job]),
  );
  return sets.flatMap((set) => FLAVOURS.map(([flavour, pattern]) => verdict(set, flavour, pattern, jobs, stderr)));
}

function verdict({ name, folder, pdfs }, flavour, pattern, jobs, stderr) {
  const faults = pdfs.flatMap((pdf) => {
    const job = jobs.get(pdf);
    if (job === undefined) return [`${relative(folder, pdf)}: not validated; ${stderr.slice(0, 300)}`];
    const found = reportOf(job, pattern);
    return found === "" ? [] : [`${relative(folder, pdf)}: ${found}`];
  });
  const passed = pdfs.length - faults.length;
  return {
    title: `${name}: veraPDF ${flavour}, ${passed} of ${pdfs.length} pass`,
    faults,
    figure: `veraPDF ${flavour}, ${name}: ${passed} of ${pdfs.length} pass`,
  };
}

/** Empty when the report of this norm is there and clean; otherwise what failed. */
function reportOf(job, pattern) {
  const reports = [...job.matchAll(/<validationReport[\s\S]*?(?:<\/validationReport>|\/>)/g)].map(([report]) => report);
  const report = reports.find((text) => pattern.test(text));
  if (report === undefined) return "the file does not declare this norm";
  if (/<validationReport[^>]*isCompliant="true"/.test(report)) return "";
  const rules = [...report.matchAll(/<rule [^>]*clause="([^"]*)"[^>]*testNumber="([^"]*)"[^>]*status="failed"/g)];
  return rules.map((rule) => `${rule[1]}-${rule[2]}`).join(", ") || "no rules in the report";
}
