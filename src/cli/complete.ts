import type { Command } from "commander";
import { type ContentNames, SHELLS, typeNames } from "../desk/drafting/index.ts";
import { FORMAT_NAMES } from "../project/formats/index.ts";
import { REPORTERS } from "./options.ts";

/** What may stand in place of the last word; `files` asks the shell for names of files. */
export type Completion = { readonly words: readonly string[]; readonly files: boolean };

const NOTHING: Completion = { words: [], files: false };
const FILES: Completion = { words: [], files: true };

/** Options whose values are names of records or kinds. */
const VALUES: { readonly [option: string]: (names: ContentNames) => readonly string[] } = {
  "--only": ({ kinds, records }) => [
    ...kinds,
    ...records.filter(({ kind }) => kind !== null).flatMap(({ id, kind }) => [id, `${kind}.${id}`]),
  ],
  "--of": ({ records }) => records.filter(({ collection }) => collection !== "people").map(({ id }) => id),
  "--like": ({ records }) => records.map(({ id }) => id),
  "--format": () => FORMAT_NAMES,
  "--reporter": () => REPORTERS,
  "--plan": ({ records }) => records.filter(({ collection }) => collection === "plans").map(({ id }) => id),
};
/** Options that take a list with commas: the last of its words is completed. */
const LISTS = ["--only", "--format"];

/** Commands whose argument is a word of a list. */
const OPERANDS: { readonly [command: string]: (names: () => ContentNames) => readonly string[] } = {
  new: (names) => typeNames(names()),
  completion: () => SHELLS,
};

/**
 * The words that may come next, from the program itself: its commands, the options of a command, the values that an option knows.
 *
 * @param words the command line after the program's name; the last one is being typed and may be empty
 */
export function complete(program: Command | null, words: readonly string[], names: () => ContentNames): Completion {
  const typed = words.at(-1) ?? "";
  const [name, ...before] = words.slice(0, -1);
  if (program === null) return NOTHING;
  const only = (candidates: readonly string[]): Completion => ({
    words: [...new Set(candidates)].filter((word) => word.startsWith(typed)).sort(),
    files: false,
  });
  if (name === undefined) return only([...program.commands.map((one) => one.name()), ...flagsOf(program)]);
  const command = program.commands.find((one) => one.name() === name);
  if (command === undefined) return NOTHING;
  const option = command.options.find(({ required, long }) => required && long === before.at(-1));
  if (option !== undefined) {
    const values = VALUES[option.long ?? ""];
    if (option.argChoices !== undefined) return only(option.argChoices);
    if (values === undefined) return /файл|папка|file|folder/.test(option.flags) ? FILES : NOTHING;
    const head = LISTS.includes(option.long ?? "") ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
    return only(values(names()).map((word) => head + word));
  }
  if (typed.startsWith("-")) return only(flagsOf(command));
  const operands = OPERANDS[name];
  if (operands !== undefined) return only(operands(names));
  return command.registeredArguments.length > 0 ? FILES : only(flagsOf(command));
}

function flagsOf(command: Command): string[] {
  return [...command.options.map(({ long, short }) => long ?? short ?? ""), "--help"];
}
