import { type Diagnostic, didYouMean, suggest, text, worded } from "../../base/diagnostics/index.ts";
import type { YamlFile } from "../../base/yaml/index.ts";
import type { ContentFile } from "./content-file.ts";
import type { RecordSchemas } from "./record-schemas.ts";

export function noCentre(files: readonly ContentFile[]): Diagnostic {
  const any = files[0];
  const folder = any === undefined ? "content" : any.path.slice(0, any.path.length - any.inside.length - 1);
  return {
    code: "TRC1023",
    severity: "error",
    ...worded({
      message: text(`В папке ${folder} нет записи о центре`, `The folder ${folder} has no record of the centre`),
      hints: [
        text(
          `Создайте файл ${folder}/centre.yaml по образцу content/centre.yaml`,
          `Create ${folder}/centre.yaml after the pattern of content/centre.yaml`,
        ),
      ],
    }),
  };
}

export function notARecord(file: YamlFile): Diagnostic {
  return {
    code: "TRC1024",
    severity: "error",
    ...worded({
      message: text("Запись должна состоять из строк «ключ: значение»", "A record is made of lines “key: value”"),
      hints: [text("Например: surname: Иванова", "For example: surname: Иванова")],
    }),
    place: file.placeOf(""),
  };
}

export function noKind(file: YamlFile, collection: string, kind: string | null, schemas: RecordSchemas): Diagnostic {
  const known = [...schemas.kinds].sort();
  const near = kind === null ? undefined : suggest(kind, known, 1)[0];
  return {
    code: "TRC1025",
    severity: "error",
    ...worded({
      message:
        kind === null
          ? text(
              `В записи папки «${collection}» не указан вид документа (kind)`,
              `A record of the folder “${collection}” does not name its document kind (kind)`,
            )
          : text(`Нет вида документа «${kind}»`, `There is no document kind “${kind}”`),
      hints: [
        ...(near ? [didYouMean([near])] : []),
        text(`Бывают: ${known.join(", ")}`, `There are: ${known.join(", ")}`),
      ],
    }),
    place: kind === null ? file.placeOf("") : file.placeOf("/kind"),
    pointer: "/kind",
  };
}
