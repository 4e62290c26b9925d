import { type Diagnostic, type Place, raise, text } from "../../base/diagnostics/index.ts";
import { rewritten, type SchemaNode, type YamlFile } from "../../base/yaml/index.ts";
import { SHARED_SCHEMAS } from "../schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import { sharedUri } from "./record-schemas.ts";

/**
 * A kind's schema whose references to shared ones lead by their ids, however they were written: by the id itself, or by a path to a
 * folder `schemas` or `.schemas`. `old` are the references that name a folder of the program.
 */
export function byIds({ $id: _own, ...schema }: SchemaNode): { readonly schema: SchemaNode; readonly old: string[] } {
  const old: string[] = [];
  const point = (ref: string): string => {
    const [, name = "", fragment = ""] = /^(?:\.*\/)*(?:[^:#]*\/)?\.?schemas\/([a-z-]+)\.json(#.*)?$/.exec(ref) ?? [];
    if (!Object.hasOwn(SHARED_SCHEMAS, name)) return ref;
    if (/(?:^|\/)src\/schemas\//.test(ref)) old.push(ref);
    return `${sharedUri(name)}${fragment}`;
  };
  return { schema: rewritten(schema, point) as SchemaNode, old };
}

/** Sealed files keep the modeline they were made with. */
const SEALED = new Set(["register", "approvals"]);

/** The modeline of a record that names a schema by a folder of the program, where editors no longer find it. Warning, code TRC1014. */
export function oldModeline({ text: source, placeAt }: YamlFile, collection: string): Diagnostic[] {
  const [line, before = "", path = ""] =
    /^(# yaml-language-server: \$schema=)(\S*src\/schemas\/\S+\.json)/.exec(source) ?? [];
  if (line === undefined || SEALED.has(collection)) return [];
  const right = path.replace("src/schemas/", "schemas/");
  return [
    raise(FINDINGS.TRC1014, {
      message: text(
        `Редактор не найдёт схему «${path}»: папки src/schemas больше нет`,
        `Editors do not find the schema “${path}”: there is no folder src/schemas any more`,
      ),
      hints: text(
        `Напишите: ${before}${right}; в проекте без папки schemas – trc doctor --refresh-schemas`,
        `Write: ${before}${right}; in a project without a folder schemas: trc doctor --refresh-schemas`,
      ),
      place: placeAt(before.length, before.length + path.length),
    }),
  ];
}

/** A reference by a folder of the program, which may move. Warning, code TRC1014. @param count of such references in the file */
export function oldReference(ref: string, count: number, place: Place): Diagnostic {
  const tail = ref.slice(ref.lastIndexOf("schemas/") + "schemas/".length);
  const [short, id] = [`../../schemas/${tail}`, `${sharedUri("")}`.replace(/\.json$/, tail)];
  return raise(FINDINGS.TRC1014, {
    message: text(
      `Схема названа по папке программы: «${ref}»`,
      `The schema is named by a folder of the program: “${ref}”`,
    ),
    hints: text(
      `Напишите "$ref": "${id}" или "${short}"; таких ссылок в файле: ${count}`,
      `Write "$ref": "${id}" or "${short}"; references of this sort in the file: ${count}`,
    ),

    place,
    actual: ref,
    expected: id,
  });
}
