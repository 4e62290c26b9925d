import { text } from "../../base/diagnostics/index.ts";
import { completionScript, contentNames, SHELLS, typeNames } from "../../desk/day/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import { complete } from "../complete.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** `trc completion <shell>` prints a script; with `--words` the words that may come next, one a line. */
export function completionCommand(
  words: readonly string[],
  options: { readonly words?: boolean },
  output: Output,
): number {
  if (options.words !== true) {
    const shell = SHELLS.find((one) => one === words[0]);
    if (shell !== undefined && words.length === 1) {
      output.data(completionScript(shell, output.language));
      return EXIT.done;
    }
    const list = SHELLS.join(", ");
    output.tell(
      text(
        `Назовите оболочку: ${list}. Например: trc completion bash`,
        `Name a shell: ${list}. For example: trc completion bash`,
      ),
    );
    return EXIT.usage;
  }
  const value = (option: string, otherwise: string): string => {
    const at = words.indexOf(option);
    return (at === -1 ? undefined : words[at + 1]) ?? otherwise;
  };
  const content = value("--content", "content");
  const templates = value("--templates", defaultTemplates());
  const { words: found, files } = complete(
    output.program,
    words.map((word) => (word === '""' ? "" : word)),
    () => contentNames(content, templates),
    () => typeNames(contentNames(content, templates)),
  );
  output.data([...found, ...(files ? [":files"] : [])].map((word) => `${word}\n`).join(""));
  return EXIT.done;
}
