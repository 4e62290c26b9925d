import { type Diagnostic, didYouMean, raise, startOf, suggest, text } from "../../base/diagnostics/index.ts";
import { textOf } from "../../base/yaml/index.ts";
import { REQUIREMENTS } from "../../typesetting/kinds/index.ts";
import { FINDINGS } from "./findings.ts";
import type { FoundFile } from "./read-folder.ts";

/** Files of words in a templates folder, each read by the room whose words they are. */
export const WORDINGS = [
  "archive/wording.yaml",
  "consolidation/wording.yaml",
  "editions/public.yaml",
  "redline/wording.yaml",
  "release/wording.yaml",
] as const;

/** Files of a templates folder that are read by name, and those that a new centre begins with. */
const NAMED: readonly string[] = [
  ...WORDINGS,
  REQUIREMENTS,
  "starter/starter.yaml",
  "starter/answers.yaml",
  "starter/calendar.hbs",
];

/** What is read out of a folder whatever it is called. */
const READ = /^profiles\/[a-z0-9][a-z0-9-]*\.yaml$|^starter\/calendar\/\d{4}\.yaml$/;

/** What is read out of the folder of a kind. */
const OF_KIND = /^[a-z0-9-]+\/(kind\.yaml|schema\.json|body\.hbs)$/;

/** A call of a partial. */
const CALL = /\{\{[~#]*>\s*["']?([\w/-]+)/g;

/**
 * Files of a templates folder that nothing reads: of another extension, another name, in a folder that is no kind, or a template that
 * nothing calls. Code TRC3009.
 * @param spare templates that may lie there uncalled: those of the program, where only some of its kinds are kept
 */
export function strayFiles(files: readonly FoundFile[], spare: (inside: string) => boolean): Diagnostic[] {
  const names = new Set(files.map(({ inside }) => inside));
  const called = calledTemplates(files);
  const isRead = (inside: string): boolean => {
    const [folder = ""] = inside.split("/");
    const ofKind = /^[^/]+\/(kind\.yaml|schema\.json|body\.hbs)$/.test(inside);
    return ofKind
      ? OF_KIND.test(inside) && names.has(`${folder}/kind.yaml`)
      : NAMED.includes(inside) ||
          READ.test(inside) ||
          (inside.endsWith(".hbs") && (called.has(inside) || spare(inside)));
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

/** Templates that others call, annexes that kinds name, records that a new centre begins with. */
function calledTemplates(files: readonly FoundFile[]): Set<string> {
  return new Set(
    files.flatMap(({ inside, bytes }) => {
      const [folder = ""] = inside.split("/");
      if (inside.endsWith(".hbs"))
        return [...textOf(bytes).matchAll(CALL)].map(
          ([, name = ""]) => `${name.includes("/") ? "" : "partials/"}${name}.hbs`,
        );
      if (!/\/(?:kind|starter)\.yaml$/.test(inside)) return [];
      return [...textOf(bytes).matchAll(/[\w-]+\.hbs/g)].map(([name]) => `${folder}/${name}`);
    }),
  );
}
