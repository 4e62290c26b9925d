import type { Block, DocumentModel, Section } from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";

/** Style of a clause by its level. */
export type ClauseStyle = (level: number) => StyleName;

/**
 * Styles of the clauses of a section. A style has one place in one native list, so that it brings its number with it: «1.1.» under the
 * heading of a section and «1.» without one cannot share it. The sections that are built like the first one with clauses have the plain
 * styles, the others those of annexes.
 */
export function clauseStyles({ body, annexes }: DocumentModel): (section: Section) => ClauseStyle {
  const first = [body, ...annexes].find(({ blocks }) =>
    blocks.some((block) => block.type === "clause" || isHead(block)),
  );
  const plain = first !== undefined && isHeaded(first);
  return (section) => {
    const headed = isHeaded(section);
    const [clause, subclause]: readonly [StyleName, StyleName] =
      headed === plain ? ["clause", "subclause"] : ["annex-clause", "annex-subclause"];
    return (level) => (level > (headed ? 1 : 0) ? subclause : clause);
  };
}

function isHeaded({ blocks }: Section): boolean {
  return blocks.some(isHead);
}

function isHead(block: Block): boolean {
  return block.type === "heading" && block.label !== null;
}
