import { readFile } from "node:fs/promises";
import { type Diagnostic, text } from "../../base/diagnostics/index.ts";
import { type Answers, initCentre, readAnswers, sampleAnswers } from "../../desk/day/index.ts";
import { missingFile } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { today } from "../today.ts";

export type InitCommandOptions = { readonly answers?: string; readonly printAnswers?: boolean; readonly date?: string };

/** `trc init`: makes the records of a new centre from answers. Resolves to the exit code. */
export async function initCommand(folder: string, options: InitCommandOptions, streams: Streams): Promise<number> {
  if (options.printAnswers === true) {
    streams.stdout.write(sampleAnswers());
    return EXIT.done;
  }
  const answered = await answersFor(options, streams);
  if (typeof answered === "number") return answered;
  const made = await initCentre({ folder, answers: answered, date: options.date ?? today() });
  if (made.value === undefined) return complain(streams, made.diagnostics, () => undefined);
  const { files, project, notes } = made.value;
  const out = streams.stderr;
  out.write(`Создан новый центр в папке ${folder}: записей – ${files.length}\n`);
  for (const note of notes) out.write(`  ${note}\n`);
  if (project.findings.length > 0) return complain(streams, project.findings, project.sourceOf);
  const content = folder === "content" ? "" : ` --content ${folder.includes(" ") ? `"${folder}"` : folder}`;
  out.write(
    `\nЧто дальше:\n  trc check${content}    проверить записи\n  trc build${content}    собрать комплект в папку out\n` +
      `  trc status${content}   чего не хватает и что скоро\n`,
  );
  return EXIT.done;
}

async function answersFor({ answers }: InitCommandOptions, streams: Streams): Promise<Answers | number> {
  if (answers === undefined) {
    if (process.stdin.isTTY !== true) {
      streams.stderr.write(
        "Вопросы задаются на терминале, а здесь его нет.\nВозьмите файл ответов: trc init --print-answers > ответы.yaml, заполните его и запустите trc init --answers ответы.yaml\n",
      );
      return EXIT.usage;
    }
    const { interview } = await import("../interview.ts");
    return (await interview()) ?? EXIT.interrupted;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(answers);
  } catch {
    return complain(streams, [noFile(answers)], () => undefined);
  }
  const read = readAnswers({ path: answers, bytes });
  return read.value ?? complain(streams, read.diagnostics, () => new TextDecoder().decode(bytes));
}

function complain(
  streams: Streams,
  diagnostics: readonly Diagnostic[],
  sources: (file: string) => string | undefined,
): number {
  printFindings(diagnostics, streams, sources);
  return EXIT.findings;
}

function noFile(file: string): Diagnostic {
  return missingFile(
    text(`Файл ответов «${file}» не найден`, `The file of answers "${file}" is not found`),
    text("Образец: trc init --print-answers > ответы.yaml", "A model of it: trc init --print-answers > answers.yaml"),
  );
}
