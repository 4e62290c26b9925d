import { addCommand, type RegisterCommand } from "../command.ts";

export const registerCompletion: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "completion", "напечатать сценарий, с которым оболочка дополняет команды по Tab")
    .argument("[оболочка...]", "bash, zsh, fish или powershell")
    .option("--words", "служебный: слова, которые могут стоять дальше")
    .action(async (words: readonly string[], options: { readonly words?: boolean }) => {
      const { completionCommand } = await import("./run-completion.ts");
      finish(completionCommand(program, words, options.words === true, streams));
    });
};
