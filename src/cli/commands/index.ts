import type { CommandSpec } from "../command.ts";
import { ANNUL } from "./annul.ts";
import { ARCHIVE } from "./archive.ts";
import { ATTACH } from "./attach.ts";
import { BUILD, CHECK } from "./build.ts";
import { COMPARE_RETURNED } from "./compare-returned.ts";
import { COMPLETION } from "./completion.ts";
import { CONSOLIDATE } from "./consolidate.ts";
import { DECLINE } from "./decline.ts";
import { DESK } from "./desk.ts";
import { DIFF } from "./diff.ts";
import { DOCTOR } from "./doctor.ts";
import { EXPLAIN } from "./explain.ts";
import { EXPORT } from "./export.ts";
import { IMPORT } from "./import.ts";
import { INIT } from "./init.ts";
import { ISSUE } from "./issue.ts";
import { LANGUAGE_SERVER } from "./language-server.ts";
import { MERGE } from "./merge.ts";
import { NEW } from "./new.ts";
import { QUEUE } from "./queue.ts";
import { REGISTER } from "./register.ts";
import { RELEASE } from "./release.ts";
import { SIGN } from "./sign.ts";
import { SIGN_OFF } from "./sign-off.ts";
import { STATUS } from "./status.ts";
import { TIMESTAMP } from "./timestamp.ts";
import { UPGRADE } from "./upgrade.ts";
import { VERIFY } from "./verify.ts";
import { WATCH } from "./watch.ts";
import { WORKER } from "./worker.ts";
import { YEAR } from "./year.ts";

/** Every command in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  BUILD,
  CHECK,
  MERGE,
  WORKER,
  QUEUE,
  EXPLAIN,
  WATCH,
  DESK,
  LANGUAGE_SERVER,
  INIT,
  NEW,
  YEAR,
  UPGRADE,
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
  SIGN,
  TIMESTAMP,
  VERIFY,
  DIFF,
  CONSOLIDATE,
  COMPARE_RETURNED,
  ARCHIVE,
];
