import { type Outcome, text } from "../../base/diagnostics/index.ts";
import type { Answers } from "../../desk/drafting/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { day, FILE } from "../options.ts";
import type { Answer, Output } from "../output.ts";
import { today } from "../today.ts";

/** `trc init`: begins a centre, from questions on the terminal or a file of answers. */
export const INIT = command({
  name: "init",
  ...text(
    "создать папку записей нового центра: вопросы на экране или файл ответов",
    "begin the folder of records of a new centre: questions on the terminal or a file of answers",
  ),
  operands: [
    {
      name: text("[папка]", "[folder]"),
      ...text("новая папка записей", "new folder of records"),
      default: "content",
    },
  ],
  options: {
    answers: {
      ...text("файл ответов YAML вместо вопросов", "file of answers, YAML, instead of questions"),
      value: FILE,
    },
    saveAnswers: {
      ...text("записать образец файла ответов в новый файл", "write a sample of the file of answers into a new file"),
      value: FILE,
    },
    printAnswers: text("напечатать образец файла ответов", "print a sample of the file of answers"),
    date: day(
      "день приказа о присвоении статуса (по умолчанию сегодня)",
      "day of the order that grants the status (today by default)",
    ),
  },
  run: async ([folder = "content"], { answers: file, saveAnswers, printAnswers, date = today() }, output) => {
    const { initCentre, sampleAnswers, saveSampleAnswers } = await import("../../desk/drafting/index.ts");
    if (printAnswers === true) return { lines: [sampleAnswers(output.language)] };
    if (saveAnswers !== undefined) {
      const diagnostics = await saveSampleAnswers(saveAnswers, output.language);
      const next = `trc init --answers ${saveAnswers}`;
      return diagnostics.length > 0
        ? { diagnostics }
        : { beside: [text(`Впишите своё в ${saveAnswers}, потом: ${next}`, `Fill in ${saveAnswers}, then: ${next}`)] };
    }
    const { value: answers, ...unread } = await answersFrom(file, output);
    if (answers === undefined) return unread;
    output.findings(unread.diagnostics, unread.sourceOf);
    const { value: made, diagnostics } = await initCentre({ folder, answers, date });
    if (made === undefined) return { diagnostics };
    const { files, notes, findings, sourceOf } = made;
    const content = folder === "content" ? "" : ` --content ${folder.includes(" ") ? `"${folder}"` : folder}`;
    output.printBeside(
      text(
        `Создан новый центр в папке ${folder}: записей – ${files.length}`,
        `A new centre was begun in the folder ${folder}: records ${files.length}`,
      ),
      ...notes.map(({ ru, en }) => text(`  ${ru}`, `  ${en}`)),
    );
    if (findings.length > 0) return { diagnostics: findings, sourceOf, code: EXIT.findings };
    return {
      beside: [
        text(
          `\nЧто дальше:\n  trc check${content}    проверить записи\n  trc build --draft${content}    собрать черновик комплекта в папку out-draft\n` +
            `  trc status${content}   чего не хватает и что скоро`,
          `\nWhat next:\n  trc check${content}    check the records\n  trc build --draft${content}    build a draft of the set into the folder out-draft\n` +
            `  trc status${content}   what is missing and what is due soon`,
        ),
      ],
    };
  },
});

/** The answers of a file or of a person; what is to be said where there are none. */
async function answersFrom(file: string | undefined, output: Output): Promise<Outcome<Answers> & Answer> {
  const { readAnswers } = await import("../../desk/drafting/index.ts");
  if (file !== undefined) return readAnswers(file);
  if (process.stdin.isTTY !== true)
    throw new WrongUsage(
      text(
        "Вопросы задаются на терминале, а здесь его нет.\nВозьмите файл ответов: trc init --save-answers ответы.yaml, заполните его и запустите trc init --answers ответы.yaml",
        "The questions are asked on a terminal, and there is none here.\nTake a file of answers: trc init --save-answers answers.yaml, fill it in and run trc init --answers answers.yaml",
      ),
    );
  const { interview } = await import("../interview.ts");
  const value = await interview(output);
  return { diagnostics: [], ...(value === null ? { code: EXIT.interrupted } : { value }) };
}
