// Writes the generated corpus: documents of random words and shapes, the same for a seed on every machine.
//   node dist/corpus.js --out FOLDER [--seed 1] [--count 300] [--only 17,42] [--tree]
//   node dist/corpus.js --out FOLDER --model a.json,b.json
//   node dist/corpus.js --out FOLDER --requisites          a small document for each requisite
//   node dist/corpus.js --out FOLDER --strains             documents that strain pages: tall rows and heads, long chains, breaks
//   node dist/corpus.js --out FOLDER --blocks              documents of what official papers need: merged cells, footnotes, figures …
//   node dist/corpus.js --out FOLDER --edited              the corpus as somebody has edited it, for redlines
// --only writes some of the documents by their numbers; --tree adds the tree of each as JSON; --model writes documents of given trees,
// to reduce a difference to its cause.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import type { DocumentModel } from "../../src/paperwork/document/index.ts";
import { composeFlow, type Profile, parseProfile } from "../../src/typesetting/flow/index.ts";
import { loadFonts, measureIn } from "../../src/typesetting/fonts/index.ts";
import { holdLines, layoutFlow } from "../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../src/typesetting/writers/pdf/index.ts";
import { blockDocument } from "./blocks.ts";
import { corpusDocument } from "./document.ts";
import { editedDocument } from "./edits.ts";
import { openPictures } from "./pictures.ts";
import { createRandom } from "./random.ts";
import { requisiteCases } from "./requisite-cases.ts";
import { strainDocument } from "./strains.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "300" },
    only: { type: "string" },
    model: { type: "string" },
    strains: { type: "boolean", default: false },
    blocks: { type: "boolean", default: false },
    edited: { type: "boolean", default: false },
    requisites: { type: "boolean", default: false },
    tree: { type: "boolean", default: false },
  },
});
if (values.out === undefined) throw new Error("--out FOLDER is needed");
const out = values.out;
const numbers =
  values.only === undefined
    ? Array.from({ length: Number(values.count) }, (_, index) => index)
    : values.only.split(",").map(Number);

const fonts = loadFonts();
const pictures = await openPictures();
const sources = new Map(
  ["gost-2016", "gost-2025"].map((id) => {
    const file = `templates/profiles/${id}.yaml`;
    return [id, { data: parse(readFileSync(file, "utf8")) as { [key: string]: unknown }, file }] as const;
  }),
);
const profiles = new Map<string, Profile>();

mkdirSync(out, { recursive: true });
if (values.requisites) for (const [name, model] of requisiteCases()) await write(model, name);
else if (values.model === undefined)
  for (const number of numbers) {
    const make = values.strains ? strainDocument : values.blocks ? blockDocument : corpusDocument;
    const model = make(Number(values.seed), number);
    const written = values.edited ? editedDocument(model, createRandom(Number(values.seed) + number)) : model;
    await write(written, String(number).padStart(3, "0"));
  }
else
  for (const file of values.model.split(","))
    await write(JSON.parse(readFileSync(file, "utf8")) as DocumentModel, basename(file, ".json"));

async function write(model: DocumentModel, id: string): Promise<void> {
  const code = id === "code" ? { text: "TRC1|order.1|1-ОД|2025-09-05|0123456789abcdef", alt: "QR-код" } : null;
  const flow = composeFlow(model, {
    profile: profileOf(model.meta.profile, model.meta.variant),
    measure: measureIn(fonts),
    code,
    pictures,
  });
  const layout = layoutFlow(flow, fonts);
  // A table without room on a portrait sheet is laid on its side, as the finding advises.
  if (layout.diagnostics.some(({ code }) => code === "TRC5003") && model.body.orientation === "portrait")
    return write(onItsSide(model), id);
  if (layout.diagnostics.length > 0) throw new Error(`${id}: ${JSON.stringify(layout.diagnostics)}`);
  const name = join(out, id);
  writeFileSync(`${name}.docx`, await writeDocx(holdLines(layout, fonts), fonts));
  writeFileSync(`${name}.pdf`, await writePdf(layout, layout.flow, fonts));
  if (values.tree) writeFileSync(`${name}.json`, JSON.stringify(model, null, 1));
}

function onItsSide(model: DocumentModel): DocumentModel {
  const turned = <Part extends { readonly orientation: unknown }>(part: Part) => ({
    ...part,
    orientation: "landscape" as const,
  });
  return { ...model, body: turned(model.body), annexes: model.annexes.map(turned) };
}

function profileOf(id: string, variant: string): Profile {
  const key = `${id}/${variant}`;
  const { value, diagnostics } = parseProfile(sources, {
    standard: id,
    variant,
    ...(values.blocks ? { own: { data: { marks: { page: "{page} из {pages}" } }, file: "blocks" } } : {}),
  });
  const profile = profiles.get(key) ?? value;
  if (profile === undefined) throw new Error(JSON.stringify(diagnostics));
  profiles.set(key, profile);
  return profile;
}
