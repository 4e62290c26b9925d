import { type Diagnostic, didYouMean, raise, startOf, suggest, text } from "../../base/diagnostics/index.ts";
import { REQUIREMENTS } from "../../typesetting/kinds/index.ts";
import { FINDINGS } from "./findings.ts";
import type { FoundFile } from "./read-folder.ts";

/** Files of words in a templates folder, each read by the room whose words they are. */
export const WORDINGS = ["archive/wording.yaml", "editions/public.yaml", "release/wording.yaml"] as const;

/** Files of a templates folder that are read by name, and those that a new centre begins with. */
const NAMED: readonly string[] = [...WORDINGS, REQUIREMENTS, "starter/starter.yaml", "starter/answers.yaml"];

/** What is read out of a folder whatever it is called. */
const READ = /^profiles\/[a-z0-9][a-z0-9-]*\.yaml$|^starter\/calendar\/\d{4}\.yaml$|\.hbs$/;

/** What is read out of the folder of a kind. */
const OF_KIND = /^[a-z0-9-]+\/(kind\.yaml|schema\.json|body\.hbs)$/;

/** Files of a templates folder that nothing reads: of another extension, another name, or in a folder that is no kind. Code TRC3009. */
export function strayFiles(files: readonly FoundFile[]): Diagnostic[] {
  const names = new Set(files.map(({ inside }) => inside));
  const isRead = (inside: string): boolean => {
    const [folder = ""] = inside.split("/");
    const ofKind = /^[^/]+\/(kind\.yaml|schema\.json|body\.hbs)$/.test(inside);
    return ofKind
      ? OF_KIND.test(inside) && names.has(`${folder}/kind.yaml`)
      : NAMED.includes(inside) || READ.test(inside);
  };
  return files
    .filter(({ inside }) => !isRead(inside))
    .map(({ path, inside }) => {
      const near = suggest(inside, [...NAMED, inside.replace(/\.\w+$/, ".yaml").toLowerCase()].filter(isRead), 1);
      return raise(FINDINGS.TRC3009, {
        message: text(`Файл «${path}» никто не читает`, `Nothing reads the file "${path}"`),
        ...(near.length > 0 && near[0] !== inside ? { hints: didYouMean(near) } : {}),
        place: startOf(path),
      });
    });
}
