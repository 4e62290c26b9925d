import { digestDocument } from "../../paperwork/document/index.ts";
import type { WriteInput } from "../formats/index.ts";
import type { ManifestDocument, ManifestFile } from "../output/index.ts";
import type { Rendered } from "./render-job.ts";

/** A document with its pages, before it is written. `folder` leads to its centre's part of the output. */
export type Laid = {
  readonly centre: string;
  readonly rendered: Rendered;
  readonly input: WriteInput;
  readonly folder: string;
};

/** The entry of a document in the manifest. */
export function manifestEntry(
  { centre, rendered, pages }: Pick<Laid, "centre" | "rendered"> & { readonly pages: number },
  files: readonly ManifestFile[],
): ManifestDocument {
  const { meta } = rendered.model;
  return {
    centre,
    id: meta.id,
    kind: meta.kind,
    group: rendered.job.kind.group,
    title: meta.title,
    number: meta.number,
    date: meta.date,
    edition: rendered.redactions === null ? "original" : "public",
    profile: meta.profile,
    pages,
    digest: digestDocument(rendered.model),
    // A public manifest names no file of a person: its name is the surname in Latin letters.
    sources: rendered.sources.filter((source) => rendered.redactions === null || !source.startsWith("people/")),
    files,
  };
}
