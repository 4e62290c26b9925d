import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";

/** `trc completion <shell>`: prints a script of completion; with `--words` the words that may come next, one a line. */
export const COMPLETION = command({
  name: "completion",
  ...text(
    "напечатать сценарий, с которым оболочка дополняет команды по Tab",
    "print the script with which a shell completes commands at Tab",
  ),
  operands: [
    {
      name: text("[оболочка...]", "[shell...]"),
      ...text("bash, zsh, fish или powershell", "bash, zsh, fish or powershell"),
    },
  ],
  options: {
    words: text("служебный: слова, которые могут стоять дальше", "for the scripts: the words that may come next"),
  },
  run: async (words, options, { language, program }) => {
    const { completionScript, contentNames, SHELLS } = await import("../../desk/drafting/index.ts");
    if (options.words !== true) {
      const shell = SHELLS.find((one) => one === words[0]);
      if (shell !== undefined && words.length === 1) return { lines: [completionScript(shell, language)] };
      const list = SHELLS.join(", ");
      throw new WrongUsage(
        text(
          `Назовите оболочку: ${list}. Например: trc completion bash`,
          `Name a shell: ${list}. For example: trc completion bash`,
        ),
      );
    }
    const { complete } = await import("../complete.ts");
    const { defaultTemplates } = await import("../../project/reading/index.ts");
    const given = (option: string): string | undefined =>
      words.includes(option) ? words[words.indexOf(option) + 1] : undefined;
    const typed = words.map((word) => (word === '""' ? "" : word));
    const { words: found, files } = complete(program, typed, () =>
      contentNames(given("--content") ?? "content", given("--templates") ?? defaultTemplates()),
    );
    return { lines: [...found, files && ":files"] };
  },
});
