import { text } from "../../base/diagnostics/index.ts";
import { cacheFrom } from "../cache-from.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CACHE, CONTENTS, TEMPLATES, wholeNumber } from "../options.ts";

/** `trc preview`: serves the local page until Ctrl+C. */
export const PREVIEW = command({
  name: "preview",
  ...text(
    "показать документы на странице в браузере и обновлять их при каждом сохранении",
    "show the documents on a page in the browser and renew them whenever a file is saved",
  ),
  options: {
    content: CONTENTS,
    templates: TEMPLATES,
    port: {
      ...text("порт; 0 – любой свободный", "port; 0 takes any free one"),
      value: text("<число>", "<number>"),
      default: 4173,
      parse: wholeNumber(65535, text("Порт – число от 0 до 65535.", "A port is a number from 0 to 65535.")),
    },
    ...CACHE,
  },
  run: async (_operands, options, output) => {
    const interrupted = new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
    });
    const { startPreview } = await import("../../desk/page/index.ts");
    const { content = ["content"], templates, port } = options;
    const { value: preview, diagnostics } = await startPreview({
      content,
      templates,
      port,
      language: output.language,
      cache: cacheFrom(options),
      onFault: (error) => output.fault(error),
    });
    if (preview === undefined) return { diagnostics };
    output.printBeside(
      text(`Предпросмотр: ${preview.address}\nОстановить: Ctrl+C`, `Preview: ${preview.address}\nTo stop it: Ctrl+C`),
    );
    await interrupted;
    await preview.close();
    return EXIT.interrupted;
  },
});
