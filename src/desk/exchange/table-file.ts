import { type Diagnostic, type Outcome, text } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import { wrongCharacter } from "../../base/yaml/index.ts";
import { missingFile } from "../../project/reading/index.ts";
import { readTables, type Table } from "./read-table.ts";

/** The sheets of a spreadsheet on the disk. Codes TRC0001 (no such file), TRC1004, TRC1015 (what no record may hold), TRC9101. */
export async function readTableFile(file: string): Promise<Outcome<readonly Table[]>> {
  const bytes = await readGiven(file).catch(() => null);
  if (bytes === null)
    return {
      diagnostics: [
        missingFile(
          text(`Файл «${file}» не найден`, `The file "${file}" is not found`),
          text(
            "Проверьте имя файла; имя с пробелами возьмите в кавычки",
            "Check the name of the file; a name with spaces stands in quotes",
          ),
        ),
      ],
    };
  const tables = await readTables(file, bytes);
  const wrong = wrongCharacters(file, tables.value ?? []);
  return wrong.length > 0 ? { diagnostics: wrong } : tables;
}

/** Cells with what no record may hold, each at its row. Codes TRC1004, TRC1015. */
function wrongCharacters(file: string, tables: readonly Table[]): Diagnostic[] {
  return tables.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ number, cells }) =>
      cells.flatMap((cell, index) => {
        const start = { line: number, column: 1 };
        const wrong = cell.repeated ? null : wrongCharacter(cell.text, { file, start, end: start });
        if (wrong === null) return [];
        const { ru, en } = wrong.message;
        return {
          ...wrong,
          message: text(
            `${ru} (лист «${sheet}», строка ${number}, графа ${index + 1})`,
            `${en} (sheet "${sheet}", row ${number}, column ${index + 1})`,
          ),
        };
      }),
    ),
  );
}
