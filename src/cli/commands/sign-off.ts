import { addCommand, type RegisterCommand } from "../command.ts";
import { collectList, isoDate } from "../options.ts";
import type { SignOffCommandOptions } from "./run-sign-off.ts";
import { signerOptions } from "./signer-options.ts";

export const registerSignOff: RegisterCommand = (program, { streams, finish }) => {
  const command = addCommand(program, "sign-off", "одобрить тексты документов; без --as – показать, кто что одобрил")
    .argument("[документы...]", "виды, документы или записи; без них – все, что ждут этого лица")
    .option("--as <лицо>", "кто одобряет: имя файла из папки people")
    .option("--role <роли>", "только в этих ролях: author, lawyer, head, committee", collectList)
    .option("--date <дата>", "день одобрения, ГГГГ-ММ-ДД; без ключа – сегодня", isoDate)
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--json", "состояние одобрений в виде JSON");
  signerOptions(command).action(async (documents: string[], options: SignOffCommandOptions) => {
    const { signOffCommand } = await import("./run-sign-off.ts");
    finish(await signOffCommand(documents, options, streams));
  });
};
