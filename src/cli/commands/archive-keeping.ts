import { createInterface } from "node:readline/promises";
import { hasErrors, text } from "../../base/diagnostics/index.ts";
import type { FixityReport, MirrorStep } from "../../office/archive/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { ARCHIVE_FOLDER, collect, day, FILE, FOLDER, JSON_REPORT, PROJECT, SIGNATURES, TEMPLATES } from "../options.ts";
import type { Answer, Line, Output } from "../output.ts";
import { SIGNER } from "../signer.ts";
import { today } from "../today.ts";
import { DOCUMENT } from "./archive-listing.ts";

/** The day of an accession. */
export const ACCEPTED = day("день приёма (по умолчанию сегодня)", "day of accession (today by default)");
/** What is said when a command took nothing in. */
export const NOTHING_ACCEPTED = text("В архив ничего не принято.", "Nothing was taken into the archive.");

const POWER = {
  ...text(
    "машиночитаемая доверенность подписавшего (XML налоговой службы); можно повторять",
    "machine-readable power of attorney of the signer (XML of the tax service); may be repeated",
  ),
  value: FILE,
  parse: collect,
};

/** `trc archive add`. */
export const ADD = command({
  name: "add",
  ...text(
    "принять изданные документы в архив; без имён – все, которых там ещё нет",
    "take issued documents into the archive; without names all that are not there yet",
  ),
  operands: [
    {
      name: text("[документы...]", "[documents...]"),
      ...text("записи или документы: 91-od-2025", "records or documents: 91-od-2025"),
    },
  ],
  options: {
    archive: ARCHIVE_FOLDER,
    ...PROJECT,
    pdf: {
      ...text(
        "подписанный подлинник, если он не совпадает с собираемым",
        "the signed original, where it is not what the build makes",
      ),
      value: FILE,
    },
    signature: {
      ...text("отсоединённая подпись (.sig); можно повторять", "detached signature (.sig); may be repeated"),
      value: FILE,
      parse: collect,
    },
    power: POWER,
    mirror: { ...text("сразу обновить вторую копию", "update the second copy at once"), value: FOLDER },
    date: ACCEPTED,
  },
  run: async (
    documents,
    { mirror, signature: signatures = [], power: powers = [], date = today(), ...options },
    output,
  ) => {
    const { addToArchive } = await import("../../office/archive/index.ts");
    const { added, diagnostics, sourceOf } = await addToArchive({
      ...options,
      documents,
      signatures,
      powers,
      today: date,
    });
    const answer: Answer = {
      diagnostics,
      sourceOf,
      json: { added, diagnostics },
      lines: [
        ...added.map(({ entry, title, bag }) => `${entry}. ${title} → ${options.archive}/${bag}`),
        added.length === 0
          ? NOTHING_ACCEPTED
          : text(`Принято документов: ${added.length}`, `Documents taken in: ${added.length}`),
      ],
    };
    if (mirror === undefined || hasErrors(diagnostics)) return answer;
    const copied = await mirrorTo({ folder: mirror, archive: options.archive, yes: false }, output);
    return {
      ...copied,
      ...answer,
      diagnostics: [...diagnostics, ...(copied.diagnostics ?? [])],
      lines: [...(answer.lines ?? []), ...(copied.lines ?? [])],
    };
  },
});

/** `trc archive attach`. */
export const ATTACH = command({
  name: "attach",
  ...text(
    "принять подпись, которая пришла после документа: следующая версия его пакета",
    "take a signature that came after the document: the next version of its bag",
  ),
  operands: [DOCUMENT, SIGNATURES],
  options: { archive: ARCHIVE_FOLDER, power: POWER, json: JSON_REPORT, templates: TEMPLATES, date: ACCEPTED },
  run: async ([document = "", ...signatures], { archive, templates, power: powers = [], date = today() }) => {
    const { attachToArchive } = await import("../../office/archive/index.ts");
    const report = await attachToArchive({ archive, templates, document, signatures, powers, today: date });
    const { added, diagnostics } = report;
    const json = { added, diagnostics };
    if (added === null) return { diagnostics, json, lines: [NOTHING_ACCEPTED], code: EXIT.findings };
    const what = `${added.entry}. ${added.title}`;
    const where = `${signatures.length} → ${archive}/${added.bag}`;
    const line = text(`${what}: принято подписей – ${where}`, `${what}: signatures taken in – ${where}`);
    return { diagnostics, json, lines: [line], code: EXIT.done };
  },
});

/** `trc archive renew`. */
export const RENEW = command({
  name: "renew",
  ...text(
    "поставить на пакеты новую метку времени, пока прежние подписи и алгоритмы не устарели; без имён – на все подписанные",
    "stamp bags with the time anew, before signatures and algorithms age; without names all that are signed",
  ),
  operands: [
    {
      name: text("[документы...]", "[documents...]"),
      ...text("документы архива или их записи", "documents of the archive, or their records"),
    },
  ],
  options: {
    archive: ARCHIVE_FOLDER,
    tsa: { ...SIGNER.tsa, required: true },
    templates: TEMPLATES,
    date: ACCEPTED,
    json: JSON_REPORT,
  },
  run: async (documents, { archive, tsa, templates, date = today() }) => {
    const { renewArchive } = await import("../../office/archive/index.ts");
    const report = await renewArchive({ archive, templates, documents, tsa, today: date });
    const { added, diagnostics } = report;
    return {
      diagnostics,
      json: report,
      lines: [
        ...added.map(({ entry, title, bag }) => `${entry}. ${title} → ${archive}/${bag}`),
        text(`Меток времени поставлено: ${added.length}`, `Time stamps set: ${added.length}`),
      ],
      code: diagnostics.length > 0 ? EXIT.findings : EXIT.done,
    };
  },
});

