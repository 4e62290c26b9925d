// The sets of documents that are validated: each is a folder with a PDF and a DOCX of every document.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { convertByOffice, FONTS, ROOT } from "./programs.mjs";

const SAMPLES = { sample: "content", second: "tests/fixtures/second-centre" };

/** The sample in families of others: their files, and another family for the signs that they lack, which is written into the orders. */
const SIGNS = { family: "DejaVu Sans", file: "truetype/dejavu/DejaVuSans.ttf", words: "☑ ☐☐ " };
const FAMILIES = {
  "own-font": {
    family: "PT Serif",
    files: ["F55F", "F56F", "F75F", "F76F"].map((one) => `truetype/paratype/PT${one}.ttf`),
  },
  "own-font-cff": {
    family: "Linux Libertine O",
    files: ["R", "RB", "RI", "RBI"].map((one) => `opentype/linux-libertine/LinLibertine_${one}.otf`),
  },
};

/** Documents that strain pages: rows, heads and chains taller than a page, breaks where nothing follows. */
const STRAINS = { seed: 1, count: 60 };

/** Documents of the blocks that official papers need, in any company. */
const BLOCKS = { seed: 1, count: 120 };

/** Documents of the generated corpus; a document of it is written alone by `node dist/corpus.js --only NUMBER --out FOLDER`. */
const CORPUS = { seed: 1, count: 300 };

/**
 * Makes every set: { name, folder, pdfs, docxs, officePdfs(office) }; `officePdfs` prints the DOCX by a word processor (OFFICES),
 * once for all validators: a promise of [{ pdf, docx, office }], where `office` is undefined when the word processor did not open the file. Sets of made-up documents or in families of others have `made`.
 */
export function makeSets(work) {
  const samples = Object.entries(SAMPLES).flatMap(([name, content]) =>
    ["original", "public"].map((edition) => {
      const set = edition === "original" ? name : `${name}-${edition}`;
      const folder = join(work, set);
      node("bin/trc.js", ["build", "--quiet", "--content", content, "--edition", edition, "--out", folder]);
      return documentSet(set, folder, work);
    }),
  );
  const own = Object.entries(FAMILIES).map(([name, family]) => {
    const content = contentIn(family, join(work, `${name}-records`));
    const folder = join(work, name);
    node("bin/trc.js", ["build", "--quiet", "--content", content, "--out", folder]);
    return documentSet(name, folder, work);
  });
  const folder = join(work, "corpus");
  node("dist/corpus.js", ["--out", folder, "--seed", String(CORPUS.seed), "--count", String(CORPUS.count)]);
  const strains = join(work, "strains");
  node("dist/corpus.js", ["--strains", "--tree", "--out", strains, "--count", String(STRAINS.count)]);
  const blocks = join(work, "blocks");
  node("dist/corpus.js", ["--blocks", "--out", blocks, "--seed", String(BLOCKS.seed), "--count", String(BLOCKS.count)]);
  const made = [
    ["corpus", folder],
    ["strains", strains],
    ["blocks", blocks],
  ].map(([name, at]) => documentSet(name, at, work));
  return [...samples, ...[...own, ...made].map((set) => ({ ...set, made: true }))];
}

/** The records of the sample that ask for a family, with its files. The register would hold the words of the orders. */
function contentIn({ family, files }, content) {
  cpSync(join(ROOT, SAMPLES.sample), content, { recursive: true });
  rmSync(join(content, "register"), { recursive: true });
  mkdirSync(join(content, "fonts"));
  for (const file of [...files, SIGNS.file]) copyFileSync(join(FONTS, file), join(content, "fonts", basename(file)));
  appendFileSync(join(content, "settings.yaml"), `\nfont: ${family}\nfallbackFont: ${SIGNS.family}\n`);
  for (const order of filesOf(join(content, "orders"), ".yaml")) {
    const text = readFileSync(order, "utf8");
    if (text.includes("kind: order-general")) writeFileSync(order, text.replace(/(?<=^ {2}- text: )/gm, SIGNS.words));
  }
  return content;
}

function node(script, args) {
  execFileSync("node", [script, ...args], { cwd: ROOT, stdio: "inherit" });
}

function documentSet(name, folder, work) {
  const docxs = filesOf(folder, ".docx");
  const converted = {};
  const printed = async (office) => {
    const results = await convertByOffice(docxs, "pdf", join(work, `${name}-${office}`), { work, office });
    return docxs.map((docx, index) => ({ docx, pdf: docx.replace(/\.docx$/, ".pdf"), office: results[index] }));
  };
  const officePdfs = (office) => {
    converted[office] ??= printed(office);
    return converted[office];
  };
  return { name, folder, pdfs: filesOf(folder, ".pdf"), docxs, officePdfs };
}

function filesOf(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

/** At most so many of the items, evenly spread. */
export function spreadOver(items, most) {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, index) => index % step === 0);
}
