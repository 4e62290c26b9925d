import type { RegisterCommand } from "../command.ts";
import { registerBuild, registerCheck } from "./build.ts";
import { registerNew } from "./new.ts";

/** Every command in the order of the help. */
export const COMMANDS: readonly RegisterCommand[] = [registerBuild, registerCheck, registerNew];
