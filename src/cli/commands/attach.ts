import { addCommand, type RegisterCommand } from "../command.ts";
import type { AttachCommandOptions } from "./run-attach.ts";

export const registerAttach: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "attach", "добавить в комплект подписи, сделанные в другой программе")
    .argument("<комплект>", "файл .zip комплекта")
    .argument("<подписи...>", "файлы .sig: DER, PEM или Base64")
    .option("--file <путь>", "к какому файлу комплекта подпись; без ключа – по содержимому")
    .option("--no-stamp", "без экземпляра для печати с отметкой об электронной подписи")
    .option("--json", "итог в виде JSON")
    .action(async (bundle: string, signatures: string[], options: AttachCommandOptions) => {
      const { attachCommand } = await import("./run-attach.ts");
      finish(await attachCommand(bundle, signatures, options, streams));
    });
};
