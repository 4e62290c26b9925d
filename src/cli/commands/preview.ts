import { text } from "../../base/diagnostics/index.ts";
import { type CommandSpec, WrongValue } from "../command.ts";
import { CACHE, CONTENTS, TEMPLATES } from "../options.ts";
import type { PreviewCommandOptions } from "./run-preview.ts";

/** `trc preview`: the local page. */
export const PREVIEW: CommandSpec<PreviewCommandOptions> = {
  name: "preview",
  says: text(
    "показать документы на странице в браузере и обновлять их при каждом сохранении",
    "show the documents on a page in the browser and renew them whenever a file is saved",
  ),
  options: [
    CONTENTS,
    TEMPLATES,
    {
      flag: "--port",
      value: text("<число>", "<number>"),
      says: text("порт; 0 – любой свободный", "port; 0 takes any free one"),
      default: 4173,
      parse: port,
    },
    ...CACHE,
  ],
  run: async (...call) => (await import("./run-preview.ts")).previewCommand(...call),
};

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535)
    throw new WrongValue(text("Порт – число от 0 до 65535.", "A port is a number from 0 to 65535."));
  return number;
}
