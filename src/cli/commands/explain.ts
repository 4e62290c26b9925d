import { addCommand, type Language, type RegisterCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";

export const registerExplain: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "explain", "объяснить код замечания: что, почему, по какой норме, как верно")
    .argument("<код>", "например TRC2101 или 2101")
    .action(async (asked: string) => {
      const { explainCode } = await import("../../desk/explain/index.ts");
      const explanation = explainCode(asked, streams.language);
      if (explanation.found) {
        streams.stdout.write(explanation.page);
        finish(EXIT.done);
        return;
      }
      streams.stderr.write(unknownCode(asked, explanation.near, streams.language));
      finish(EXIT.usage);
    });
};

function unknownCode(asked: string, near: readonly string[], language: Language = "ru"): string {
  const list = near.join(", ");
  return language === "en"
    ? `There is no code "${asked}". ${list === "" ? "A code is TRC and four digits, as reports show it" : `Perhaps: ${list}`}\n`
    : `Нет замечания с кодом «${asked}». ${list === "" ? "Код – TRC и четыре цифры, как в отчёте проверки" : `Возможно, имелось в виду: ${list}`}\n`;
}
