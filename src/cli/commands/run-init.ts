import { text } from "../../base/diagnostics/index.ts";
import { type Answers, initCentre, readAnswers, sampleAnswers } from "../../desk/day/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc init`, as they are typed. */
export type InitCommandOptions = { readonly answers?: string; readonly printAnswers?: boolean; readonly date?: string };

/** `trc init`: makes the records of a new centre from answers. Resolves to the exit code. */
export async function initCommand(
  [folder = "content"]: readonly string[],
  options: InitCommandOptions,
  output: Output,
): Promise<number> {
  if (options.printAnswers === true) {
    output.data(sampleAnswers(output.language));
    return EXIT.done;
  }
  const answers = await answersFor(options, output);
  if (typeof answers === "number") return answers;
  const { value: made, diagnostics } = await initCentre({ folder, answers, date: options.date ?? today() });
  if (made === undefined) {
    output.findings(diagnostics);
    return EXIT.findings;
  }
  const { files, notes, findings, sourceOf } = made;
  output.tell(
    text(
      `Создан новый центр в папке ${folder}: записей – ${files.length}`,
      `A new centre was begun in the folder ${folder}: records ${files.length}`,
    ),
  );
  for (const note of notes) output.tell(text(`  ${note.ru}`, `  ${note.en}`));
  output.findings(findings, sourceOf);
  if (findings.length > 0) return EXIT.findings;
  const content = folder === "content" ? "" : ` --content ${folder.includes(" ") ? `"${folder}"` : folder}`;
  output.tell(
    text(
      `\nЧто дальше:\n  trc check${content}    проверить записи\n  trc build${content}    собрать комплект в папку out\n` +
        `  trc status${content}   чего не хватает и что скоро`,
      `\nWhat next:\n  trc check${content}    check the records\n  trc build${content}    build the set into the folder out\n` +
        `  trc status${content}   what is missing and what is due soon`,
    ),
  );
  return EXIT.done;
}

/** The answers of a file or of a person; the exit code where there are none. */
async function answersFor({ answers }: InitCommandOptions, output: Output): Promise<Answers | number> {
  if (answers !== undefined) {
    const { value, diagnostics, sourceOf } = await readAnswers(answers);
    output.findings(diagnostics, sourceOf);
    return value ?? EXIT.findings;
  }
  if (process.stdin.isTTY !== true) {
    output.tell(
      text(
        "Вопросы задаются на терминале, а здесь его нет.\nВозьмите файл ответов: trc init --print-answers > ответы.yaml, заполните его и запустите trc init --answers ответы.yaml",
        "The questions are asked on a terminal, and there is none here.\nTake a file of answers: trc init --print-answers > answers.yaml, fill it in and run trc init --answers answers.yaml",
      ),
    );
    return EXIT.usage;
  }
  const { interview } = await import("../interview.ts");
  return (await interview(output)) ?? EXIT.interrupted;
}
