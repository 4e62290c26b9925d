import { type DocumentModel, inlinesText } from "../document/index.ts";
import type { ContentRecord, Dossier } from "../records/index.ts";
import { actsOf, EVER, stepsOf } from "./acts.ts";
import { numberOf } from "./numbers.ts";
import { replay, unmarked } from "./replay.ts";

/** A numbered clause or section of a document, as another record may name it. */
type Clause = {
  readonly sort: "clause" | "heading";
  /** Name that its template or record has for it. */
  readonly name: string;
  /** As printed, without the last stop. */
  readonly number: string;
  /** As changes name it: the number of its annex, «единственное»; null in the body. */
  readonly annex: string | null;
  readonly text: string;
};

/**
 * The clauses and sections of a document with every change in it that counts, in reading order.
 *
 * @param asker file of the record that names them: what it changes itself is as it was
 */
export function clausesInForce(
  dossier: Dossier,
  { record, model }: { readonly record: ContentRecord; readonly model: DocumentModel },
  asker: string,
): Clause[] {
  const acts = actsOf(dossier, record, { at: EVER, drafts: false }).filter((act) => act.record.file !== asker);
  const { body, annexes } = replay(model, stepsOf(acts, EVER), unmarked()).model;
  return [body, ...annexes].flatMap(({ role, number: order, blocks }) =>
    blocks.flatMap((block) => {
      const number = numberOf(block);
      if (number === null || (block.type !== "clause" && block.type !== "heading")) return [];
      const annex = role === "annex" ? String(order ?? "единственное") : null;
      return [{ sort: block.type, name: block.id ?? "", number, annex, text: inlinesText(block.inlines) }];
    }),
  );
}
