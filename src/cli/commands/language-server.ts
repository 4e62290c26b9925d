import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { CONTENTS, TEMPLATES, wholeNumber } from "../options.ts";

/** `trc language-server`: serves an editor until it ends the talk. */
export const LANGUAGE_SERVER = command({
  name: "language-server",
  ...text(
    "помогать редактору (VS Code, Neovim): замечания при вводе, подсказки имён и значений, переходы",
    "help an editor (VS Code, Neovim): findings as you type, completion of names and values, definitions",
  ),
  options: {
    content: CONTENTS,
    templates: TEMPLATES,
    stdio: text(
      "говорить через стандартные потоки (так и без ключа)",
      "talk over the standard streams (so without it)",
    ),
    socket: {
      ...text(
        "говорить через порт этой машины, который слушает редактор",
        "talk over a port of this machine that the editor listens at",
      ),
      value: text("<порт>", "<port>"),
      parse: wholeNumber(65535, text("Порт – число от 1 до 65535.", "A port is a number from 1 to 65535.")),
    },
  },
  run: async (_operands, { content = ["content"], templates, socket }, output) => {
    const { serveLanguage } = await import("../../desk/language-server/index.ts");
    const folders = { content, templates, language: output.language };
    if (socket === undefined) {
      const code = await serveLanguage({ ...folders, input: process.stdin, output: process.stdout });
      // An editor may leave its end open: that would keep the process.
      process.stdin.destroy();
      return code;
    }
    const { connect } = await import("node:net");
    const stream = connect(socket, "127.0.0.1");
    // A broken talk ends as a closed one does.
    stream.on("error", () => undefined);
    const code = await serveLanguage({ ...folders, input: stream, output: stream });
    stream.destroy();
    return code;
  },
});
