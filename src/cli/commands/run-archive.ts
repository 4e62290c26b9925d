import { createInterface } from "node:readline/promises";
import { hasErrors } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import {
  type ArchivedDocument,
  addToArchive,
  attachSignatures,
  dueForDestruction,
  findArchived,
  giveUpDocuments,
  listArchive,
  type MirrorStep,
  mirrorArchive,
  openForReading,
  type PreparedRecord,
  verifyArchive,
  writeContainer,
  writeDestructionAct,
  writeInventory,
} from "../../office/archive/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

type Options = {
  readonly archive: string;
  readonly json?: boolean;
  readonly content?: string;
  readonly templates?: string;
  readonly pdf?: string;
  readonly signature?: readonly string[];
  readonly mirror?: string;
  readonly date?: string;
  readonly out?: string;
  readonly on?: string;
  readonly year?: string;
  /** A flag of `due`, the words of an act of `dispose`. */
  readonly act?: boolean | string;
  readonly case?: string;
  readonly prepared?: string;
  readonly yes?: boolean;
};

type Action = (names: readonly string[], options: Options, streams: Streams) => Promise<number>;

/** The actions of `trc archive` by name; each resolves to the exit code. */
export const ARCHIVE_COMMANDS = {
  add,
  attach,
  verify,
  list: (_names, options, streams) => print(options, streams, () => listArchive(options.archive)),
  find: (names, options, streams) => print(options, streams, () => findArchived(options.archive, names.join(" "))),
  export: exportOne,
  inventory,
  due,
  dispose,
  mirror: ([folder = ""], options, streams) => mirror(folder, options, streams),
} satisfies { readonly [name: string]: Action };

export type ArchiveCommands = typeof ARCHIVE_COMMANDS;

async function add(names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const report = await addToArchive({
    content: options.content ?? "content",
    templates: options.templates ?? defaultTemplates(),
    archive: options.archive,
    documents: names,
    today: options.date ?? today(),
    signatures: options.signature ?? [],
    ...(options.pdf === undefined ? {} : { pdf: options.pdf }),
  });
  printFindings(report.diagnostics, streams, report.sourceOf);
  if (options.json === true) json({ added: report.added, diagnostics: report.diagnostics }, streams);
  else {
    for (const { entry, title, bag } of report.added)
      streams.stdout.write(`${entry}. ${title} → ${options.archive}/${bag}\n`);
    streams.stdout.write(
      report.added.length === 0 ? "В архив ничего не принято.\n" : `Принято документов: ${report.added.length}\n`,
    );
  }
  if (hasErrors(report.diagnostics)) return EXIT.findings;
  return options.mirror === undefined ? EXIT.done : mirror(options.mirror, { ...options, json: false }, streams);
}

async function verify(_names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const sides = [options.archive, ...(options.mirror === undefined ? [] : [options.mirror])];
  const reports = [];
  for (const side of sides) reports.push({ archive: side, ...(await verifyArchive(side, options.content ?? null)) });
  const broken = reports.some(({ diagnostics }) => hasErrors(diagnostics));
  if (options.json === true) json(sides.length === 1 ? reports[0] : reports, streams);
  else
    for (const { archive, bags, files, bytes, head, diagnostics } of reports) {
      printFindings(diagnostics, streams);
      streams.stdout.write(
        [
          `Архив ${archive}: пакетов – ${bags.length}, файлов – ${files}, байт – ${bytes}`,
          `Целых пакетов: ${bags.filter(({ intact }) => intact).length} из ${bags.length}`,
          ...(head === null ? [] : [`Печать последней записи книги поступлений: ${head}`]),
          hasErrors(diagnostics) ? "АРХИВ ПОВРЕЖДЁН" : "Всё цело.",
          "",
        ].join("\n"),
      );
    }
  return broken ? EXIT.findings : EXIT.done;
}

async function attach(
  [document = "", ...signatures]: readonly string[],
  options: Options,
  streams: Streams,
): Promise<number> {
  const { added, diagnostics } = await attachSignatures({
    archive: options.archive,
    templates: options.templates ?? defaultTemplates(),
    document,
    signatures,
    today: options.date ?? today(),
  });
  printFindings(diagnostics, streams);
  if (options.json === true) json({ added, diagnostics }, streams);
  else if (added === null) streams.stdout.write("В архив ничего не принято.\n");
  else
    streams.stdout.write(
      `${added.entry}. ${added.title}: принято подписей – ${signatures.length} → ${options.archive}/${added.bag}\n`,
    );
  return added === null ? EXIT.findings : EXIT.done;
}

async function exportOne([name = ""]: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { document, out, bytes, diagnostics } = await writeContainer(options.archive, name, options.out ?? null);
  printFindings(diagnostics, streams);
  if (document === null) return EXIT.findings;
  if (options.json === true) json({ document, out, bytes }, streams);
  else streams.stdout.write(`${document.title} → ${out} (${bytes} байт)\n`);
  return EXIT.done;
}

async function inventory(_names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const record = await writeInventory({
    ...preparedOptions(options),
    year: Number(options.year),
    case: options.case ?? null,
    date: options.date ?? today(),
  });
  return prepared(record, options, streams);
}

