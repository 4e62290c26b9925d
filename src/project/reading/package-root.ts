import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the program itself: where its own templates and schemas lie, whatever folder it is run in. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) || !existsSync(join(folder, "templates"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the folder of the program has no package.json");
    folder = parent;
  }
  return folder;
}

/** The templates folder when none is named: `templates` here, else the one that came with the program. */
export function defaultTemplates(): string {
  return existsSync("templates/profiles") ? "templates" : join(packageRoot(), "templates");
}

/** A file of the templates folder; that of the program where the folder has none of its own. */
export function templateOrProgram(templates: string, inside: string): string {
  const own = join(templates, inside);
  return existsSync(own) ? own : join(packageRoot(), "templates", inside);
}

/** Whether a template came with the program. */
export function isProgramTemplate(inside: string): boolean {
  return existsSync(join(packageRoot(), "templates", inside));
}

/** Ids of the kinds that came with the program: a folder of templates may hold only some of them. */
export function programKinds(): string[] {
  const templates = join(packageRoot(), "templates");
  return readdirSync(templates).filter((name) => existsSync(join(templates, name, "kind.yaml")));
}
