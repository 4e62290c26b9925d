import { addCommand, type RegisterCommand } from "../command.ts";
import type { DoctorCommandOptions } from "./run-doctor.ts";

export const registerDoctor: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "doctor", "проверить, что для работы всё на месте, и сказать, как исправить")
    .option("--content <папка>", "папка записей", "content")
    .option("--templates <папка>", "папка видов документов")
    .option("--out <папка>", "папка вывода", "out")
    .option("--refresh-schemas", "обновить схемы для редактора в папке записей")
    .option("--json", "отчёт для программ")
    .action(async (options: DoctorCommandOptions) => {
      const { doctorCommand } = await import("./run-doctor.ts");
      finish(await doctorCommand(options, streams));
    });
};