/** `trc archive verify`. */
export const VERIFY = command({
  name: "verify",
  ...text("перечитать весь архив и сверить каждый байт", "read the whole archive again and compare every byte"),
  options: {
    archive: ARCHIVE_FOLDER,
    json: JSON_REPORT,
    content: {
      ...text("сверить с реестром этой папки записей", "compare with the register of this folder of records"),
      value: FOLDER,
    },
    mirror: { ...text("проверить и вторую копию", "verify the second copy as well"), value: FOLDER },
  },
  run: async (_operands, { archive, content = null, mirror }) => {
    const { copiesDiffer, verifyArchive } = await import("../../office/archive/index.ts");
    const reports = [];
    for (const side of mirror === undefined ? [archive] : [archive, mirror])
      reports.push({ archive: side, ...(await verifyArchive(side, content)) });
    return {
      diagnostics: [...reports.flatMap(({ diagnostics }) => diagnostics), ...copiesDiffer(reports)],
      json: mirror === undefined ? reports[0] : reports,
      lines: reports.flatMap(fixityLines),
    };
  },
});

function fixityLines(report: FixityReport & { readonly archive: string }): Line[] {
  const { archive, read, bags, files, bytes, head, waiting, diagnostics } = report;
  if (!read) return [text(`Архив ${archive} не проверен.`, `The archive ${archive} was not verified.`)];
  const intact = bags.filter((bag) => bag.intact).length;
  return [
    text(
      `Архив ${archive}: пакетов – ${bags.length}, файлов – ${files}, байт – ${bytes}`,
      `Archive ${archive}: bags ${bags.length}, files ${files}, bytes ${bytes}`,
    ),
    text(`Целых пакетов: ${intact} из ${bags.length}`, `Intact bags: ${intact} of ${bags.length}`),
    head !== null &&
      text(
        `Печать последней записи книги поступлений: ${head}`,
        `Seal of the last entry of the book of accessions: ${head}`,
      ),
    (waiting ?? 0) > 0 &&
      text(
        `Изданных, но ещё не принятых в архив: ${waiting} (принять: trc archive add)`,
        `Issued and not yet taken into the archive: ${waiting} (to take them in: trc archive add)`,
      ),
    hasErrors(diagnostics)
      ? text("АРХИВ ПОВРЕЖДЁН", "THE ARCHIVE IS DAMAGED")
      : text("Всё цело.", "Everything is intact."),
  ];
}

/** `trc archive mirror`. */
export const MIRROR = command({
  name: "mirror",
  ...text(
    "сделать вторую копию такой же; повреждённое восстановить с целой стороны",
    "make the second copy the same; restore what is damaged from the side that is intact",
  ),
  operands: [{ name: FOLDER, ...text("вторая копия", "second copy") }],
  options: {
    archive: ARCHIVE_FOLDER,
    json: JSON_REPORT,
    yes: text("восстанавливать без вопроса", "restore without a question"),
  },
  run: ([folder = ""], { archive, yes = false }, output) => mirrorTo({ folder, archive, yes }, output),
});

type Mirroring = { readonly folder: string; readonly archive: string; readonly yes: boolean };

async function mirrorTo({ folder, archive, yes }: Mirroring, output: Output): Promise<Answer> {
  const { mirrorArchive } = await import("../../office/archive/index.ts");
  const report = await mirrorArchive(archive, folder, (steps) => confirmed(steps, yes, output));
  const { steps, diagnostics, done } = report;
  const count = (action: MirrorStep["action"]): number => steps.filter((step) => step.action === action).length;
  const [copied, restored] = [count("copy"), count("repair")];
  return {
    diagnostics,
    json: report,
    lines: done
      ? [
          text(`Скопировано: ${copied}, восстановлено: ${restored}`, `Copied: ${copied}, restored: ${restored}`),
          hasErrors(diagnostics)
            ? text("Копии ещё не равны.", "The copies are not equal yet.")
            : text("Обе копии целы и равны.", "Both copies are intact and equal."),
        ]
      : [text("Копии не тронуты.", "The copies were not touched.")],
    code: done && !hasErrors(diagnostics) ? EXIT.done : EXIT.findings,
  };
}

/** What is damaged is restored only when a person says so, or `--yes` does. */
async function confirmed(steps: readonly MirrorStep[], yes: boolean, output: Output): Promise<boolean> {
  output.printBeside(
    ...steps.map(({ side, path }) => text(`Повреждено: ${side}/${path}`, `Damaged: ${side}/${path}`)),
    !yes &&
      process.stdin.isTTY !== true &&
      text(
        "Восстановить из целой копии? Ответить некому: повторите с ключом --yes",
        "Restore from the intact copy? There is nobody to answer: repeat with --yes",
      ),
  );
  if (yes || process.stdin.isTTY !== true) return yes;
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
