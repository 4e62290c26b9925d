import type { Command, Option } from "commander";
import { type ContentNames, SHELLS } from "../desk/day/index.ts";
import { FORMAT_NAMES } from "../project/formats/index.ts";
import { REPORTERS } from "./options.ts";

/** What may stand in place of the last word; `files` asks the shell for names of files. */
export type Completion = { readonly words: readonly string[]; readonly files: boolean };

const NOTHING: Completion = { words: [], files: false };
const FILES: Completion = { words: [], files: true };

/** Options and arguments whose values are names of records or kinds. */
const VALUES: { readonly [name: string]: (names: ContentNames) => readonly string[] } = {
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

/**
 * The words that may come next, from the program itself: its commands, the options of a command, the values that an option knows.
 *
 * @param words the command line after the program's name; the last one is being typed and may be empty
 */
export function complete(
  program: Command | null,
  words: readonly string[],
  names: () => ContentNames,
  types: () => readonly string[],
): Completion {
  const typed = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (program === null) return NOTHING;
  const command = program.commands.find((one) => one.name() === before[0]);
  const only = (candidates: readonly string[]): Completion => ({
    words: [...new Set(candidates)].filter((word) => word.startsWith(typed)).sort(),
    files: false,
  });
  if (before.length === 0) return only([...program.commands.map((one) => one.name()), ...flagsOf(program)]);
  if (command === undefined) return NOTHING;
  const option = command.options.find(
    (one) => one.required && (one.long === before.at(-1) || one.short === before.at(-1)),
  );
  if (option !== undefined) return ofOption(option, typed, names, only);
  if (typed.startsWith("-")) return only(flagsOf(command));
  if (command.name() === "new") return only(types());
  if (command.name() === "completion") return only(SHELLS);
  return command.registeredArguments.length > 0 ? FILES : only(flagsOf(command));
}

function ofOption(
  option: Option,
  typed: string,
  names: () => ContentNames,
  only: (words: readonly string[]) => Completion,
): Completion {
  if (option.argChoices !== undefined) return only(option.argChoices);
  const values = VALUES[option.long ?? ""];
  if (values === undefined) return /файл|папка|file|folder/.test(option.flags) ? FILES : NOTHING;
  // A list with commas: the last of its words is completed.
  const head = option.long === "--only" || option.long === "--format" ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  return only(values(names()).map((word) => head + word));
}

function flagsOf(command: Command): string[] {
  return [...command.options.map(({ long, short }) => long ?? short ?? ""), "--help"];
}
