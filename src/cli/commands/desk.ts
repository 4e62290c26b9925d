import { spawn } from "node:child_process";
import { text } from "../../base/diagnostics/index.ts";
import { cacheFrom } from "../cache-from.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CACHE, CONTENTS, TEMPLATES, wholeNumber } from "../options.ts";
import { today } from "../today.ts";

const PORT = 4173;
/** How long a page may be away – a browser that restarts, a tab that was put to sleep – before the program ends; in milliseconds. */
const PATIENCE = 600_000;
const NOT_OPENED = text("Документы центра не открылись", "The documents of the centre did not open");

/** Shows a folder in the files of the system; where there is no such program, nothing happens. */
function reveal(folder: string): void {
  const program = { win32: "explorer.exe", darwin: "open" }[process.platform as string] ?? "xdg-open";
  spawn(program, [folder], { detached: true, stdio: "ignore" })
    .on("error", () => undefined)
    .unref();
}

/** `trc desk`: serves the local page until Ctrl+C. */
export const DESK = command({
  name: "desk",
  aliases: ["preview"],
  ...text(
    "открыть страницу в браузере: комплект, формы записей и документы, которые обновляются при каждой правке",
    "open a page in the browser: the set, forms of the records, and the documents, renewed at every change",
  ),
  options: {
    content: CONTENTS,
    templates: TEMPLATES,
    port: {
      ...text("порт; 0 – любой свободный", "port; 0 takes any free one"),
      value: text("<число>", "<number>"),
      defaultShown: "4173",
      parse: wholeNumber(65535, text("Порт – число от 0 до 65535.", "A port is a number from 0 to 65535.")),
    },
    open: text(
      "открыть страницу в браузере (второй раз – ту же), завершиться через десять минут после её закрытия",
      "open the page in the browser (a second time the same one), end ten minutes after it was closed",
    ),
    ...CACHE,
  },
  run: async (_operands, options, output) => {
    const interrupted = new Promise<number>((resolve) => {
      const end = (): void => resolve(EXIT.interrupted);
      process.once("SIGINT", end).once("SIGTERM", end);
    });
    const { content = ["content"], templates, open } = options;
    const opening = open ? await import("../../desk/opening/index.ts") : null;
    const served = (await opening?.servedAt(content)) ?? null;
    if (served !== null) {
      await opening?.openInBrowser(served);
      return EXIT.done;
    }
    const { startPreview } = await import("../../desk/page/index.ts");
    const { value: preview, diagnostics } = await startPreview({
      content,
      templates,
      port: options.port ?? (open ? 0 : PORT),
      language: output.language,
      cache: cacheFrom(options),
      clock: today,
      office: {
        keepers: async (out) => (await import("../keepers.ts")).keepersBeside(content, out),
        reveal,
      },
      begin: options.content === undefined,
      onFault: (error) => output.fault(error),
    });
    if (preview === undefined) {
      await opening?.showInBrowser(output.say(NOT_OPENED), output.findingsText(diagnostics));
      return { diagnostics };
    }
    output.printBeside(
      text(
        `Откройте в браузере: ${preview.address}\nОстановить: Ctrl+C`,
        `Open in a browser: ${preview.address}\nTo stop it: Ctrl+C`,
      ),
    );
    const forget = await opening?.rememberServed(content, preview.address);
    await opening?.openInBrowser(preview.invite());
    const closed = open ? preview.left(PATIENCE).then(() => EXIT.done) : interrupted;
    const code = await Promise.race([interrupted, closed]);
    await forget?.();
    await preview.close();
    return code;
  },
});
