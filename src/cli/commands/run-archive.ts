import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import {
  type ArchivedDocument,
  addToArchive,
  dueForDestruction,
  exportContainer,
  findArchived,
  listArchive,
  type MirrorStep,
  mirrorArchive,
  verifyArchive,
  writeDestructionAct,
  writeInventory,
} from "../../archive/index.ts";
import { defaultTemplates } from "../../build/index.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.ts";
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
  readonly act?: boolean;
  readonly yes?: boolean;
};

type Action = (names: readonly string[], options: Options, streams: Streams) => Promise<number>;

/** The actions of `trc archive` by name; each resolves to the exit code. */
export const ARCHIVE_COMMANDS = {
  add,
  verify,
  list: (_names, options, streams) => print(options, streams, () => listArchive(options.archive)),
  find: (names, options, streams) => print(options, streams, () => findArchived(options.archive, names.join(" "))),
  export: exportOne,
  inventory,
  due,
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

async function exportOne([name = ""]: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { document, zip, diagnostics } = await exportContainer(options.archive, name);
  printFindings(diagnostics, streams);
  if (document === null) return EXIT.findings;
  const out = options.out ?? `${document.document}.zip`;
  try {
    await writeFile(out, zip, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    streams.stderr.write(
      code === "EEXIST" ? `Файл ${out} уже есть; укажите другое имя: --out\n` : `Файл ${out} не записан (${code})\n`,
    );
    return EXIT.findings;
  }
  if (options.json === true) json({ document, out, bytes: zip.length }, streams);
  else streams.stdout.write(`${document.title} → ${out} (${zip.length} байт)\n`);
  return EXIT.done;
}

async function inventory(_names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { diagnostics, written } = await writeInventory({
    archive: options.archive,
    content: options.content ?? "content",
    year: Number(options.year),
    date: options.date ?? today(),
  });
  return prepared(diagnostics, written, options, streams);
}

async function due(_names: readonly string[], options: Options, streams: Streams): Promise<number> {
  const report = await dueForDestruction(options.archive, options.on ?? today());
  if (options.act === true && report.due.length > 0) {
    const { diagnostics, written } = await writeDestructionAct(report, options.content ?? "content");
    return prepared(diagnostics, written, options, streams);
  }
  if (options.json === true) json(report, streams);
  else {
    streams.stdout.write(table(report.due));
    streams.stdout.write(
      [
        `На ${dotted(report.on)} можно выделить к уничтожению: ${report.due.length}`,
        `Хранятся постоянно или пока не минует надобность: ${report.lasting}`,
        report.next === null
          ? "Других сроков нет."
          : `Следующий срок – ${dotted(report.next.day)}, документов: ${report.next.documents.length}`,
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
  const documents = await read();
  if (options.json === true) json(documents, streams);
  else streams.stdout.write(documents.length === 0 ? "Ничего нет.\n" : table(documents));
  return EXIT.done;
}

function prepared(
  diagnostics: readonly Diagnostic[],
  written: string | null,
  options: Options,
  streams: Streams,
): number {
  printFindings(diagnostics, streams);
  if (options.json === true) json({ written, diagnostics }, streams);
  else if (written !== null)
    streams.stdout.write(`Подготовлена запись ${written}\nПроверьте её и соберите документ: trc build\n`);
  return written === null ? EXIT.findings : EXIT.done;
}

function table(documents: readonly ArchivedDocument[]): string {
  return documents
    .map(
      ({ entry, document, title, caseIndex, term, destroyNotBefore }) =>
        `${String(entry).padStart(4)}  ${title}\n      ${document}; дело ${caseIndex ?? "–"}; ${term}${
          destroyNotBefore === null ? "" : `, не ранее ${dotted(destroyNotBefore)}`
        }\n`,
    )
    .join("");
}

function json(value: unknown, { stdout }: Streams): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function dotted(iso: string): string {
  return iso.split("-").reverse().join(".");
}
