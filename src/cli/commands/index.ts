import type { CommandSpec } from "../command.ts";
import { ANNUL } from "./annul.ts";
import { ARCHIVE } from "./archive.ts";
import { ATTACH } from "./attach.ts";
import { BUILD, CHECK } from "./build.ts";
import { COMPLETION } from "./completion.ts";
import { DECLINE } from "./decline.ts";
import { DIFF } from "./diff.ts";
import { DOCTOR } from "./doctor.ts";
import { EXPLAIN } from "./explain.ts";
import { EXPORT } from "./export.ts";
import { IMPORT } from "./import.ts";
import { INIT } from "./init.ts";
import { ISSUE } from "./issue.ts";
import { NEW } from "./new.ts";
import { PREVIEW } from "./preview.ts";
import { REGISTER } from "./register.ts";
import { RELEASE } from "./release.ts";
import { SIGN_OFF } from "./sign-off.ts";
import { STATUS } from "./status.ts";
import { VERIFY } from "./verify.ts";
import { WATCH } from "./watch.ts";
import { YEAR } from "./year.ts";

/** Every command in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  BUILD,
  CHECK,
  EXPLAIN,
  WATCH,
  PREVIEW,
  INIT,
  NEW,
  YEAR,
  ATTACH,
  RELEASE,
  SIGN_OFF,
  DECLINE,
  STATUS,
  IMPORT,
  EXPORT,
  DOCTOR,
  COMPLETION,
  ISSUE,
  ANNUL,
  REGISTER,
  VERIFY,
  DIFF,
  ARCHIVE,
];
