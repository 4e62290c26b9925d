import type { Command } from "commander";
import { contentNames, typeNames } from "../../desk/day/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { complete, SCRIPTS, SHELLS } from "../complete.ts";
import { EXIT } from "../exit-codes.ts";

/** `trc completion <shell>` prints a script; with `--words` the words that may come next, one a line. */
export function completionCommand(
  program: Command,
  words: readonly string[],
  asked: boolean,
  streams: Streams,
): number {
  if (!asked) {
    const shell = SHELLS.find((one) => one === words[0]);
    if (shell !== undefined && words.length === 1) {
      streams.stdout.write(SCRIPTS[shell]);
      return EXIT.done;
    }
    streams.stderr.write(`Назовите оболочку: ${SHELLS.join(", ")}. Например: trc completion bash\n`);
    return EXIT.usage;
  }
  const value = (option: string, otherwise: string): string => {
    const at = words.indexOf(option);
    return (at === -1 ? undefined : words[at + 1]) ?? otherwise;
  };
  const content = value("--content", "content");
  const templates = value("--templates", defaultTemplates());
  const { words: found, files } = complete(
    program,
    words.map((word) => (word === '""' ? "" : word)),
    () => contentNames(content, templates),
    () => typeNames(contentNames(content, templates)),
  );
  streams.stdout.write([...found, ...(files ? [":files"] : [])].map((word) => `${word}\n`).join(""));
  return EXIT.done;
}
