import { addCommand, type RegisterCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";

export const registerExplain: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "explain", "объяснить код замечания: что, почему, по какой норме, как верно")
    .argument("<код>", "например TRC2101 или 2101")
    .action(async (asked: string) => {
      const { explainCode } = await import("../../rules/index.ts");
      const explanation = explainCode(asked);
      if (explanation.found) {
        streams.stdout.write(explanation.page);
        finish(EXIT.done);
        return;
      }
      const near =
        explanation.near.length > 0
          ? `Возможно, имелось в виду: ${explanation.near.join(", ")}`
          : "Код – TRC и четыре цифры, как в отчёте проверки";
      streams.stderr.write(`Нет замечания с кодом «${asked}». ${near}\n`);
      finish(EXIT.usage);
    });
};
