import type { Command, Option } from "commander";
import type { ContentNames } from "../desk/day/index.ts";
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

/** Shells that completion is written for. */
export const SHELLS = ["bash", "fish", "powershell", "zsh"] as const;

/** The script that teaches a shell to ask {@link complete}; printed by `trc completion <shell>`. */
export const SCRIPTS: { readonly [shell in (typeof SHELLS)[number]]: string } = {
  bash: `# trc: дополнение команд по Tab. Добавьте в ~/.bashrc строку: source <(trc completion bash)
_trc() {
  local IFS=$'\\n' line
  # Слова до курсора; «=» и «:» у bash – отдельные слова, здесь они не нужны.
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  while read -r line; do
    if [ "$line" = ":files" ]; then
      COMPREPLY+=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
      compopt -o filenames 2>/dev/null
    else
      COMPREPLY+=("$line")
    fi
  done < <("\${COMP_WORDS[0]}" completion --words -- "\${words[@]}" 2>/dev/null)
}
complete -F _trc trc
`,
  zsh: `#compdef trc
# trc: дополнение команд по Tab. Добавьте в ~/.zshrc после compinit: source <(trc completion zsh)
_trc() {
  local -a found
  found=("\${(@f)$("\${words[1]}" completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${found[(Ie):files]} )); then
    _files
  else
    compadd -Q -- \${found:#}
  fi
}
compdef _trc trc
`,
  fish: `# trc: дополнение команд по Tab. Сохраните: trc completion fish > ~/.config/fish/completions/trc.fish
function __trc_words
  set -l words (commandline -opc) (commandline -ct)
  set -l found (trc completion --words -- $words[2..-1] 2>/dev/null)
  if contains -- :files $found
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $found
  end
end
complete -c trc -f -a '(__trc_words)'
`,
  powershell: `# trc: дополнение команд по Tab. Добавьте в профиль ($PROFILE): trc completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName trc -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $words += '""' }
  trc completion --words -- @words 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};
