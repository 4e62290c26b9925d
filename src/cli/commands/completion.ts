import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";

/** `trc completion`: a script of completion for a shell. */
export const COMPLETION: CommandSpec<{ readonly words?: boolean }> = {
  name: "completion",
  says: text(
    "напечатать сценарий, с которым оболочка дополняет команды по Tab",
    "print the script with which a shell completes commands at Tab",
  ),
  operands: [
    {
      name: text("[оболочка...]", "[shell...]"),
      says: text("bash, zsh, fish или powershell", "bash, zsh, fish or powershell"),
    },
  ],
  options: [
    {
      flag: "--words",
      says: text("служебный: слова, которые могут стоять дальше", "for the scripts: the words that may come next"),
    },
  ],
  run: async (...call) => (await import("./run-completion.ts")).completionCommand(...call),
};