function preparedOptions(options: Options) {
  return {
    archive: options.archive,
    content: options.content ?? "content",
    templates: options.templates ?? defaultTemplates(),
    prepared: options.prepared ?? null,
  };
}

async function dispose(names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const report = await giveUpDocuments(options.archive, names, String(options.act), options.date ?? today());
  printFindings(report.diagnostics, streams);
  if (options.json === true) json(report, streams);
  else if (report.bags.length === 0) streams.stdout.write("В книгу ничего не записано.\n");
  else
    streams.stdout.write(
      [
        `Записано в книгу поступлений: ${report.documents.length}`,
        "Теперь эти папки можно удалить, и в каждой копии архива тоже; программа их не удаляет:",
        ...report.bags.map((bag) => `  ${options.archive}/${bag}`),
        "",
      ].join("\n"),
    );
  return report.bags.length === 0 ? EXIT.findings : EXIT.done;
}

async function due(_names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const day = options.on ?? today();
  const { value: report, diagnostics } = await openForReading(options.archive, () =>
    dueForDestruction(options.archive, day),
  );
  printFindings(diagnostics, streams);
  if (report === undefined) return EXIT.findings;
  if (options.act === true && report.due.length > 0) {
    return prepared(await writeDestructionAct(report, preparedOptions(options)), options, streams);
  }
  if (options.json === true) json(report, streams);
  else {
    streams.stdout.write(table(report.due));
    streams.stdout.write(
      [
        `На ${numericDate(report.on)} можно выделить к уничтожению: ${report.due.length}`,
        `Хранятся постоянно или пока не минует надобность: ${report.lasting}`,
        ...(report.disposed === 0 ? [] : [`Уничтожены по актам: ${report.disposed}`]),
        report.next === null
          ? "Других сроков нет."
          : `Следующий срок – ${numericDate(report.next.day)}, документов: ${report.next.documents.length}`,
        "Программа ничего не удаляет; акт готовит trc archive due --act.",
        "",
      ].join("\n"),
    );
  }
  return EXIT.done;
}

async function mirror(folder: string, options: Options, streams: Streams): Promise<number> {
  const confirm = async (steps: readonly MirrorStep[]): Promise<boolean> => {
    for (const { side, path } of steps) streams.stderr.write(`Повреждено: ${side}/${path}\n`);
    if (options.yes === true) return true;
    if (process.stdin.isTTY !== true) {
      streams.stderr.write("Восстановить из целой копии? Ответить некому: повторите с ключом --yes\n");
      return false;
    }
    const prompt = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await prompt.question(
      "Восстановить из целой копии? Повреждённое отложат рядом, в папку .damaged [да/нет] ",
    );
    prompt.close();
    return /^(да|д|yes|y)$/i.test(answer.trim());
  };
  const report = await mirrorArchive(options.archive, folder, confirm);
  printFindings(report.diagnostics, streams);
  if (options.json === true) json(report, streams);
  else if (report.done) {
    const count = (action: MirrorStep["action"]): number =>
      report.steps.filter((step) => step.action === action).length;
    streams.stdout.write(`Скопировано: ${count("copy")}, восстановлено: ${count("repair")}\n`);
    streams.stdout.write(hasErrors(report.diagnostics) ? "Копии ещё не равны.\n" : "Обе копии целы и равны.\n");
  } else streams.stdout.write("Копии не тронуты.\n");
  return report.done && !hasErrors(report.diagnostics) ? EXIT.done : EXIT.findings;
}

async function print(
  options: Options,
  streams: Streams,
  read: () => Promise<readonly ArchivedDocument[]>,
): Promise<number> {
  const { value: documents, diagnostics } = await openForReading(options.archive, read);
  printFindings(diagnostics, streams);
  if (documents === undefined) return EXIT.findings;
  if (options.json === true) json(documents, streams);
  else streams.stdout.write(documents.length === 0 ? "Ничего нет.\n" : table(documents));
  return EXIT.done;
}

function prepared({ diagnostics, written, blank }: PreparedRecord, options: Options, streams: Streams): number {
  printFindings(diagnostics, streams);
  if (options.json === true) json({ written, diagnostics }, streams);
  else if (written !== null)
    streams.stdout.write(
      [
        `Подготовлена запись ${written}`,
        ...(blank ? ["Впишите в неё, кто составил документ (prepared)."] : []),
        "Проверьте её и соберите документ: trc build",
        "",
      ].join("\n"),
    );
  return written === null ? EXIT.findings : EXIT.done;
}

function table(documents: readonly ArchivedDocument[]): string {
  return documents
    .map(
      ({ entry, document, title, caseIndex, term, destroyNotBefore, signatures, disposedBy }) =>
        `${String(entry).padStart(4)}  ${title}\n      ${document}; ${
          disposedBy === null
            ? `дело ${caseIndex ?? "–"}; ${term}${
                destroyNotBefore === null ? "" : `, не ранее ${numericDate(destroyNotBefore)}`
              }${signatures === 0 ? "" : `; подписей: ${signatures}`}`
            : `уничтожен: ${disposedBy}`
        }\n`,
    )
    .join("");
}

function json(value: unknown, { stdout }: Streams): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
