import type { RegisterCommand } from "../command.ts";
import { registerArchive } from "./archive.ts";
import { registerAttach } from "./attach.ts";
import { registerBuild, registerCheck } from "./build.ts";
import { registerCompletion } from "./completion.ts";
import { registerDecline } from "./decline.ts";
import { registerDiff } from "./diff.ts";
import { registerDoctor } from "./doctor.ts";
import { registerExplain } from "./explain.ts";
import { registerExport } from "./export.ts";
import { registerImport } from "./import.ts";
import { registerInit } from "./init.ts";
import { registerIssue } from "./issue.ts";
import { registerNew } from "./new.ts";
import { registerPreview } from "./preview.ts";
import { registerRegister } from "./register.ts";
import { registerRelease } from "./release.ts";
import { registerSignOff } from "./sign-off.ts";
import { registerStatus } from "./status.ts";
import { registerVerify } from "./verify.ts";
import { registerWatch } from "./watch.ts";

/** Every command in the order of the help. */
export const COMMANDS: readonly RegisterCommand[] = [
  registerBuild,
  registerCheck,
  registerExplain,
  registerWatch,
  registerPreview,
  registerInit,
  registerNew,
  registerAttach,
  registerRelease,
  registerSignOff,
  registerDecline,
  registerStatus,
  registerImport,
  registerExport,
  registerDoctor,
  registerCompletion,
  registerIssue,
  registerRegister,
  registerVerify,
  registerDiff,
  registerArchive,
];
