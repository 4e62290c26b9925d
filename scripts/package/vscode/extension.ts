import { type ExtensionContext, env, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

/** Starts the language server of the program for the records and templates of the folder that is open. */
export async function activate({ subscriptions }: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration("trc");
  const command = settings.get<string>("command") ?? "trc";
  const language = env.language.startsWith("ru") ? [] : ["--lang", "en"];
  const folders = (name: "content" | "templates"): string[] => {
    const folder = settings.get<string>(name) ?? "";
    return folder === "" ? [] : [`--${name}`, folder];
  };
  const args = ["language-server", "--stdio", ...folders("content"), ...folders("templates"), ...language];
  // On Windows the program is a file of commands, which only a shell runs.
  const shell = process.platform === "win32";
  const quoted = (word: string): string => (shell && /\s/.test(word) ? `"${word}"` : word);
  const client = new LanguageClient(
    "trc",
    "trc",
    { command: quoted(command), args: args.map(quoted), options: { shell } },
    { documentSelector: ["yaml", "handlebars"].map((name) => ({ scheme: "file", language: name })) },
  );
  subscriptions.push(client);
  await client.start();
}
