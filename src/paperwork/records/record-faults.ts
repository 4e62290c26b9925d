import { type Diagnostic, didYouMean, type Place, raise, suggest, text } from "../../base/diagnostics/index.ts";
import type { YamlFile } from "../../base/yaml/index.ts";
import type { ContentFile } from "./content-file.ts";
import type { ContentRecord } from "./dossier.ts";
import { FINDINGS } from "./findings.ts";
import type { RecordSchemas } from "./record-schemas.ts";

/** TRC1023: the folder has no record of the centre. */
export function noCentre(files: readonly ContentFile[]): Diagnostic {
  const any = files[0];
  const folder = any === undefined ? "content" : any.path.slice(0, any.path.length - any.inside.length - 1);
  return raise(FINDINGS.TRC1023, {
    message: text(`В папке ${folder} нет записи о центре`, `The folder ${folder} has no record of the centre`),
    hints: text(
      `Если запись о центре есть, назовите её ${folder}/centre.yaml; новый центр начинает команда trc init ПАПКА`,
      `If there is a record of the centre, call it ${folder}/centre.yaml; a new centre is begun by trc init FOLDER`,
    ),
  });
}

/** TRC1022: a record of a school that is called as the centre. */
export function centreTaken(place: Place): Diagnostic {
  return raise(FINDINGS.TRC1022, {
    message: text(
      "Имя «centre» занято: так в записях зовётся сама школа-центр, её запись – centre.yaml",
      "The name “centre” is taken: it is the centre itself, whose record is centre.yaml",
    ),
    hints: text(
      "Если это запись о центре, перенесите её из папки organisations; если о другой школе, назовите файл иначе",
      "If it is the record of the centre, move it out of the folder organisations; if of another school, rename the file",
    ),
    place,
  });
}

/** TRC1024: the file is no set of properties. */
export function notARecord(file: YamlFile): Diagnostic {
  return raise(FINDINGS.TRC1024, {
    message: text("Запись должна состоять из строк «ключ: значение»", "A record is made of lines “key: value”"),
    place: file.placeOf(""),
  });
}

/** TRC1025: the record names no kind that there is. */
export function noKind(
  file: YamlFile,
  { collection, kind }: Pick<ContentRecord, "collection" | "kind">,
  schemas: RecordSchemas,
): Diagnostic {
  const known = [...schemas.kinds].sort();
  const near = kind === null ? undefined : suggest(kind, known, 1)[0];
  return raise(FINDINGS.TRC1025, {
    message:
      kind === null
        ? text(
            `В записи папки «${collection}» не указан вид документа (kind)`,
            `A record of the folder “${collection}” does not name its document kind (kind)`,
          )
        : text(`Нет вида документа «${kind}»`, `There is no document kind “${kind}”`),
    hints: [
      near === undefined
        ? text("Напишите первой строкой вид: kind: <вид>", "Write the kind in the first line: kind: <kind>")
        : didYouMean([near]),
      text(`Бывают: ${known.join(", ")}`, `There are: ${known.join(", ")}`),
    ],
    place: kind === null ? file.placeOf("") : file.placeOf("/kind"),
    pointer: "/kind",
  });
}
