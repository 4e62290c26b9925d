// The sets of documents that are judged: each is a folder with a PDF and a DOCX of every document.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { convertByOffice, ROOT } from "./programs.mjs";

const SAMPLES = { sample: "content", second: "tests/fixtures/second-centre" };

/**
 * Makes every set: { name, folder, pdfs, docxs, officePdfs() }; `officePdfs` prints the DOCX by the word processor,
 * once for all judges: [{ pdf, docx, office }], where `office` is undefined when the word processor did not open the file.
 */
export function makeSets(work) {
  return Object.entries(SAMPLES).map(([name, content]) => {
    const folder = join(work, name);
    execFileSync("node", ["bin/trc.js", "build", "--quiet", "--content", content, "--out", folder], {
      cwd: ROOT,
      stdio: "inherit",
    });
    return documentSet(name, folder, work);
  });
}

function documentSet(name, folder, work) {
  const docxs = filesOf(folder, ".docx");
  let converted;
  const officePdfs = () => {
    converted ??= convertByOffice(docxs, "pdf", join(work, `${name}-office`), work).map((office, index) => ({
      docx: docxs[index],
      pdf: docxs[index].replace(/\.docx$/, ".pdf"),
      office,
    }));
    return converted;
  };
  return { name, folder, pdfs: filesOf(folder, ".pdf"), docxs, officePdfs };
}

function filesOf(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}
