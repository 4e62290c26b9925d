import { InvalidArgumentError } from "commander";
import { addCommand, type RegisterCommand } from "../command.ts";
import { collect } from "../options.ts";
import type { PreviewCommandOptions } from "./run-preview.ts";

export const registerPreview: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "preview", "показать документы на странице в браузере и обновлять их при каждом сохранении")
    .option("--content <папка>", "папка записей; можно повторять, допускаются шаблоны *", collect)
    .option("--templates <папка>", "папка видов документов (по умолчанию templates, а без неё – виды программы)")
    .option("--port <число>", "порт; 0 – любой свободный", port, 4173)
    .option("--no-cache", "сделать всё заново, не заглядывая в сделанное прежде")
    .option("--cache-dir <папка>", "где хранится сделанное прежде (обычно node_modules/.cache/trc или .trc-cache)")
    .action(async (options: PreviewCommandOptions) => {
      const { previewCommand } = await import("./run-preview.ts");
      finish(await previewCommand(options, streams));
    });
};

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535) throw new InvalidArgumentError("Порт – число от 0 до 65535.");
  return number;
}
