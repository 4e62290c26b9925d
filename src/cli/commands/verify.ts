import { addCommand, type RegisterCommand } from "../command.ts";
import { collect, isoDate } from "../options.ts";
import type { VerifyCommandOptions } from "./run-verify.ts";

export const registerVerify: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "verify", "проверить комплект: что доказано, что нет; без сети")
    .argument("<комплект>", "файл .zip или папка, куда он распакован")
    .option("--rebuild", "собрать документы заново из комплекта и сравнить байты")
    .option("--trust <сертификат>", "доверенный сертификат PEM или DER; можно повторять", collect)
    .option("--crl <список>", "список отозванных сертификатов (CRL) PEM или DER; можно повторять", collect)
    .option("--expect-digest <сумма>", "сумма комплекта или файла из надёжного источника")
    .option("--date <дата>", "на какой день действуют сертификаты, ГГГГ-ММ-ДД; без ключа – сегодня", isoDate)
    .option("--json", "итог в виде JSON")
    .action(async (bundle: string, options: VerifyCommandOptions) => {
      const { verifyCommand } = await import("./run-verify.ts");
      finish(await verifyCommand(bundle, options, streams));
    });
};
