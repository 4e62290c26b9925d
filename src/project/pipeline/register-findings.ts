import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { documentLines } from "../../paperwork/document/index.ts";
import { anyRecordsOf, type Dossier } from "../../paperwork/records/index.ts";
import { type CheckedDocument, checkRegister } from "../../paperwork/register/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import type { MadeDocument } from "./document-maker.ts";

/** What the register of issued documents says against the documents as they are now. Codes TRC80xx, TRC81xx. */
export function registerFindings(
  dossier: Dossier,
  planned: readonly DocumentJob[],
  made: readonly MadeDocument[],
  bytesOf: (file: string) => Uint8Array | undefined,
): Diagnostic[] {
  if (anyRecordsOf(dossier, "register").length === 0) return [];
  return checkRegister({
    dossier,
    bytesOf,
    documents: made.map(checkedDocument),
    planned: new Set(planned.map(({ id }) => id)),
  });
}

/** A document as the register compares it. */
function checkedDocument({ rendered, entry }: MadeDocument): CheckedDocument {
  const { model, job, author, caseIndex, sources } = rendered;
  return {
    id: job.id,
    record: job.record,
    number: model.meta.number,
    date: model.meta.date,
    title: model.meta.title,
    organisation: model.meta.author,
    author,
    caseIndex,
    sources,
    digest: entry.digest,
    // Asked for only of what is issued.
    get lines() {
      return documentLines(model);
    },
  };
}
