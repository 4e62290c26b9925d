import { text } from "../../base/diagnostics/index.ts";
import { listRecordTypes, newRecord } from "../../desk/day/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc new`, as they are typed. */
export type NewCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly of?: string;
  readonly like?: string;
  readonly set?: readonly (readonly [string, string])[];
  readonly id?: string;
  readonly date?: string;
  readonly dryRun?: boolean;
};

/** `trc new`: begins a record and says what is left to fill in. */
export async function newCommand(
  [type]: readonly string[],
  { date, dryRun = false, ...options }: NewCommandOptions,
  output: Output,
): Promise<number> {
  if (type === undefined) return list(options, output);
  const made = await newRecord({ ...options, type, date: date ?? today(), write: !dryRun });
  output.findings(made.diagnostics, made.sourceOf);
  if (made.value === undefined) return EXIT.findings;
  const { file, text: record, gaps, notes } = made.value;
  if (dryRun) output.data(record);
  output.tell(
    dryRun ? text(`Будет создан файл ${file}`, `To be made: ${file}`) : text(`Создан файл ${file}`, `Made: ${file}`),
  );
  for (const note of notes) output.tell(text(`  ${note.ru}`, `  ${note.en}`));
  if (gaps.length === 0) {
    output.tell(
      text(
        "Запись полна. Проверьте текст и соберите комплект: trc build",
        "The record is complete. Check the text and build the set: trc build",
      ),
    );
    return EXIT.done;
  }
  output.tell(text(`Осталось заполнить (${gaps.length}):`, `Left to fill in (${gaps.length}):`));
  for (const { place, message } of gaps) {
    const line = place?.start.line ?? 1;
    output.tell(text(`  строка ${line}: ${message.ru}`, `  line ${line}: ${message.en}`));
  }
  output.tell(
    text("Откройте файл, заполните и проверьте: trc check", "Open the file, fill it in and check it: trc check"),
  );
  return EXIT.done;
}

async function list(options: NewCommandOptions | Omit<NewCommandOptions, "date">, output: Output): Promise<number> {
  const { value: types = [], diagnostics } = await listRecordTypes(options);
  output.findings(diagnostics);
  if (types.length === 0) return EXIT.findings;
  const width = Math.max(...types.map(({ name }) => name.length));
  output.print(text("Виды записей (trc new ВИД):", "Kinds of records (trc new TYPE):"));
  for (const { name, title } of types) output.data(`  ${name.padEnd(width)}  ${title}\n`);
  return EXIT.done;
}
