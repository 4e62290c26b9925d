import { type Text, text } from "../../base/diagnostics/index.ts";

/** Shells that completion is written for. */
export const SHELLS = ["bash", "fish", "powershell", "zsh"] as const;

/** A shell that completion is written for. */
export type Shell = (typeof SHELLS)[number];

/** The script that teaches a shell to ask `trc completion --words` at every press of Tab. Its comments say where to put it. */
export function completionScript(shell: Shell, language: keyof Text = "ru"): string {
  return SCRIPTS[shell].replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => COMMENTS[name as keyof typeof COMMENTS][language],
  );
}

const COMMENTS = {
  title: text("trc: дополнение команд по Tab.", "trc: completion of commands at Tab."),
  bash: text("Добавьте в ~/.bashrc строку:", "Add this line to ~/.bashrc:"),
  words: text(
    "Слова до курсора; «=» и «:» у bash – отдельные слова, здесь они не нужны.",
    "Words up to the cursor; bash takes = and : for words of their own, they are not needed here.",
  ),
  zsh: text("Добавьте в ~/.zshrc после compinit:", "Add to ~/.zshrc after compinit:"),
  fish: text("Сохраните:", "Save it:"),
  powershell: text("Добавьте в профиль ($PROFILE):", "Add to the profile ($PROFILE):"),
};

const SCRIPTS: { readonly [shell in Shell]: string } = {
  bash: `# {{title}} {{bash}} source <(trc completion bash)
_trc() {
  local IFS=$'\\n' line
  # {{words}}
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
# {{title}} {{zsh}} source <(trc completion zsh)
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
  fish: `# {{title}} {{fish}} trc completion fish > ~/.config/fish/completions/trc.fish
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
  powershell: `# {{title}} {{powershell}} trc completion powershell | Out-String | Invoke-Expression
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
