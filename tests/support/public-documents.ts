import type { Diagnostic } from "../../src/base/diagnostics/index.ts";
import { PictureShelf } from "../../src/base/pictures/index.ts";
import { documentTexts } from "../../src/paperwork/document/index.ts";
import { PaperShelf } from "../../src/paperwork/papers/index.ts";
import { type ContentRecord, type Dossier, readRecords, readSchemas } from "../../src/paperwork/records/index.ts";
import { PUBLIC_WORDING, PublicEdition, type PublicWording } from "../../src/project/editions/index.ts";
import { renderJob } from "../../src/project/pipeline/render-job.ts";
import { readWording } from "../../src/project/reading/index.ts";
import { readProfiles } from "../../src/project/reading/profiles.ts";
import { readFolder } from "../../src/project/reading/read-folder.ts";
import { loadFonts } from "../../src/typesetting/fonts/index.ts";
import { type DocumentJob, planDocuments, readKinds } from "../../src/typesetting/kinds/index.ts";
import { Engine } from "../../src/typesetting/markup/index.ts";

type PublicText = { readonly id: string; readonly text: string; readonly diagnostics: readonly Diagnostic[] };

/** The public edition of a content folder without layout and writers: what a property is tried on many times. */
export type PublicBench = {
  readonly dossier: Dossier;
  /** Texts of the public documents of the dossier as it is. */
  readonly original: readonly PublicText[];
  /** Texts (file name among them) of the public documents of a dossier that was changed; of those made from `touched` only. */
  readonly render: (dossier: Dossier, touched?: ContentRecord) => readonly PublicText[];
};

export async function publicBench(content: string): Promise<PublicBench> {
  const templates = await readFolder("templates", "templates", {
    wanted: (name) => /\.(hbs|yaml|json)$/.test(name) && !name.endsWith("sample.yaml"),
  });
  const kinds = sure(readKinds(templates));
  const profiles = sure(readProfiles(templates));
  const schemas = sure(readSchemas(templates));
  const wording = sure(
    readWording<PublicWording>(
      PUBLIC_WORDING,
      templates.find(({ inside }) => inside === PUBLIC_WORDING.path),
      "templates",
    ),
  );
  const dossier = sure(
    readRecords(await readFolder(content, content, { wanted: (name) => name.endsWith(".yaml") }), schemas),
  );
  const engine = new Engine(kinds.partials);
  const made = new Map<string, readonly string[]>();
  const render = (changed: Dossier, touched?: ContentRecord): PublicText[] => {
    const edition = new PublicEdition(changed, wording);
    const set = {
      dossier: changed,
      engine,
      profiles,
      edition,
      fonts: loadFonts(),
      draft: false,
      budget: 1,
      pictures: new PictureShelf(new Map()),
      papers: new PaperShelf(new Map()),
      made: null,
    };
    const jobs = sure(planDocuments(kinds, changed)).filter(
      ({ kind }: DocumentJob) => kind.editions.includes("public") && kind.wave === 0,
    );
    return jobs
      .filter(({ id }) => touched === undefined || (made.get(id) ?? [touched.source]).includes(touched.source))
      .map((job) => {
        const { value, diagnostics } = renderJob(job, set);
        if (touched === undefined) made.set(job.id, value?.sources ?? []);
        return {
          id: job.id,
          text: value === undefined ? "" : [value.name, ...documentTexts(value.model)].join("\n"),
          diagnostics,
        };
      });
  };
  return { dossier, original: render(dossier), render };
}

/** The dossier with one record changed. */
export function withRecord(dossier: Dossier, changed: ContentRecord): Dossier {
  const collections = new Map(dossier.collections);
  const collection = new Map(collections.get(changed.collection));
  collection.set(changed.id, changed);
  collections.set(changed.collection, new Map([...collection].sort(([a], [b]) => (a < b ? -1 : 1))));
  return { ...dossier, collections };
}

function sure<T>(outcome: { readonly value?: T; readonly diagnostics: readonly Diagnostic[] }): T {
  const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
  if (outcome.value === undefined || errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return outcome.value;
}
