import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { DRY_RUN, day, matching, PROJECT } from "../options.ts";
import { today } from "../today.ts";

/** `trc annul`: annuls a mistaken registration; its entry and its number stay in the register. */
export const ANNUL = command({
  name: "annul",
  ...text(
    "аннулировать ошибочную регистрацию: номер остаётся в реестре, запись документа снова можно править",
    "annul a mistaken registration: its number stays in the register, the record may be changed again",
  ),
  operands: [
    {
      name: text("<документ>", "<document>"),
      ...text(
        "изданный документ: 91-od-2025, order-general.91-od-2025",
        "issued document: 91-od-2025, order-general.91-od-2025",
      ),
    },
  ],
  options: {
    ...PROJECT,
    by: {
      ...text("кто аннулирует: запись папки people", "who annuls it: a record of the folder people"),
      value: text("<лицо>", "<person>"),
      required: true,
    },
    reason: {
      ...text("почему: эти слова войдут в реестр", "why: these words go into the register"),
      value: text("<причина>", "<reason>"),
      required: true,
      parse: matching(/\S/, text("Нужен текст.", "Some text is needed.")),
    },
    date: day("день аннулирования (по умолчанию сегодня)", "day of the annulment (today by default)"),
    dryRun: DRY_RUN,
  },
  run: async ([document = ""], { date = today(), dryRun = false, ...options }) => {
    const { annulDocument } = await import("../../office/issue/index.ts");
    const report = await annulDocument({ ...options, document, today: date, latest: today(), dryRun });
    const { entry, written, diagnostics, sourceOf } = report;
    const files = written.join(", ");
    const json = { annulled: !dryRun && entry !== null, entry, written, diagnostics };
    if (entry === null) return { diagnostics, sourceOf, json, code: EXIT.findings };
    return {
      diagnostics,
      sourceOf,
      json,
      code: EXIT.done,
      lines: [
        dryRun
          ? text(
              `Можно аннулировать: «${entry.title}». Будет записано: ${files}`,
              `May be annulled: "${entry.title}". To be written: ${files}`,
            )
          : text(
              `Регистрация аннулирована: «${entry.title}».\nЗаписано: ${files}\nНомер остаётся занятым; запись документа снова можно править и издать под другим номером.`,
              `The registration is annulled: "${entry.title}".\nWritten: ${files}\nIts number stays taken; the record may be changed again and issued under another number.`,
            ),
      ],
    };
  },
});
