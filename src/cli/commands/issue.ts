import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { DRY_RUN, day, PROJECT } from "../options.ts";
import { today } from "../today.ts";

/** `trc issue`: gives a document its number, enters it in the register and reports what was written. */
export const ISSUE = command({
  name: "issue",
  ...text(
    "издать документ: дать номер, внести в реестр и заморозить его слова",
    "issue a document: give it a number, enter it in the register and freeze its words",
  ),
  operands: [
    {
      name: text("<документ>", "<document>"),
      ...text(
        "запись или документ: 91-od-2025, order-general.91-od-2025",
        "record or document: 91-od-2025, order-general.91-od-2025",
      ),
    },
  ],
  options: {
    ...PROJECT,
    number: {
      ...text("этот номер, а не следующий по порядку", "this number, not the next one of the series"),
      value: text("<номер>", "<number>"),
    },
    date: day("дата документа (по умолчанию – из записи)", "date of the document (that of the record by default)"),
    registered: day("день регистрации (по умолчанию сегодня)", "day of registration (today by default)"),
    dryRun: DRY_RUN,
  },
  run: async ([document = ""], { dryRun = false, registered = today(), ...options }) => {
    const { issueDocument } = await import("../../office/issue/index.ts");
    const report = await issueDocument({ ...options, document, today: registered, latest: today(), dryRun });
    const { entry, written, diagnostics, sourceOf } = report;
    const found = {
      diagnostics,
      sourceOf,
      json: { issued: !dryRun && entry !== null, entry, written, diagnostics },
      code: entry === null ? EXIT.findings : EXIT.done,
    };
    const files = written.join(", ");
    if (entry !== null)
      return {
        ...found,
        lines: [
          dryRun
            ? text(
                `Можно издать: ${entry.title}. Будут записаны: ${files}`,
                `May be issued: ${entry.title}. To be written: ${files}`,
              )
            : text(
                `Издан документ: ${entry.title}.\nЗаписано: ${files}\nСлова документа теперь заморожены; изменить его можно только новым документом.`,
                `Issued: ${entry.title}.\nWritten: ${files}\nThe words of the document are frozen now; only a new document can change it.`,
              ),
        ],
      };
    // TRC8204 says itself what was written.
    return diagnostics.some(({ code }) => code === "TRC8204")
      ? found
      : {
          ...found,
          beside: [text("Документ не издан, ничего не записано.", "The document was not issued, nothing was written.")],
        };
  },
});
