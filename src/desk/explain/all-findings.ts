// Made by `npm run findings`.
import { FINDINGS as baseCache } from "../../base/cache/findings.ts";
import { FINDINGS as basePictures } from "../../base/pictures/findings.ts";
import { FINDINGS as baseStorage } from "../../base/storage/findings.ts";
import { FINDINGS as baseYaml } from "../../base/yaml/findings.ts";
import { FINDINGS as cli } from "../../cli/findings.ts";
import { FINDINGS as deskDrafting } from "../drafting/findings.ts";
import { FINDINGS as deskEditing } from "../editing/findings.ts";
import { FINDINGS as deskExchange } from "../exchange/findings.ts";
import { FINDINGS as deskPage } from "../page/findings.ts";
import { FINDINGS as officeApprovals } from "../../office/approvals/findings.ts";
import { FINDINGS as officeArchive } from "../../office/archive/findings.ts";
import { FINDINGS as officeIssue } from "../../office/issue/findings.ts";
import { FINDINGS as officeOcfl } from "../../office/ocfl/findings.ts";
import { FINDINGS as officeQueue } from "../../office/queue/findings.ts";
import { FINDINGS as officeRegisterTree } from "../../office/register-tree/findings.ts";
import { FINDINGS as officeRelease } from "../../office/release/findings.ts";
import { FINDINGS as officeSignatures } from "../../office/signatures/findings.ts";
import { FINDINGS as paperworkFacts } from "../../paperwork/facts/findings.ts";
import { FINDINGS as paperworkPapers } from "../../paperwork/papers/findings.ts";
import { FINDINGS as paperworkRecords } from "../../paperwork/records/findings.ts";
import { FINDINGS as paperworkRegister } from "../../paperwork/register/findings.ts";
import { FINDINGS as paperworkRules } from "../../paperwork/rules/findings.ts";
import { FINDINGS as projectCompare } from "../../project/compare/findings.ts";
import { FINDINGS as projectConsolidate } from "../../project/consolidate/findings.ts";
import { FINDINGS as projectEditions } from "../../project/editions/findings.ts";
import { FINDINGS as projectOutput } from "../../project/output/findings.ts";
import { FINDINGS as projectPipeline } from "../../project/pipeline/findings.ts";
import { FINDINGS as projectReading } from "../../project/reading/findings.ts";
import { FINDINGS as typesettingFlow } from "../../typesetting/flow/findings.ts";
import { FINDINGS as typesettingFonts } from "../../typesetting/fonts/findings.ts";
import { FINDINGS as typesettingKinds } from "../../typesetting/kinds/findings.ts";
import { FINDINGS as typesettingLayout } from "../../typesetting/layout/findings.ts";
import { FINDINGS as typesettingMarkup } from "../../typesetting/markup/findings.ts";

/** The findings of every room, as `findings.ts` of each defines them. */
export const ROOMS = [
  baseCache,
  basePictures,
  baseStorage,
  baseYaml,
  cli,
  deskDrafting,
  deskEditing,
  deskExchange,
  deskPage,
  officeApprovals,
  officeArchive,
  officeIssue,
  officeOcfl,
  officeQueue,
  officeRegisterTree,
  officeRelease,
  officeSignatures,
  paperworkFacts,
  paperworkPapers,
  paperworkRecords,
  paperworkRegister,
  paperworkRules,
  projectCompare,
  projectConsolidate,
  projectEditions,
  projectOutput,
  projectPipeline,
  projectReading,
  typesettingFlow,
  typesettingFonts,
  typesettingKinds,
  typesettingLayout,
  typesettingMarkup,
];
