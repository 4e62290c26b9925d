import { createInterface } from "node:readline/promises";
import { hasErrors, type Outcome, text } from "../../base/diagnostics/index.ts";
import {
  type ArchivedDocument,
  addToArchive,
  attachToArchive,
  disposeDocuments,
  dueForDestruction,
  findArchived,
  listArchive,
  type MirrorStep,
  mirrorArchive,
  type PreparedRecord,
  verifyArchive,
  writeContainer,
  writeDestructionAct,
  writeInventory,
} from "../../office/archive/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
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

type Action = (names: readonly string[], options: Options, output: Output) => Promise<number>;
/** The actions of `trc archive`. */
export type ArchiveCommands =
  | "add"
  | "attach"
  | "verify"
  | "list"
  | "find"
  | "export"
  | "inventory"
  | "due"
  | "dispose"
  | "mirror";

/** The actions of `trc archive` by name; each resolves to the exit code. */
export const ARCHIVE_COMMANDS: { readonly [name in ArchiveCommands]: Action } = {
  add,
  attach,
  verify,
  list: async (_names, options, output) => print(options, output, await listArchive(options.archive)),
  find: async (names, options, output) => print(options, output, await findArchived(options.archive, names.join(" "))),
  export: exportOne,
  inventory,
  due,
  dispose,
  mirror: ([folder = ""], options, output) => mirror(folder, options, output),
};

const NOTHING_ACCEPTED = text("В архив ничего не принято.", "Nothing was taken into the archive.");

async function add(names: readonly string[], options: Options, output: Output): Promise<number> {
  const report = await addToArchive({
    content: options.content ?? "content",
    templates: options.templates,
    archive: options.archive,
    documents: names,
    today: options.date ?? today(),
    signatures: options.signature ?? [],
    ...(options.pdf === undefined ? {} : { pdf: options.pdf }),
  });
  const { added, diagnostics } = report;
  output.findings(diagnostics, report.sourceOf);
  if (options.json === true) output.json({ added, diagnostics });
  else {
    for (const { entry, title, bag } of added) output.data(`${entry}. ${title} → ${options.archive}/${bag}\n`);
    output.print(
      added.length === 0
        ? NOTHING_ACCEPTED
        : text(`Принято документов: ${added.length}`, `Documents taken in: ${added.length}`),
    );
  }
  if (hasErrors(diagnostics)) return EXIT.findings;
  return options.mirror === undefined ? EXIT.done : mirror(options.mirror, { ...options, json: false }, output);
}

async function verify(_names: readonly string[], options: Options, output: Output): Promise<number> {
  const sides = [options.archive, ...(options.mirror === undefined ? [] : [options.mirror])];
  const reports = [];
  for (const side of sides) reports.push({ archive: side, ...(await verifyArchive(side, options.content ?? null)) });
  const broken = reports.some(({ diagnostics }) => hasErrors(diagnostics));
  if (options.json === true) output.json(sides.length === 1 ? reports[0] : reports);
  else
    for (const { archive, bags, files, bytes, head, diagnostics } of reports) {
      const intact = bags.filter((bag) => bag.intact).length;
      output.findings(diagnostics);
      output.print(
        text(
          `Архив ${archive}: пакетов – ${bags.length}, файлов – ${files}, байт – ${bytes}`,
          `Archive ${archive}: bags ${bags.length}, files ${files}, bytes ${bytes}`,
        ),
      );
      output.print(text(`Целых пакетов: ${intact} из ${bags.length}`, `Intact bags: ${intact} of ${bags.length}`));
      if (head !== null)
        output.print(
          text(
            `Печать последней записи книги поступлений: ${head}`,
            `Seal of the last entry of the book of accessions: ${head}`,
          ),
        );
      output.print(
        hasErrors(diagnostics)
          ? text("АРХИВ ПОВРЕЖДЁН", "THE ARCHIVE IS DAMAGED")
          : text("Всё цело.", "Everything is intact."),
      );
    }
  return broken ? EXIT.findings : EXIT.done;
}

