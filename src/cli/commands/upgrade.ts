import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { CONTENT, DRY_RUN, JSON_REPORT } from "../options.ts";

/** `trc upgrade`: brings the records to the format of this program, or takes that back. */
export const UPGRADE = command({
  name: "upgrade",
  ...text(
    "привести записи прежней версии к нынешнему формату и назвать, что сделано; изданное не меняется, --undo возвращает всё как было",
    "bring the records of an earlier version to today's format and say what was done; nothing issued changes, --undo puts everything back",
  ),
  options: {
    content: CONTENT,
    undo: text(
      "отменить: вернуть файлы, какими они были, если их с тех пор никто не менял",
      "take it back: put the files back as they were, unless somebody has changed them since",
    ),
    dryRun: DRY_RUN,
    json: JSON_REPORT,
  },
  run: async (_operands, { undo, ...options }) => {
    const { undoUpgrade, upgrade } = await import("../../desk/editing/index.ts");
    const { value, diagnostics } = await (undo === true ? undoUpgrade(options) : upgrade(options));
    if (value === undefined) return { diagnostics };
    const { from, to, changes, written } = value;
    return {
      diagnostics,
      json: value,
      lines: [
        changes.length === 0
          ? text(`Записи уже в формате ${to}`, `The records are in format ${to} already`)
          : text(
              `Формат записей: ${from} → ${to}, файлов: ${changes.length}`,
              `Format of the records: ${from} → ${to}, files: ${changes.length}`,
            ),
        ...changes.map(({ file, what }) =>
          what.length === 0
            ? `  ${file}`
            : text(
                `  ${file}: ${what.map(({ ru }) => ru).join("; ")}`,
                `  ${file}: ${what.map(({ en }) => en).join("; ")}`,
              ),
        ),
        changes.length > 0 && !written && text("Ничего не записано", "Nothing was written"),
        written && undo !== true && text("Отменить: trc upgrade --undo", "To take it back: trc upgrade --undo"),
      ],
    };
  },
});
