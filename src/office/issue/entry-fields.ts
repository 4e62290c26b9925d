import { digestDocument, documentLines, restrictionText } from "../../paperwork/document/index.ts";
import { parseNumber } from "../../paperwork/facts/index.ts";
import { type EntryFields, referenceTo } from "../../paperwork/register/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";

/** What the register says of a document, by the document itself. @param registered ISO day */
export function entryFields({ rendered, input }: Laid, registered: string): EntryFields {
  const { model, job, author, caseIndex, card } = rendered;
  const { number, title, author: organisation } = model.meta;
  const date = model.meta.date ?? registered;
  const restriction = restrictionText(model);
  const own = ownNumber(rendered);
  const parsed = own === null ? null : parseNumber(own);
  return {
    document: job.id,
    ...referenceTo(job.record),
    author,
    ...(parsed === null || parsed.prefix === "" ? {} : { prefix: parsed.prefix }),
    ...(parsed === null ? {} : { suffix: parsed.suffix }),
    year: Number(date.slice(0, 4)),
    ...(number === null ? {} : { number }),
    date,
    registered,
    title,
    organisation,
    ...(caseIndex === null ? {} : { caseIndex }),
    ...(restriction === null ? {} : { restriction }),
    pages: card?.pages ?? input.layout.pages.length,
    digest: digestDocument(model),
    text: documentLines(model),
  };
}

/** The number that stands in the document's own record; null for a document that bears the number of another, or none. */
export function ownNumber({ job: { record, kind } }: Laid["rendered"]): string | null {
  const number = kind.number === "number" ? record.data.number : undefined;
  return typeof number === "string" ? number : null;
}
