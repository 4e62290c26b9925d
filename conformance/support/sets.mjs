// The sets of documents that are validated: each is a folder with a PDF and a DOCX of every document.
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
import { convertByOffice, FONTS, ROOT, runAside } from "./programs.mjs";

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

/** Sets of the centres of the project in both editions, by name. */
const CENTRES = Object.entries(SAMPLES).flatMap(([name, content]) =>
  ["original", "public"].map((edition) => ({
    set: edition === "original" ? name : `${name}-${edition}`,
    content,
    edition,
  })),
);

/** Makes every set, a folder of its own below `work`, without waiting in the way of others. */
export async function makeSets(work) {
  for (const { set, content, edition } of CENTRES)
    await node("bin/trc.js", [
      "build",
      "--quiet",
      "--content",
      content,
      "--edition",
      edition,
      "--out",
      join(work, set),
    ]);
  for (const [name, family] of Object.entries(FAMILIES)) {
    const content = contentIn(family, join(work, `${name}-records`));
    await node("bin/trc.js", ["build", "--quiet", "--content", content, "--out", join(work, name)]);
  }
  const made = (set, argv) => node("dist/corpus.js", [...argv, "--out", join(work, set)]);
  await made("corpus", ["--seed", String(CORPUS.seed), "--count", String(CORPUS.count)]);
  await made("strains", ["--strains", "--tree", "--count", String(STRAINS.count)]);
  await made("blocks", ["--blocks", "--seed", String(BLOCKS.seed), "--count", String(BLOCKS.count)]);
}

/**
 * The sets that `makeSets` left: { name, folder, pdfs, docxs, officePdfs(office) }; `officePdfs` prints the DOCX by a word processor (OFFICES),
 * once for all validators: a promise of [{ pdf, docx, office }], where `office` is undefined when the word processor did not open the file. Sets of made-up documents or in families of others have `made`; a `twin` differs from the sample in its fonts alone.
 */
export function readSets(work) {
  const made = [...Object.keys(FAMILIES), "corpus", "strains", "blocks"];
  return [
    ...CENTRES.map(({ set }) => documentSet(set, join(work, set), work)),
    ...made.map((set) => ({ ...documentSet(set, join(work, set), work), made: true, twin: set in FAMILIES })),
  ];
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

async function node(script, args) {
  const { status, stdout, stderr } = await runAside("node", [script, ...args], { cwd: ROOT });
  if (status !== 0) throw new Error(`${script} ${args.join(" ")}: ${stdout}${stderr}`);
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
