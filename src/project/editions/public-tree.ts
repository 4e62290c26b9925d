import type { Approval, Block, DocumentModel, Inlines, Section } from "../../paperwork/document/index.ts";
import type { PublicWording } from "./wording.ts";

/** A requisite that the public edition does not show, by the name of its ground. */
export type WithheldBlock = keyof PublicWording["blocks"];

/**
 * The tree of a public document from a tree that was rendered from filtered views: no mark of the executor, no lines of acquaintance,
 * «(подпись)» in place of signatures and seals, the running line, a title that tells the edition.
 */
export function publicTree(
  model: DocumentModel,
  wording: PublicWording,
  running: string,
): { readonly model: DocumentModel; readonly withheld: readonly WithheldBlock[] } {
  const withheld = new Set<WithheldBlock>();
  const signed: Inlines = [{ type: "text", text: wording.signature }];
  const section = (one: Section): Section => ({
    ...one,
    title: one.role === "body" ? titled(one.title, wording) : one.title,
    blocks: one.blocks.flatMap((block) => publicBlock(block, signed, (name) => withheld.add(name))),
  });
  return {
    model: {
      meta: { ...model.meta, title: titled(model.meta.title, wording) },
      running,
      body: section(model.body),
      annexes: model.annexes.map(section),
    },
    withheld: [...withheld].sort(),
  };
}

/** «Приказ от 05.09.2025 № 145-ОД (публичная редакция)». */
export function titled(title: string, wording: PublicWording): string {
  return `${title} (${wording.title})`;
}

function publicBlock(block: Block, signed: Inlines, withhold: (name: WithheldBlock) => void): Block[] {
  switch (block.type) {
    case "executor":
    case "acquaintance":
      withhold(block.type);
      return [];
    case "signature":
      withhold("signature");
      return [{ ...block, seal: false, signed }];
    case "parties":
      withhold("signature");
      return [{ ...block, parties: block.parties.map((party) => ({ ...party, seal: false, signed })) }];
    case "approvals": {
      const stamp = (approval: Approval | null): Approval | null => {
        if (approval === null || approval.sign === null) return approval;
        withhold("signature");
        return { ...approval, sign: { ...approval.sign, signed } };
      };
      return [{ ...block, left: stamp(block.left), right: stamp(block.right) }];
    }
    default:
      return [block];
  }
}
