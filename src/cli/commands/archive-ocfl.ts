import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { ARCHIVE_FOLDER, FOLDER, JSON_REPORT } from "../options.ts";

/** `trc archive ocfl`. */
export const OCFL = command({
  name: "ocfl",
  ...text(
    "записать весь архив в новую папку хранилищем OCFL 1.1",
    "write the whole archive as a new OCFL 1.1 storage root",
  ),
  operands: [{ name: FOLDER, ...text("папка, которой ещё нет", "folder that is not there yet") }],
  options: { archive: ARCHIVE_FOLDER, json: JSON_REPORT },
  run: async ([folder = ""], { archive }) => {
    const { writeOcfl } = await import("../../office/archive/index.ts");
    const { value, diagnostics } = await writeOcfl(archive, folder);
    if (value === undefined) return { diagnostics, code: EXIT.findings };
    const { documents, files } = value;
    return {
      diagnostics,
      json: { ...value, diagnostics },
      lines: [
        text(
          `Документов – ${documents}, файлов – ${files} → ${folder}`,
          `Documents ${documents}, files ${files} → ${folder}`,
        ),
      ],
    };
  },
});

/** `trc archive import`. */
export const IMPORT = command({
  name: "import",
  ...text(
    "проверить хранилище OCFL и восстановить из него архив в новой папке",
    "verify an OCFL storage root and restore the archive from it in a new folder",
  ),
  operands: [
    { name: FOLDER, ...text("папка, записанная trc archive ocfl", "folder that trc archive ocfl has written") },
  ],
  options: { archive: ARCHIVE_FOLDER, json: JSON_REPORT },
  run: async ([folder = ""], { archive }) => {
    const { readOcfl } = await import("../../office/archive/index.ts");
    const { value, diagnostics } = await readOcfl(folder, archive);
    if (value === undefined) return { diagnostics, code: EXIT.findings };
    const { documents, files } = value;
    return {
      diagnostics,
      json: { ...value, diagnostics },
      lines: [
        text(
          `Документов – ${documents}, файлов – ${files} → ${archive}`,
          `Documents ${documents}, files ${files} → ${archive}`,
        ),
      ],
    };
  },
});
