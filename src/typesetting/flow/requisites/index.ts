import type { Block } from "../../../paperwork/document/index.ts";
import type { ComposeContext } from "../compose-context.ts";
import type { FlowBlock } from "../flow.ts";
import { styled } from "../paragraph.ts";
import { composeDateline, composeLongitudinal, kindTitle } from "./letterhead.ts";
import { composeParties } from "./parties.ts";
import { composeAcquaintance, composeExecutor, composeSignature } from "./signature.ts";
import { composeAnnexMark, composeApprovals } from "./stamps.ts";

export { composeCorner, isCorner } from "./letterhead.ts";

type RequisiteType =
  | "letterhead"
  | "kind-title"
  | "dateline"
  | "title"
  | "approvals"
  | "annex-mark"
  | "signature"
  | "parties"
  | "acquaintance"
  | "executor";
type Of<type> = Extract<Block, { readonly type: type }>;
type Composer<type> = (block: Of<type>, context: ComposeContext, previous: Block | undefined) => FlowBlock[];
type Requisite = Of<RequisiteType>;

export function isRequisite(block: Block): block is Requisite {
  return Object.hasOwn(REQUISITES, block.type);
}

/** A requisite as paragraphs and layout tables, by the measures of the profile. @see ГОСТ Р 7.0.97-2016, раздел 5 */
export function composeRequisite(block: Requisite, context: ComposeContext, previous: Block | undefined): FlowBlock[] {
  return (REQUISITES[block.type] as Composer<RequisiteType>)(block, context, previous);
}

const REQUISITES: { readonly [type in RequisiteType]: Composer<type> } = {
  letterhead: composeLongitudinal,
  "kind-title": (block, context) => [kindTitle(block, context)],
  dateline: composeDateline,
  title: (block, context) => [
    { ...styled(block.align === "left" ? "title" : "title-center", block.inlines, context), role: "title" },
  ],
  approvals: composeApprovals,
  "annex-mark": composeAnnexMark,
  signature: (block, context, previous) => [composeSignature(block, context, previous?.type === "signature")],
  parties: (block, context) => [composeParties(block, context)],
  acquaintance: composeAcquaintance,
  executor: composeExecutor,
};