async function attach(
  [document = "", ...signatures]: readonly string[],
  options: Options,
  output: Output,
): Promise<number> {
  const { added, diagnostics } = await attachToArchive({
    archive: options.archive,
    templates: options.templates,
    document,
    signatures,
    today: options.date ?? today(),
  });
  output.findings(diagnostics);
  if (options.json === true) output.json({ added, diagnostics });
  else if (added === null) output.print(NOTHING_ACCEPTED);
  else {
    const { entry, title, bag } = added;
    const where = `${options.archive}/${bag}`;
    output.print(
      text(
        `${entry}. ${title}: принято подписей – ${signatures.length} → ${where}`,
        `${entry}. ${title}: signatures taken in – ${signatures.length} → ${where}`,
      ),
    );
  }
  return added === null ? EXIT.findings : EXIT.done;
}

async function exportOne([name = ""]: readonly string[], options: Options, output: Output): Promise<number> {
  const { document, out, bytes, diagnostics } = await writeContainer(options.archive, name, options.out);
  output.findings(diagnostics);
  if (document === null) return EXIT.findings;
  if (options.json === true) output.json({ document, out, bytes });
  else output.print(text(`${document.title} → ${out} (${bytes} байт)`, `${document.title} → ${out} (${bytes} bytes)`));
  return EXIT.done;
}

async function inventory(_names: readonly string[], options: Options, output: Output): Promise<number> {
  const record = await writeInventory({
    ...preparedOptions(options),
    year: Number(options.year),
    case: options.case,
    date: options.date ?? today(),
  });
  return prepared(record, options, output);
}

function preparedOptions(options: Options) {
  return {
    archive: options.archive,
    content: options.content ?? "content",
    templates: options.templates,
    prepared: options.prepared,
  };
}

async function dispose(names: readonly string[], options: Options, output: Output): Promise<number> {
  const report = await disposeDocuments({
    archive: options.archive,
    documents: names,
    act: String(options.act),
    today: options.date ?? today(),
  });
  output.findings(report.diagnostics);
  if (options.json === true) output.json(report);
  else if (report.bags.length === 0)
    output.print(text("В книгу ничего не записано.", "Nothing was entered in the book."));
  else {
    const { length } = report.documents;
    output.print(
      text(
        `Записано в книгу поступлений: ${length}\nТеперь эти папки можно удалить, и в каждой копии архива тоже; программа их не удаляет:`,
        `Entered in the book of accessions: ${length}\nThese folders may now be deleted, in every copy of the archive as well; the program does not delete them:`,
      ),
    );
    for (const bag of report.bags) output.data(`  ${options.archive}/${bag}\n`);
  }
  return report.bags.length === 0 ? EXIT.findings : EXIT.done;
}

async function due(_names: readonly string[], options: Options, output: Output): Promise<number> {
  const on = options.on ?? today();
  const { value: report, diagnostics } = await dueForDestruction(options.archive, on);
  output.findings(diagnostics);
  if (report === undefined) return EXIT.findings;
  if (options.act === true && report.due.length > 0)
    return prepared(await writeDestructionAct(report, preparedOptions(options)), options, output);
  if (options.json === true) {
    output.json(report);
    return EXIT.done;
  }
  const { lasting, disposed, next } = report;
  const count = report.due.length;
  output.data(table(report.due, output));
  output.print(
    text(
      `На ${output.day(on)} можно выделить к уничтожению: ${count}\nХранятся постоянно или пока не минует надобность: ${lasting}`,
      `On ${output.day(on)} may be selected for destruction: ${count}\nKept for ever or as long as they are needed: ${lasting}`,
    ),
  );
  if (disposed > 0) output.print(text(`Уничтожены по актам: ${disposed}`, `Destroyed under acts: ${disposed}`));
  output.print(
    next === null
      ? text("Других сроков нет.", "There are no other terms.")
      : text(
          `Следующий срок – ${output.day(next.day)}, документов: ${next.documents.length}`,
          `The next term is ${output.day(next.day)}, documents: ${next.documents.length}`,
        ),
  );
  output.print(
    text(
      "Программа ничего не удаляет; акт готовит trc archive due --act.",
      "The program deletes nothing; trc archive due --act prepares the act.",
    ),
  );
  return EXIT.done;
}

