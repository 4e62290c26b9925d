import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { JSON_REPORT } from "../options.ts";
import type { AttachCommandOptions } from "./run-attach.ts";

/** `trc attach`: takes signatures made elsewhere into a bundle. */
export const ATTACH: CommandSpec<AttachCommandOptions> = {
  name: "attach",
  says: text(
    "добавить в комплект подписи, сделанные в другой программе",
    "add signatures made by another program to a bundle",
  ),
  operands: [
    { name: text("<комплект>", "<bundle>"), says: text("файл .zip комплекта", "file .zip of the bundle") },
    {
      name: text("<подписи...>", "<signatures...>"),
      says: text("файлы .sig: DER, PEM или Base64", "files .sig: DER, PEM or Base64"),
    },
  ],
  options: [
    {
      flag: "--file",
      value: text("<путь>", "<path>"),
      says: text(
        "к какому файлу комплекта подпись; без ключа – по содержимому",
        "the file of the bundle that was signed; without it found by its content",
      ),
    },
    {
      flag: "--no-stamp",
      says: text(
        "без экземпляра для печати с отметкой об электронной подписи",
        "without a copy to print that shows the mark of the electronic signature",
      ),
    },
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-attach.ts")).attachCommand(...call),
};
