import { addCommand, type RegisterCommand } from "../command.ts";
import { collect } from "../options.ts";
import type { ReleaseCommandOptions } from "./run-release.ts";
import { signerOptions } from "./signer-options.ts";

export const registerRelease: RegisterCommand = (program, { streams, finish }) => {
  const command = addCommand(
    program,
    "release",
    "выпустить комплект: документы, одобрения, происхождение, подписи – в одном файле",
  )
    .option("--content <папка>", "папка записей; можно повторять, допускаются шаблоны *", collect)
    .option("--templates <папка>", "папка видов документов")
    .option("--out <файл>", "файл комплекта", "release/bundle.zip")
    .option("--draft", "черновик: без одобрений и фиксации git, с пометкой")
    .option("--sign-documents", "подписать и каждый PDF отдельно")
    .option("--json", "итог в виде JSON");
  signerOptions(command).action(async (options: ReleaseCommandOptions) => {
    const { releaseCommand } = await import("./run-release.ts");
    finish(await releaseCommand(options, streams));
  });
};