async function mirror(folder: string, options: Options, output: Output): Promise<number> {
  const report = await mirrorArchive(options.archive, folder, (steps) => confirmed(steps, options, output));
  const { steps, diagnostics, done } = report;
  output.findings(diagnostics);
  if (options.json === true) output.json(report);
  else if (done) {
    const count = (action: MirrorStep["action"]): number => steps.filter((step) => step.action === action).length;
    output.print(
      text(
        `Скопировано: ${count("copy")}, восстановлено: ${count("repair")}`,
        `Copied: ${count("copy")}, restored: ${count("repair")}`,
      ),
    );
    output.print(
      hasErrors(diagnostics)
        ? text("Копии ещё не равны.", "The copies are not equal yet.")
        : text("Обе копии целы и равны.", "Both copies are intact and equal."),
    );
  } else output.print(text("Копии не тронуты.", "The copies were not touched."));
  return done && !hasErrors(diagnostics) ? EXIT.done : EXIT.findings;
}

/** What is damaged is restored only when a person says so, or `--yes` does. */
async function confirmed(steps: readonly MirrorStep[], { yes }: Options, output: Output): Promise<boolean> {
  for (const { side, path } of steps) output.tell(text(`Повреждено: ${side}/${path}`, `Damaged: ${side}/${path}`));
  if (yes === true) return true;
  if (process.stdin.isTTY !== true) {
    output.tell(
      text(
        "Восстановить из целой копии? Ответить некому: повторите с ключом --yes",
        "Restore from the intact copy? There is nobody to answer: repeat with --yes",
      ),
    );
    return false;
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(
    output.say(
      text(
        "Восстановить из целой копии? Повреждённое отложат рядом, в папку .damaged [да/нет] ",
        "Restore from the intact copy? What is damaged is put aside into the folder .damaged [yes/no] ",
      ),
    ),
  );
  prompt.close();
  return /^(да|д|yes|y)$/i.test(answer.trim());
}

function print(
  { json }: Options,
  output: Output,
  { value: documents, diagnostics }: Outcome<readonly ArchivedDocument[]>,
): number {
  output.findings(diagnostics);
  if (documents === undefined) return EXIT.findings;
  if (json === true) output.json(documents);
  else if (documents.length === 0) output.print(text("Ничего нет.", "There is nothing."));
  else output.data(table(documents, output));
  return EXIT.done;
}

function prepared({ diagnostics, written, blank }: PreparedRecord, options: Options, output: Output): number {
  output.findings(diagnostics);
  if (options.json === true) output.json({ written, diagnostics });
  else if (written !== null) {
    output.print(text(`Подготовлена запись ${written}`, `The record ${written} is prepared`));
    if (blank)
      output.print(
        text("Впишите в неё, кто составил документ (prepared).", "Write into it who prepared the document (prepared)."),
      );
    output.print(text("Проверьте её и соберите документ: trc build", "Check it and build the document: trc build"));
  }
  return written === null ? EXIT.findings : EXIT.done;
}

function table(documents: readonly ArchivedDocument[], { say, day }: Output): string {
  const state = ({ caseIndex, term, destroyNotBefore, signatures, disposedBy }: ArchivedDocument): string => {
    if (disposedBy !== null) return say(text(`уничтожен: ${disposedBy}`, `destroyed: ${disposedBy}`));
    const until = destroyNotBefore === null ? "" : day(destroyNotBefore);
    return [
      say(text(`дело ${caseIndex ?? "–"}; ${term}`, `case ${caseIndex ?? "–"}; ${term}`)),
      until === "" ? "" : say(text(`, не ранее ${until}`, `, not before ${until}`)),
      signatures === 0 ? "" : say(text(`; подписей: ${signatures}`, `; signatures: ${signatures}`)),
    ].join("");
  };
  return documents
    .map((one) => `${String(one.entry).padStart(4)}  ${one.title}\n      ${one.document}; ${state(one)}\n`)
    .join("");
}
