import { text } from "../../base/diagnostics/index.ts";
import { FORMAT_NAMES } from "../../project/formats/index.ts";
import { command } from "../command.ts";
import { day, FOLDER, FORMAT, PROJECT } from "../options.ts";
import { dayText, joined } from "../output.ts";
import { today } from "../today.ts";

/** `trc consolidate`: the text of a document in force on a day, with all that has been changed in it. */
export const CONSOLIDATE = command({
  name: "consolidate",
  ...text(
    "действующий текст документа на день: со всеми изменениями, пометками и таблицей изменений",
    "the text of a document in force on a day: with all its amendments, marked and listed",
  ),
  operands: [
    {
      name: text("<документ>", "<document>"),
      ...text("запись или документ: 87-od-2025, regulation-2025", "a record or document: 87-od-2025, regulation-2025"),
    },
  ],
  options: {
    ...PROJECT,
    at: day("на какой день (по умолчанию сегодня)", "of which day (today by default)"),
    drafts: text("учесть и акты, которые ещё не изданы", "with acts that are not issued yet"),
    out: {
      ...text("папка для действующих текстов", "folder of texts in force"),
      value: FOLDER,
      default: "out-consolidated",
    },
    format: FORMAT,
    text: text("напечатать слова и ничего не записывать", "print the words and write nothing"),
  },
  run: async (
    [document = ""],
    { content, templates, at = today(), drafts = false, out, format: formats = FORMAT_NAMES, text: words = false },
  ) => {
    const { consolidate } = await import("../../project/consolidate/index.ts");
    const { diagnostics, sourceOf, lines, acts, written } = await consolidate({
      content,
      templates,
      document,
      at,
      drafts,
      out: words ? null : out,
      formats,
    });
    return {
      diagnostics,
      sourceOf,
      json: { diagnostics, at, acts, written, lines },
      lines: words ? lines : [],
      beside: [
        ...(words || written.length === 0 ? [] : [joined([text("Текст на ", "The text of "), dayText(at)])]),
        ...acts.map(({ name, state }) => joined([`  ${name} – `, STATES[state]])),
        ...written.map((file) => text(`Записан ${file}`, `Written: ${file}`)),
      ],
    };
  },
});

const STATES = {
  applied: text("учтён", "made in it"),
  later: text("ещё не действует", "takes effect later"),
  revoked: text("утратил силу", "revoked"),
  suspended: text("приостановлен", "suspended"),
  "not-issued": text("не издан, не учтён", "not issued, not made in it"),
};
